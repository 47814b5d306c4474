-- Time in which nothing of a listing can be had any more, for searches without the index: exclusive time, and days that are sold out.
create view taken_time as
    select listing_id, during from occupancy where during is not null
    union all
    select s.listing_id, s.during from day_pool_span s
    join day_pool p on p.listing_id = s.listing_id and p.day = s.day
    where p.reserved >= p.on_hand;
