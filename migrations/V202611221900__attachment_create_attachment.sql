-- A file that somebody handed in: a certificate, a photo. What it says of itself here, what is in it beside.
create table attachment (
    id uuid not null constraint pk_attachment primary key,
    organisation_id uuid not null constraint fk_attachment_organisation references organisation (id),
    file_name text not null constraint ck_attachment_file_name check (length(file_name) between 1 and 200),
    media_type text not null constraint ck_attachment_media_type check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
    size integer not null constraint ck_attachment_size check (size between 1 and 10485760),
    sha256 bytea not null constraint ck_attachment_sha256 check (length(sha256) = 32),
    kept_by uuid constraint fk_attachment_kept_by references person (id),
    kept_at timestamptz not null,
    -- empty as long as nothing refers to it: a form that was refused keeps its file, one that nobody sent again is swept
    used_at timestamptz
);
create index ix_attachment_organisation on attachment (organisation_id);
create index ix_attachment_unused on attachment (kept_at) where used_at is null;

-- Apart, so that a list of files reads none of them.
create table attachment_content (
    attachment_id uuid not null constraint pk_attachment_content primary key
        constraint fk_attachment_content_attachment references attachment (id) on delete cascade,
    bytes bytea not null
);
-- Pictures and PDF are compressed already.
alter table attachment_content alter column bytes set storage external;
-- A proof that was looked at is not exchanged afterwards.
revoke update, truncate on attachment_content from muster_app;
