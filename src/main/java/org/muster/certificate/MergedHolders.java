package org.muster.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.UUID;
import org.muster.organisation.OrganisationsMerged;

/**
 * Lets certificates follow when two organisations turn out to be one, within the transaction that merges them. Of one that both show, the one
 * that stays keeps its own, and the duplicate's is withdrawn with all that was checked of it.
 */
@ApplicationScoped
class MergedHolders {

    private final EntityManager database;
    private final Clock clock;

    MergedHolders(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void follow(@Observes OrganisationsMerged event) {
        UUID stays = event.organisation().value();
        UUID merged = event.merged().value();
        database.createNativeQuery("""
                        update certificate c set withdrawn_at = :now, version = version + 1
                        where c.organisation_id = :merged and c.withdrawn_at is null and c.number <> '' and exists (
                            select from certificate o where o.organisation_id = :stays and o.withdrawn_at is null
                                and o.kind = c.kind and o.number = c.number)
                        """)
                .setParameter("now", clock.instant())
                .setParameter("merged", merged)
                .setParameter("stays", stays)
                .executeUpdate();
        database.createNativeQuery("""
                        update certificate set organisation_id = :stays, version = version + 1 where organisation_id = :merged
                        """)
                .setParameter("merged", merged)
                .setParameter("stays", stays)
                .executeUpdate();
    }
}
