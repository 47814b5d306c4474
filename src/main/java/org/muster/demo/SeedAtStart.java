package org.muster.demo;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Whoever starts Muster on their own machine finds a market in it. Runs after the glossary is there, before the outbox delivers. */
@ApplicationScoped
@IfBuildProfile("dev")
class SeedAtStart {

    private static final Logger LOG = Logger.getLogger(SeedAtStart.class);

    private final DemoSeeder seeder;

    SeedAtStart(DemoSeeder seeder) {
        this.seeder = seeder;
    }

    void start(@Observes StartupEvent event) {
        long began = System.nanoTime();
        try {
            DemoSeeder.Seeded seeded = seeder.seed();
            if (seeded.organisations() > 0) {
                LOG.infof(
                        "Demo data: %d organisations and %d listings made in %d ms",
                        seeded.organisations(),
                        seeded.listings(),
                        Duration.ofNanos(System.nanoTime() - began).toMillis());
            }
        } catch (RuntimeException unfinished) {
            // Half a market is no reason not to start: what was made is whole, and the next start makes the rest.
            LOG.error("The demo data are incomplete", unfinished);
        }
    }
}
