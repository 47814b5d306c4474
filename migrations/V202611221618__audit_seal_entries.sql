-- The trail is sealed in batches by a worker: each seal names its entries, holds a fingerprint of each, and a hash over them and the seal before it.

-- What was written and is not sealed yet; an entry comes in by the statement that writes it. Ids are not the order of commits, so nothing is
-- ever inferred from them: a line that commits late is waiting here when its time comes, and a line that never passed here is a forgery.
-- No foreign key: that an entry vanished before it was sealed has to show.
create table audit_unsealed (
    entry_id bigint constraint pk_audit_unsealed primary key
);
revoke update, truncate on audit_unsealed from muster_app;
insert into audit_unsealed (entry_id) select id from audit_entry;

create table audit_seal (
    number bigint constraint pk_audit_seal primary key constraint ck_audit_seal_number check (number >= 1),
    sealed_at timestamptz not null,
    previous bytea not null constraint ck_audit_seal_previous check (octet_length(previous) = 32),
    entries bigint[] not null constraint ck_audit_seal_entries check (cardinality(entries) >= 1),
    fingerprints bytea not null,
    hash bytea not null constraint ck_audit_seal_hash check (octet_length(hash) = 32),
    constraint ck_audit_seal_fingerprints check (octet_length(fingerprints) = 32 * cardinality(entries))
);
-- One successor each: whatever two sealers do, the chain has no fork.
create unique index uq_audit_seal_previous on audit_seal (previous);
revoke update, delete, truncate on audit_seal from muster_app;

-- When the chain was verified, and what was found.
create table audit_verification (
    id bigint generated always as identity constraint pk_audit_verification primary key,
    at timestamptz not null,
    took_millis bigint not null,
    by_whom text not null,
    seals bigint not null,
    entries bigint not null,
    waiting bigint not null,
    head bytea,
    break_kind text,
    break_seal bigint,
    break_entry bigint
);
create index ix_audit_verification_at on audit_verification (at desc);
revoke update, delete, truncate on audit_verification from muster_app;
