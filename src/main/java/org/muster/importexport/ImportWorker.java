package org.muster.importexport;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.muster.importexport.Imports.WorkWaits;

/**
 * Works on imports: at once when a step was committed here, and by looking now and then for what another replica or a killed application left.
 *
 * <p>An import in the state CHECKING or RUNNING is all there is to know; each batch locks it, so any number of workers may try. A batch that fails
 * is done again row by row, and a row that keeps failing is refused with a number to ask for.
 */
@ApplicationScoped
class ImportWorker {

    private static final Logger LOG = Logger.getLogger(ImportWorker.class);

    static final String POLL = "imports";

    /** Long enough to spare statements, short enough for progress to show and a cancel to be heard. */
    private static final int ROWS_IN_A_BATCH = 1_000;

    private static final int TRIES_FOR_A_ROW = 3;
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(10);
    private static final Duration UPLOADS_WAIT = Duration.ofDays(1);

    private final ImportBatches batches;
    private final Clock clock;

    /** One thread, in the order of the steps; it works in the name of whoever runs the import, not in that of a request. */
    private final ExecutorService executor = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "imports");
        thread.setDaemon(true);
        return thread;
    });

    private volatile boolean stopping;

    ImportWorker(ImportBatches batches, Clock clock) {
        this.batches = batches;
        this.clock = clock;
    }

    void begin(@Observes(during = TransactionPhase.AFTER_SUCCESS) WorkWaits waits) {
        executor.execute(() -> work(waits.job()));
    }

    @Scheduled(identity = POLL, every = "2s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void goOn() {
        batches.working().forEach(this::work);
    }

    @Scheduled(every = "1h", delayed = "1m")
    void forgetAbandonedUploads() {
        batches.forgetReceivedBefore(clock.instant().minus(UPLOADS_WAIT));
    }

    /** Waits a moment for the work at hand, so that a short list is through before its page is shown. */
    void await(Duration patience) {
        try {
            executor.submit(() -> {}).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // A long list; its page shows how far it is.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Waiting alone does not fail", e);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        executor.shutdown();
        // What is cut off here is rolled back and waits for the next start.
        executor.awaitTermination(PATIENCE_AT_STOP.toSeconds(), TimeUnit.SECONDS);
    }

    private void work(ImportId job) {
        try {
            boolean more = true;
            while (more && !stopping) {
                more = batch(job);
            }
        } catch (RuntimeException e) {
            // Left as it is: the next look finds it, when the database is back.
            LOG.errorf(e, "Import %s cannot be worked now", job);
        }
    }

    private boolean batch(ImportId job) {
        try {
            return batches.work(job, ROWS_IN_A_BATCH);
        } catch (RuntimeException e) {
            LOG.warnf(e, "A batch of import %s failed and is done row by row", job);
        }
        boolean more = true;
        for (int row = 0; row < ROWS_IN_A_BATCH && more && !stopping; row++) {
            more = row(job);
        }
        return more;
    }

    private boolean row(ImportId job) {
        RuntimeException last = null;
        for (int attempt = 0; attempt < TRIES_FOR_A_ROW; attempt++) {
            try {
                return batches.work(job, 1);
            } catch (RuntimeException e) {
                last = e;
            }
        }
        String incident = UUID.randomUUID().toString().substring(0, 8);
        LOG.errorf(last, "A row of import %s is refused, incident %s", job, incident);
        batches.giveUpOn(job, incident);
        return true;
    }
}
