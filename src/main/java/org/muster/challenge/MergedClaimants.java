package org.muster.challenge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import org.muster.organisation.OrganisationsMerged;

/**
 * Lets claims and invitations follow when two organisations turn out to be one, within the transaction that merges them. Where both have a claim
 * that stands, or both were invited, that of the one that is gone stays as history.
 */
@ApplicationScoped
class MergedClaimants {

    private static final String CLAIMS = """
            update challenge_claim c set organisation_id = :stays where c.organisation_id = :merged and not (
                c.state in ('MADE', 'ACCEPTED') and exists (
                    select 1 from challenge_claim k where k.challenge_id = c.challenge_id and k.organisation_id = :stays
                        and k.state in ('MADE', 'ACCEPTED')))
            """;
    private static final String INVITATIONS = """
            update challenge_invitation i set organisation_id = :stays where i.organisation_id = :merged and not exists (
                select 1 from challenge_invitation k where k.challenge_id = i.challenge_id and k.organisation_id = :stays)
            """;
    private static final String OPT_OUTS = """
            update challenge_opt_out o set organisation_id = :stays where o.organisation_id = :merged and not exists (
                select 1 from challenge_opt_out k where k.organisation_id = :stays)
            """;

    private final EntityManager database;

    MergedClaimants(EntityManager database) {
        this.database = database;
    }

    void follow(@Observes OrganisationsMerged event) {
        for (String sql : new String[] {CLAIMS, INVITATIONS, OPT_OUTS}) {
            database.createNativeQuery(sql)
                    .setParameter("stays", event.organisation().value())
                    .setParameter("merged", event.merged().value())
                    .executeUpdate();
        }
    }
}
