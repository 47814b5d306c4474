-- An amount of a lot and a day's output occupy no stretch of time; the check refused them for having none.
alter table occupancy drop constraint if exists ck_occupancy_during;
alter table occupancy add constraint ck_occupancy_during
    check (during is null or (not isempty(during) and lower(during) is not null and upper(during) is not null));
