-- A plan in the making, and what came of it. Its state is all that a worker needs to begin, to go on after a restart, or to leave it alone.
create table plan_run (
    id uuid not null constraint pk_plan_run primary key,
    -- what it is for, whatever feature that belongs to
    subject uuid not null,
    organisation_id uuid constraint fk_plan_run_organisation references organisation (id),
    begun_by uuid constraint fk_plan_run_begun_by references person (id),
    begun_by_name text not null,
    profile text not null constraint ck_plan_run_profile check (profile in ('CHEAPEST', 'FASTEST', 'SAFEST', 'FEWEST_SUPPLIERS')),
    seed bigint not null,
    state text not null constraint ck_plan_run_state
        check (state in ('WAITING', 'RUNNING', 'DONE', 'OVERTAKEN', 'CANCELLED', 'FAILED')),
    -- how often a worker took it; whoever took an earlier turn may not write any more
    turn integer not null default 0 constraint ck_plan_run_turn check (turn >= 0),
    -- until when the worker that has it is believed to be alive
    leased_until timestamptz,
    -- of the best plan so far, in ticks
    cost bigint,
    bound bigint,
    unavoidable bigint,
    -- what the ledger had too little of when the answer was stored
    doubts jsonb not null default '[]',
    incident text,
    begun_at timestamptz not null,
    finished_at timestamptz,
    version integer not null default 0,
    constraint ck_plan_run_lease check (state = 'RUNNING' or leased_until is null),
    constraint ck_plan_run_finished check ((state in ('WAITING', 'RUNNING')) = (finished_at is null)),
    constraint ck_plan_run_figures check ((cost is null) = (bound is null) and (cost is null) = (unavoidable is null) and bound <= cost),
    constraint ck_plan_run_incident check ((state = 'FAILED') = (incident is not null))
);
create index ix_plan_run_subject on plan_run (subject, begun_at desc);
create index ix_plan_run_organisation on plan_run (organisation_id, begun_at desc) where organisation_id is not null;
create index ix_plan_run_open on plan_run (begun_at) where state in ('WAITING', 'RUNNING');

-- Apart, so that a list of runs reads none of it. The texts are planning.store's.
create table plan_run_content (
    run_id uuid not null constraint pk_plan_run_content primary key
        constraint fk_plan_run_content_run references plan_run (id) on delete cascade,
    ordered jsonb not null,
    -- the best plan so far: where a run that was cut off goes on
    best jsonb,
    answer jsonb
);
