-- What a row became is a note beside it, which goes with its import and decides nothing. Listings and organisations are never deleted, they change
-- their state; checking both references, which locks the rows referred to, took three quarters of the time of writing a result down.
alter table import_row drop constraint fk_import_row_listing;
alter table import_row drop constraint fk_import_row_organisation;
