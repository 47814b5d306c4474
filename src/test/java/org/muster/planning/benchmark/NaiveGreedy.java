package org.muster.planning.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.muster.planning.model.Arc;
import org.muster.planning.model.Demand;
import org.muster.planning.model.Leg;
import org.muster.planning.model.Offer;
import org.muster.planning.model.Plan;
import org.muster.planning.model.PlanCost;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.Requirement;

/**
 * What somebody with a list and a telephone would do: need by need, the cheapest offer first, charges spread over its capacity, whole lots where they fit. For
 * problems whose demands have one component each, as those of the benchmark.
 */
public final class NaiveGreedy {

    public static Plan plan(PlanProblem problem) {
        double[] unit = new double[problem.arcs().size()];
        for (int a = 0; a < unit.length; a++) {
            Arc arc = problem.arcs().get(a);
            Offer offer = problem.offers().get(arc.offer());
            unit[a] = arc.unitPrice() + (double) offer.fixedCharge() / Math.max(1, offer.capacity());
        }
        return plan(problem, a -> unit[a]);
    }

    /**
     * Need by need, in the order of the list.
     *
     * @param rank of each arc; the least is taken first
     */
    public static Plan plan(PlanProblem problem, IntToDoubleFunction rank) {
        long[] ordered = new long[problem.offers().size()];
        long[] taken = new long[problem.requirements().size()];
        long[] onArc = new long[problem.arcs().size()];
        Integer[] bestFirst = new Integer[onArc.length];
        Arrays.setAll(bestFirst, a -> a);
        Arrays.sort(bestFirst, Comparator.comparingDouble(a -> rank.applyAsDouble(a)));
        List<List<Integer>> arcsOf = new ArrayList<>();
        problem.requirements().forEach(requirement -> arcsOf.add(new ArrayList<>()));
        for (int a : bestFirst) {
            arcsOf.get(problem.arcs().get(a).requirement()).add(a);
        }
        for (int r = 0; r < taken.length; r++) {
            Requirement requirement = problem.requirements().get(r);
            for (int a : arcsOf.get(r)) {
                Arc arc = problem.arcs().get(a);
                Offer offer = problem.offers().get(arc.offer());
                long wish = Math.min(arc.maximum(), requirement.quantity() - taken[r]);
                long order = offer.greatestOrderUpTo(ordered[arc.offer()] + wish);
                long quantity = order - ordered[arc.offer()];
                boolean divides = requirement.undivided() && quantity < requirement.quantity();
                if (quantity > 0 && !divides) {
                    onArc[a] = quantity;
                    ordered[arc.offer()] += quantity;
                    taken[r] += quantity;
                }
            }
        }
        return plan(problem, onArc, ordered, taken);
    }

    private static Plan plan(PlanProblem problem, long[] onArc, long[] ordered, long[] taken) {
        List<Leg> legs = new ArrayList<>();
        long goods = 0;
        for (int a = 0; a < onArc.length; a++) {
            if (onArc[a] > 0) {
                legs.add(new Leg(a, onArc[a]));
                goods += onArc[a] * problem.arcs().get(a).unitPrice();
            }
        }
        long offers = 0;
        boolean[] used = new boolean[problem.suppliers().size()];
        for (int o = 0; o < ordered.length; o++) {
            if (ordered[o] > 0) {
                offers += problem.offers().get(o).fixedCharge();
                used[problem.offers().get(o).supplier()] = true;
            }
        }
        long suppliers = 0;
        for (int s = 0; s < used.length; s++) {
            suppliers += used[s] ? problem.suppliers().get(s).fixedCharge() : 0;
        }
        long shortage = 0;
        List<Long> outputs = new ArrayList<>();
        long[] reached = problem.demands().stream().mapToLong(Demand::output).toArray();
        for (int r = 0; r < taken.length; r++) {
            Requirement requirement = problem.requirements().get(r);
            int d = requirement.demand();
            reached[d] = Math.min(
                    reached[d],
                    requirement.carries(taken[r], problem.demands().get(d).output()));
        }
        for (int d = 0; d < reached.length; d++) {
            Demand demand = problem.demands().get(d);
            outputs.add(reached[d]);
            shortage += problem.penaltyOf(demand) * (demand.output() - reached[d]);
        }
        return new Plan(legs, outputs, new PlanCost(shortage, 0, goods, offers, suppliers, 0));
    }

    private NaiveGreedy() {}
}
