-- Goods that go to an emergency on one vehicle, for a leg that a supplier promised; whose they are is said by the ask.
create sequence consignment_number_seq;
create table consignment (
    id uuid not null constraint pk_consignment primary key,
    number text not null constraint uq_consignment_number unique,
    ask_id uuid not null constraint fk_consignment_ask references ask (id),
    emergency_id uuid not null constraint fk_consignment_emergency references emergency (id),
    -- what its sender calls it, so that sending it again sends nothing more
    sending_key text not null,
    item text not null,
    amount numeric not null constraint ck_consignment_amount check (amount > 0),
    unit text not null,
    vehicle text not null,
    driver text not null,
    driver_mobile text not null,
    from_place text not null,
    to_place_code text not null,
    planned_departure timestamptz not null,
    planned_arrival timestamptz not null,
    expected_arrival timestamptz not null,
    delay_reason text,
    departed_at timestamptz,
    arrived_at timestamptz,
    accepted numeric constraint ck_consignment_accepted check (accepted >= 0),
    rejected numeric constraint ck_consignment_rejected check (rejected >= 0),
    state text not null constraint ck_consignment_state
        check (state in ('COMMITTED', 'DISPATCHED', 'ARRIVED', 'ACCEPTED', 'REJECTED')),
    created_at timestamptz not null,
    version integer not null,
    constraint uq_consignment_sending unique (ask_id, sending_key),
    constraint ck_consignment_planned check (planned_departure < planned_arrival),
    constraint ck_consignment_departed check ((state = 'COMMITTED') = (departed_at is null)),
    constraint ck_consignment_arrived check ((state in ('COMMITTED', 'DISPATCHED')) = (arrived_at is null)),
    constraint ck_consignment_way check (departed_at is null or arrived_at is null or departed_at <= arrived_at),
    constraint ck_consignment_judged check ((state in ('ACCEPTED', 'REJECTED')) = (accepted is not null)
        and (accepted is null) = (rejected is null) and (accepted is null or accepted + rejected = amount)
        and (accepted is null or (accepted > 0) = (state = 'ACCEPTED')))
);
create index ix_consignment_emergency on consignment (emergency_id, expected_arrival);

-- What was found of it on arrival, batch by batch; never changed.
create table consignment_batch (
    consignment_id uuid not null constraint fk_consignment_batch_consignment references consignment (id),
    position integer not null,
    batch text not null,
    lot text not null,
    produced date,
    expires date,
    sample text not null constraint ck_consignment_batch_sample check (sample in ('PASSED', 'FAILED', 'NOT_TAKEN')),
    accepted numeric not null constraint ck_consignment_batch_accepted check (accepted >= 0),
    rejected numeric not null constraint ck_consignment_batch_rejected check (rejected >= 0),
    reason text not null,
    constraint pk_consignment_batch primary key (consignment_id, position),
    constraint ck_consignment_batch_amount check (accepted + rejected > 0),
    constraint ck_consignment_batch_reason check (rejected = 0 or length(reason) >= 2),
    constraint ck_consignment_batch_failed check (sample <> 'FAILED' or accepted = 0)
);
revoke update, delete, truncate on consignment_batch from muster_app;

-- What became of it, step by step; never changed.
create table consignment_entry (
    id bigint not null generated always as identity constraint pk_consignment_entry primary key,
    consignment_id uuid not null constraint fk_consignment_entry_consignment references consignment (id),
    at timestamptz not null,
    deed text not null,
    who text not null,
    -- who typed it in from a call
    typed_by text not null,
    note text not null,
    step_key text not null,
    constraint uq_consignment_entry_step unique (consignment_id, step_key)
);
revoke update, delete, truncate on consignment_entry from muster_app;

-- The papers that were issued for it.
create table consignment_paper (
    code char(12) not null constraint pk_consignment_paper primary key
        constraint fk_consignment_paper_paper references paper (code),
    consignment_id uuid not null constraint fk_consignment_paper_consignment references consignment (id),
    kind text not null,
    issued_at timestamptz not null
);
create index ix_consignment_paper_consignment on consignment_paper (consignment_id, issued_at);
revoke update, delete, truncate on consignment_paper from muster_app;
