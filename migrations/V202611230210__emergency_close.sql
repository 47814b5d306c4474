-- Who ended it and why is read by everybody who comes later.
alter table emergency
    add column closed_by_name text,
    add column closed_reason text constraint ck_emergency_closed_reason check (length(closed_reason) between 4 and 500),
    add constraint ck_emergency_closed_by check ((closed_at is null) = (closed_by_name is null) and (closed_at is null) = (closed_reason is null));
