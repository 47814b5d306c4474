-- What a drill planned anew for what was declined or not answered, in the order of its repairs. Like the drill itself it has no tie to the ledger.
create table drill_repair (
    drill_id uuid not null constraint fk_drill_repair_drill references drill (id),
    position integer not null,
    run_id uuid not null constraint fk_drill_repair_run references plan_run (id),
    before_id uuid not null constraint fk_drill_repair_before references plan_run (id),
    -- after the beginning, in the time that is played
    minute bigint not null constraint ck_drill_repair_minute check (minute >= 0),
    -- how many legs were lost when it was begun
    lost integer not null constraint ck_drill_repair_lost check (lost > 0),
    -- planned: nobody knows yet; applied: what it adds is played; left: it adds nothing
    state text not null constraint ck_drill_repair_state check (state in ('PLANNED', 'APPLIED', 'LEFT')),
    constraint pk_drill_repair primary key (drill_id, position)
);
create unique index uq_drill_repair_planned on drill_repair (drill_id) where state = 'PLANNED';
create index ix_drill_repair_run on drill_repair (run_id);
