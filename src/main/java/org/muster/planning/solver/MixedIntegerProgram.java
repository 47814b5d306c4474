package org.muster.planning.solver;

import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolver.ResultStatus;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The instance as a mixed integer program with strong links: what flows over a segment is at most its share of the decision to use the offer, which makes the
 * relaxation nearly as tight as the Lagrangian bound. Where pins take more than is usable the program is a relaxation, so its bound always holds; so it is where a component may be
 * brought along.
 */
final class MixedIntegerProgram {

    /** The optimum counts as proved within this share; what solvers call feasible is no more exact. */
    private static final double TOLERANCE = 1e-9;

    /** What a bound may be off by because solvers round. */
    private static final double ROUNDING = 2e-8;

    private final Instance in;
    private final WorkerTask task;
    private final Settled settled;
    private final MPSolver solver;
    private final double scale;
    /** Null for what carries nothing in any plan that is better than the known one. */
    private final @Nullable MPVariable[] quantity;

    private final @Nullable MPVariable[] usesOffer;
    private final @Nullable MPVariable[] usesSupplier;
    private final List<MPVariable> hinted = new ArrayList<>();
    private final List<Double> hints = new ArrayList<>();

    MixedIntegerProgram(Instance in, WorkerTask task) {
        this.in = in;
        this.task = task;
        settled = new Settled(in, task);
        solver = Objects.requireNonNull(
                MPSolver.createSolver(task.engine() == Engine.SCIP ? "SCIP" : "HIGHS"), "The solver is missing");
        scale = 1e6 / Math.max(1, Math.abs((double) task.plan().cost().total()));
        quantity = new MPVariable[in.segments];
        usesOffer = new MPVariable[in.offers];
        usesSupplier = new MPVariable[in.suppliers];
        suppliers();
        offers();
        demands();
        solver.objective().setOffset(scale * in.movingAll + solver.objective().offset());
    }

    WorkerAnswer solve() {
        var parameters = new MPSolverParameters();
        parameters.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, TOLERANCE);
        if (task.engine() == Engine.SCIP) {
            solver.setTimeLimit(Math.max(1, Math.round(1000 * task.seconds())));
            solver.setHint(
                    hinted.toArray(new MPVariable[0]),
                    hints.stream().mapToDouble(Double::doubleValue).toArray());
        }
        ResultStatus status = solver.solve(parameters);
        if (status == ResultStatus.INFEASIBLE) {
            // Only plans better than the known one were asked for.
            return new WorkerAnswer(null, task.plan().cost().total());
        }
        if (status != ResultStatus.OPTIMAL && status != ResultStatus.FEASIBLE) {
            return new WorkerAnswer(null, task.bound());
        }
        double[] quantities = new double[in.segments];
        for (int s = 0; s < in.segments; s++) {
            MPVariable flow = quantity[s];
            quantities[s] = flow == null ? 0 : flow.solutionValue();
        }
        double best = solver.objective().bestBound() / scale;
        var plan = settled.planFrom(quantities);
        long cost = plan == null ? task.plan().cost().total() : plan.cost().total();
        // Every plan costs a whole number of ticks.
        double safe = Math.ceil(best - ROUNDING * Math.abs(best) - ROUNDING);
        long bound = Math.min(cost, Math.max(task.bound(), (long) safe));
        return new WorkerAnswer(plan, bound);
    }

    private void suppliers() {
        for (int u = 0; u < in.suppliers; u++) {
            int offers = in.supplierFrom[u + 1] - in.supplierFrom[u];
            if (in.supplierCharge[u] > 0 && offers > 1) {
                usesSupplier[u] = solver.makeBoolVar("");
                cost(usesSupplier[u], in.supplierCharge[u]);
            }
        }
    }

    private void offers() {
        long[] inPlan = new long[in.problem.arcs().size()];
        task.plan().legs().forEach(leg -> inPlan[leg.arc()] = leg.quantity());
        boolean[] openInPlan = new boolean[in.offers];
        for (int s = 0; s < in.segments; s++) {
            openInPlan[in.segmentOffer[s]] |= inPlan[in.segmentArc[s]] > 0;
        }
        boolean[] supplierInPlan = new boolean[in.suppliers];
        for (int o = 0; o < in.offers; o++) {
            supplierInPlan[in.supplierOf[o]] |= openInPlan[o];
            offer(o, openInPlan[o], inPlan);
        }
        for (int u = 0; u < in.suppliers; u++) {
            hint(usesSupplier[u], supplierInPlan[u] ? 1 : 0);
        }
    }

    private void offer(int o, boolean openInPlan, long[] inPlan) {
        var offer = in.offer[o];
        int u = in.supplierOf[o];
        int from = in.offerFrom[o];
        int to = in.offerFrom[o + 1];
        boolean single = in.supplierFrom[u + 1] - in.supplierFrom[u] == 1;
        long charge = offer.fixedCharge() + (single ? in.supplierCharge[u] : 0);
        boolean choice = charge > 0 || offer.minimum() > 0 || offer.allOrNothing() || in.supplierCharge[u] > 0;
        MPVariable use = null;
        if (choice) {
            use = solver.makeIntVar(settled.decided[o] > 0 ? 1 : 0, settled.decided[o] < 0 ? 0 : 1, "");
            cost(use, charge);
            hint(use, openInPlan ? 1 : 0);
            usesOffer[o] = use;
            MPVariable supplier = usesSupplier[u];
            if (supplier != null) {
                MPConstraint link = solver.makeConstraint(-MPSolver.infinity(), 0);
                link.setCoefficient(use, 1);
                link.setCoefficient(supplier, -1);
            }
        }
        MPConstraint capacity =
                solver.makeConstraint(-MPSolver.infinity(), use == null ? (double) offer.capacity() : 0);
        MPConstraint least = use != null && Math.max(offer.minimum(), offer.allOrNothing() ? 1 : 0) > 0
                ? solver.makeConstraint(0, MPSolver.infinity())
                : null;
        MPConstraint lots = offer.multiple() > 1 ? solver.makeConstraint(0, 0) : null;
        if (use != null) {
            capacity.setCoefficient(use, -(double) offer.capacity());
        }
        if (least != null) {
            least.setCoefficient(use, -(double) (offer.allOrNothing() ? offer.capacity() : offer.minimum()));
        }
        if (lots != null) {
            MPVariable number = solver.makeIntVar(0, (double) (offer.capacity() / offer.multiple()), "");
            lots.setCoefficient(number, -(double) offer.multiple());
        }
        for (int s = from; s < to; s++) {
            @Nullable MPVariable flow = segment(s, use, Math.min(in.most[s], inPlan[in.segmentArc[s]]));
            inPlan[in.segmentArc[s]] -= Math.min(in.most[s], inPlan[in.segmentArc[s]]);
            if (flow == null) {
                continue;
            }
            capacity.setCoefficient(flow, 1);
            if (least != null) {
                least.setCoefficient(flow, 1);
            }
            if (lots != null) {
                lots.setCoefficient(flow, 1);
            }
        }
    }

    private @Nullable MPVariable segment(int s, @Nullable MPVariable use, long inPlan) {
        int r = in.segmentRequirement[s];
        double most = settled.decided[in.segmentOffer[s]] < 0 ? 0 : settled.most[s];
        if (most == 0 && !in.pinned[s]) {
            return null;
        }
        boolean wholeNumbers = !in.plain[in.demandOf[r]];
        MPVariable flow = solver.makeVar(in.pinned[s] ? most : 0, most, wholeNumbers, "");
        quantity[s] = flow;
        cost(flow, in.price[s]);
        hint(flow, inPlan);
        MPVariable whole = null;
        if (in.undivided[r] && !in.pinned[s]) {
            whole = solver.makeIntVar(0, most > 0 ? 1 : 0, "");
            hint(whole, inPlan > 0 ? 1 : 0);
            MPConstraint all = solver.makeConstraint(0, 0);
            all.setCoefficient(flow, 1);
            all.setCoefficient(whole, -(double) in.need[r]);
        }
        if (use != null) {
            MPConstraint link = solver.makeConstraint(-MPSolver.infinity(), 0);
            link.setCoefficient(whole != null ? whole : flow, 1);
            link.setCoefficient(use, whole != null ? -1 : -most);
        }
        return flow;
    }

    private void demands() {
        for (int d = 0; d < in.demands; d++) {
            if (in.plain[d]) {
                plainDemand(d, in.demandRequirements[in.demandFrom[d]]);
            } else {
                jointDemand(d);
            }
        }
    }

    /** Taken + short = needed, and with a surplus a little more. */
    private void plainDemand(int d, int r) {
        MPVariable shortage = solver.makeNumVar(0, (double) in.need[r], "");
        cost(shortage, in.penalty[d]);
        hint(shortage, in.output[d] - task.plan().outputs().get(d));
        double surplus = in.limit[r] - in.need[r];
        MPConstraint covered = solver.makeConstraint((double) in.need[r], MPSolver.infinity());
        addTaken(covered, r, 1);
        covered.setCoefficient(shortage, 1);
        if (in.pinnedTaken[r] > 0) {
            return;
        }
        if (surplus == 0) {
            covered.setUb((double) in.need[r]);
            return;
        }
        MPVariable any = solver.makeBoolVar("");
        hint(any, task.plan().outputs().get(d) > 0 ? 1 : 0);
        MPConstraint usable = solver.makeConstraint(-MPSolver.infinity(), (double) in.need[r]);
        addTaken(usable, r, 1);
        usable.setCoefficient(shortage, 1);
        usable.setCoefficient(any, -surplus);
        MPConstraint none = solver.makeConstraint(-MPSolver.infinity(), (double) in.need[r]);
        none.setCoefficient(shortage, 1);
        none.setCoefficient(any, 1);
    }

    /** Every component covers its share of the output, and takes no more than the output can use, rounded up to a whole unit. */
    private void jointDemand(int d) {
        MPVariable output = solver.makeIntVar(0, (double) in.output[d], "");
        cost(output, -in.penalty[d]);
        hint(output, task.plan().outputs().get(d));
        solver.objective().setOffset(solver.objective().offset() + scale * in.penalty[d] * in.output[d]);
        MPVariable any = solver.makeBoolVar("");
        hint(any, task.plan().outputs().get(d) > 0 ? 1 : 0);
        MPConstraint some = solver.makeConstraint(0, MPSolver.infinity());
        some.setCoefficient(output, 1);
        some.setCoefficient(any, -1);
        double whole = Math.max(1, in.output[d]);
        for (int i = in.demandFrom[d]; i < in.demandFrom[d + 1]; i++) {
            int r = in.demandRequirements[i];
            double share = in.need[r] / whole;
            MPConstraint carried = solver.makeConstraint(0, MPSolver.infinity());
            addTaken(carried, r, 1);
            addBrought(carried, d, r);
            carried.setCoefficient(output, -share);
            if (in.pinnedTaken[r] == 0 && !in.mayBeBrought[r]) {
                MPConstraint usable = solver.makeConstraint(-MPSolver.infinity(), (whole - 1) / whole);
                addTaken(usable, r, 1);
                usable.setCoefficient(output, -share);
                usable.setCoefficient(any, -(double) (in.limit[r] - in.need[r]));
            }
        }
    }

    private void addTaken(MPConstraint constraint, int r, double factor) {
        for (int i = in.requirementFrom[r]; i < in.requirementFrom[r + 1]; i++) {
            MPVariable flow = quantity[in.requirementSegments[i]];
            if (flow != null) {
                constraint.setCoefficient(flow, factor);
            }
        }
    }

    /** Not rounded down, and so never less than it is. */
    private void addBrought(MPConstraint constraint, int d, int r) {
        for (int i = in.demandFrom[d]; in.mayBeBrought[r] && i < in.demandFrom[d + 1]; i++) {
            int carrying = in.demandRequirements[i];
            for (int j = in.requirementFrom[carrying]; j < in.requirementFrom[carrying + 1]; j++) {
                int s = in.requirementSegments[j];
                int[] to = in.bringsTo[s];
                double[] rate = in.bringsRate[s];
                MPVariable flow = quantity[s];
                for (int k = 0; flow != null && to != null && rate != null && k < to.length; k++) {
                    if (to[k] == r) {
                        constraint.setCoefficient(flow, rate[k]);
                    }
                }
            }
        }
    }

    private void cost(MPVariable variable, long ticks) {
        solver.objective().setCoefficient(variable, scale * ticks);
    }

    private void hint(@Nullable MPVariable variable, double value) {
        if (variable != null) {
            hinted.add(variable);
            hints.add(value);
        }
    }
}
