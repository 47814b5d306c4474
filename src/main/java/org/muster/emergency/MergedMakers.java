package org.muster.emergency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import org.muster.organisation.OrganisationsMerged;

/**
 * Lets roll calls and tasks follow when two organisations turn out to be one, within the transaction that merges them. Where both were asked in one call,
 * what the one that is gone was asked and answered stays as history.
 */
@ApplicationScoped
class MergedMakers {

    private final EntityManager database;

    MergedMakers(EntityManager database) {
        this.database = database;
    }

    void follow(@Observes OrganisationsMerged event) {
        database.createNativeQuery(
                        "update roll_ask a set organisation_id = :stays where a.organisation_id = :merged and not"
                                + " exists (select 1 from roll_ask k where k.roll_call_id = a.roll_call_id and"
                                + " k.organisation_id = :stays)")
                .setParameter("stays", event.organisation().value())
                .setParameter("merged", event.merged().value())
                .executeUpdate();
        database.createNativeQuery("update emergency_task set organisation_id = :stays where organisation_id = :merged")
                .setParameter("stays", event.organisation().value())
                .setParameter("merged", event.merged().value())
                .executeUpdate();
    }
}
