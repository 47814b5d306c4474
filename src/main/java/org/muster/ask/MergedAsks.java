package org.muster.ask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import org.muster.organisation.OrganisationsMerged;

/** Lets asks follow when two organisations turn out to be one, those it sent and those it got, within the transaction that merges them. */
@ApplicationScoped
class MergedAsks {

    private static final String SENT = "update ask set holder_id = :stays where holder_id = :merged";
    private static final String GOT = "update ask set organisation_id = :stays where organisation_id = :merged";

    private final EntityManager database;

    MergedAsks(EntityManager database) {
        this.database = database;
    }

    void follow(@Observes OrganisationsMerged event) {
        for (String sql : new String[] {SENT, GOT}) {
            database.createNativeQuery(sql)
                    .setParameter("stays", event.organisation().value())
                    .setParameter("merged", event.merged().value())
                    .executeUpdate();
        }
    }
}
