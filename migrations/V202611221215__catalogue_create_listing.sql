create table listing (
    id uuid not null constraint pk_listing primary key,
    organisation_id uuid not null constraint fk_listing_organisation references organisation (id),
    site_id uuid not null constraint fk_listing_site references site (id),
    kind text not null constraint ck_listing_kind check (kind in ('PRODUCTION_LINE', 'MATERIAL', 'EQUIPMENT', 'SERVICE')),
    state text not null constraint ck_listing_state check (state in ('DRAFT', 'PUBLISHED', 'PAUSED', 'WITHDRAWN')),
    confidentiality text not null constraint ck_listing_confidentiality
        check (confidentiality in ('PUBLIC', 'VERIFIED_BUYERS', 'ANONYMOUS', 'COORDINATORS_ONLY')),
    title text not null constraint ck_listing_title check (length(title) between 2 and 160),
    title_en text,
    description text not null default '' constraint ck_listing_description check (length(description) <= 4000),
    description_en text,
    division_code char(2),
    template text,
    supply_mode text not null constraint ck_listing_supply_mode
        check (supply_mode in ('FINISHED_STOCK', 'ALL_IN', 'PROCESSING', 'LINE_FOR_HIRE', 'UNSAID')),
    crew_included boolean,
    material_included boolean,
    material_days integer constraint ck_listing_material_days check (material_days between 0 and 3650),
    missing text not null default '',
    -- a line's output a day, a material's or machine's quantity on hand; null means "makes it, no figure"
    quantity_amount numeric(24, 6) constraint ck_listing_quantity_amount check (quantity_amount > 0),
    quantity_unit text,
    hours_per_day numeric(4, 2) constraint ck_listing_hours_per_day check (hours_per_day > 0 and hours_per_day <= 24),
    changeover_minutes integer constraint ck_listing_changeover_minutes check (changeover_minutes >= 0),
    minimum_amount numeric(24, 6) constraint ck_listing_minimum_amount check (minimum_amount > 0),
    multiple_amount numeric(24, 6) constraint ck_listing_multiple_amount check (multiple_amount > 0),
    ready_date date,
    fixed_charge_minor bigint constraint ck_listing_fixed_charge check (fixed_charge_minor >= 0),
    price_minor bigint constraint ck_listing_price check (price_minor >= 0),
    price_currency char(3),
    price_per_amount numeric(24, 6) constraint ck_listing_price_per check (price_per_amount > 0),
    price_per_unit text,
    price_tax_included boolean,
    price_tax_rate numeric(5, 4) constraint ck_listing_price_tax_rate check (price_tax_rate >= 0 and price_tax_rate < 1),
    price_invoice text constraint ck_listing_price_invoice check (price_invoice in ('SPECIAL_VAT', 'ORDINARY', 'NONE', 'UNSAID')),
    price_delivery text constraint ck_listing_price_delivery check (price_delivery in ('EX_WORKS', 'DELIVERED', 'UNSAID')),
    price_valid_until date,
    -- specification values in the order shown: [{"key":"gsm","amount":"25","unit":"gsm"},{"key":"colour","text":"white"}]
    specification jsonb not null default '[]',
    declared_availability text not null constraint ck_listing_declared_availability check (declared_availability in ('FREE', 'NOT_FREE', 'UNKNOWN')),
    last_confirmed_at timestamptz not null,
    confirmed_by text not null,
    source text,
    -- one row of one source is one listing, however often it is imported
    external_key text,
    revision bigint not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version integer not null default 0,
    constraint ck_listing_quantity check ((quantity_amount is null) or (quantity_unit is not null)),
    constraint ck_listing_price_whole check (
        (price_minor is null and price_currency is null and price_per_amount is null and price_per_unit is null)
        or (price_minor is not null and price_currency is not null and price_per_amount is not null and price_per_unit is not null
            and price_tax_included is not null and price_invoice is not null and price_delivery is not null)
    )
);
create unique index uq_listing_external_key on listing (organisation_id, external_key) where external_key is not null;
create index ix_listing_organisation on listing (organisation_id, state, updated_at desc);
create index ix_listing_published on listing (last_confirmed_at desc) where state = 'PUBLISHED';

create table listing_operation (
    listing_id uuid not null constraint fk_listing_operation_listing references listing (id) on delete cascade,
    position integer not null,
    name text not null constraint ck_listing_operation_name check (length(name) between 1 and 120),
    rate_amount numeric(24, 6) constraint ck_listing_operation_rate_amount check (rate_amount > 0),
    rate_unit text,
    rate_per text constraint ck_listing_operation_rate_per check (rate_per in ('MINUTE', 'HOUR', 'SHIFT', 'DAY')),
    constraint pk_listing_operation primary key (listing_id, position),
    constraint ck_listing_operation_rate check ((rate_amount is null) = (rate_unit is null) and (rate_amount is null) = (rate_per is null))
);

create table listing_product (
    listing_id uuid not null constraint fk_listing_product_listing references listing (id) on delete cascade,
    position integer not null,
    name text not null constraint ck_listing_product_name check (length(name) between 1 and 120),
    -- MAKES: what it turns out today; CONVERTIBLE: what it could be changed over to
    relation text not null constraint ck_listing_product_relation check (relation in ('MAKES', 'CONVERTIBLE')),
    term_key text,
    constraint pk_listing_product primary key (listing_id, position)
);

create table capacity_window (
    id uuid not null constraint pk_capacity_window primary key,
    listing_id uuid not null constraint fk_capacity_window_listing references listing (id),
    during tstzrange not null constraint ck_capacity_window_bounded
        check (not isempty(during) and lower(during) is not null and upper(during) is not null),
    availability text not null constraint ck_capacity_window_availability check (availability in ('FREE', 'NOT_FREE', 'UNKNOWN')),
    note text not null default '',
    created_at timestamptz not null,
    constraint uq_capacity_window_during unique (listing_id, during without overlaps)
);
