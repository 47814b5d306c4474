create table organisation (
    id uuid not null constraint pk_organisation primary key,
    name text not null constraint ck_organisation_name check (length(name) between 2 and 120),
    name_en text,
    -- full-width, brackets, blanks and case folded away: two spellings of one name are one key
    name_key text not null,
    standing text not null constraint ck_organisation_standing check (standing in ('REGISTERED', 'PROVISIONAL')),
    credit_code char(18) constraint uq_organisation_credit_code unique,
    makes text not null default '',
    division_code char(2),
    division_corrected boolean not null default false,
    mobile text,
    email text,
    place_code char(6) not null,
    verification_level text not null constraint ck_organisation_verification_level
        check (verification_level in ('UNCLAIMED', 'REGISTERED', 'DOCUMENTS_CHECKED', 'VISITED')),
    verified_until date,
    source text,
    source_date date,
    entered_by uuid,
    created_at timestamptz not null,
    version integer not null default 0,
    constraint ck_organisation_provisional check (
        (standing = 'PROVISIONAL') = (verification_level = 'UNCLAIMED')
        and (standing <> 'PROVISIONAL' or (source is not null and source_date is not null and credit_code is null))
    )
);
-- Registered, a name is one organisation's; from public lists it is one a province.
create unique index uq_organisation_name_registered on organisation (name_key) where standing = 'REGISTERED';
create unique index uq_organisation_name_provisional on organisation (name_key, left(place_code, 2)) where standing = 'PROVISIONAL';
create index ix_organisation_verified_until on organisation (verified_until) where verified_until is not null;

create table site (
    id uuid not null constraint pk_site primary key,
    organisation_id uuid not null constraint fk_site_organisation references organisation (id),
    name text not null,
    place_code char(6) not null,
    address text not null default '',
    latitude double precision not null constraint ck_site_latitude check (latitude between -90 and 90),
    longitude double precision not null constraint ck_site_longitude check (longitude between -180 and 180),
    datum text not null constraint ck_site_datum check (datum in ('WGS84', 'GCJ02')),
    exactness text not null constraint ck_site_exactness check (exactness in ('EXACT', 'TOWN', 'CENTROID')),
    position integer not null default 0
);
create index ix_site_organisation on site (organisation_id);

create table membership (
    person_id uuid not null constraint fk_membership_person references person (id),
    organisation_id uuid not null constraint fk_membership_organisation references organisation (id),
    standing text not null constraint ck_membership_standing check (standing in ('OWNER', 'COLLEAGUE')),
    since timestamptz not null,
    constraint pk_membership primary key (person_id, organisation_id)
);
create index ix_membership_organisation on membership (organisation_id);

alter table person add constraint fk_person_acting_for foreign key (id, acting_for) references membership (person_id, organisation_id);

create table invitation (
    id uuid not null constraint pk_invitation primary key,
    organisation_id uuid not null constraint fk_invitation_organisation references organisation (id),
    invited_name text not null,
    mobile text,
    email text,
    -- what the colleague will be
    standing text not null default 'COLLEAGUE' constraint ck_invitation_standing check (standing in ('OWNER', 'COLLEAGUE')),
    created_by uuid not null constraint fk_invitation_created_by references person (id),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_by uuid constraint fk_invitation_used_by references person (id),
    used_at timestamptz,
    revoked_at timestamptz,
    constraint ck_invitation_used check ((used_by is null) = (used_at is null))
);
create index ix_invitation_organisation on invitation (organisation_id);

create table verification_request (
    id uuid not null constraint pk_verification_request primary key,
    organisation_id uuid not null constraint fk_verification_request_organisation references organisation (id),
    wanted_level text not null constraint ck_verification_request_wanted_level check (wanted_level in ('DOCUMENTS_CHECKED', 'VISITED')),
    note text not null default '',
    requested_by uuid not null constraint fk_verification_request_requested_by references person (id),
    requested_at timestamptz not null,
    decided_at timestamptz
);
create unique index uq_verification_request_open on verification_request (organisation_id) where decided_at is null;

create table verification_decision (
    id uuid not null constraint pk_verification_decision primary key,
    organisation_id uuid not null constraint fk_verification_decision_organisation references organisation (id),
    request_id uuid constraint fk_verification_decision_request references verification_request (id),
    verdict text not null constraint ck_verification_decision_verdict
        check (verdict in ('GRANT_DOCUMENTS', 'GRANT_VISITED', 'REFUSE', 'WITHDRAW')),
    -- the level the organisation has after it
    level text not null constraint ck_verification_decision_level check (level in ('REGISTERED', 'DOCUMENTS_CHECKED', 'VISITED')),
    reason text not null constraint ck_verification_decision_reason check (length(reason) >= 4),
    valid_until date,
    decided_by uuid not null constraint fk_verification_decision_decided_by references person (id),
    decided_at timestamptz not null,
    constraint ck_verification_decision_valid_until check ((valid_until is not null) = (verdict in ('GRANT_DOCUMENTS', 'GRANT_VISITED')))
);
create index ix_verification_decision_organisation on verification_decision (organisation_id, decided_at desc);
