-- Operators ask for the entries of some days. Entries are written in the order of time, so a summary of each block finds them, and costs a hold nothing.
create index ix_ledger_entry_at on ledger_entry using brin (at);
