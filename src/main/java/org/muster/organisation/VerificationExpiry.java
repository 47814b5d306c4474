package org.muster.organisation;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Once an hour: pages count a check as run out from its day on by themselves, the search index has to be told. */
@ApplicationScoped
class VerificationExpiry {

    private final OrganisationRegistry registry;
    private final Clock clock;

    VerificationExpiry(OrganisationRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    @Scheduled(identity = "organisation-verification-expiry", every = "1h", delayed = "1m")
    void expire() {
        int lapsed;
        do {
            lapsed = registry.lapseVerifications(clock.instant());
        } while (lapsed > 0);
    }
}
