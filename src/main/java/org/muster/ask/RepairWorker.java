package org.muster.ask;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Looks whether a plan has to be repaired: at once when something happened, and now and then for what a process that died left behind. Several
 * replicas may: each emergency is judged under its lock, and no repair is agreed to twice.
 */
@ApplicationScoped
class RepairWorker {

    private static final Logger LOG = Logger.getLogger(RepairWorker.class);

    private static final int PATIENCE_AT_STOP_SECONDS = 10;

    private final Repairs repairs;
    private final Clock clock;

    /** A request that is still at it is left alone for so long. */
    private final Duration patience;

    private final ThreadPoolExecutor looking = new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.MINUTES,
            // One look at work and one that waits see whatever happens.
            new ArrayBlockingQueue<>(1),
            work -> {
                Thread thread = new Thread(work, "repairs");
                thread.setDaemon(true);
                return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());

    RepairWorker(
            Repairs repairs,
            Clock clock,
            @ConfigProperty(name = "muster.ask.patience", defaultValue = "PT1M") Duration patience) {
        this.repairs = repairs;
        this.clock = clock;
        this.patience = patience;
        looking.allowCoreThreadTimeOut(true);
    }

    /** Looks soon, without being waited for. */
    @Scheduled(identity = "plan-repair", every = "{muster.ask.repair-every:5s}", delayed = "5s")
    void wake() {
        looking.execute(this::look);
    }

    private void look() {
        try {
            repairs.tick(clock.instant(), patience);
        } catch (RuntimeException failure) {
            LOG.error("Plans are not repaired before the next look", failure);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        looking.shutdown();
        looking.awaitTermination(PATIENCE_AT_STOP_SECONDS, TimeUnit.SECONDS);
    }
}
