-- Who says that they can bring all of it or a part, and by what.
create table challenge_claim (
    id uuid not null constraint pk_challenge_claim primary key,
    challenge_id uuid not null constraint fk_challenge_claim_challenge references challenge (id),
    organisation_id uuid not null constraint fk_challenge_claim_organisation references organisation (id),
    listing_id uuid constraint fk_challenge_claim_listing references listing (id),
    amount numeric not null constraint ck_challenge_claim_amount check (amount > 0),
    unit text not null,
    price_minor bigint not null constraint ck_challenge_claim_price check (price_minor >= 0),
    price_per numeric not null constraint ck_challenge_claim_price_per check (price_per > 0),
    tax_included boolean not null,
    delivery text not null constraint ck_challenge_claim_delivery check (delivery in ('EX_WORKS', 'DELIVERED')),
    ready_by date not null,
    way text not null constraint ck_challenge_claim_way check (way in ('STOCK', 'LINE', 'CONVERTED_LINE', 'IMPORTED')),
    certificates text not null constraint ck_challenge_claim_certificates check (length(certificates) <= 300),
    notes text not null constraint ck_challenge_claim_notes check (length(notes) <= 1000),
    state text not null constraint ck_challenge_claim_state check (state in ('MADE', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
    claimed_by_name text not null,
    claimed_at timestamptz not null,
    changed_at timestamptz not null,
    decided_at timestamptz,
    decided_by_name text,
    reason text constraint ck_challenge_claim_reason check (length(reason) between 2 and 500),
    version integer not null default 0,
    -- of what it claims, how much was accepted
    accepted_amount numeric,
    constraint ck_challenge_claim_accepted check (accepted_amount > 0 and accepted_amount <= amount),
    constraint ck_challenge_claim_decided check (state not in ('ACCEPTED', 'DECLINED') or decided_at is not null),
    constraint ck_challenge_claim_accepted_amount check ((state = 'ACCEPTED') = (accepted_amount is not null)),
    constraint ck_challenge_claim_declined check (state <> 'DECLINED' or reason is not null)
);
-- One that stands at a time; who was declined or withdrew may claim again.
create unique index uq_challenge_claim_standing on challenge_claim (challenge_id, organisation_id) where state in ('MADE', 'ACCEPTED');
create index ix_challenge_claim_organisation on challenge_claim (organisation_id, claimed_at desc);

-- What it says of each limit of the challenge, by the limit's name.
create table challenge_claim_figure (
    claim_id uuid not null constraint fk_challenge_claim_figure_claim references challenge_claim (id) on delete cascade,
    name text not null,
    figure numeric not null,
    constraint pk_challenge_claim_figure primary key (claim_id, name)
);

create table challenge_claim_evidence (
    claim_id uuid not null constraint fk_challenge_claim_evidence_claim references challenge_claim (id) on delete cascade,
    attachment_id uuid not null constraint fk_challenge_claim_evidence_attachment references attachment (id),
    constraint pk_challenge_claim_evidence primary key (claim_id, attachment_id)
);
create index ix_challenge_claim_evidence_attachment on challenge_claim_evidence (attachment_id);

-- Questions and answers. Added to, never changed.
create table challenge_claim_word (
    id bigint generated always as identity constraint pk_challenge_claim_word primary key,
    claim_id uuid not null constraint fk_challenge_claim_word_claim references challenge_claim (id),
    at timestamptz not null,
    who text not null,
    by_claimant boolean not null,
    said text not null constraint ck_challenge_claim_word_said check (length(said) between 2 and 1000)
);
create index ix_challenge_claim_word_claim on challenge_claim_word (claim_id, id);
revoke update, delete, truncate on challenge_claim_word from muster_app;

-- Who was asked to claim, and by which of its listings.
create table challenge_invitation (
    challenge_id uuid not null constraint fk_challenge_invitation_challenge references challenge (id),
    organisation_id uuid not null constraint fk_challenge_invitation_organisation references organisation (id),
    listing_id uuid not null constraint fk_challenge_invitation_listing references listing (id),
    invited_at timestamptz not null,
    invited_by_name text not null,
    constraint pk_challenge_invitation primary key (challenge_id, organisation_id)
);
create index ix_challenge_invitation_organisation on challenge_invitation (organisation_id, invited_at desc);

-- Who does not want to be invited.
create table challenge_opt_out (
    organisation_id uuid not null constraint pk_challenge_opt_out primary key constraint fk_challenge_opt_out_organisation references organisation (id),
    at timestamptz not null,
    who text not null
);
