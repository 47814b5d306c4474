package org.muster.planning.solver;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
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

    /** Share of the time in which the search works alone where it leaves an exact solver only what it could not rule out. */
    private static final double FIRST = 0.4;

    /** A worker that runs out of time is lost, and to start another takes a good part of this, so none is asked for less. */
    private static final Duration WORTH_ASKING = Duration.ofMillis(200);

    private final WorkerPool workers;
    private final Planner planner;

    public CertifiedPlanner(WorkerPool workers) {
        this(workers, new LagrangianPlanner());
    }

    /** @param planner the search, as {@link LagrangianPlanner} or begun somewhere */
    public CertifiedPlanner(WorkerPool workers, Planner planner) {
        this.workers = workers;
        this.planner = planner;
    }

    @Override
    public ProvenPlan plan(PlanProblem problem, PlanWatcher watcher) {
        long start = System.nanoTime();
        Effort effort = problem.effort();
        if (effort.timeLimit().compareTo(WORTH_ASKING) < 0) {
            return planner.plan(problem, watcher);
        }
        var in = new Instance(problem);
        if (!Engine.suits(in)) {
            return Engine.suitsInTheEnd(in) && effort.rounds() == Effort.UNTIL_TIME_IS_UP
                    ? planAndCertifyTheRest(in, problem, watcher, start)
                    : planner.plan(problem, watcher);
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
        return beside(task, problem, known, planner, answer -> answer, left, watcher);
    }

    /** Asks a worker, and lets the search go on meanwhile. */
    private ProvenPlan beside(
            WorkerTask task,
            PlanProblem problem,
            ProvenPlan known,
            Planner search,
            UnaryOperator<WorkerAnswer> meant,
            long left,
            PlanWatcher watcher) {
        Effort effort = problem.effort();
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
                best = better(known, search.plan(limited(problem, effort.seed() + 1, threads, left), later));
            }
            Optional<WorkerAnswer> found = answerOf(answer);
            if (found.isPresent()) {
                best = combine(problem, best, meant.apply(found.get()));
            }
            if (best != known) {
                watcher.improved(best);
            }
            return best;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return known;
        } finally {
            asking.shutdownNow();
        }
    }

    /** First the search alone, then an exact solver for what the multipliers leave open, while the search goes on from where it was. */
    private ProvenPlan planAndCertifyTheRest(Instance in, PlanProblem problem, PlanWatcher watcher, long start) {
        Effort effort = problem.effort();
        long most = effort.timeLimit().toNanos();
        ProvenPlan known =
                planner.plan(limited(problem, effort.seed(), effort.threads(), (long) (FIRST * most)), watcher);
        if (LagrangianPlanner.good(effort, known) || watcher.cancelled()) {
            return known;
        }
        Optional<Remaining> rest = Remaining.of(in, known, Engine.MOST_SEGMENTS);
        long left = most - (System.nanoTime() - start);
        Planner onwards = (other, later) -> new LagrangianPlanner().planFrom(other, known, later);
        if (rest.isEmpty()) {
            return better(
                    known,
                    onwards.plan(
                            limited(problem, effort.seed() + 1, effort.threads(), left),
                            new Until(new CompletableFuture<>(), watcher, known)));
        }
        PlanProblem open = rest.get().problem();
        var task = new WorkerTask(
                Engine.forInstance(new Instance(open)), open, rest.get().known(), known.bound(), 0.9 * left / 1e9);
        return beside(task, problem, known, onwards, answer -> rest.get().back(answer), left, watcher);
    }

    /** Where no worker can be started at all, what the search found stands. */
    private static Optional<WorkerAnswer> answerOf(Future<Optional<WorkerAnswer>> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UncheckedIOException || e.getCause() instanceof WorkerPool.Closed) {
                return Optional.empty();
            }
            throw new IllegalStateException("The exact solver could not be asked", e.getCause());
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
        return problem.with(
                new Effort(seed, Duration.ofNanos(Math.max(0, nanos)), threads, effort.rounds(), effort.gapGoal()));
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
