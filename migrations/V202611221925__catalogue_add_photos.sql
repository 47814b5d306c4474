-- What a listing looks like: of the line, of its nameplate. Each in two sizes, made anew from what was handed in.
create table listing_photo (
    id uuid not null constraint pk_listing_photo primary key,
    listing_id uuid not null constraint fk_listing_photo_listing references listing (id),
    subject text not null constraint ck_listing_photo_subject check (subject in ('WHOLE', 'NAMEPLATE', 'DETAIL')),
    caption text not null default '' constraint ck_listing_photo_caption check (length(caption) <= 200),
    large_id uuid not null constraint fk_listing_photo_large references attachment (id),
    small_id uuid not null constraint fk_listing_photo_small references attachment (id),
    width integer not null constraint ck_listing_photo_width check (width between 1 and 10000),
    height integer not null constraint ck_listing_photo_height check (height between 1 and 10000),
    -- the lowest comes first
    position integer not null,
    added_at timestamptz not null,
    constraint uq_listing_photo_position unique (listing_id, position)
);
create index ix_listing_photo_large on listing_photo (large_id);
create index ix_listing_photo_small on listing_photo (small_id);
-- The first one, copied so that one row answers a hit.
alter table listing add column cover_photo_id uuid constraint fk_listing_cover_photo references listing_photo (id) on delete set null;
create index ix_listing_cover_photo on listing (cover_photo_id) where cover_photo_id is not null;
