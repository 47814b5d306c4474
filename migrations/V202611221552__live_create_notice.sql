-- That something changed, for open pages on any replica: written by the outbox, read by every replica from behind the last one it knows,
-- kept for an hour for pages that come back. It says nothing of what changed.
create table live_notice (
    id bigint generated always as identity constraint pk_live_notice primary key,
    kind text not null,
    subject_id uuid not null,
    told_at timestamptz not null
);
create index ix_live_notice_told_at on live_notice (told_at);
