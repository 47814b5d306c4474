package org.muster.planning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import org.muster.organisation.OrganisationsMerged;

/** Lets plans follow when two organisations turn out to be one, within the transaction that merges them. */
@ApplicationScoped
class MergedPlanners {

    private final EntityManager database;

    MergedPlanners(EntityManager database) {
        this.database = database;
    }

    void follow(@Observes OrganisationsMerged event) {
        database.createNativeQuery("update plan_run set organisation_id = :stays where organisation_id = :merged")
                .setParameter("stays", event.organisation().value())
                .setParameter("merged", event.merged().value())
                .executeUpdate();
    }
}
