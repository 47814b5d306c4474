-- Where a liaison checks for the operators: asked for, granted or refused, ended; all of it stays.
create table liaison_area (
    id uuid not null constraint pk_liaison_area primary key,
    person_id uuid not null constraint fk_liaison_area_person references person (id),
    place_code char(6) not null,
    office text not null constraint ck_liaison_area_office check (length(office) between 1 and 120),
    asked_at timestamptz not null,
    granted_at timestamptz,
    ended_at timestamptz,
    decided_by uuid constraint fk_liaison_area_decided_by references person (id),
    reason text constraint ck_liaison_area_reason check (length(reason) between 4 and 500),
    constraint ck_liaison_area_decided check ((granted_at is null and ended_at is null) = (decided_by is null)),
    constraint ck_liaison_area_not_by_oneself check (decided_by <> person_id)
);
create unique index uq_liaison_area_open on liaison_area (person_id, place_code) where ended_at is null;
