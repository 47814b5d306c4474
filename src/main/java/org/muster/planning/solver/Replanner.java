package org.muster.planning.solver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muster.planning.model.Arc;
import org.muster.planning.model.Demand;
import org.muster.planning.model.Effort;
import org.muster.planning.model.Forbidden;
import org.muster.planning.model.Happening;
import org.muster.planning.model.Kept;
import org.muster.planning.model.Leg;
import org.muster.planning.model.Move;
import org.muster.planning.model.Offer;
import org.muster.planning.model.Pin;
import org.muster.planning.model.Plan;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.PlanWatcher;
import org.muster.planning.model.ProvenPlan;
import org.muster.planning.model.Replan;
import org.muster.planning.model.Requirement;

/**
 * Repairs a plan after something happened: begins with what is left of it and with its prices, and moves a commitment only where that saves more than the price
 * of moving it.
 */
public final class Replanner {

    /** Basis points of a unit's price. */
    private static final long WHOLE = 10_000;

    private final PlanProblem before;
    private final Plan plan;
    private final Map<Integer, Happening> toOffer = new HashMap<>();
    private final Set<Integer> gone = new HashSet<>();

    private Replanner(PlanProblem before, Plan plan) {
        this.before = before;
        this.plan = plan;
    }

    /**
     * @param old the plan in force, made for {@code problem}
     * @param movePrice basis points of a unit's price that moving it costs; the least is one tick
     * @param effort how long to search for the new plan
     */
    public static Replan replan(
            PlanProblem problem,
            ProvenPlan old,
            List<Happening> happenings,
            long movePrice,
            Effort effort,
            PlanWatcher watcher) {
        var replanner = new Replanner(problem, old.plan());
        PlanProblem now = replanner.after(happenings, movePrice).with(effort);
        ProvenPlan answer = new LagrangianPlanner().planFrom(now, old, watcher);
        return replanner.compare(now, answer);
    }

    private PlanProblem after(List<Happening> happenings, long movePrice) {
        List<Demand> demands = new ArrayList<>(before.demands());
        List<Requirement> requirements = new ArrayList<>(before.requirements());
        List<Offer> offers = new ArrayList<>(before.offers());
        List<Arc> arcs = new ArrayList<>(before.arcs());
        List<Forbidden> forbidden = new ArrayList<>(before.forbidden());
        for (Happening happening : happenings) {
            if (happening instanceof Happening.Declined declined) {
                toOffer.put(declined.offer(), happening);
                gone.add(declined.offer());
                forbidden.add(new Forbidden.ThisOffer(declined.offer()));
            } else if (happening instanceof Happening.Countered countered) {
                toOffer.put(countered.offer(), happening);
                counter(countered, offers, arcs);
            } else if (happening instanceof Happening.Expired expired) {
                toOffer.put(expired.offer(), happening);
                gone.add(expired.offer());
            } else if (happening instanceof Happening.Delayed delayed) {
                toOffer.put(delayed.offer(), happening);
                shift(arcs, delayed.offer(), 0, delayed.later());
            } else if (happening instanceof Happening.Needed needed) {
                demands.add(needed.demand());
                requirements.addAll(needed.requirements());
                arcs.addAll(needed.arcs());
            }
        }
        var market = new PlanProblem(
                before.stages(),
                demands,
                requirements,
                before.suppliers(),
                offers,
                arcs,
                pinsThatStand(offers, arcs),
                forbidden,
                List.of(),
                before.included(),
                before.priorityStep(),
                before.effort());
        return market.withKept(kept(market, movePrice));
    }

    private static void counter(Happening.Countered countered, List<Offer> offers, List<Arc> arcs) {
        Offer offer = offers.get(countered.offer());
        offers.set(
                countered.offer(),
                new Offer(
                        offer.id(),
                        offer.supplier(),
                        countered.capacity(),
                        Math.min(offer.minimum(), countered.capacity()),
                        offer.multiple(),
                        offer.allOrNothing(),
                        offer.fixedCharge()));
        shift(arcs, countered.offer(), countered.dearer(), countered.later());
    }

    private static void shift(List<Arc> arcs, int offer, long dearer, long later) {
        arcs.replaceAll(arc -> arc.offer() != offer
                ? arc
                : new Arc(
                        arc.offer(),
                        arc.requirement(),
                        Math.max(0, arc.unitPrice() + dearer),
                        arc.maximum(),
                        Math.max(0, arc.arrival() + later)));
    }

    /** What a coordinator insisted on is not insisted on any more where its offer has changed. */
    private List<Pin> pinsThatStand(List<Offer> offers, List<Arc> arcs) {
        return before.pins().stream()
                .filter(pin -> !toOffer.containsKey(arcs.get(pin.arc()).offer())
                        || (toOffer.get(arcs.get(pin.arc()).offer()) instanceof Happening.Countered
                                && offers.get(arcs.get(pin.arc()).offer()).accepts(pin.quantity())
                                && onlyPinOf(arcs, pin)))
                .toList();
    }

    private boolean onlyPinOf(List<Arc> arcs, Pin pin) {
        int offer = arcs.get(pin.arc()).offer();
        return before.pins().stream()
                .noneMatch(other ->
                        other.arc() != pin.arc() && arcs.get(other.arc()).offer() == offer);
    }

    private List<Kept> kept(PlanProblem now, long movePrice) {
        boolean[] closed = now.closedArcs();
        List<Kept> kept = new ArrayList<>();
        for (Leg leg : plan.legs()) {
            Arc arc = now.arcs().get(leg.arc());
            if (!closed[leg.arc()] && now.arrivesInTime(arc) && !gone.contains(arc.offer())) {
                long price = Math.max(1, Math.multiplyExact(arc.unitPrice(), movePrice) / WHOLE);
                kept.add(new Kept(leg.arc(), leg.quantity(), price));
            }
        }
        return kept;
    }

    private Replan compare(PlanProblem now, ProvenPlan answer) {
        long[] was = new long[now.arcs().size()];
        long[] is = new long[now.arcs().size()];
        plan.legs().forEach(leg -> was[leg.arc()] = leg.quantity());
        answer.plan().legs().forEach(leg -> is[leg.arc()] = leg.quantity());
        boolean[] closed = now.closedArcs();
        boolean[] lost = new boolean[now.requirements().size()];
        for (int a = 0; a < was.length; a++) {
            Arc arc = now.arcs().get(a);
            lost[arc.requirement()] |= is[a] < was[a] && toOffer.containsKey(arc.offer());
        }
        List<Move> moves = new ArrayList<>();
        long moved = 0;
        long units = 0;
        for (int a = 0; a < was.length; a++) {
            units += was[a];
            if (was[a] != is[a]) {
                Arc arc = now.arcs().get(a);
                boolean still = !closed[a] && now.arrivesInTime(arc);
                Move.Cause cause = is[a] < was[a]
                        ? whyLess(now, answer.plan(), arc, still)
                        : whyMore(arc, lost[arc.requirement()]);
                moves.add(new Move(a, was[a], is[a], cause));
                boolean ownWill = cause == Move.Cause.REARRANGED || cause == Move.Cause.NOT_USABLE;
                moved += ownWill ? Math.max(0, was[a] - is[a]) : 0;
            }
        }
        return new Replan(now, answer, moves, units, moved);
    }

    private Move.Cause whyLess(PlanProblem now, Plan after, Arc arc, boolean still) {
        Happening happening = toOffer.get(arc.offer());
        if (happening instanceof Happening.Declined) {
            return Move.Cause.DECLINED;
        }
        if (happening instanceof Happening.Expired) {
            return Move.Cause.EXPIRED;
        }
        if (happening instanceof Happening.Delayed && !still) {
            return Move.Cause.DELAYED;
        }
        if (happening instanceof Happening.Countered) {
            return still ? Move.Cause.COUNTERED : Move.Cause.DELAYED;
        }
        int d = now.requirements().get(arc.requirement()).demand();
        return after.outputs().get(d) < plan.outputs().get(d) ? Move.Cause.NOT_USABLE : Move.Cause.REARRANGED;
    }

    private Move.Cause whyMore(Arc arc, boolean lost) {
        if (arc.requirement() >= before.requirements().size()) {
            return Move.Cause.NEWLY_NEEDED;
        }
        return lost ? Move.Cause.REPLACES : Move.Cause.REARRANGED;
    }
}
