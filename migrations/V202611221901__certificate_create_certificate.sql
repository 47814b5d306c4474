-- What an organisation can prove. What was checked is a revision; whatever is changed afterwards is stated again, not confirmed.
create table certificate (
    id uuid not null constraint pk_certificate primary key,
    organisation_id uuid not null constraint fk_certificate_organisation references organisation (id),
    kind text not null constraint ck_certificate_kind check (kind in (
        'BUSINESS_LICENCE', 'REGISTRATION', 'EMERGENCY_REGISTRATION', 'FILING', 'PRODUCTION_LICENCE', 'DISTRIBUTION_LICENCE',
        'HYGIENE_LICENCE', 'INDUSTRIAL_LICENCE', 'FOOD_LICENCE', 'COMPULSORY_CERTIFICATION', 'LABORATORY', 'TEST_REPORT',
        'MANAGEMENT_SYSTEM', 'FOREIGN_APPROVAL', 'OTHER')),
    -- folded by the public rule it follows, as written where none does
    number text not null constraint ck_certificate_number check (length(number) <= 80),
    issuer text not null constraint ck_certificate_issuer check (length(issuer) between 1 and 120),
    relation text not null constraint ck_certificate_relation check (relation in ('OWN', 'COMMISSIONED_PRODUCTION', 'DEALER_AUTHORISATION')),
    holder text constraint ck_certificate_holder check (length(holder) between 2 and 120),
    -- keys of glossary terms; none stand for the whole organisation
    scope text[] not null default '{}',
    scope_text text not null default '' constraint ck_certificate_scope_text check (length(scope_text) <= 1000),
    -- [{"written":"YY 0469-2023","code":"YY 0469","edition":"2023"}]; what we do not know has no code
    standards jsonb not null default '[]',
    valid_from date,
    valid_to date,
    document_id uuid constraint fk_certificate_document references attachment (id),
    withdrawn_at timestamptz,
    revision integer not null default 1,
    check_state text not null default 'STATED' constraint ck_certificate_check_state check (check_state in ('STATED', 'CONFIRMED', 'REJECTED')),
    checked_at timestamptz,
    -- of the warnings before the end, the nearest that was given, in days
    warned_days integer,
    created_by uuid constraint fk_certificate_created_by references person (id),
    created_at timestamptz not null,
    stated_at timestamptz not null,
    version integer not null default 0,
    constraint ck_certificate_holder_named check ((relation = 'OWN') = (holder is null)),
    constraint ck_certificate_order check (valid_from is null or valid_to is null or valid_from <= valid_to),
    constraint ck_certificate_checked check ((check_state = 'STATED') = (checked_at is null))
);
create index ix_certificate_organisation on certificate (organisation_id) where withdrawn_at is null;
create unique index uq_certificate_number on certificate (organisation_id, kind, number) where withdrawn_at is null and number <> '';
create index ix_certificate_number on certificate (kind, number) where withdrawn_at is null;
create index ix_certificate_waiting on certificate (stated_at) where withdrawn_at is null and check_state = 'STATED';
create index ix_certificate_valid_to on certificate (valid_to) where withdrawn_at is null and valid_to is not null;
create index ix_certificate_document on certificate (document_id);

-- Who looked at which revision, when, on what proof. Added to, never changed.
create table certificate_check (
    id uuid not null constraint pk_certificate_check primary key,
    certificate_id uuid not null constraint fk_certificate_check_certificate references certificate (id),
    revision integer not null,
    verdict text not null constraint ck_certificate_check_verdict check (verdict in ('CONFIRM', 'REJECT')),
    proof text not null constraint ck_certificate_check_proof check (length(proof) between 4 and 1000),
    -- the sha256 of the document that was looked at, in hexadecimal digits
    document_sha256 text constraint ck_certificate_check_document check (length(document_sha256) = 64),
    checked_by uuid not null constraint fk_certificate_check_checked_by references person (id),
    -- the area by which a liaison was let to check; empty for operators
    delegated_area char(6),
    checked_at timestamptz not null
);
create index ix_certificate_check_certificate on certificate_check (certificate_id, checked_at desc);
revoke update, delete, truncate on certificate_check from muster_app;
