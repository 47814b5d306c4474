-- A list asks for its names among all organisations, those that were merged too; the index of the others alone could not answer that.
create index ix_organisation_name on organisation (name_key);
drop index ix_organisation_name_key;
