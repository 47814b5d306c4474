-- What was accepted of a claim that names no listing is a listing of its own, which the next plan can count on.
alter table challenge_claim add column offer_listing_id uuid constraint fk_challenge_claim_offer references listing (id);
