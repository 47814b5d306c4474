package org.muster.planning.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.muster.planning.model.Included;
import org.muster.planning.model.Leg;
import org.muster.planning.model.Plan;
import org.muster.planning.model.PlanCost;
import org.muster.planning.model.Supplier;

/**
 * A plan in the making: how much each segment carries, what follows from it, and the cost so far. Every change is journalled until {@link #commit}, so that an
 * attempt can be taken back. Pinned segments are always full. Between {@link #settle} and the next change it is a valid plan.
 */
final class Allocation {

    final Instance in;

    private final long[] carried;
    private final long[] taken;
    /** What is brought along, and with it what is taken. */
    private final long[] brought;

    private final long[] covered;
    private final long[] onArc;
    private final long[] wanted;
    private final long[] ordered;
    private final int[] openOffers;
    private final long[] reached;
    private long cost;

    private int[] journalSegment = new int[64];
    private long[] journalBefore = new long[64];
    private int journalled;
    private final int[] touchedDemand;
    private final boolean[] isTouched;
    private int touched;

    Allocation(Instance in) {
        this.in = in;
        carried = new long[in.segments];
        taken = new long[in.requirements];
        brought = new long[in.requirements];
        covered = new long[in.requirements];
        onArc = new long[in.bundled ? in.problem.arcs().size() : 0];
        wanted = in.need.clone();
        ordered = new long[in.offers];
        openOffers = new int[in.suppliers];
        reached = new long[in.demands];
        touchedDemand = new int[in.demands];
        isTouched = new boolean[in.demands];
        cost = in.movingAll;
        for (int d = 0; d < in.demands; d++) {
            reached[d] = in.carried(d, covered);
            cost += in.penalty[d] * (in.output[d] - reached[d]);
        }
        for (int s = 0; s < in.segments; s++) {
            if (in.pinned[s]) {
                put(s, in.most[s]);
            }
        }
        settle();
        commit();
    }

    long cost() {
        return cost;
    }

    long carried(int segment) {
        return carried[segment];
    }

    long taken(int requirement) {
        return taken[requirement];
    }

    long ordered(int offer) {
        return ordered[offer];
    }

    boolean uses(int supplier) {
        return openOffers[supplier] > 0;
    }

    /** Whether the supplier is used for this offer alone. */
    boolean usesOnly(int offer) {
        return ordered[offer] > 0 && openOffers[in.supplierOf[offer]] == 1;
    }

    /** What the requirement lacks of the output aimed at. */
    long missing(int requirement) {
        return Math.max(0, wanted[requirement] - covered[requirement]);
    }

    long reached(int demand) {
        return reached[demand];
    }

    /** From now on the demand's components want no more than this output needs. Not journalled. */
    void aim(int demand, long output) {
        for (int i = in.demandFrom[demand]; i < in.demandFrom[demand + 1]; i++) {
            int r = in.demandRequirements[i];
            wanted[r] = in.problem.requirements().get(r).needFor(output, in.output[demand]);
        }
    }

    /** Changes what a segment carries. The offer's rules and the joint output are the caller's concern until {@link #settle}. */
    void put(int segment, long quantity) {
        long before = carried[segment];
        if (before == quantity) {
            return;
        }
        if (journalled == journalSegment.length) {
            journalSegment = Arrays.copyOf(journalSegment, 2 * journalled);
            journalBefore = Arrays.copyOf(journalBefore, 2 * journalled);
        }
        journalSegment[journalled] = segment;
        journalBefore[journalled++] = before;
        change(segment, quantity);
    }

    private void change(int segment, long quantity) {
        long more = quantity - carried[segment];
        carried[segment] = quantity;
        cost += more * in.price[segment];
        int o = in.segmentOffer[segment];
        boolean wasOpen = ordered[o] != 0;
        ordered[o] += more;
        boolean isOpen = ordered[o] != 0;
        if (wasOpen != isOpen) {
            int u = in.supplierOf[o];
            int sign = isOpen ? 1 : -1;
            cost += sign * in.offer[o].fixedCharge();
            if (isOpen ? openOffers[u]++ == 0 : --openOffers[u] == 0) {
                cost += sign * in.supplierCharge[u];
            }
        }
        int r = in.segmentRequirement[segment];
        taken[r] += more;
        covered[r] += more;
        if (in.bundled) {
            bringAlong(in.segmentArc[segment], more);
        }
        int d = in.demandOf[r];
        if (in.plain[d]) {
            reach(d, Math.min(in.need[r], taken[r]));
        } else if (!isTouched[d]) {
            isTouched[d] = true;
            touchedDemand[touched++] = d;
        }
    }

    private void bringAlong(int arc, long more) {
        long before = onArc[arc];
        onArc[arc] += more;
        Included[] included = in.includedOf[arc];
        for (int i = 0; included != null && i < included.length; i++) {
            int r = included[i].requirement();
            long change = included[i].broughtBy(onArc[arc]) - included[i].broughtBy(before);
            brought[r] += change;
            covered[r] += change;
        }
    }

    private void reach(int d, long output) {
        cost += in.penalty[d] * (reached[d] - output);
        reached[d] = output;
    }

    /** Takes everything back from an offer but its pins. */
    void close(int o) {
        for (int s = in.offerFrom[o]; s < in.offerFrom[o + 1]; s++) {
            if (!in.pinned[s]) {
                put(s, 0);
            }
        }
    }

    /** Gives back what the demands touched since the last time cannot use, dearest first, and counts their outputs. */
    void settle() {
        while (touched > 0) {
            int d = touchedDemand[--touched];
            isTouched[d] = false;
            settle(d);
        }
    }

    private void settle(int d) {
        boolean again = true;
        while (again) {
            again = false;
            long output = in.carried(d, covered);
            for (int i = in.demandFrom[d]; i < in.demandFrom[d + 1]; i++) {
                int r = in.demandRequirements[i];
                long usable = in.usable(r, output, brought[r]);
                if (taken[r] > usable) {
                    giveBack(r, usable);
                    again = true;
                }
            }
        }
        reach(d, in.carried(d, covered));
    }

    /** Lowers what the requirement takes to at most {@code usable}: first within the rules of each offer, dearest first, then by closing whole offers. */
    private void giveBack(int r, long usable) {
        int[] dearestFirst = carryingSegments(r);
        for (int s : dearestFirst) {
            long excess = taken[r] - usable;
            if (excess <= 0) {
                return;
            }
            if (!in.undivided[r]) {
                int o = in.segmentOffer[s];
                long lowest = Math.max(in.pinnedOrder[o], ordered[o] - Math.min(excess, carried[s]));
                long lower = in.offer[o].leastOrderFrom(lowest);
                if (lower >= 0 && lower < ordered[o]) {
                    put(s, carried[s] - (ordered[o] - lower));
                }
            }
        }
        for (int s : dearestFirst) {
            if (taken[r] <= usable) {
                return;
            }
            close(in.segmentOffer[s]);
        }
    }

    private int[] carryingSegments(int r) {
        List<Integer> carrying = new ArrayList<>();
        for (int i = in.requirementFrom[r]; i < in.requirementFrom[r + 1]; i++) {
            int s = in.requirementSegments[i];
            if (carried[s] > 0 && !in.pinned[s]) {
                carrying.add(s);
            }
        }
        carrying.sort((a, b) -> Long.compare(in.price[b], in.price[a]));
        return carrying.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Keeps what was done since the last commit. */
    void commit() {
        journalled = 0;
    }

    /** Undoes what was done since the last commit. */
    void rollBack() {
        while (journalled > 0) {
            journalled--;
            change(journalSegment[journalled], journalBefore[journalled]);
        }
        while (touched > 0) {
            int d = touchedDemand[--touched];
            isTouched[d] = false;
            reach(d, in.carried(d, covered));
        }
    }

    /** Becomes a copy of another allocation of the same instance. */
    void copy(Allocation other) {
        System.arraycopy(other.carried, 0, carried, 0, carried.length);
        System.arraycopy(other.taken, 0, taken, 0, taken.length);
        System.arraycopy(other.brought, 0, brought, 0, brought.length);
        System.arraycopy(other.covered, 0, covered, 0, covered.length);
        System.arraycopy(other.onArc, 0, onArc, 0, onArc.length);
        System.arraycopy(other.ordered, 0, ordered, 0, ordered.length);
        System.arraycopy(other.openOffers, 0, openOffers, 0, openOffers.length);
        System.arraycopy(other.reached, 0, reached, 0, reached.length);
        cost = other.cost;
        journalled = 0;
    }

    /**
     * Becomes as much of a plan as the rules of this instance allow: what is forbidden, too late or more than there is stays out, an order that the offer
     * would no longer accept is shortened or left out, and so is what nobody can use.
     */
    void load(Plan plan) {
        for (int o = 0; o < in.offers; o++) {
            close(o);
        }
        long[] wish = new long[in.problem.arcs().size()];
        plan.legs().forEach(leg -> wish[leg.arc()] = leg.quantity());
        for (int s = 0; s < in.segments; s++) {
            wish[in.segmentArc[s]] -= in.pinned[s] ? in.most[s] : 0;
        }
        for (int s = 0; s < in.segments; s++) {
            int r = in.segmentRequirement[s];
            int o = in.segmentOffer[s];
            long room = Math.min(in.limit[r] - taken[r], in.offer[o].capacity() - ordered[o]);
            long quantity = Math.min(Math.min(in.most[s], wish[in.segmentArc[s]]), room);
            if (!in.pinned[s] && quantity > 0 && (!in.undivided[r] || quantity == in.need[r])) {
                put(s, quantity);
                wish[in.segmentArc[s]] -= quantity;
            }
        }
        for (int o = 0; o < in.offers; o++) {
            if (!in.offer[o].accepts(ordered[o])) {
                shorten(o);
            }
        }
        settle();
        commit();
    }

    private void shorten(int o) {
        long order = Math.max(in.pinnedOrder[o], in.offer[o].greatestOrderUpTo(ordered[o]));
        for (int s = in.offerFrom[o + 1] - 1; s >= in.offerFrom[o] && ordered[o] > order; s--) {
            if (!in.pinned[s] && !in.undivided[in.segmentRequirement[s]]) {
                put(s, Math.max(0, carried[s] - (ordered[o] - order)));
            }
        }
        if (!in.offer[o].accepts(ordered[o])) {
            close(o);
        }
    }

    /** The settled allocation as a plan. */
    Plan toPlan() {
        long[] flow = new long[in.problem.arcs().size()];
        for (int s = 0; s < in.segments; s++) {
            flow[in.segmentArc[s]] += carried[s];
        }
        List<Leg> legs = new ArrayList<>();
        long goods = 0;
        long lateness = 0;
        for (int a = 0; a < flow.length; a++) {
            if (flow[a] > 0) {
                legs.add(new Leg(a, flow[a]));
                var arc = in.problem.arcs().get(a);
                goods += arc.unitPrice() * flow[a];
                lateness += (in.problem.priceOf(arc) - arc.unitPrice()) * flow[a];
            }
        }
        long charges = 0;
        for (int o = 0; o < in.offers; o++) {
            charges += ordered[o] > 0 ? in.offer[o].fixedCharge() : 0;
        }
        long partners = 0;
        for (int u = 0; u < in.suppliers; u++) {
            Supplier supplier = in.problem.suppliers().get(u);
            partners += openOffers[u] > 0 ? supplier.fixedCharge() : 0;
        }
        long shortage = 0;
        for (int d = 0; d < in.demands; d++) {
            shortage += in.penalty[d] * (in.output[d] - reached[d]);
        }
        long moved = in.problem.kept().stream()
                .mapToLong(kept -> kept.movePrice() * Math.max(0, kept.quantity() - flow[kept.arc()]))
                .sum();
        return new Plan(
                legs,
                Arrays.stream(reached).boxed().toList(),
                new PlanCost(shortage, lateness, goods, charges, partners, moved));
    }
}
