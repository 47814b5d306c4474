-- What nobody offers yet, published for anyone who can make it.
create table challenge (
    id uuid not null constraint pk_challenge primary key,
    -- what it was published for; told to coordinators only
    emergency_id uuid constraint fk_challenge_emergency references emergency (id),
    title text not null constraint ck_challenge_title check (length(title) between 4 and 80),
    title_en text not null default '' constraint ck_challenge_title_en check (length(title_en) <= 120),
    item_key text not null,
    specification text not null constraint ck_challenge_specification check (length(specification) between 4 and 2000),
    amount numeric not null constraint ck_challenge_amount check (amount > 0),
    unit text not null,
    place_code char(6) not null,
    closes_at timestamptz not null,
    needed_by date not null,
    unlocks text not null constraint ck_challenge_unlocks check (length(unlocks) between 4 and 200),
    unlocks_en text not null default '' constraint ck_challenge_unlocks_en check (length(unlocks_en) <= 300),
    state text not null constraint ck_challenge_state check (state in ('DRAFT', 'PUBLISHED', 'CLOSED', 'WITHDRAWN')),
    created_by_name text not null,
    created_at timestamptz not null,
    published_at timestamptz,
    ended_at timestamptz,
    version integer not null default 0,
    constraint ck_challenge_published check (published_at is not null or state in ('DRAFT', 'WITHDRAWN')),
    constraint ck_challenge_ended check ((ended_at is not null) = (state in ('CLOSED', 'WITHDRAWN')))
);
create index ix_challenge_published on challenge (closes_at) where state = 'PUBLISHED';
create index ix_challenge_emergency on challenge (emergency_id) where emergency_id is not null;

create table challenge_limit (
    challenge_id uuid not null constraint fk_challenge_limit_challenge references challenge (id) on delete cascade,
    position integer not null,
    name text not null constraint ck_challenge_limit_name check (length(name) between 1 and 40),
    bound text not null constraint ck_challenge_limit_bound check (bound in ('AT_LEAST', 'AT_MOST')),
    figure numeric not null,
    unit text not null constraint ck_challenge_limit_unit check (length(unit) <= 20),
    constraint pk_challenge_limit primary key (challenge_id, position)
);

create table challenge_paper (
    challenge_id uuid not null constraint fk_challenge_paper_challenge references challenge (id) on delete cascade,
    kind text not null,
    constraint pk_challenge_paper primary key (challenge_id, kind)
);

-- What became of it, dated. Added to, never changed.
create table challenge_entry (
    id bigint generated always as identity constraint pk_challenge_entry primary key,
    challenge_id uuid not null constraint fk_challenge_entry_challenge references challenge (id),
    at timestamptz not null,
    who text not null,
    deed text not null,
    detail text not null
);
create index ix_challenge_entry_challenge on challenge_entry (challenge_id, id);
revoke update, delete, truncate on challenge_entry from muster_app;
