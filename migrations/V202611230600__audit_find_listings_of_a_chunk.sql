-- A list of thousands of rows is entered by the thousand, and each thousand is one deed; its line names every listing it touched.
-- The trail of one listing finds it by this.
create index ix_audit_entry_listings on audit_entry using gin ((details -> 'listings') jsonb_path_ops) where subject_kind = 'listings';
