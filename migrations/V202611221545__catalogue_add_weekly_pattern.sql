-- Windows that a weekly pattern made, so that a changed pattern takes back its own and nobody else's.
alter table capacity_window add column from_pattern boolean not null default false;

-- When a listing is free week after week, with what differs from that; its windows are made ahead up to made_until and no further.
create table weekly_pattern (
    listing_id uuid not null constraint pk_weekly_pattern primary key
        constraint fk_weekly_pattern_listing references listing (id) on delete cascade,
    zone text not null,
    starts date not null,
    ends date,
    -- what the time outside of the hours counts as: not free, or nothing said of it
    rest_closed boolean not null,
    -- [{"days":"1,2,3,4,5","from":"08:00","to":"20:00"}], Monday is 1; an end that is not after its start lies on the next day
    hours jsonb not null,
    -- [{"first":"2026-12-24","last":"2026-12-25","from":"08:00","to":"12:00","note":""}]; without times the days are closed
    exceptions jsonb not null default '[]',
    holiday_years integer[] not null default '{}',
    made_until date not null,
    updated_at timestamptz not null,
    constraint ck_weekly_pattern_order check (ends is null or ends >= starts)
);
create index ix_weekly_pattern_made_until on weekly_pattern (made_until);
