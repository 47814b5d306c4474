package org.muster.planning.solver;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.muster.planning.model.Effort;
import org.muster.planning.model.Plan;
import org.muster.planning.model.PlanChecker;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.PlanWatcher;
import org.muster.planning.model.Planner;
import org.muster.planning.model.ProvenPlan;

/**
 * The Lagrangian planner, and for what it leaves open an exact solver in a {@link WorkerPool}. Whatever happens to the worker, the answer is a valid plan with
 * its proven gap: at worst the one that there was before the worker was asked.
 */
public final class CertifiedPlanner implements Planner {

    /** How long the search works alone: what it does not prove by then it seldom proves soon. */
    private static final Duration ALONE = Duration.ofMillis(250);

    private static final Duration ALONE_A_SEGMENT = Duration.ofNanos(50_000);

    /** Share of the time limit that the search works alone at most. */
    private static final double SHARE = 0.3;

    private final WorkerPool workers;
    private final Planner planner;

    public CertifiedPlanner(WorkerPool workers) {
        this(workers, new LagrangianPlanner());
    }

    CertifiedPlanner(WorkerPool workers, Planner planner) {
        this.workers = workers;
        this.planner = planner;
    }

    @Override
    public ProvenPlan plan(PlanProblem problem, PlanWatcher watcher) {
        long start = System.nanoTime();
        Effort effort = problem.effort();
        var in = new Instance(problem);
        if (!Engine.suits(in)) {
            return planner.plan(problem, watcher);
        }
        long alone = ALONE.toNanos() + in.segments * ALONE_A_SEGMENT.toNanos();
        long most = (long) (SHARE * effort.timeLimit().toNanos());
        ProvenPlan known =
                planner.plan(limited(problem, effort.seed(), effort.threads(), Math.min(alone, most)), watcher);
        if (LagrangianPlanner.good(effort, known) || watcher.cancelled()) {
            return known;
        }
        long left = effort.timeLimit().toNanos() - (System.nanoTime() - start);
        var task = new WorkerTask(Engine.forInstance(in), problem, known.plan(), known.bound(), 0.9 * left / 1e9);
        ExecutorService asking = Executors.newSingleThreadExecutor(run -> {
            Thread thread = new Thread(run, "certifying");
            thread.setDaemon(true);
            return thread;
        });
        try {
            Future<Optional<WorkerAnswer>> answer = asking.submit(() -> workers.ask(task, left, watcher::cancelled));
            ProvenPlan best = known;
            // A search in rounds is to end the same each time, whenever the worker ends.
            if (effort.rounds() == Effort.UNTIL_TIME_IS_UP) {
                int threads = Math.max(1, effort.threads() - 1);
                var later = new Until(answer, watcher, known);
                best = better(known, planner.plan(limited(problem, effort.seed() + 1, threads, left), later));
            }
            Optional<WorkerAnswer> found = answer.get();
            if (found.isPresent()) {
                best = combine(problem, best, found.get());
            }
            if (best != known) {
                watcher.improved(best);
            }
            return best;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return known;
        } catch (ExecutionException e) {
            throw new IllegalStateException("The exact solver could not be asked", e.getCause());
        } finally {
            asking.shutdownNow();
        }
    }

    /** Lets the search go on until the worker has answered, and passes on only what is better than what was reported before. */
    private static final class Until implements PlanWatcher {

        private final Future<?> answer;
        private final PlanWatcher watcher;
        private ProvenPlan best;

        Until(Future<?> answer, PlanWatcher watcher, ProvenPlan best) {
            this.answer = answer;
            this.watcher = watcher;
            this.best = best;
        }

        @Override
        public void improved(ProvenPlan found) {
            ProvenPlan now = better(best, found);
            if (now != best) {
                best = now;
                watcher.improved(now);
            }
        }

        @Override
        public boolean cancelled() {
            return answer.isDone() || watcher.cancelled();
        }
    }

    private static PlanProblem limited(PlanProblem problem, long seed, int threads, long nanos) {
        Effort effort = problem.effort();
        return problem.with(new Effort(seed, Duration.ofNanos(nanos), threads, effort.rounds(), effort.gapGoal()));
    }

    /** The cheaper plan with the higher bound; {@code one} itself where the other is better in nothing. */
    private static ProvenPlan better(ProvenPlan one, ProvenPlan other) {
        boolean cheaper = other.plan().cost().total() < one.plan().cost().total();
        if (!cheaper && other.bound() <= one.bound()) {
            return one;
        }
        return new ProvenPlan(
                cheaper ? other.plan() : one.plan(),
                Math.max(one.bound(), other.bound()),
                one.unavoidable(),
                other.bound() > one.bound() ? other.shadowPrices() : one.shadowPrices());
    }

    /** What a worker says is believed only where it fits: its plan when the checker finds nothing, its bound when no plan lies below it. */
    private static ProvenPlan combine(PlanProblem problem, ProvenPlan known, WorkerAnswer found) {
        Plan plan = known.plan();
        Plan other = found.plan();
        if (other != null
                && other.cost().total() < plan.cost().total()
                && PlanChecker.check(problem, other).isEmpty()) {
            plan = other;
        }
        long bound = Math.max(known.bound(), found.bound());
        if (bound > plan.cost().total()) {
            bound = known.bound();
        }
        return plan == known.plan() && bound == known.bound()
                ? known
                : new ProvenPlan(plan, bound, known.unavoidable(), known.shadowPrices());
    }
}
