package org.muster.importexport;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import org.muster.organisation.OrganisationsMerged;

/** Lets imports, and the mappings remembered with them, follow when two organisations turn out to be one, within the transaction that merges them. */
@ApplicationScoped
class MergedOwners {

    private final EntityManager database;

    MergedOwners(EntityManager database) {
        this.database = database;
    }

    void follow(@Observes OrganisationsMerged event) {
        database.createNativeQuery("update import_job set organisation_id = :stays where organisation_id = :merged")
                .setParameter("stays", event.organisation().value())
                .setParameter("merged", event.merged().value())
                .executeUpdate();
    }
}
