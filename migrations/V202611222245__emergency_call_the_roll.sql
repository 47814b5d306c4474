-- Every maker of a thing in an area is asked the same five questions, every day until the call is closed.
create table roll_call (
    id uuid not null constraint pk_roll_call primary key,
    emergency_id uuid not null constraint fk_roll_call_emergency references emergency (id),
    product_key text not null,
    area_code char(6) not null,
    called_at timestamptz not null,
    called_by_name text not null,
    constraint uq_roll_call_product_area unique (emergency_id, product_key, area_code)
);

create table roll_ask (
    id uuid not null constraint pk_roll_ask primary key,
    roll_call_id uuid not null constraint fk_roll_ask_roll_call references roll_call (id),
    organisation_id uuid not null constraint fk_roll_ask_organisation references organisation (id),
    listings uuid[] not null,
    constraint uq_roll_ask_organisation unique (roll_call_id, organisation_id)
);

-- Never changed: the last of a day counts for that day.
create table roll_answer (
    id uuid not null constraint pk_roll_answer primary key,
    ask_id uuid not null constraint fk_roll_answer_ask references roll_ask (id),
    day date not null,
    running text not null constraint ck_roll_answer_running check (running in ('YES', 'PARTLY', 'NO')),
    stock numeric constraint ck_roll_answer_stock check (stock >= 0),
    output numeric constraint ck_roll_answer_output check (output >= 0),
    unit text not null,
    material_days integer constraint ck_roll_answer_material_days check (material_days between 0 and 999),
    missing text[] not null,
    note text not null constraint ck_roll_answer_note check (length(note) <= 500),
    answered_by text not null constraint ck_roll_answer_answered_by check (length(answered_by) between 2 and 60),
    -- who typed it in from a call; none when it came by the link
    typed_by text,
    at timestamptz not null
);
create index ix_roll_answer_ask on roll_answer (ask_id, at desc);

-- What keeps somebody from delivering, as a task that somebody owns until a moment.
create table emergency_task (
    id uuid not null constraint pk_emergency_task primary key,
    emergency_id uuid not null constraint fk_emergency_task_emergency references emergency (id),
    ask_id uuid not null constraint fk_emergency_task_ask references roll_ask (id),
    blocker text not null constraint ck_emergency_task_blocker check (
        blocker in ('PEOPLE', 'MATERIAL', 'VEHICLE', 'MONEY', 'CERTIFICATE', 'PERMISSION')),
    note text not null,
    owner text not null constraint ck_emergency_task_owner check (length(owner) between 2 and 60),
    due_at timestamptz not null,
    opened_at timestamptz not null,
    done_at timestamptz,
    done_by text,
    constraint ck_emergency_task_done check ((done_at is null) = (done_by is null))
);
create unique index uq_emergency_task_open on emergency_task (ask_id, blocker) where done_at is null;
create index ix_emergency_task_emergency on emergency_task (emergency_id, done_at, due_at);
