-- A supplier is asked for one thing of an emergency, and what the ledger holds for it meanwhile.
create table ask (
    id uuid not null constraint pk_ask primary key,
    -- asks sent together are held together, all or none
    round_id uuid not null,
    emergency_id uuid not null constraint fk_ask_emergency references emergency (id),
    run_id uuid constraint fk_ask_run references plan_run (id),
    arc integer,
    holder_id uuid not null constraint fk_ask_holder references organisation (id),
    organisation_id uuid not null constraint fk_ask_organisation references organisation (id),
    listing_id uuid not null constraint fk_ask_listing references listing (id),
    title text not null,
    thing_zh text not null,
    thing_en text not null,
    claim_kind text not null constraint ck_ask_claim_kind check (claim_kind in ('TIME', 'AMOUNT', 'RATE')),
    amount numeric constraint ck_ask_amount check (amount > 0),
    unit text,
    starts_at timestamptz,
    ends_at timestamptz,
    place_code text not null,
    needed_by timestamptz not null,
    price text,
    basis text not null constraint ck_ask_basis
        check (basis in ('MARKET_PURCHASE', 'RESERVE', 'ALLOCATION', 'REQUISITION', 'DONATION')),
    authority text not null,
    document text not null,
    asked_by_name text not null,
    asked_at timestamptz not null,
    remind_minutes integer not null,
    answer_by timestamptz not null,
    hold_until timestamptz not null,
    hold_id uuid,
    claim_id uuid,
    state text not null constraint ck_ask_state check (state in (
        'HOLDING', 'NOT_HELD', 'REQUESTED', 'ACKNOWLEDGED', 'COMMITTED', 'CONDITIONAL', 'COUNTERED', 'DECLINED', 'EXPIRED', 'WITHDRAWN')),
    -- an answer that was given and that the ledger has not heard of yet
    answering text,
    answering_since timestamptz,
    rung integer not null default 0,
    version integer not null,
    constraint ck_ask_amount_unit check ((amount is null) = (unit is null)),
    constraint ck_ask_window check ((starts_at is null) = (ends_at is null) and (starts_at is null or starts_at < ends_at)),
    constraint ck_ask_claim check (claim_kind = 'TIME' or amount is not null),
    constraint ck_ask_held check (state in ('HOLDING', 'NOT_HELD') or (hold_id is not null and claim_id is not null)),
    constraint ck_ask_clock check (asked_at < answer_by and answer_by <= hold_until),
    constraint ck_ask_requisition check (basis <> 'REQUISITION' or length(document) >= 2),
    constraint ck_ask_answering check ((answering is null) = (answering_since is null))
);
create unique index uq_ask_leg on ask (run_id, arc) where state not in ('NOT_HELD', 'DECLINED', 'EXPIRED', 'WITHDRAWN');
create index ix_ask_emergency on ask (emergency_id, asked_at desc);
create index ix_ask_organisation on ask (organisation_id, asked_at desc);
create index ix_ask_open on ask (answer_by) where state in ('HOLDING', 'REQUESTED', 'ACKNOWLEDGED', 'CONDITIONAL', 'COUNTERED');

-- What became of an ask, step by step; never changed.
create table ask_entry (
    id bigint not null generated always as identity constraint pk_ask_entry primary key,
    ask_id uuid not null constraint fk_ask_entry_ask references ask (id),
    at timestamptz not null,
    deed text not null,
    who text not null,
    -- who typed it in from a call
    typed_by text not null,
    note text not null,
    conditions text not null,
    amount numeric,
    unit text,
    day date,
    rung integer,
    constraint uq_ask_entry_rung unique (ask_id, rung)
);
create index ix_ask_entry_ask on ask_entry (ask_id, id);
revoke update, delete, truncate on ask_entry from muster_app;

-- Somebody who has the link and not the right digits.
create table ask_try (
    id bigint not null generated always as identity constraint pk_ask_try primary key,
    ask_id uuid not null constraint fk_ask_try_ask references ask (id),
    at timestamptz not null
);
create index ix_ask_try_ask on ask_try (ask_id, at);

-- A condition that a supplier states is a task as well.
alter table emergency_task add column organisation_id uuid constraint fk_emergency_task_organisation references organisation (id);
update emergency_task t set organisation_id = a.organisation_id from roll_ask a where a.id = t.ask_id;
alter table emergency_task alter column organisation_id set not null;
alter table emergency_task alter column ask_id drop not null;
alter table emergency_task add column supply_ask_id uuid constraint fk_emergency_task_supply_ask references ask (id);
alter table emergency_task add constraint ck_emergency_task_of_one check ((ask_id is null) <> (supply_ask_id is null));
create unique index uq_emergency_task_supply_open on emergency_task (supply_ask_id, blocker) where done_at is null;
