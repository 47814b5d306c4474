-- A repair for more that is wanted counts its legs anew: where those of the plan before are in it.
create table plan_repair_position (
    run_id uuid not null constraint fk_plan_repair_position_repair references plan_repair (run_id),
    before_arc integer not null,
    arc integer not null,
    constraint pk_plan_repair_position primary key (run_id, before_arc)
);
revoke update, delete, truncate on plan_repair_position from muster_app;

-- For what that is wanted more a repair was made: an output, and how much of it.
create table plan_repair_need (
    run_id uuid not null constraint fk_plan_repair_need_repair references plan_repair (run_id),
    demand text not null,
    wanted text not null,
    constraint pk_plan_repair_need primary key (run_id, demand)
);
revoke update, delete, truncate on plan_repair_need from muster_app;
