-- What an emergency's plan was asked for with, and what the positions of its order mean: written once, so that a plan stays readable whatever
-- becomes of the listings.
create table allocation_run (
    run_id uuid not null constraint pk_allocation_run primary key constraint fk_allocation_run_run references plan_run (id) on delete cascade,
    emergency_id uuid not null constraint fk_allocation_run_emergency references emergency (id),
    -- the run that it was begun from, to see what is otherwise
    before_id uuid constraint fk_allocation_run_before references allocation_run (run_id),
    wish jsonb not null,
    sense jsonb not null,
    begun_at timestamptz not null
);
create index ix_allocation_run_emergency on allocation_run (emergency_id, begun_at desc);
create index ix_allocation_run_before on allocation_run (before_id);

-- By what right a leg of a plan is had; a leg without a row is a market purchase. Every decision stays, the last one holds.
create table allocation_basis (
    id bigint not null generated always as identity constraint pk_allocation_basis primary key,
    run_id uuid not null constraint fk_allocation_basis_run references allocation_run (run_id),
    arc integer not null constraint ck_allocation_basis_arc check (arc >= 0),
    basis text not null constraint ck_allocation_basis_basis
        check (basis in ('MARKET_PURCHASE', 'RESERVE', 'ALLOCATION', 'REQUISITION', 'DONATION')),
    authority text not null constraint ck_allocation_basis_authority_length check (length(authority) <= 120),
    document text not null constraint ck_allocation_basis_document_length check (length(document) <= 120),
    decided_by text not null,
    decided_at timestamptz not null,
    constraint ck_allocation_basis_authority check (basis in ('MARKET_PURCHASE', 'DONATION') or length(authority) >= 2),
    constraint ck_allocation_basis_document check (basis <> 'REQUISITION' or length(document) >= 2)
);
create index ix_allocation_basis_run on allocation_basis (run_id, arc, id desc);
