-- How many letters two names differ by.
create extension fuzzystrmatch;

-- A duplicate stays as what it was called, and leads to the one it was merged into.
alter table organisation add column merged_into uuid constraint fk_organisation_merged_into references organisation (id);
alter table organisation drop constraint ck_organisation_standing;
alter table organisation add constraint ck_organisation_standing check (standing in ('REGISTERED', 'PROVISIONAL', 'MERGED'));
alter table organisation add constraint ck_organisation_merged
    check ((standing = 'MERGED') = (merged_into is not null) and merged_into <> id and (merged_into is null or credit_code is null));
create index ix_organisation_merged_into on organisation (merged_into) where merged_into is not null;

-- The name without legal form and place; written by whoever looks for duplicates, empty until they come by.
alter table organisation add column name_core text;
create index ix_organisation_name_core on organisation (name_core) where standing <> 'MERGED';
create index ix_organisation_name_begins on organisation (left(place_code, 4), left(name_core, 2)) where standing <> 'MERGED';
create index ix_organisation_name_key on organisation (name_key) where standing <> 'MERGED';
create index ix_organisation_mobile on organisation (mobile) where mobile is not null and standing <> 'MERGED';
create index ix_organisation_code_inside on organisation (substr(credit_code, 9, 9)) where credit_code is not null;

-- Two that may be one; decided by an operator, once for each pair.
create table duplicate_suspicion (
    id uuid not null constraint pk_duplicate_suspicion primary key default gen_random_uuid(),
    first_id uuid not null constraint fk_duplicate_suspicion_first references organisation (id),
    second_id uuid not null constraint fk_duplicate_suspicion_second references organisation (id),
    grounds text[] not null constraint ck_duplicate_suspicion_grounds check (cardinality(grounds) > 0),
    strength integer not null,
    found_at timestamptz not null,
    state text not null default 'OPEN' constraint ck_duplicate_suspicion_state check (state in ('OPEN', 'APART', 'MERGED')),
    reason text constraint ck_duplicate_suspicion_reason check (length(reason) between 4 and 1000),
    decided_by uuid constraint fk_duplicate_suspicion_decided_by references person (id),
    decided_at timestamptz,
    constraint uq_duplicate_suspicion_pair unique (first_id, second_id),
    constraint ck_duplicate_suspicion_pair check (first_id < second_id),
    constraint ck_duplicate_suspicion_decided check ((state = 'OPEN') = (decided_at is null) and (state = 'OPEN') = (reason is null))
);
create index ix_duplicate_suspicion_open on duplicate_suspicion (strength desc, found_at) where state = 'OPEN';
create index ix_duplicate_suspicion_second on duplicate_suspicion (second_id);

-- What was merged into what, by whom and why, and what the merged one had been. Added to, never changed.
create table organisation_merge (
    id uuid not null constraint pk_organisation_merge primary key,
    merged_id uuid not null constraint fk_organisation_merge_merged references organisation (id)
        constraint uq_organisation_merge_merged unique,
    into_id uuid not null constraint fk_organisation_merge_into references organisation (id),
    name text not null,
    standing text not null constraint ck_organisation_merge_standing check (standing in ('REGISTERED', 'PROVISIONAL')),
    credit_code char(18),
    verification_level text not null,
    verified_until date,
    reason text not null constraint ck_organisation_merge_reason check (length(reason) between 4 and 1000),
    merged_by uuid not null constraint fk_organisation_merge_merged_by references person (id),
    merged_at timestamptz not null
);
create index ix_organisation_merge_into on organisation_merge (into_id, merged_at desc);
revoke update, delete, truncate on organisation_merge from muster_app;
