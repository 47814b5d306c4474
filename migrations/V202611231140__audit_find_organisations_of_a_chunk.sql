-- The firms of a list are entered by the thousand rows, too, and the new ones of each thousand are one deed; its line names every one of them.
-- The trail of one organisation finds it by this.
create index ix_audit_entry_organisations on audit_entry using gin ((details -> 'organisations') jsonb_path_ops) where subject_kind = 'organisations';
