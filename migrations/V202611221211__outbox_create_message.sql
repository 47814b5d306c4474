-- Events are written in the transaction that made them true, with one delivery row for each channel that wants them.
create table outbox_message (
    id bigint generated always as identity constraint pk_outbox_message primary key,
    aggregate_kind text not null,
    aggregate_id uuid not null,
    type text not null,
    payload jsonb not null,
    occurred_at timestamptz not null
);

create table outbox_delivery (
    message_id bigint not null constraint fk_outbox_delivery_message references outbox_message (id) on delete cascade,
    channel text not null,
    aggregate_kind text not null,
    aggregate_id uuid not null,
    due_at timestamptz not null,
    attempts integer not null default 0 constraint ck_outbox_delivery_attempts check (attempts >= 0),
    delivered_at timestamptz,
    -- given up after the last attempt, kept for an operator to look at; no longer holds up what follows it
    parked_at timestamptz,
    failure text,
    constraint pk_outbox_delivery primary key (message_id, channel),
    constraint ck_outbox_delivery_end check (delivered_at is null or parked_at is null)
);

-- The worker asks for what is due, and for the oldest undelivered of one aggregate.
create index ix_outbox_delivery_waiting on outbox_delivery (channel, due_at, message_id) where delivered_at is null and parked_at is null;
create index ix_outbox_delivery_order on outbox_delivery (channel, aggregate_kind, aggregate_id, message_id) where delivered_at is null and parked_at is null;
create index ix_outbox_delivery_parked on outbox_delivery (channel, message_id) where parked_at is not null;
-- What was delivered everywhere is swept by age.
create index ix_outbox_message_occurred_at on outbox_message (occurred_at);
