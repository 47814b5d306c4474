-- What of a promise the office has accepted and rejected so far, in the unit of the ask; and when the ledger was told that all of it came.
alter table ask add column accepted_amount numeric not null default 0 constraint ck_ask_accepted check (accepted_amount >= 0);
alter table ask add column rejected_amount numeric not null default 0 constraint ck_ask_rejected check (rejected_amount >= 0);
alter table ask add column received_at timestamptz;
create index ix_ask_received on ask (id) where state = 'COMMITTED' and received_at is null and accepted_amount > 0;
-- What was judged before this was counted.
update ask a set accepted_amount = c.accepted, rejected_amount = c.rejected
    from (select ask_id, sum(coalesce(accepted, 0)) as accepted, sum(coalesce(rejected, 0)) as rejected from consignment group by ask_id) c
    where c.ask_id = a.id;
