-- Every row is written anew twice, by the dry run and by the run. The run takes rows in the order of their numbers, for which the primary key
-- is enough; with no index that depends on "done", and room on its page, what it writes of a row touches no index at all.
drop index ix_import_row_waiting;
alter table import_row set (fillfactor = 50);
