package org.muster.planning.solver;

import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.PlanWatcher;
import org.muster.planning.model.Planner;
import org.muster.planning.model.ProvenPlan;

/** What an exact solver makes of a problem without the Lagrangian search before it: for comparison. */
public final class ExactSolverAlone implements Planner {

    private final WorkerPool workers;

    public ExactSolverAlone(WorkerPool workers) {
        this.workers = workers;
    }

    /** The solver that would be asked; where the time will not do, the one that keeps what it has. */
    public static String nameFor(PlanProblem problem) {
        return engine(new Instance(problem)).name();
    }

    private static Engine engine(Instance in) {
        return in.segments > 4_000 && in.offers > 200 ? Engine.SCIP : Engine.forInstance(in);
    }

    @Override
    public ProvenPlan plan(PlanProblem problem, PlanWatcher watcher) {
        var in = new Instance(problem);
        var nothing = new Allocation(in).toPlan();
        double seconds = problem.effort().timeLimit().toMillis() / 1000.0;
        var task = new WorkerTask(engine(in), problem, nothing, Long.MIN_VALUE, seconds);
        try {
            var answer = workers.ask(task, TimeUnit.MILLISECONDS.toNanos((long) (1100 * seconds)), watcher::cancelled)
                    .orElse(new WorkerAnswer(null, 0));
            var plan = answer.plan();
            return new ProvenPlan(
                    plan == null ? nothing : plan,
                    Math.max(0, answer.bound()),
                    in.unavoidable,
                    Collections.nCopies(in.requirements, 0.0));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while measuring", e);
        }
    }
}
