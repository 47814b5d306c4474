package org.muster.planning.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.muster.planning.model.Effort;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.PlanWatcher;
import org.muster.planning.model.Planner;
import org.muster.planning.model.ProvenPlan;

/**
 * Works in rounds: the calling thread improves the bound until it stands still and searches thereafter, the other threads search. Between rounds, and only
 * then, they exchange multipliers and plans; the length of a round is counted in work, not in time, so that the same seed takes the same steps. Small
 * instances are proved by {@link Branching} once the bound stands still, tiny ones by {@link Enumeration} in the end.
 */
public final class LagrangianPlanner implements Planner {

    /** Rounds from one reheating of the search to the next. */
    private static final int CYCLE = 20;

    /** Share of the gap a requirement that a step may lose when a cycle begins, and how it cools from round to round. */
    private static final double FIRST_HEAT = 0.2;

    private static final double COOLING = 0.8;

    private static final long LEAST_ROUND = 20_000;
    private static final long LONGEST_ROUND = 3_000_000;

    /** A gap that rounding and the end of branching leave open. */
    private static final double PROVED = 2e-7;

    /** An instance with no more combinations of quantities than this is tried in full when the bound alone does not prove the plan. */
    private static final long ENUMERABLE = 200_000;

    private final long enumerable;

    public LagrangianPlanner() {
        this(ENUMERABLE);
    }

    LagrangianPlanner(long enumerable) {
        this.enumerable = enumerable;
    }

    @Override
    public ProvenPlan plan(PlanProblem problem, PlanWatcher watcher) {
        try (var run = new Run(problem, watcher, enumerable)) {
            return run.finish();
        }
    }

    /** As {@link #plan}, but begins with what is still possible of a plan for a similar problem, and with its prices; positions are the same in both. */
    public ProvenPlan planFrom(PlanProblem problem, ProvenPlan before, PlanWatcher watcher) {
        try (var run = new Run(problem, watcher, enumerable)) {
            run.beginWith(before);
            return run.finish();
        }
    }

    /** Whether this is as near to the optimum as the effort asks for, or proved. */
    static boolean good(Effort effort, ProvenPlan found) {
        return good(effort, found.plan().cost().total(), found.bound(), found.unavoidable());
    }

    private static boolean good(Effort effort, long cost, long bound, long unavoidable) {
        double apart = (double) cost - bound;
        double avoidable = Math.max(1, cost - unavoidable);
        return apart <= Math.max(effort.gapGoal(), PROVED) * avoidable;
    }

    /** One call of the planner; closes its threads. */
    private static final class Run implements AutoCloseable {

        private final Effort effort;
        private final PlanWatcher watcher;
        private final Instance in;
        private final Bound bound;
        private final Search[] searches;
        private final Allocation best;
        private final ExecutorService helpers;
        private final BooleanSupplier stop;
        private final long roundWork;
        private final long enumerable;
        private boolean exhausted;
        private long proved = Long.MIN_VALUE;
        private long reportedCost = Long.MAX_VALUE;
        private long reportedBound = Long.MIN_VALUE;

        Run(PlanProblem problem, PlanWatcher watcher, long enumerable) {
            long start = System.nanoTime();
            this.enumerable = enumerable;
            this.watcher = watcher;
            effort = problem.effort();
            long limit = effort.timeLimit().toNanos();
            stop = () -> System.nanoTime() - start > limit || watcher.cancelled();
            in = new Instance(problem);
            bound = new Bound(in);
            searches = new Search[effort.threads()];
            SplittableRandom seeds = new SplittableRandom(effort.seed());
            for (int t = 0; t < searches.length; t++) {
                searches[t] = new Search(in, seeds.split());
            }
            helpers = Executors.newFixedThreadPool(Math.max(1, searches.length - 1), run -> {
                Thread thread = new Thread(run, "planner");
                thread.setDaemon(true);
                return thread;
            });
            roundWork = Math.max(LEAST_ROUND, Math.min(LONGEST_ROUND, 50L * in.segments));
            best = new Allocation(in);
        }

        void beginWith(ProvenPlan before) {
            bound.startFrom(before.shadowPrices());
            searches[0].plan().load(before.plan());
            keepIfBetter(searches[0]);
        }

        ProvenPlan finish() {
            bound.step((double) best.cost());
            searches[0].valueAt(bound.multipliers(), bound.profits());
            searches[0].construct();
            keepIfBetter(searches[0]);
            for (Search search : searches) {
                search.plan().copy(best);
            }
            report();
            boolean small = Enumeration.combinations(in, enumerable + 1) <= enumerable;
            boolean branched = small || !Branching.suits(in) || effort.gapGoal() > 0;
            for (int round = 0; round < effort.rounds() && !good() && !stop.getAsBoolean(); round++) {
                if (!branched && bound.converged()) {
                    branched = true;
                    proved = new Branching(in, searches[0], best, stop).prove(bound.multipliers(), bound.value());
                } else {
                    round(round);
                }
                report();
            }
            if (!good() && small && effort.gapGoal() == 0) {
                exhausted = Enumeration.improve(in, best, stop);
                report();
            }
            return proven();
        }

        private void round(int round) {
            double[] multipliers = bound.multipliers();
            double[] profits = bound.profits();
            double gap = best.cost() - bound();
            double heat = FIRST_HEAT * gap / Math.max(1, in.requirements) * Math.pow(COOLING, round % CYCLE);
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int t = 0; t < searches.length; t++) {
                Search search = searches[t];
                search.valueAt(multipliers, profits);
                if (t > 0) {
                    tasks.add(() -> {
                        search.improve(roundWork, heat, stop);
                        return null;
                    });
                }
            }
            List<Future<Void>> others = tasks.stream().map(helpers::submit).toList();
            boolean bounding = !bound.converged();
            if (bounding) {
                long steps = Math.max(1, roundWork / 2 / Math.max(1, in.segments));
                for (long i = 0; i < steps && !bound.converged() && !stop.getAsBoolean(); i++) {
                    bound.step(best.cost());
                }
            }
            if (bounding && searches[0].constructsWell(round)) {
                searches[0].valueAt(bound.multipliers(), bound.profits());
                searches[0].constructAnew();
                keepIfBetter(searches[0]);
                searches[0].plan().copy(best);
            }
            if (!bounding || searches.length == 1) {
                searches[0].improve(roundWork, heat, stop);
            }
            others.forEach(Run::await);
            for (Search search : searches) {
                keepIfBetter(search);
            }
            if (round % CYCLE == CYCLE - 1) {
                Arrays.stream(searches).forEach(search -> search.plan().copy(best));
            } else if (bounding && searches.length > 1) {
                searches[0].plan().copy(best);
            }
        }

        private void keepIfBetter(Search search) {
            if (search.plan().cost() < best.cost()) {
                best.copy(search.plan());
            }
        }

        private void report() {
            if (best.cost() < reportedCost || bound() > reportedBound) {
                reportedCost = best.cost();
                reportedBound = bound();
                if (watcher != PlanWatcher.NOBODY) {
                    watcher.improved(proven());
                }
            }
        }

        private long bound() {
            return exhausted ? best.cost() : Math.max(proved, bound.value());
        }

        private ProvenPlan proven() {
            return new ProvenPlan(
                    best.toPlan(),
                    bound(),
                    in.unavoidable,
                    Arrays.stream(bound.multipliers()).boxed().toList());
        }

        private boolean good() {
            return LagrangianPlanner.good(effort, best.cost(), bound(), in.unavoidable);
        }

        private static void await(Future<Void> task) {
            try {
                task.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while planning", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("A search failed", e.getCause());
            }
        }

        @Override
        public void close() {
            helpers.shutdownNow();
        }
    }
}
