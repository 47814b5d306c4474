-- A plan in force is repaired after somebody did not say yes: the new plan, what it was made for, and what became of it.
create table plan_repair (
    run_id uuid not null constraint pk_plan_repair primary key constraint fk_plan_repair_run references plan_run (id),
    emergency_id uuid not null constraint fk_plan_repair_emergency references emergency (id),
    before_id uuid not null constraint fk_plan_repair_before references plan_run (id),
    state text not null constraint ck_plan_repair_state
        check (state in ('PROPOSED', 'APPLYING', 'APPLIED', 'LEFT', 'SUPERSEDED', 'REFUSED')),
    begun_by text not null,
    begun_at timestamptz not null,
    decided_by text not null,
    decided_at timestamptz,
    -- whom it added, asked together
    round_id uuid,
    constraint ck_plan_repair_decided check ((state = 'PROPOSED') = (decided_at is null))
);
create unique index uq_plan_repair_open on plan_repair (emergency_id) where state in ('PROPOSED', 'APPLYING');
create index ix_plan_repair_emergency on plan_repair (emergency_id, begun_at desc);

-- What a repair was made for: an ask, and what was said to it.
create table plan_repair_cause (
    run_id uuid not null constraint fk_plan_repair_cause_repair references plan_repair (run_id),
    ask_id uuid not null constraint fk_plan_repair_cause_ask references ask (id),
    cause text not null,
    constraint pk_plan_repair_cause primary key (run_id, ask_id, cause)
);
revoke update, delete, truncate on plan_repair_cause from muster_app;

-- What was promised and cannot be counted on any more.
create table ask_loss (
    ask_id uuid not null constraint pk_ask_loss primary key constraint fk_ask_loss_ask references ask (id),
    loss text not null constraint ck_ask_loss
        check (loss in ('LISTING_WITHDRAWN', 'CERTIFICATE_LAPSED', 'GOODS_REJECTED', 'TOO_LATE')),
    note text not null,
    who text not null,
    at timestamptz not null
);
revoke update, delete, truncate on ask_loss from muster_app;

-- Up to where repairs of an emergency apply by themselves.
create table repair_limit (
    emergency_id uuid not null constraint pk_repair_limit primary key
        constraint fk_repair_limit_emergency references emergency (id),
    legs integer not null constraint ck_repair_limit_legs check (legs between 0 and 1000),
    percent integer not null constraint ck_repair_limit_percent check (percent between 0 and 100),
    set_by text not null,
    set_at timestamptz not null
);
