package org.muster.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.muster.organisation.OrganisationClosed;

/** Withdraws the certificates of an organisation that leaves, within the transaction in which it does: nobody is there any more to answer for them. */
@ApplicationScoped
class ClosedHolders {

    private final EntityManager database;
    private final Clock clock;

    ClosedHolders(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void withdraw(@Observes OrganisationClosed event) {
        database.createNativeQuery("""
                        update certificate set withdrawn_at = :now, version = version + 1
                        where organisation_id = :organisation and withdrawn_at is null
                        """)
                .setParameter("now", clock.instant())
                .setParameter("organisation", event.organisation().value())
                .executeUpdate();
    }
}
