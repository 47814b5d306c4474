-- Who did what to which thing. The application may add and read, never change or delete.
create table audit_entry (
    id bigint generated always as identity constraint pk_audit_entry primary key,
    at timestamptz not null,
    actor_id uuid,
    actor_name text not null,
    organisation_id uuid,
    action text not null,
    subject_kind text not null,
    subject_id uuid not null,
    details jsonb not null default '{}'
);
create index ix_audit_entry_subject on audit_entry (subject_kind, subject_id, id desc);
create index ix_audit_entry_at on audit_entry (at desc);
create index ix_audit_entry_action on audit_entry (action, id desc);
create index ix_audit_entry_actor on audit_entry (lower(actor_name) text_pattern_ops, id desc);

revoke update, delete, truncate on audit_entry from muster_app;
