package org.muster.planning.solver;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.List;

/**
 * Undivided needs, each to one offer or to none. Exact but for the money, which is counted in coarser ticks and always rounded down, so that the bound holds.
 */
final class AssignmentProgram {

    /** Costs are counted in so many parts of the known plan's cost: fine enough to prove it, small enough for the solver. */
    private static final double PARTS = 1e10;

    private final Instance in;
    private final WorkerTask task;
    private final CpModel model = new CpModel();
    private final BoolVar[] chosen;
    private final long tick;
    private final LinearExprBuilder cost = LinearExpr.newBuilder();

    AssignmentProgram(Instance in, WorkerTask task) {
        this.in = in;
        this.task = task;
        tick = Math.max(1, (long) (task.plan().cost().total() / PARTS));
        chosen = new BoolVar[in.segments];
        build();
    }

    private void build() {
        long[] inPlan = new long[in.problem.arcs().size()];
        task.plan().legs().forEach(leg -> inPlan[leg.arc()] = leg.quantity());
        for (int s = 0; s < in.segments; s++) {
            int r = in.segmentRequirement[s];
            int d = in.demandOf[r];
            chosen[s] = model.newBoolVar("");
            long saved = in.price[s] * in.need[r] - in.penalty[d] * in.output[d];
            cost.addTerm(chosen[s], Math.floorDiv(saved, tick));
            if (in.pinned[s]) {
                model.addEquality(chosen[s], 1);
            } else if (in.output[d] == 0) {
                model.addEquality(chosen[s], 0);
            }
            model.addHint(chosen[s], inPlan[in.segmentArc[s]] > 0);
        }
        for (int o = 0; o < in.offers; o++) {
            var ordered = LinearExpr.newBuilder();
            for (int s = in.offerFrom[o]; s < in.offerFrom[o + 1]; s++) {
                ordered.addTerm(chosen[s], in.need[in.segmentRequirement[s]]);
            }
            if (in.offer[o].multiple() > 1) {
                var lots = model.newIntVar(0, in.offer[o].capacity() / in.offer[o].multiple(), "");
                model.addEquality(ordered, LinearExpr.term(lots, in.offer[o].multiple()));
            } else {
                model.addLessOrEqual(ordered, in.offer[o].capacity());
            }
        }
        for (int r = 0; r < in.requirements; r++) {
            List<Literal> offers = new ArrayList<>();
            for (int i = in.requirementFrom[r]; i < in.requirementFrom[r + 1]; i++) {
                offers.add(chosen[in.requirementSegments[i]]);
            }
            if (!offers.isEmpty()) {
                model.addAtMostOne(offers);
            }
        }
        model.minimize(cost);
    }

    WorkerAnswer solve() {
        var solver = new CpSolver();
        solver.getParameters()
                .setMaxTimeInSeconds(task.seconds())
                .setNumWorkers(2)
                .setRandomSeed((int) in.problem.effort().seed());
        CpSolverStatus status = solver.solve(model);
        if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) {
            return new WorkerAnswer(null, task.bound());
        }
        double[] quantities = new double[in.segments];
        for (int s = 0; s < in.segments; s++) {
            quantities[s] = solver.booleanValue(chosen[s]) ? in.need[in.segmentRequirement[s]] : 0;
        }
        var settled = new Settled(in, task);
        var plan = settled.planFrom(quantities);
        long known = plan == null ? task.plan().cost().total() : plan.cost().total();
        long worst = in.movingAll;
        for (int d = 0; d < in.demands; d++) {
            boolean wanted = in.need[in.demandRequirements[in.demandFrom[d]]] > 0;
            worst += wanted ? in.penalty[d] * in.output[d] : 0;
        }
        long best = worst + (long) Math.ceil(solver.bestObjectiveBound() - 1e-6) * tick;
        return new WorkerAnswer(plan, Math.min(known, Math.max(task.bound(), best)));
    }
}
