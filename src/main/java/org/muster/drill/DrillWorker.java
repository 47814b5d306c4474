package org.muster.drill;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Lets drills go on by the clock. Several replicas may: each drill is taken by one of them at a time. */
@ApplicationScoped
class DrillWorker {

    private static final Logger LOG = Logger.getLogger(DrillWorker.class);

    private final Drills drills;
    private final Clock clock;

    DrillWorker(Drills drills, Clock clock) {
        this.drills = drills;
        this.clock = clock;
    }

    @Scheduled(
            identity = "drill-clock",
            every = "{muster.drill.look-every:2s}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        for (UUID drill : drills.playing()) {
            try {
                drills.tick(drill, clock.instant());
            } catch (RuntimeException failure) {
                LOG.error("A drill stays where it is until the next look", failure);
            }
        }
    }
}
