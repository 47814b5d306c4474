-- Somebody says that an organisation known from a list is theirs, with evidence; an operator, or a liaison of its area, decides.
create table ownership_claim (
    id uuid not null constraint pk_ownership_claim primary key,
    organisation_id uuid not null constraint fk_ownership_claim_organisation references organisation (id),
    claimant_id uuid not null constraint fk_ownership_claim_claimant references person (id),
    -- the registered organisation that it turns out to be; none when it is one of its own
    into_id uuid constraint fk_ownership_claim_into references organisation (id),
    job text not null constraint ck_ownership_claim_job check (length(job) between 1 and 60),
    mobile text not null,
    credit_code char(18),
    evidence text not null constraint ck_ownership_claim_evidence check (length(evidence) between 10 and 2000),
    document_id uuid constraint fk_ownership_claim_document references attachment (id),
    asked_at timestamptz not null,
    state text not null constraint ck_ownership_claim_state check (state in ('WAITING', 'GRANTED', 'REFUSED', 'WITHDRAWN', 'OVERTAKEN')),
    reason text constraint ck_ownership_claim_reason check (length(reason) between 4 and 1000),
    decided_by uuid constraint fk_ownership_claim_decided_by references person (id),
    -- the area by which a liaison was let to decide; empty for operators
    delegated_area char(6),
    decided_at timestamptz,
    constraint ck_ownership_claim_decided check (
        (state = 'WAITING') = (decided_at is null) and (state in ('GRANTED', 'REFUSED')) = (decided_by is not null)
        and (state in ('GRANTED', 'REFUSED')) = (reason is not null)),
    constraint ck_ownership_claim_not_by_oneself check (decided_by <> claimant_id)
);
create unique index uq_ownership_claim_waiting on ownership_claim (organisation_id, claimant_id) where state = 'WAITING';
create index ix_ownership_claim_waiting on ownership_claim (asked_at) where state = 'WAITING';
create index ix_ownership_claim_claimant on ownership_claim (claimant_id, asked_at desc);
