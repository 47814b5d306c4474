package org.muster.ask;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Looks whether a plan has to be repaired. Several replicas may: each emergency is judged under its lock, and no repair is agreed to twice. */
@ApplicationScoped
class RepairWorker {

    /** A request that is still at it is left alone for so long. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Repairs repairs;
    private final Clock clock;

    RepairWorker(Repairs repairs, Clock clock) {
        this.repairs = repairs;
        this.clock = clock;
    }

    @Scheduled(
            identity = "plan-repair",
            every = "{muster.ask.repair-every:5s}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        repairs.tick(clock.instant(), PATIENCE);
    }
}
