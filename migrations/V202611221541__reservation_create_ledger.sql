-- The ledger: the one place where capacity is given away. The history is ledger_entry; occupancy is what constraints can see of it now.

-- ── What a listing sells ──────────────────────────────────────────────────────
-- The same policy as catalogue.Sale; a test holds the two against each other. Occupancy refers to it, so that how, or in what, a listing
-- sells cannot change, and the listing cannot be withdrawn, under a live hold.
alter table listing add column sells text not null generated always as (
    case
        when state = 'WITHDRAWN' then 'NOTHING'
        when kind = 'MATERIAL' or supply_mode = 'FINISHED_STOCK' or (kind = 'EQUIPMENT' and quantity_dimension is not null)
            then coalesce('LOT ' || quantity_dimension, 'NOTHING')
        when kind = 'EQUIPMENT' or supply_mode = 'LINE_FOR_HIRE' or quantity_dimension is null then 'TIME'
        else 'RATE ' || quantity_dimension
    end
) stored;
alter table listing add constraint uq_listing_sells unique (id, sells);

-- What was consumed leaves the stock, also the last of it.
alter table listing drop constraint ck_listing_quantity_amount;
alter table listing add constraint ck_listing_quantity_amount check (quantity_amount >= 0);

-- Free windows as something that can be referred to: adjoining ones join, unknown ones are never free.
alter table capacity_window add constraint uq_capacity_window_free unique (listing_id, availability, during without overlaps);
-- "Who is free in all of this time?" begins here.
create index ix_capacity_window_free on capacity_window using gist (during) where availability = 'FREE';

-- ── Balances ──────────────────────────────────────────────────────────────────
-- Amounts are in the base unit of the listing's dimension.
create table lot (
    listing_id uuid not null constraint pk_lot primary key constraint fk_lot_listing references listing (id) on delete cascade,
    on_hand numeric not null,
    reserved numeric not null default 0,
    constraint ck_lot_reserved check (0 <= reserved and reserved <= on_hand)
);

-- One day's output of a line, in the zone of its site; there is a row only while something of it is promised.
create table day_pool (
    listing_id uuid not null constraint fk_day_pool_listing references listing (id) on delete cascade,
    day date not null,
    -- how much of the day's working time lay in free windows when the pool was founded
    share numeric not null constraint ck_day_pool_share check (share > 0 and share <= 1),
    on_hand numeric not null,
    reserved numeric not null default 0,
    constraint pk_day_pool primary key (listing_id, day),
    constraint ck_day_pool_reserved check (0 <= reserved and reserved <= on_hand)
);

-- The free time that a pool stands on: no window under it can be closed or shrunk.
create table day_pool_span (
    listing_id uuid not null,
    day date not null,
    during tstzrange not null,
    availability text not null default 'FREE' constraint ck_day_pool_span_free check (availability = 'FREE'),
    constraint fk_day_pool_span_pool foreign key (listing_id, day) references day_pool (listing_id, day) on delete cascade,
    constraint uq_day_pool_span_during unique (listing_id, during without overlaps),
    constraint fk_day_pool_span_window foreign key (listing_id, availability, period during)
        references capacity_window (listing_id, availability, period during)
);
create index ix_day_pool_span_pool on day_pool_span (listing_id, day);

-- What is on hand is what the listing says, whoever changes it: less than is promised is refused by the checks above.
create function follow_listing_quantity() returns trigger language plpgsql as $$
begin
    if new.sells like 'LOT %' then
        insert into lot (listing_id, on_hand) values (new.id, new.quantity_base)
        on conflict (listing_id) do update set on_hand = excluded.on_hand where lot.on_hand <> excluded.on_hand;
    elsif new.sells like 'RATE %' then
        update day_pool set on_hand = case when new.quantity_dimension in ('mass', 'length', 'area', 'volume', 'time')
            then trunc(new.quantity_base * share, 6) else trunc(new.quantity_base * share) end
        where listing_id = new.id;
    end if;
    return null;
end
$$;
create trigger tr_listing_quantity_new after insert on listing
    for each row when (new.sells like 'LOT %') execute function follow_listing_quantity();
create trigger tr_listing_quantity_changed after update on listing
    for each row when (old.quantity_base is distinct from new.quantity_base or old.sells <> new.sells)
    execute function follow_listing_quantity();
insert into lot (listing_id, on_hand) select id, quantity_base from listing where sells like 'LOT %';

-- ── Holds ─────────────────────────────────────────────────────────────────────
create table hold (
    id uuid not null constraint pk_hold primary key,
    organisation_id uuid not null constraint fk_hold_organisation references organisation (id),
    placed_by uuid,
    placed_by_name text not null,
    placed_at timestamptz not null,
    until timestamptz not null constraint ck_hold_until check (until > placed_at),
    reason text not null,
    -- a supplier's own block does not count as hoarding
    own boolean not null,
    -- something of it is still held and would expire
    pending boolean not null default true
);
create index ix_hold_organisation on hold (organisation_id, placed_at desc, id);
create index ix_hold_pending on hold (organisation_id, until) where pending;
create index ix_hold_due on hold (until) where pending;

create table claim (
    id uuid not null constraint pk_claim primary key,
    hold_id uuid not null constraint fk_claim_hold references hold (id),
    position integer not null,
    listing_id uuid not null constraint fk_claim_listing references listing (id),
    supplier_id uuid not null constraint fk_claim_supplier references organisation (id),
    kind text not null constraint ck_claim_kind check (kind in ('TIME', 'AMOUNT', 'RATE')),
    during tstzrange constraint ck_claim_during check (not isempty(during)),
    amount numeric(24, 6) constraint ck_claim_amount check (amount > 0),
    unit text,
    state text not null constraint ck_claim_state check (state in ('HELD', 'COMMITTED', 'CONSUMED', 'RELEASED', 'EXPIRED')),
    changed_at timestamptz not null,
    constraint uq_claim_position unique (hold_id, position),
    constraint ck_claim_whole check ((kind = 'AMOUNT') = (during is null) and (kind = 'TIME') = (amount is null) and (amount is null) = (unit is null))
);
create index ix_claim_supplier on claim (supplier_id, changed_at desc, id);
create index ix_claim_listing on claim (listing_id);

-- What is taken now: one row for exclusive time, one for an amount of a lot, one for each day of a rate.
create table occupancy (
    id bigint generated always as identity constraint pk_occupancy primary key,
    claim_id uuid not null constraint fk_occupancy_claim references claim (id),
    hold_id uuid not null constraint fk_occupancy_hold references hold (id),
    listing_id uuid not null,
    sells text not null,
    state text not null constraint ck_occupancy_state check (state in ('HELD', 'COMMITTED')),
    -- of what is only held
    until timestamptz,
    during tstzrange constraint ck_occupancy_during check (not isempty(during) and lower(during) is not null and upper(during) is not null),
    availability text not null default 'FREE' constraint ck_occupancy_free check (availability = 'FREE'),
    day date,
    amount numeric constraint ck_occupancy_amount check (amount > 0),
    constraint ck_occupancy_until check ((state = 'HELD') = (until is not null)),
    constraint ck_occupancy_whole check (
        case when sells = 'TIME' then during is not null and day is null and amount is null
             when sells like 'LOT %' then during is null and day is null and amount is not null
             when sells like 'RATE %' then during is null and day is not null and amount is not null
             else false end),
    constraint uq_occupancy_during unique (listing_id, during without overlaps),
    constraint fk_occupancy_window foreign key (listing_id, availability, period during)
        references capacity_window (listing_id, availability, period during),
    constraint fk_occupancy_sells foreign key (listing_id, sells) references listing (id, sells),
    constraint fk_occupancy_pool foreign key (listing_id, day) references day_pool (listing_id, day)
);
create unique index uq_occupancy_cell on occupancy (claim_id, day) nulls not distinct;
create index ix_occupancy_hold on occupancy (hold_id);
create index ix_occupancy_listing on occupancy (listing_id, until);

-- ── The history ───────────────────────────────────────────────────────────────
-- Append-only: the application may add and read.
create table ledger_entry (
    id bigint generated always as identity constraint pk_ledger_entry primary key,
    at timestamptz not null,
    kind text not null constraint ck_ledger_entry_kind
        check (kind in ('HELD', 'COMMITTED', 'RELEASED', 'REDUCED', 'EXTENDED', 'CONSUMED', 'EXPIRED')),
    hold_id uuid not null,
    claim_id uuid not null,
    listing_id uuid not null,
    organisation_id uuid not null,
    sells text not null,
    -- the time occupied after this entry; none when it occupies no longer
    during tstzrange,
    day date,
    -- what this entry adds to the balance of the lot or day, below zero when it gives back
    amount numeric,
    -- how long it is held after this entry; none when it does not expire any more
    until timestamptz,
    actor_id uuid,
    actor_name text not null,
    actor_organisation uuid,
    reason text not null,
    key text
);
create index ix_ledger_entry_hold on ledger_entry (hold_id, id);
create index ix_ledger_entry_listing on ledger_entry (listing_id, id desc);
revoke update, delete, truncate on ledger_entry from muster_app;

-- ── Answers ───────────────────────────────────────────────────────────────────
-- The same key of the same organisation gets the same answer again, refusals included.
create table ledger_answer (
    organisation_id uuid not null constraint fk_ledger_answer_organisation references organisation (id),
    key text not null constraint ck_ledger_answer_key check (length(key) between 1 and 200),
    fingerprint text not null,
    hold_id uuid,
    answer jsonb not null,
    at timestamptz not null,
    constraint pk_ledger_answer primary key (organisation_id, key)
);
create index ix_ledger_answer_at on ledger_answer (at);
