package org.muster.planning.solver;

import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.muster.planning.model.Plan;
import org.muster.planning.model.PlanChecker;

/** What multipliers and a known plan leave no doubt about, and the way back from a solver's numbers to a plan. */
final class Settled {

    private static final int STEPS = 600;

    /** Share of the costs by which a case must lose before it is ruled out, against rounding. */
    private static final double MARGIN = 1e-7;

    private final Instance in;
    private final WorkerTask task;

    /** 1 is used in every plan better than the known one, -1 in none, 0 is open. */
    final byte[] decided;

    /** What a segment carries at most in any plan better than the known one. */
    final long[] most;

    private final double[] multipliers;
    private final double[] profits;

    Settled(Instance in, WorkerTask task) {
        this.in = in;
        this.task = task;
        long cost = task.plan().cost().total();
        var bound = new Bound(in);
        for (int i = 0; i < STEPS && !bound.converged(); i++) {
            bound.step(cost);
        }
        decided = new byte[in.offers];
        double room = cost - (double) bound.value() + MARGIN * Math.abs(cost);
        for (int o = 0; o < in.offers; o++) {
            if (in.pinnedOrder[o] > 0) {
                decided[o] = 1;
            } else if (bound.flip(o) > room) {
                decided[o] = (byte) (bound.uses(o) ? 1 : -1);
            }
        }
        multipliers = bound.multipliers();
        most = new long[in.segments];
        for (int s = 0; s < in.segments; s++) {
            most[s] = mostOf(s, bound, room);
        }
        profits = bound.profits();
    }

    /** Each unit over a segment that the multipliers do not want loses the difference, whatever else the plan does. */
    private long mostOf(int s, Bound bound, double room) {
        int o = in.segmentOffer[s];
        int r = in.segmentRequirement[s];
        double loss = in.net(s, multipliers);
        double left = room - (bound.uses(o) ? 0 : bound.flip(o));
        if (in.pinned[s] || loss <= 0 || loss * in.most[s] <= left) {
            return in.most[s];
        }
        long fits = left <= 0 ? 0 : (long) (left / loss);
        return in.undivided[r] && fits < in.need[r] ? 0 : fits;
    }

    /** Shares out anew among the offers that a solver uses, and prefers its own quantities where they are better; null when the known plan is. */
    @Nullable Plan planFrom(double[] quantities) {
        byte[] decisions = new byte[in.offers];
        var exact = new Allocation(in);
        boolean whole = true;
        for (int s = 0; s < in.segments; s++) {
            long quantity = Math.round(quantities[s]);
            if (!in.pinned[s] && quantity > 0) {
                exact.put(s, Math.min(quantity, in.most[s]));
                decisions[in.segmentOffer[s]] = 1;
            }
        }
        exact.settle();
        for (int o = 0; o < in.offers; o++) {
            whole &= in.offer[o].accepts(exact.ordered(o));
            if (decisions[o] == 0 && in.pinnedOrder[o] == 0) {
                decisions[o] = -1;
            }
        }
        Plan best = task.plan();
        if (whole) {
            best = better(best, exact.toPlan());
        }
        int used = 0;
        for (byte decision : decisions) {
            used += decision >= 0 ? 1 : 0;
        }
        if (used <= Reallocation.MOST_OFFERS) {
            var search = new Search(in, new SplittableRandom(1));
            search.valueAt(multipliers, profits);
            search.constructAmong(decisions);
            best = better(best, search.plan().toPlan());
        }
        return best == task.plan() ? null : best;
    }

    private Plan better(Plan best, Plan other) {
        boolean cheaper = other.cost().total() < best.cost().total();
        return cheaper && PlanChecker.check(in.problem, other).isEmpty() ? other : best;
    }
}
