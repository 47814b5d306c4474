-- Whom a supplier shows nothing of what it lists. Asked at every look, so that nothing has to be told to the index.
create table blocked_organisation (
    supplier_id uuid not null constraint fk_blocked_organisation_supplier references organisation (id),
    blocked_id uuid not null constraint fk_blocked_organisation_blocked references organisation (id),
    reason text not null default '' constraint ck_blocked_organisation_reason check (length(reason) <= 200),
    blocked_by text not null,
    blocked_at timestamptz not null,
    constraint pk_blocked_organisation primary key (blocked_id, supplier_id),
    constraint ck_blocked_organisation_other check (supplier_id <> blocked_id)
);
create index ix_blocked_organisation_supplier on blocked_organisation (supplier_id, blocked_at desc);
