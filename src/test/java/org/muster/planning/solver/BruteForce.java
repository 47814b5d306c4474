package org.muster.planning.solver;

import org.muster.planning.model.Arc;
import org.muster.planning.model.Demand;
import org.muster.planning.model.Included;
import org.muster.planning.model.Kept;
import org.muster.planning.model.Offer;
import org.muster.planning.model.Pin;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.Requirement;

/** The least cost of any plan, by trying every quantity on every arc. Knows nothing of the planner. */
final class BruteForce {

    private final PlanProblem problem;
    private final boolean[] closed;
    private final long[] pinned;
    private final long[] pinnedOf;
    private final long[] quantity;
    private final long[] taken;
    private final long[] ordered;
    private long best = Long.MAX_VALUE;

    private BruteForce(PlanProblem problem) {
        this.problem = problem;
        closed = problem.closedArcs();
        pinned = new long[problem.arcs().size()];
        pinnedOf = new long[problem.requirements().size()];
        for (Pin pin : problem.pins()) {
            pinned[pin.arc()] = pin.quantity();
            pinnedOf[problem.arcs().get(pin.arc()).requirement()] += pin.quantity();
        }
        quantity = new long[problem.arcs().size()];
        taken = new long[problem.requirements().size()];
        ordered = new long[problem.offers().size()];
    }

    static long leastCost(PlanProblem problem) {
        var search = new BruteForce(problem);
        search.tryArc(0);
        return search.best;
    }

    private void tryArc(int a) {
        if (a == quantity.length) {
            weigh();
            return;
        }
        Arc arc = problem.arcs().get(a);
        Requirement requirement = problem.requirements().get(arc.requirement());
        long room = problem.offers().get(arc.offer()).capacity() - ordered[arc.offer()];
        long use = requirement.quantity() + requirement.surplus() - taken[arc.requirement()];
        long most = closed[a] || !problem.arrivesInTime(arc) ? 0 : Math.min(Math.min(room, use), arc.maximum());
        for (long q = pinned[a]; q <= most; q++) {
            if (requirement.undivided() && q > 0 && q < requirement.quantity()) {
                continue;
            }
            quantity[a] = q;
            taken[arc.requirement()] += q;
            ordered[arc.offer()] += q;
            tryArc(a + 1);
            taken[arc.requirement()] -= q;
            ordered[arc.offer()] -= q;
        }
        quantity[a] = 0;
    }

    private void weigh() {
        long cost = 0;
        boolean[] used = new boolean[problem.suppliers().size()];
        for (int o = 0; o < ordered.length; o++) {
            Offer offer = problem.offers().get(o);
            if (ordered[o] > 0) {
                boolean fine = ordered[o] >= offer.minimum()
                        && ordered[o] % offer.multiple() == 0
                        && (!offer.allOrNothing() || ordered[o] == offer.capacity());
                if (!fine) {
                    return;
                }
                cost += offer.fixedCharge();
                used[offer.supplier()] = true;
            }
        }
        for (int s = 0; s < used.length; s++) {
            cost += used[s] ? problem.suppliers().get(s).fixedCharge() : 0;
        }
        long[] brought = new long[taken.length];
        for (Included included : problem.included()) {
            brought[included.requirement()] +=
                    Math.min(included.most(), quantity[included.arc()] * included.units() / included.of());
        }
        long[] output = problem.demands().stream().mapToLong(Demand::output).toArray();
        for (int r = 0; r < taken.length; r++) {
            Requirement requirement = problem.requirements().get(r);
            int d = requirement.demand();
            if (requirement.quantity() > 0) {
                long whole = problem.demands().get(d).output();
                output[d] = Math.min(output[d], whole * (taken[r] + brought[r]) / requirement.quantity());
            }
        }
        for (int r = 0; r < taken.length; r++) {
            Requirement requirement = problem.requirements().get(r);
            long whole = problem.demands().get(requirement.demand()).output();
            long reached = output[requirement.demand()];
            long needed = reached == 0 ? 0 : (requirement.quantity() * reached + whole - 1) / whole;
            long usable = Math.max(0, needed - brought[r]);
            if (taken[r] > Math.max(pinnedOf[r], usable == 0 ? 0 : usable + requirement.surplus())) {
                return;
            }
        }
        int last = problem.demands().stream().mapToInt(Demand::priority).max().orElse(1);
        for (int d = 0; d < output.length; d++) {
            Demand demand = problem.demands().get(d);
            long weight = Math.round(Math.pow(problem.priorityStep(), last - demand.priority()));
            cost += demand.penalty() * weight * (demand.output() - output[d]);
        }
        for (int a = 0; a < quantity.length; a++) {
            Arc arc = problem.arcs().get(a);
            Requirement requirement = problem.requirements().get(arc.requirement());
            long late = Math.max(
                    0, arc.arrival() - problem.stages().get(requirement.stage()).begins());
            cost += quantity[a] * (arc.unitPrice() + late * requirement.latePrice());
        }
        for (Kept kept : problem.kept()) {
            cost += kept.movePrice() * Math.max(0, kept.quantity() - quantity[kept.arc()]);
        }
        best = Math.min(best, cost);
    }
}
