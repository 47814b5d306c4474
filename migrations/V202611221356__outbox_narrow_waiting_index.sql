-- The question "does an older event of the same thing wait?" must go to ix_outbox_delivery_order, with or without statistics: right after an
-- import of 50,000 rows the planner believes that nothing waits and takes any index, and then one claim takes minutes instead of 20 ms.
-- That question does not mention due_at, so this predicate keeps it away from the index that only serves the claim itself.
drop index ix_outbox_delivery_waiting;
create index ix_outbox_delivery_waiting on outbox_delivery (channel, due_at, message_id)
    where delivered_at is null and parked_at is null and due_at is not null;
