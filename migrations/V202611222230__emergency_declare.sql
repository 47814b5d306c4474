-- A declared event: who ordered it by which document, where, who leads, what the clocks are. Its board exists from that second.
create table emergency (
    id uuid not null constraint pk_emergency primary key,
    name text not null constraint ck_emergency_name check (length(name) between 2 and 80),
    kind text not null constraint ck_emergency_kind check (kind in (
        'EPIDEMIC', 'EARTHQUAKE', 'FLOOD', 'STORM', 'FIRE', 'INDUSTRIAL_ACCIDENT', 'COLD', 'SHORTAGE', 'OTHER')),
    authority text not null constraint ck_emergency_authority check (length(authority) between 2 and 120),
    document text not null constraint ck_emergency_document check (length(document) between 2 and 120),
    -- published word for word; between areas it is equal unless somebody named sets it
    priority_rule text not null constraint ck_emergency_priority_rule check (length(priority_rule) between 4 and 1000),
    arbiter text constraint ck_emergency_arbiter check (length(arbiter) between 2 and 60),
    arbiter_reason text constraint ck_emergency_arbiter_reason check (length(arbiter_reason) between 4 and 500),
    answer_minutes integer not null constraint ck_emergency_answer check (answer_minutes between 15 and 10080),
    remind_minutes integer not null,
    starts_at timestamptz not null,
    allocate_hours integer not null constraint ck_emergency_allocate check (allocate_hours between 1 and 8760),
    first_piece_hours integer not null,
    -- none where nothing has to rest before it is released
    release_hours integer,
    state text not null constraint ck_emergency_state check (state in ('OPEN', 'CLOSED')),
    published_at timestamptz,
    declared_by uuid constraint fk_emergency_declared_by references person (id),
    declared_by_name text not null,
    declared_at timestamptz not null,
    closed_at timestamptz,
    version integer not null,
    constraint ck_emergency_remind check (remind_minutes between 5 and answer_minutes),
    constraint ck_emergency_first_piece check (first_piece_hours between allocate_hours and 17520),
    constraint ck_emergency_release check (release_hours between first_piece_hours and 26280),
    constraint ck_emergency_arbiter_says_why check ((arbiter is null) = (arbiter_reason is null)),
    constraint ck_emergency_closed check ((state = 'CLOSED') = (closed_at is not null))
);
create index ix_emergency_declared_at on emergency (declared_at desc);

create table emergency_area (
    emergency_id uuid not null constraint fk_emergency_area_emergency references emergency (id),
    position integer not null,
    place_code char(6) not null,
    -- 1 comes first; all 1 as long as nobody was named to set it
    priority integer not null constraint ck_emergency_area_priority check (priority between 1 and 99),
    constraint pk_emergency_area primary key (emergency_id, position),
    constraint uq_emergency_area_place unique (emergency_id, place_code) deferrable initially deferred
);

-- Who is called, the lead first: what nobody answers rises along it.
create table emergency_contact (
    emergency_id uuid not null constraint fk_emergency_contact_emergency references emergency (id),
    position integer not null,
    name text not null constraint ck_emergency_contact_name check (length(name) between 2 and 60),
    mobile text not null,
    constraint pk_emergency_contact primary key (emergency_id, position)
);

-- The record that board and hand-over are read from; never changed.
create table emergency_entry (
    id bigint not null generated always as identity constraint pk_emergency_entry primary key,
    emergency_id uuid not null constraint fk_emergency_entry_emergency references emergency (id),
    at timestamptz not null,
    who text not null,
    deed text not null,
    detail text not null constraint ck_emergency_entry_detail check (length(detail) <= 500)
);
create index ix_emergency_entry_emergency on emergency_entry (emergency_id, id desc);
