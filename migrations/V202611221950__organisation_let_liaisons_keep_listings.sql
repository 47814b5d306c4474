-- A liaison whom an organisation lets keep its listings: not one of its people, and only up to a day, which is included.
alter table membership add column until date;
alter table membership drop constraint ck_membership_standing;
alter table membership add constraint ck_membership_standing check (standing in ('OWNER', 'COLLEAGUE', 'LIAISON'));
alter table membership add constraint ck_membership_until check ((standing = 'LIAISON') = (until is not null));
