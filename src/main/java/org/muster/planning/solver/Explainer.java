package org.muster.planning.solver;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.muster.planning.model.Arc;
import org.muster.planning.model.Binding;
import org.muster.planning.model.Demand;
import org.muster.planning.model.Effort;
import org.muster.planning.model.Explanation;
import org.muster.planning.model.Included;
import org.muster.planning.model.Leg;
import org.muster.planning.model.NearMiss;
import org.muster.planning.model.Offer;
import org.muster.planning.model.Plan;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.PlanWatcher;
import org.muster.planning.model.ProvenPlan;
import org.muster.planning.model.Remainder;
import org.muster.planning.model.Requirement;
import org.muster.planning.model.Rule;
import org.muster.planning.model.Stage;
import org.muster.planning.model.Supplier;
import org.muster.planning.model.Violation;
import org.muster.planning.model.WhyLeg;

/** Says why a plan is what it is: for each leg, for each offer that was not taken, and for what is missing. */
public final class Explainer {

    /** Components whose worth is measured by planning with a little more of them; the others' is near enough to nothing. */
    private static final int MOST_BINDINGS = 5;

    private static final int ROUNDS = 6;

    private final PlanProblem problem;
    private final ProvenPlan answer;
    private final long[] onArc;
    private final long[] ordered;
    private final long[] taken;
    private final long[] brought;
    private final int[] usedOffers;
    private final boolean[] closed;
    private final List<List<Integer>> arcsOf = new ArrayList<>();

    private Explainer(PlanProblem problem, ProvenPlan answer) {
        this.problem = problem;
        this.answer = answer;
        onArc = new long[problem.arcs().size()];
        ordered = new long[problem.offers().size()];
        taken = new long[problem.requirements().size()];
        brought = new long[problem.requirements().size()];
        usedOffers = new int[problem.suppliers().size()];
        closed = problem.closedArcs();
        for (int r = 0; r < taken.length; r++) {
            arcsOf.add(new ArrayList<>());
        }
        for (int a = 0; a < onArc.length; a++) {
            arcsOf.get(problem.arcs().get(a).requirement()).add(a);
        }
        for (Leg leg : answer.plan().legs()) {
            Arc arc = problem.arcs().get(leg.arc());
            onArc[leg.arc()] = leg.quantity();
            ordered[arc.offer()] += leg.quantity();
            taken[arc.requirement()] += leg.quantity();
        }
        problem.included()
                .forEach(included -> brought[included.requirement()] += included.broughtBy(onArc[included.arc()]));
        for (int o = 0; o < ordered.length; o++) {
            usedOffers[problem.offers().get(o).supplier()] += ordered[o] > 0 ? 1 : 0;
        }
    }

    /**
     * @param userUnits for each requirement, how many of its smallest units make one that its people count in (a tonne of grams: 1,000,000)
     */
    public static Explanation explain(PlanProblem problem, ProvenPlan answer, List<Long> userUnits) {
        return new Explainer(problem, answer).explain(userUnits);
    }

    private Explanation explain(List<Long> userUnits) {
        List<NearMiss> misses = new ArrayList<>();
        for (List<Integer> arcs : arcsOf) {
            arcs.stream()
                    .filter(a -> onArc[a] == 0)
                    .map(this::whyNot)
                    .sorted(Comparator.comparing(
                                    (NearMiss miss) -> miss.violation().isPresent())
                            .thenComparingLong(NearMiss::dearer))
                    .forEach(misses::add);
        }
        List<WhyLeg> legs =
                answer.plan().legs().stream().map(leg -> why(leg, misses)).toList();
        return new Explanation(legs, misses, bindings(userUnits), remainders());
    }

    private WhyLeg why(Leg leg, List<NearMiss> misses) {
        int requirement = problem.arcs().get(leg.arc()).requirement();
        Optional<NearMiss> next = misses.stream()
                .filter(miss -> miss.violation().isEmpty()
                        && problem.arcs().get(miss.arc()).requirement() == requirement)
                .findFirst();
        int arc = next.map(NearMiss::arc).orElse(-1);
        long dearer = next.map(NearMiss::dearer).orElse(0L);
        boolean pinned = problem.pins().stream().anyMatch(pin -> pin.arc() == leg.arc());
        boolean kept = problem.kept().stream().anyMatch(commitment -> commitment.arc() == leg.arc());
        WhyLeg.Why why = pinned
                ? WhyLeg.Why.PINNED
                : kept ? WhyLeg.Why.KEPT : arc < 0 ? WhyLeg.Why.ONLY_ONE : WhyLeg.Why.CHEAPER;
        return new WhyLeg(leg, why, arc, dearer);
    }

    private NearMiss whyNot(int a) {
        Arc arc = problem.arcs().get(a);
        Offer offer = problem.offers().get(arc.offer());
        Requirement requirement = problem.requirements().get(arc.requirement());
        Stage stage = problem.stages().get(requirement.stage());
        if (closed[a]) {
            return broken(a, Rule.FORBIDDEN, 1, 0);
        }
        if (!problem.arrivesInTime(arc)) {
            return broken(a, Rule.STAGE_ORDER, arc.arrival(), stage.begins());
        }
        long room = Math.min(arc.maximum(), offer.capacity() - ordered[arc.offer()]);
        if (offer.capacity() == ordered[arc.offer()]) {
            return broken(a, Rule.CAPACITY, offer.capacity() + 1, offer.capacity());
        }
        if (arc.maximum() == 0) {
            return broken(a, Rule.ARC_MAXIMUM, 1, 0);
        }
        if (requirement.undivided() && room < requirement.quantity()) {
            return broken(a, Rule.UNDIVIDED, room, requirement.quantity());
        }
        Demand demand = problem.demands().get(requirement.demand());
        long reached = answer.plan().outputs().get(requirement.demand());
        long needed = requirement.needFor(reached, demand.output());
        if (needed == 0) {
            return broken(a, Rule.JOINT_OUTPUT, demand.output(), reached);
        }
        long usable = needed - brought[arc.requirement()];
        if (usable <= 0) {
            return broken(a, Rule.NOTHING_UNUSABLE, Math.min(room, needed), 0);
        }
        long wish = Math.min(room, usable + requirement.surplus());
        long now = ordered[arc.offer()];
        long order = offer.greatestOrderUpTo(now + wish);
        if (order <= now) {
            return tooLittle(a, offer, now + wish);
        }
        return atAPrice(a, Math.min(order - now, taken[arc.requirement()]));
    }

    private NearMiss tooLittle(int a, Offer offer, long order) {
        if (offer.allOrNothing()) {
            return broken(a, Rule.ALL_OR_NOTHING, order, offer.capacity());
        }
        return order < offer.minimum()
                ? broken(a, Rule.MINIMUM_ORDER, order, offer.minimum())
                : broken(a, Rule.ORDER_MULTIPLE, order, offer.multiple());
    }

    private NearMiss broken(int a, Rule rule, long found, long allowed) {
        Arc arc = problem.arcs().get(a);
        String where = problem.offers().get(arc.offer()).id() + " → "
                + problem.requirements().get(arc.requirement()).id();
        return new NearMiss(a, Optional.of(new Violation(rule, where, found, allowed)), 0, 0);
    }

    /** Against the dearest of what is chosen for the requirement, with the charges that would come and go. */
    private NearMiss atAPrice(int a, long quantity) {
        Arc arc = problem.arcs().get(a);
        Offer offer = problem.offers().get(arc.offer());
        long comes = problem.priceOf(arc) * quantity;
        if (ordered[arc.offer()] == 0) {
            comes += offer.fixedCharge();
            comes += usedOffers[offer.supplier()] == 0
                    ? problem.suppliers().get(offer.supplier()).fixedCharge()
                    : 0;
        }
        List<Integer> dearestFirst = arcsOf.get(arc.requirement()).stream()
                .filter(other -> onArc[other] > 0)
                .sorted(Comparator.comparingLong(
                        other -> -problem.priceOf(problem.arcs().get(other))))
                .toList();
        long goes = savedByBringing(a, quantity);
        long left = quantity;
        for (int other : dearestFirst) {
            long part = Math.min(left, onArc[other]);
            left -= part;
            Arc chosen = problem.arcs().get(other);
            goes += problem.priceOf(chosen) * part;
            if (part > 0 && part == ordered[chosen.offer()]) {
                Offer emptied = problem.offers().get(chosen.offer());
                goes += emptied.fixedCharge();
                goes += usedOffers[emptied.supplier()] == 1 && emptied.supplier() != offer.supplier()
                        ? problem.suppliers().get(emptied.supplier()).fixedCharge()
                        : 0;
            }
        }
        return new NearMiss(a, Optional.empty(), quantity, comes - goes);
    }

    /** What the components that would come along cost now, the dearest of each first. */
    private long savedByBringing(int a, long quantity) {
        long saved = 0;
        for (Included included : problem.included()) {
            if (included.arc() != a) {
                continue;
            }
            long left = included.broughtBy(quantity);
            List<Integer> dearestFirst = arcsOf.get(included.requirement()).stream()
                    .filter(other -> onArc[other] > 0)
                    .sorted(Comparator.comparingLong(
                            other -> -problem.priceOf(problem.arcs().get(other))))
                    .toList();
            for (int other : dearestFirst) {
                long part = Math.min(left, onArc[other]);
                left -= part;
                saved += problem.priceOf(problem.arcs().get(other)) * part;
            }
        }
        return saved;
    }

    private List<Binding> bindings(List<Long> userUnits) {
        List<Integer> worthMost = new ArrayList<>();
        for (int r = 0; r < taken.length; r++) {
            if (answer.shadowPrices().get(r) > 0
                    && !problem.requirements().get(r).undivided()) {
                worthMost.add(r);
            }
        }
        worthMost.sort(Comparator.comparingDouble(r -> -answer.shadowPrices().get(r) * userUnits.get(r)));
        return worthMost.stream()
                .limit(MOST_BINDINGS)
                .map(r -> withMoreOf(r, userUnits.get(r)))
                .filter(binding -> binding.saved() > 0)
                .sorted(Comparator.comparingLong(binding -> -binding.saved()))
                .toList();
    }

    /** Plans anew with as much more, free of charge. */
    private Binding withMoreOf(int r, long step) {
        Requirement requirement = problem.requirements().get(r);
        List<Supplier> suppliers = new ArrayList<>(problem.suppliers());
        suppliers.add(new Supplier("a little more", 0));
        List<Offer> offers = new ArrayList<>(problem.offers());
        offers.add(new Offer("a little more", suppliers.size() - 1, step, 0, 1, false, 0));
        List<Arc> arcs = new ArrayList<>(problem.arcs());
        arcs.add(new Arc(offers.size() - 1, r, 0, step, 0));
        Effort effort = problem.effort();
        var brief = new Effort(
                effort.seed(),
                effort.timeLimit().dividedBy(10),
                effort.threads(),
                Math.min(ROUNDS, effort.rounds()),
                effort.gapGoal());
        PlanProblem richer = problem.withMarket(suppliers, offers, arcs).with(brief);
        Plan plan = new LagrangianPlanner()
                .planFrom(richer, answer, PlanWatcher.NOBODY)
                .plan();
        int d = requirement.demand();
        return new Binding(
                r,
                step,
                plan.outputs().get(d) - answer.plan().outputs().get(d),
                answer.plan().cost().total() - plan.cost().total());
    }

    private List<Remainder> remainders() {
        List<Remainder> remainders = new ArrayList<>();
        for (int r = 0; r < taken.length; r++) {
            Requirement requirement = problem.requirements().get(r);
            Demand demand = problem.demands().get(requirement.demand());
            long lacking = requirement.quantity() - taken[r] - brought[r];
            if (answer.plan().outputs().get(requirement.demand()) < demand.output() && lacking > 0) {
                remainders.add(new Remainder(r, lacking, Math.max(0, lacking - obtainable(r))));
            }
        }
        return remainders;
    }

    /** What is still free for the requirement, whatever it costs. */
    private long obtainable(int r) {
        long sum = 0;
        for (int a : arcsOf.get(r)) {
            Arc arc = problem.arcs().get(a);
            if (!closed[a] && problem.arrivesInTime(arc)) {
                long free = problem.offers().get(arc.offer()).capacity() - ordered[arc.offer()];
                sum += Math.min(arc.maximum() - onArc[a], free);
            }
        }
        return sum;
    }
}
