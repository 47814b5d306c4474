package org.muster.planning.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muster.planning.model.Arc;
import org.muster.planning.model.Demand;
import org.muster.planning.model.Included;
import org.muster.planning.model.Kept;
import org.muster.planning.model.Offer;
import org.muster.planning.model.Pin;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.Requirement;

/**
 * The problem as flat arrays. An arc becomes one to four <em>segments</em> of one price each, so that pins and kept commitments need no case of their own:
 * the pinned part is a segment that is always full, the kept part a segment whose price is lower by the price of moving it. Arcs that are forbidden, too
 * late, or too small for an undivided requirement have no segment. Segments of one offer lie side by side.
 */
final class Instance {

    final PlanProblem problem;

    final int segments;
    final int[] segmentArc;
    final int[] segmentOffer;
    final int[] segmentRequirement;
    final long[] price;
    final long[] most;
    final boolean[] pinned;

    /** For each segment the components that it brings along, null for none, and how much of each with a unit, not yet rounded down. */
    final int[] @Nullable [] bringsTo;

    final double[] @Nullable [] bringsRate;

    /** For each arc what its supplier brings along, null for nothing. */
    final Included[] @Nullable [] includedOf;

    /** Whether anything is brought along anywhere. */
    final boolean bundled;

    /** For each requirement whether somebody brings it along. */
    final boolean[] mayBeBrought;

    /** Whether any arc has more than one segment. */
    final boolean split;

    final int requirements;
    final int[] requirementFrom;
    final int[] requirementSegments;
    final int[] demandOf;
    final long[] need;
    final long[] limit;
    final long[] pinnedTaken;

    /** The most ticks that a unit of the component can be worth: all of the demand's penalty. */
    final double[] worthAtMost;

    final boolean[] undivided;

    final int offers;
    final Offer[] offer;
    final int[] offerFrom;
    final int[] supplierOf;
    final long[] pinnedOrder;

    final int suppliers;
    final int[] supplierFrom;
    final int[] supplierOffers;
    final long[] supplierCharge;

    final int demands;
    final int[] demandFrom;
    final int[] demandRequirements;
    final long[] output;
    final long[] penalty;

    /** Whether the demand has one component counted in the units of its output, so that all that is taken is used. */
    final boolean[] plain;

    /** What moving every kept commitment would cost; the kept segments earn it back. */
    final long movingAll;

    final long unavoidable;

    Instance(PlanProblem problem) {
        this.problem = problem;
        requirements = problem.requirements().size();
        offers = problem.offers().size();
        suppliers = problem.suppliers().size();
        demands = problem.demands().size();

        demandOf = new int[requirements];
        need = new long[requirements];
        limit = new long[requirements];
        undivided = new boolean[requirements];
        pinnedTaken = new long[requirements];
        for (int r = 0; r < requirements; r++) {
            Requirement requirement = problem.requirements().get(r);
            demandOf[r] = requirement.demand();
            need[r] = requirement.quantity();
            undivided[r] = requirement.undivided();
            limit[r] = need[r] == 0 ? 0 : need[r] + requirement.surplus();
        }
        output = new long[demands];
        penalty = new long[demands];
        for (int d = 0; d < demands; d++) {
            Demand demand = problem.demands().get(d);
            output[d] = demand.output();
            penalty[d] = problem.penaltyOf(demand);
        }
        worthAtMost = new double[requirements];
        for (int r = 0; r < requirements; r++) {
            int d = demandOf[r];
            worthAtMost[r] = need[r] == 0 ? 0 : (double) penalty[d] * output[d] / need[r];
        }
        demandFrom = new int[demands + 1];
        demandRequirements = grouped(demandOf, demands, demandFrom);
        plain = new boolean[demands];
        for (int d = 0; d < demands; d++) {
            plain[d] = demandFrom[d + 1] - demandFrom[d] == 1 && need[demandRequirements[demandFrom[d]]] == output[d];
        }

        offer = problem.offers().toArray(new Offer[0]);
        supplierOf = new int[offers];
        for (int o = 0; o < offers; o++) {
            supplierOf[o] = offer[o].supplier();
        }
        supplierFrom = new int[suppliers + 1];
        supplierOffers = grouped(supplierOf, suppliers, supplierFrom);
        supplierCharge = problem.suppliers().stream()
                .mapToLong(supplier -> supplier.fixedCharge())
                .toArray();

        includedOf = includedOf(problem);
        bundled = !problem.included().isEmpty();
        mayBeBrought = new boolean[requirements];
        problem.included().forEach(included -> mayBeBrought[included.requirement()] = true);
        List<Segment> built = segmentsOf(problem);
        segments = built.size();
        segmentArc = new int[segments];
        segmentOffer = new int[segments];
        segmentRequirement = new int[segments];
        price = new long[segments];
        most = new long[segments];
        pinned = new boolean[segments];
        bringsTo = new int[segments][];
        bringsRate = new double[segments][];
        pinnedOrder = new long[offers];
        for (int s = 0; s < segments; s++) {
            Segment segment = built.get(s);
            segmentArc[s] = segment.arc;
            segmentOffer[s] = problem.arcs().get(segment.arc).offer();
            segmentRequirement[s] = problem.arcs().get(segment.arc).requirement();
            price[s] = segment.price;
            most[s] = segment.most;
            pinned[s] = segment.pinned;
            bring(s, segment);
            if (segment.pinned) {
                pinnedOrder[segmentOffer[s]] += segment.most;
                pinnedTaken[segmentRequirement[s]] += segment.most;
            }
        }
        boolean several = false;
        for (int s = 1; s < segments; s++) {
            several |= segmentArc[s] == segmentArc[s - 1];
        }
        split = several;
        offerFrom = new int[offers + 1];
        grouped(segmentOffer, offers, offerFrom);
        requirementFrom = new int[requirements + 1];
        requirementSegments = grouped(segmentRequirement, requirements, requirementFrom);

        movingAll = problem.kept().stream()
                .mapToLong(kept -> kept.quantity() * kept.movePrice())
                .sum();
        unavoidable = unavoidable();
    }

    /** @param from how much of the arc lies before it */
    private record Segment(int arc, long price, long from, long most, boolean pinned) {}

    private static Included[] @Nullable [] includedOf(PlanProblem problem) {
        var of = new Included[problem.arcs().size()][];
        for (Included included : problem.included()) {
            Included[] before = of[included.arc()];
            var more = before == null ? new Included[1] : Arrays.copyOf(before, before.length + 1);
            more[more.length - 1] = included;
            of[included.arc()] = more;
        }
        return of;
    }

    private void bring(int s, Segment segment) {
        Included[] included = includedOf[segment.arc];
        if (included == null) {
            return;
        }
        Included[] still = Arrays.stream(included)
                .filter(one -> segment.from < one.allWith())
                .toArray(Included[]::new);
        if (still.length > 0) {
            bringsTo[s] = Arrays.stream(still).mapToInt(Included::requirement).toArray();
            bringsRate[s] = Arrays.stream(still)
                    .mapToDouble(one -> (double) one.units() / one.of())
                    .toArray();
        }
    }

    private List<Segment> segmentsOf(PlanProblem problem) {
        Map<Integer, Long> pins = new HashMap<>();
        for (Pin pin : problem.pins()) {
            pins.put(pin.arc(), pin.quantity());
        }
        Map<Integer, Kept> keeps = new HashMap<>();
        for (Kept kept : problem.kept()) {
            keeps.put(kept.arc(), kept);
        }
        boolean[] closed = problem.closedArcs();
        int[] arcOffer = problem.arcs().stream().mapToInt(Arc::offer).toArray();
        int[] byOffer = grouped(arcOffer, offers, new int[offers + 1]);
        List<Segment> built = new ArrayList<>();
        for (int a : byOffer) {
            Arc arc = problem.arcs().get(a);
            int r = arc.requirement();
            long most = Math.min(Math.min(arc.maximum(), offer[arc.offer()].capacity()), limit[r]);
            long pin = pins.getOrDefault(a, 0L);
            boolean open = !closed[a] && problem.arrivesInTime(arc) && (!undivided[r] || most >= need[r]);
            if (!open) {
                if (pin > 0) {
                    throw new IllegalArgumentException("Arc " + a + " is pinned, but arrives after its stage began");
                }
                continue;
            }
            long full = problem.priceOf(arc);
            Kept kept = keeps.get(a);
            long keep = kept == null ? 0 : Math.min(kept.quantity(), most);
            long lower = kept == null ? full : full - kept.movePrice();
            long pinnedKept = Math.min(pin, keep);
            add(built, new Segment(a, lower, 0, pinnedKept, true));
            add(built, new Segment(a, full, pinnedKept, pin - pinnedKept, true));
            add(built, new Segment(a, lower, pin, keep - pinnedKept, false));
            add(built, new Segment(a, full, Math.max(pin, keep), most - Math.max(pin, keep), false));
        }
        return built;
    }

    /** Cut where something is brought along in full, so that each part brings the same with every unit. */
    private void add(List<Segment> built, Segment segment) {
        long from = segment.from;
        long end = segment.from + segment.most;
        Included[] included = includedOf[segment.arc];
        while (from < end) {
            long to = end;
            for (int i = 0; included != null && i < included.length; i++) {
                long all = included[i].allWith();
                to = from < all ? Math.min(to, all) : to;
            }
            built.add(new Segment(segment.arc, segment.price, from, to - from, segment.pinned));
            from = to;
        }
    }

    /** Positions of {@code groupOf} in the order of their group, stable; {@code from} receives where each group begins. */
    private static int[] grouped(int[] groupOf, int groups, int[] from) {
        for (int group : groupOf) {
            from[group + 1]++;
        }
        for (int group = 0; group < groups; group++) {
            from[group + 1] += from[group];
        }
        int[] next = Arrays.copyOf(from, groups);
        int[] members = new int[groupOf.length];
        for (int i = 0; i < groupOf.length; i++) {
            members[next[groupOf[i]]++] = i;
        }
        return members;
    }

    private long unavoidable() {
        long[] reachable = new long[requirements];
        for (int s = 0; s < segments; s++) {
            reachable[segmentRequirement[s]] += most[s];
        }
        for (Included included : problem.included()) {
            long all = 0;
            for (int s = 0; s < segments; s++) {
                all += segmentArc[s] == included.arc() ? most[s] : 0;
            }
            reachable[included.requirement()] += included.broughtBy(all);
        }
        long sum = 0;
        for (int d = 0; d < demands; d++) {
            sum += penalty[d] * (output[d] - carried(d, reachable));
        }
        return sum;
    }

    /** Ticks of a unit over the segment less what it is worth, what it brings along included. */
    double net(int s, double[] worth) {
        double net = price[s] - worth[segmentRequirement[s]];
        if (!bundled) {
            return net;
        }
        int[] to = bringsTo[s];
        double[] rate = bringsRate[s];
        for (int i = 0; to != null && rate != null && i < to.length; i++) {
            net -= rate[i] * worth[to[i]];
        }
        return net;
    }

    /** Units of output that these quantities of the components carry together. */
    long carried(int d, long[] taken) {
        long carried = output[d];
        for (int i = demandFrom[d]; i < demandFrom[d + 1]; i++) {
            int r = demandRequirements[i];
            carried = plain[d]
                    ? Math.min(carried, taken[r])
                    : Math.min(carried, problem.requirements().get(r).carries(taken[r], output[d]));
        }
        return carried;
    }

    /** The most that a requirement may take when its demand reaches this output and so much of it is brought along. */
    long usable(int r, long reached, long brought) {
        long needed = problem.requirements().get(r).needFor(reached, output[demandOf[r]]);
        long used = Math.max(0, needed - brought);
        return Math.max(pinnedTaken[r], used == 0 ? 0 : used + limit[r] - need[r]);
    }
}
