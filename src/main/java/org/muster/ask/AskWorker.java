package org.muster.ask;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Listens to silence. Several replicas may: each ask is judged under its lock, and no rung is climbed twice. */
@ApplicationScoped
class AskWorker {

    /** A request that is still at it is left alone for so long. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Asks asks;
    private final Clock clock;

    AskWorker(Asks asks, Clock clock) {
        this.asks = asks;
        this.clock = clock;
    }

    @Scheduled(
            identity = "ask-silence",
            every = "{muster.ask.look-every:10s}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        asks.tick(clock.instant(), PATIENCE);
    }
}
