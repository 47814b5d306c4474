-- The highest level takes two persons: one proposes, another grants. What was granted by one before stays as it was.
alter table verification_decision add column proposed_by uuid
    constraint fk_verification_decision_proposed_by references person (id);
-- The area by which a liaison decided; empty for operators.
alter table verification_decision add column delegated_area char(6);

alter table verification_decision drop constraint ck_verification_decision_verdict;
alter table verification_decision add constraint ck_verification_decision_verdict
    check (verdict in ('GRANT_DOCUMENTS', 'PROPOSE_VISITED', 'GRANT_VISITED', 'REFUSE', 'WITHDRAW'));
alter table verification_decision drop constraint ck_verification_decision_valid_until;
alter table verification_decision add constraint ck_verification_decision_valid_until
    check ((valid_until is not null) = (verdict in ('GRANT_DOCUMENTS', 'PROPOSE_VISITED', 'GRANT_VISITED')));
alter table verification_decision add constraint ck_verification_decision_two_persons
    check (verdict <> 'GRANT_VISITED' or (proposed_by is not null and proposed_by <> decided_by)) not valid;
alter table verification_decision add constraint ck_verification_decision_delegated
    check (delegated_area is null or verdict in ('GRANT_DOCUMENTS', 'PROPOSE_VISITED', 'REFUSE'));
