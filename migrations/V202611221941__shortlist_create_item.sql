-- What somebody keeps in sight while choosing. A listing that goes out of their sight stays here unseen, so that it comes back if it does.
create table shortlist_item (
    person_id uuid not null constraint fk_shortlist_item_person references person (id),
    listing_id uuid not null constraint fk_shortlist_item_listing references listing (id) on delete cascade,
    note text not null default '' constraint ck_shortlist_item_note check (length(note) <= 300),
    added_at timestamptz not null,
    constraint pk_shortlist_item primary key (person_id, listing_id)
);
