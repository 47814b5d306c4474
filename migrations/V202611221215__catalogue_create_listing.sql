create table listing (
    id uuid not null constraint pk_listing primary key,
    organisation_id uuid not null constraint fk_listing_organisation references organisation (id),
    site_id uuid not null constraint fk_listing_site references site (id),
    -- What a listing says of its supplier and its place, copied so that one row answers a hit; refreshed, set-based, in the very
    -- transaction that changes the organisation.
    organisation_name text not null,
    organisation_name_en text,
    organisation_level text not null constraint ck_listing_organisation_level
        check (organisation_level in ('UNCLAIMED', 'REGISTERED', 'DOCUMENTS_CHECKED', 'VISITED')),
    organisation_verified_until date,
    organisation_provisional boolean not null,
    place_code char(6) not null,
    province_code char(6) not null,
    city_code char(6) not null,
    county_code char(6),
    latitude double precision not null constraint ck_listing_latitude check (latitude between -90 and 90),
    longitude double precision not null constraint ck_listing_longitude check (longitude between -180 and 180),
    -- the middle of its city: all that an anonymous listing tells, also to a search by distance
    city_latitude double precision not null constraint ck_listing_city_latitude check (city_latitude between -90 and 90),
    city_longitude double precision not null constraint ck_listing_city_longitude check (city_longitude between -180 and 180),
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
    -- worked out from the operations' rates, not said by the supplier
    quantity_derived boolean not null default false,
    -- the same in the base unit of its dimension, so that amounts in different units compare
    quantity_base numeric(36, 12),
    quantity_dimension text,
    hours_per_day numeric(4, 2) constraint ck_listing_hours_per_day check (hours_per_day > 0 and hours_per_day <= 24),
    changeover_minutes integer constraint ck_listing_changeover_minutes check (changeover_minutes >= 0),
    minimum_amount numeric(24, 6) constraint ck_listing_minimum_amount check (minimum_amount > 0),
    minimum_unit text,
    multiple_amount numeric(24, 6) constraint ck_listing_multiple_amount check (multiple_amount > 0),
    multiple_unit text,
    ready_date date,
    fixed_charge_minor bigint constraint ck_listing_fixed_charge check (fixed_charge_minor >= 0),
    fixed_charge_currency char(3),
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
    -- what the scan looks in: folded to one width and case, masked when anonymous; the supplier's name joins it unless it is to stay unnamed
    own_text text not null,
    search_text text not null generated always as (
        case when confidentiality = 'ANONYMOUS' then own_text
             else own_text || E'\n' || lower(organisation_name) || E'\n' || lower(coalesce(organisation_name_en, '')) end
    ) stored,
    revision bigint not null default 1,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version integer not null default 0,
    constraint ck_listing_quantity check (
        (quantity_amount is null) = (quantity_unit is null) and (quantity_amount is null) = (quantity_base is null)
        and (quantity_amount is null) = (quantity_dimension is null)
    ),
    constraint ck_listing_minimum check ((minimum_amount is null) = (minimum_unit is null)),
    constraint ck_listing_multiple check ((multiple_amount is null) = (multiple_unit is null)),
    constraint ck_listing_fixed_charge_whole check ((fixed_charge_minor is null) = (fixed_charge_currency is null)),
    constraint ck_listing_price_whole check (
        (price_minor is null and price_currency is null and price_per_amount is null and price_per_unit is null)
        or (price_minor is not null and price_currency is not null and price_per_amount is not null and price_per_unit is not null
            and price_tax_included is not null and price_invoice is not null and price_delivery is not null)
    )
);
create unique index uq_listing_external_key on listing (organisation_id, external_key) where external_key is not null;
create index ix_listing_organisation on listing (organisation_id, state, updated_at desc);
create index ix_listing_published on listing (last_confirmed_at desc) where state = 'PUBLISHED';
create index ix_listing_search_text on listing using gin (search_text gin_trgm_ops) where state = 'PUBLISHED';

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
