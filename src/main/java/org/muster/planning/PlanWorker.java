package org.muster.planning;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.muster.planning.PlanRunSteps.Turn;
import org.muster.planning.PlanRuns.Ended;
import org.muster.planning.PlanRuns.WorkWaits;
import org.muster.planning.model.PlanChecker;
import org.muster.planning.model.PlanWatcher;
import org.muster.planning.model.ProvenPlan;
import org.muster.planning.solver.PlanMaker;
import org.muster.planning.solver.WorkerLimits;
import org.muster.planning.solver.WorkerPool;

/**
 * Makes plans: at once when one was asked for here, and by looking now and then for what another replica or a killed server left. No more at a time than the
 * machine bears; the others wait in their table. While one is made, its worker says now and then that it is alive, and keeps the best plan so far, where
 * whoever comes after a crash goes on.
 */
@ApplicationScoped
class PlanWorker {

    private static final Logger LOG = Logger.getLogger(PlanWorker.class);

    static final String POLL = "plans";

    private static final long PATIENCE_AT_STOP_SECONDS = 10;
    private static final long SAVE_NANOS = TimeUnit.MILLISECONDS.toNanos(400);

    private final PlanRunSteps steps;
    private final int atOnce;
    private final ThreadPoolExecutor executor;
    private final AtomicInteger busy = new AtomicInteger();
    private final WorkerPool exactSolvers;
    private final PlanMaker maker;
    private final Map<PlanRunId, Watch> watches = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    PlanWorker(
            PlanRunSteps steps,
            @ConfigProperty(name = "muster.planning.runs", defaultValue = "1") int atOnce,
            @ConfigProperty(name = "muster.planning.exact-solver-megabytes", defaultValue = "3000") int megabytes) {
        this.steps = steps;
        this.atOnce = atOnce;
        executor = new ThreadPoolExecutor(
                atOnce,
                atOnce,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(atOnce),
                work -> {
                    Thread thread = new Thread(work, "plans");
                    thread.setDaemon(true);
                    return thread;
                },
                // Whoever works will look for the next one anyway.
                new ThreadPoolExecutor.DiscardPolicy());
        executor.allowCoreThreadTimeOut(true);
        exactSolvers = new WorkerPool(new WorkerLimits(1, megabytes));
        maker = new PlanMaker(exactSolvers);
    }

    void begin(@Observes(during = TransactionPhase.AFTER_SUCCESS) WorkWaits waits) {
        executor.execute(this::work);
    }

    void end(@Observes(during = TransactionPhase.AFTER_SUCCESS) Ended ended) {
        Watch watch = watches.get(ended.run());
        if (watch != null) {
            watch.unwanted = true;
        }
    }

    @Scheduled(identity = POLL, every = "2s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void lookForMore() {
        if (busy.get() < atOnce) {
            executor.execute(this::work);
        }
    }

    /** Says of each plan being made here that it is, and hears which of them nobody wants any more. */
    @Scheduled(every = "1s", delayed = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void beat() {
        for (Watch watch : List.copyOf(watches.values())) {
            if (!steps.beat(watch.turn.run(), watch.turn.turn())) {
                watch.unwanted = true;
            }
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        executor.shutdown();
        executor.awaitTermination(PATIENCE_AT_STOP_SECONDS, TimeUnit.SECONDS);
        exactSolvers.close();
    }

    private void work() {
        busy.incrementAndGet();
        try {
            Optional<Turn> next = stopping ? Optional.empty() : steps.take();
            while (next.isPresent()) {
                make(next.get());
                next = stopping ? Optional.empty() : steps.take();
            }
        } catch (RuntimeException e) {
            // Left as it is: the next look finds it, when the database is back.
            LOG.error("Plans cannot be made now", e);
        } finally {
            busy.decrementAndGet();
        }
    }

    private void make(Turn turn) {
        Watch watch = new Watch(turn);
        watches.put(turn.run(), watch);
        try {
            var answer = maker.make(turn.order(), turn.best(), watch);
            if (stopping && !watch.unwanted) {
                steps.giveBack(turn.run(), turn.turn());
            } else {
                steps.answered(turn.run(), turn.turn(), turn.order(), answer);
            }
        } catch (RuntimeException e) {
            String incident = UUID.randomUUID().toString().substring(0, 8);
            LOG.errorf(e, "Plan %s failed, incident %s", turn.run(), incident);
            steps.failed(turn.run(), turn.turn(), incident);
        } finally {
            watches.remove(turn.run());
        }
    }

    /** Sees one plan being made: keeps the best now and then, and ends it when nobody wants it or the server stops. */
    private final class Watch implements PlanWatcher {

        private final Turn turn;
        private volatile boolean unwanted;
        private long savedAt = System.nanoTime() - SAVE_NANOS;

        Watch(Turn turn) {
            this.turn = turn;
        }

        @Override
        public void improved(ProvenPlan best) {
            if (System.nanoTime() - savedAt < SAVE_NANOS || !isOfThisProblem(best)) {
                return;
            }
            savedAt = System.nanoTime();
            if (!steps.improved(turn.run(), turn.turn(), best)) {
                unwanted = true;
            }
        }

        /** Fair shares are found by plans for less than is wanted; they are not shown as what they are not. */
        private boolean isOfThisProblem(ProvenPlan best) {
            return turn.order().staged().isPresent()
                    || PlanChecker.check(turn.order().problem(), best.plan()).isEmpty();
        }

        @Override
        public boolean cancelled() {
            return unwanted || stopping;
        }
    }
}
