-- Finished stock is a kind of its own: goods that are ready, with a batch and a day they are good until.
alter table listing drop constraint ck_listing_kind;
alter table listing add constraint ck_listing_kind
    check (kind in ('PRODUCTION_LINE', 'EQUIPMENT', 'MATERIAL', 'FINISHED_STOCK', 'SERVICE'));

-- ── What one kind says and others do not ─────────────────────────────────────
-- A line's clean room, so that a conversion can be judged; the materials it handles stand beside its products.
alter table listing add column clean_room text constraint ck_listing_clean_room check (
    clean_room is null
    or kind = 'PRODUCTION_LINE' and clean_room in ('NONE', 'CLASS_300000', 'CLASS_100000', 'CLASS_10000', 'CLASS_1000', 'CLASS_100'));
alter table listing_product drop constraint ck_listing_product_relation;
-- HANDLES: a material it can work with
alter table listing_product add constraint ck_listing_product_relation check (relation in ('MAKES', 'CONVERTIBLE', 'HANDLES'));

-- Machines: bought, rented, or used where they stand.
alter table listing
    add column for_sale boolean not null default false,
    add column for_lease boolean not null default false,
    add column on_site boolean not null default false,
    add column lead_days integer constraint ck_listing_lead_days check (lead_days between 0 and 3650),
    add column installation_days integer constraint ck_listing_installation_days check (installation_days between 0 and 3650),
    add constraint ck_listing_machine check (
        kind = 'EQUIPMENT' or (not for_sale and not for_lease and not on_site and lead_days is null and installation_days is null));

-- Services: which, and what is asked of each first. A service that says nothing of it is another one.
alter table listing
    add column service_type text constraint ck_listing_service_type check (
        service_type is null
        or kind = 'SERVICE'
        and service_type in ('STERILISATION', 'TESTING', 'TRANSPORT', 'CREW', 'FINANCE', 'KNOW_HOW', 'OTHER')),
    add column sterilisation_method text constraint ck_listing_sterilisation_method
        check (sterilisation_method in ('ETHYLENE_OXIDE', 'GAMMA', 'ELECTRON_BEAM', 'STEAM', 'PLASMA', 'OTHER')),
    add column cycle_minutes integer constraint ck_listing_cycle_minutes check (cycle_minutes between 1 and 129600),
    add column aeration_minutes integer constraint ck_listing_aeration_minutes check (aeration_minutes between 0 and 129600),
    add column chamber_amount numeric(24, 6) constraint ck_listing_chamber_amount check (chamber_amount > 0),
    add column chamber_unit text,
    add column turnaround_hours integer constraint ck_listing_turnaround_hours check (turnaround_hours between 1 and 8760),
    add column vehicle text constraint ck_listing_vehicle check (length(vehicle) between 1 and 120),
    add column payload_amount numeric(24, 6) constraint ck_listing_payload_amount check (payload_amount > 0),
    add column payload_unit text,
    add column cargo_amount numeric(24, 6) constraint ck_listing_cargo_amount check (cargo_amount > 0),
    add column cargo_unit text,
    add column coldest numeric(5, 1) constraint ck_listing_coldest check (coldest between -273 and 999),
    add column warmest numeric(5, 1) constraint ck_listing_warmest check (warmest between -273 and 999),
    add column headcount integer constraint ck_listing_headcount check (headcount between 1 and 1000000),
    add column limit_minor bigint constraint ck_listing_limit check (limit_minor > 0),
    add column limit_currency char(3),
    add column yearly_rate numeric(7, 6) constraint ck_listing_yearly_rate check (yearly_rate >= 0 and yearly_rate < 1),
    add column term_days integer constraint ck_listing_term_days check (term_days between 1 and 36500),
    add column handed_over text constraint ck_listing_handed_over check (length(handed_over) between 1 and 400),
    add constraint ck_listing_sterilisation check (
        service_type is not distinct from 'STERILISATION'
        or (sterilisation_method is null and cycle_minutes is null and aeration_minutes is null and chamber_amount is null)),
    add constraint ck_listing_chamber check ((chamber_amount is null) = (chamber_unit is null)),
    add constraint ck_listing_testing check (service_type is not distinct from 'TESTING' or turnaround_hours is null),
    add constraint ck_listing_transport check (
        service_type is not distinct from 'TRANSPORT'
        or (vehicle is null and payload_amount is null and cargo_amount is null and coldest is null and warmest is null)),
    add constraint ck_listing_payload check ((payload_amount is null) = (payload_unit is null)),
    add constraint ck_listing_cargo check ((cargo_amount is null) = (cargo_unit is null)),
    add constraint ck_listing_temperature check ((coldest is null) = (warmest is null) and coldest <= warmest),
    add constraint ck_listing_crew check (service_type is not distinct from 'CREW' or headcount is null),
    add constraint ck_listing_finance check (
        service_type is not distinct from 'FINANCE' or (limit_minor is null and yearly_rate is null)),
    add constraint ck_listing_limit_whole check ((limit_minor is null) = (limit_currency is null)),
    add constraint ck_listing_term check (
        service_type is not distinct from 'FINANCE' or service_type is not distinct from 'KNOW_HOW' or term_days is null),
    add constraint ck_listing_know_how check (service_type is not distinct from 'KNOW_HOW' or handed_over is null);

-- Goods that are ready.
alter table listing
    add column batch text constraint ck_listing_batch check (length(batch) between 1 and 120),
    add column best_before date,
    add constraint ck_listing_stock check (kind = 'FINISHED_STOCK' or (batch is null and best_before is null));

-- ── What each of them sells ──────────────────────────────────────────────────
-- The same policy as catalogue.Sale; a test holds the two against each other.
alter table listing alter column sells set expression as (
    case
        when state = 'WITHDRAWN' or service_type in ('FINANCE', 'KNOW_HOW') then 'NOTHING'
        when service_type = 'CREW' then 'TIME'
        when kind in ('MATERIAL', 'FINISHED_STOCK') or supply_mode = 'FINISHED_STOCK'
            or (kind = 'EQUIPMENT' and quantity_dimension is not null)
            then coalesce('LOT ' || quantity_dimension, 'NOTHING')
        when kind = 'EQUIPMENT' or supply_mode = 'LINE_FOR_HIRE' or quantity_dimension is null then 'TIME'
        else 'RATE ' || quantity_dimension
    end
);
