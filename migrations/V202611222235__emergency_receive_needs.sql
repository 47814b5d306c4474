-- What came in at once: one form, one paste, one file. Its rows are all accounted for.
create table need_intake (
    id uuid not null constraint pk_need_intake primary key,
    emergency_id uuid not null constraint fk_need_intake_emergency references emergency (id),
    way text not null constraint ck_need_intake_way check (way in ('FORM', 'PASTE', 'FILE', 'PUBLIC')),
    source text not null constraint ck_need_intake_source check (length(source) <= 200),
    received_at timestamptz not null,
    received_by uuid constraint fk_need_intake_received_by references person (id),
    received_by_name text not null,
    -- a list that waits for somebody to say what its columns are
    content bytea,
    state text not null constraint ck_need_intake_state check (state in ('COLUMNS', 'READ')),
    constraint ck_need_intake_content check (state = 'READ' or content is not null)
);
create index ix_need_intake_emergency on need_intake (emergency_id, received_at desc);

create table emergency_need (
    id uuid not null constraint pk_emergency_need primary key,
    emergency_id uuid not null constraint fk_emergency_need_emergency references emergency (id),
    intake_id uuid not null constraint fk_emergency_need_intake references need_intake (id),
    row_number integer not null,
    -- the row as it was written, so that nothing it said is lost
    written text not null,
    institution text not null constraint ck_emergency_need_institution check (length(institution) <= 120),
    institution_key text not null,
    place_written text not null,
    place_code char(6),
    item_written text not null constraint ck_emergency_need_item check (length(item_written) <= 200),
    item_key text,
    -- what would do as well, by the keys of their terms
    alternatives text[] not null default '{}',
    specification text not null constraint ck_emergency_need_specification check (length(specification) <= 500),
    standards text[] not null default '{}',
    -- none where it is needed and nobody said how much
    amount numeric,
    unit text,
    needed_on date,
    staff integer,
    days integer,
    contact_name text not null,
    contact_mobile text not null,
    state text not null constraint ck_emergency_need_state check (state in ('COUNTED', 'FLAGGED', 'KEPT', 'MERGED', 'SET_ASIDE')),
    merged_into uuid constraint fk_emergency_need_merged_into references emergency_need (id),
    judged_by text,
    judged_at timestamptz,
    reason text constraint ck_emergency_need_reason check (length(reason) <= 300),
    constraint uq_emergency_need_row unique (intake_id, row_number),
    constraint ck_emergency_need_amount check (amount is null or amount > 0),
    constraint ck_emergency_need_unit check (amount is null or unit is not null),
    constraint ck_emergency_need_merged check ((state = 'MERGED') = (merged_into is not null)),
    constraint ck_emergency_need_not_into_itself check (merged_into <> id)
);
create index ix_emergency_need_emergency on emergency_need (emergency_id, state);
create index ix_emergency_need_intake on emergency_need (intake_id, row_number);

-- What was noticed about it, and why.
create table need_finding (
    need_id uuid not null constraint fk_need_finding_need references emergency_need (id),
    position integer not null,
    rule text not null,
    args text[] not null default '{}',
    other_id uuid constraint fk_need_finding_other references emergency_need (id),
    constraint pk_need_finding primary key (need_id, position)
);
