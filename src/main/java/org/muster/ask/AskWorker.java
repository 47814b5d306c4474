package org.muster.ask;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Listens to silence. Several replicas may: each ask is judged under its lock, and no rung is climbed twice. */
@ApplicationScoped
class AskWorker {

    private final Asks asks;
    private final Clock clock;

    /** A request that is still at it is left alone for so long. */
    private final Duration patience;

    AskWorker(
            Asks asks,
            Clock clock,
            @ConfigProperty(name = "muster.ask.patience", defaultValue = "PT1M") Duration patience) {
        this.asks = asks;
        this.clock = clock;
        this.patience = patience;
    }

    @Scheduled(
            identity = "ask-silence",
            every = "{muster.ask.look-every:10s}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        asks.tick(clock.instant(), patience);
    }
}
