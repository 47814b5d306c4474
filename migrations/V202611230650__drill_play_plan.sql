-- An emergency that is only rehearsed.
alter table emergency add column drill boolean not null default false;
alter table emergency add constraint ck_emergency_drill_unpublished check (not drill or published_at is null);

-- A plan of a drill, played: what each supplier would answer and when the goods would come, drawn from the seed when it begins. It has no tie to the
-- ledger, and names no supplier but by the plan's own positions.
create table drill (
    id uuid not null constraint pk_drill primary key,
    emergency_id uuid not null constraint fk_drill_emergency references emergency (id),
    run_id uuid not null constraint fk_drill_run references plan_run (id),
    seed bigint not null,
    speed integer not null constraint ck_drill_speed check (speed between 1 and 1000),
    begun_by_name text not null,
    begun_at timestamptz not null,
    ended_at timestamptz constraint ck_drill_ended check (ended_at >= begun_at)
);
create unique index uq_drill_playing on drill (emergency_id) where ended_at is null;
create index ix_drill_emergency on drill (emergency_id, begun_at desc);

create table drill_step (
    drill_id uuid not null constraint fk_drill_step_drill references drill (id),
    position integer not null,
    arc integer not null,
    kind text not null constraint ck_drill_step_kind check (kind in ('PROMISED', 'DECLINED', 'SILENT', 'ARRIVED')),
    -- after the beginning, in the time that is played
    minute bigint not null constraint ck_drill_step_minute check (minute >= 0),
    -- how much later than planned; of what arrives only
    late bigint not null constraint ck_drill_step_late check (late = 0 or kind = 'ARRIVED'),
    told_at timestamptz,
    constraint pk_drill_step primary key (drill_id, position)
);
