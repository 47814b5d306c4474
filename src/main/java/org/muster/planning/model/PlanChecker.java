package org.muster.planning.model;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Re-verifies every rule of a plan from the problem alone and counts its cost anew; shares no arithmetic with any planner. */
public final class PlanChecker {

    private final PlanProblem problem;
    private final Plan plan;
    private final List<Violation> violations = new ArrayList<>();
    private final Map<Integer, Long> onArc = new HashMap<>();
    private final long[] fromOffer;
    private final long[] toRequirement;
    private final long[] broughtAlong;

    private PlanChecker(PlanProblem problem, Plan plan) {
        this.problem = problem;
        this.plan = plan;
        fromOffer = new long[problem.offers().size()];
        toRequirement = new long[problem.requirements().size()];
        broughtAlong = new long[problem.requirements().size()];
    }

    /** All violations, none for a valid plan. Throws {@link IndexOutOfBoundsException} for a leg over an arc that does not exist. */
    public static List<Violation> check(PlanProblem problem, Plan plan) {
        return new PlanChecker(problem, plan).check();
    }

    private List<Violation> check() {
        onePositiveLegAnArc();
        broughtAlong();
        capacity();
        minimumOrder();
        orderMultiple();
        allOrNothing();
        arcMaximum();
        stageOrder();
        undivided();
        jointOutput();
        nothingUnusable();
        pinned();
        forbidden();
        cost();
        return List.copyOf(violations);
    }

    private void onePositiveLegAnArc() {
        Set<Integer> seen = new HashSet<>();
        for (Leg leg : plan.legs()) {
            Arc arc = problem.arcs().get(leg.arc());
            if (!seen.add(leg.arc())) {
                refuse(Rule.ONE_POSITIVE_LEG_AN_ARC, name(arc), 2, 1);
            }
            if (leg.quantity() <= 0) {
                refuse(Rule.ONE_POSITIVE_LEG_AN_ARC, name(arc), leg.quantity(), 1);
            }
            onArc.merge(leg.arc(), leg.quantity(), Math::addExact);
            fromOffer[arc.offer()] = Math.addExact(fromOffer[arc.offer()], leg.quantity());
            toRequirement[arc.requirement()] = Math.addExact(toRequirement[arc.requirement()], leg.quantity());
        }
    }

    private void broughtAlong() {
        for (Included included : problem.included()) {
            BigInteger with = BigInteger.valueOf(Math.max(0, onArc.getOrDefault(included.arc(), 0L)));
            long brought = with.multiply(BigInteger.valueOf(included.units()))
                    .divide(BigInteger.valueOf(included.of()))
                    .min(BigInteger.valueOf(included.most()))
                    .longValueExact();
            broughtAlong[included.requirement()] = Math.addExact(broughtAlong[included.requirement()], brought);
        }
    }

    private void capacity() {
        for (int o = 0; o < fromOffer.length; o++) {
            Offer offer = problem.offers().get(o);
            if (fromOffer[o] > offer.capacity()) {
                refuse(Rule.CAPACITY, offer.id(), fromOffer[o], offer.capacity());
            }
        }
    }

    private void minimumOrder() {
        for (int o = 0; o < fromOffer.length; o++) {
            Offer offer = problem.offers().get(o);
            if (fromOffer[o] != 0 && fromOffer[o] < offer.minimum()) {
                refuse(Rule.MINIMUM_ORDER, offer.id(), fromOffer[o], offer.minimum());
            }
        }
    }

    private void orderMultiple() {
        for (int o = 0; o < fromOffer.length; o++) {
            Offer offer = problem.offers().get(o);
            if (fromOffer[o] % offer.multiple() != 0) {
                refuse(Rule.ORDER_MULTIPLE, offer.id(), fromOffer[o], offer.multiple());
            }
        }
    }

    private void allOrNothing() {
        for (int o = 0; o < fromOffer.length; o++) {
            Offer offer = problem.offers().get(o);
            if (offer.allOrNothing() && fromOffer[o] != 0 && fromOffer[o] != offer.capacity()) {
                refuse(Rule.ALL_OR_NOTHING, offer.id(), fromOffer[o], offer.capacity());
            }
        }
    }

    private void arcMaximum() {
        onArc.forEach((a, quantity) -> {
            Arc arc = problem.arcs().get(a);
            if (quantity > arc.maximum()) {
                refuse(Rule.ARC_MAXIMUM, name(arc), quantity, arc.maximum());
            }
        });
    }

    private void stageOrder() {
        for (int a : onArc.keySet()) {
            Arc arc = problem.arcs().get(a);
            Stage stage = problem.stages()
                    .get(problem.requirements().get(arc.requirement()).stage());
            if (arc.arrival() > stage.begins() && !stage.mayWait()) {
                refuse(Rule.STAGE_ORDER, name(arc), arc.arrival(), stage.begins());
            }
        }
    }

    private void undivided() {
        onArc.forEach((a, quantity) -> {
            Arc arc = problem.arcs().get(a);
            Requirement requirement = problem.requirements().get(arc.requirement());
            if (requirement.undivided() && quantity < requirement.quantity()) {
                refuse(Rule.UNDIVIDED, requirement.id(), quantity, requirement.quantity());
            }
        });
    }

    private void jointOutput() {
        if (plan.outputs().size() != problem.demands().size()) {
            refuse(
                    Rule.JOINT_OUTPUT,
                    "plan",
                    plan.outputs().size(),
                    problem.demands().size());
            return;
        }
        for (int d = 0; d < problem.demands().size(); d++) {
            Demand demand = problem.demands().get(d);
            long reached = plan.outputs().get(d);
            long allowed = demand.output();
            for (int r = 0; r < toRequirement.length; r++) {
                Requirement requirement = problem.requirements().get(r);
                if (requirement.demand() == d) {
                    allowed = Math.min(
                            allowed,
                            requirement.carries(Math.addExact(toRequirement[r], broughtAlong[r]), demand.output()));
                }
            }
            if (reached != allowed) {
                refuse(Rule.JOINT_OUTPUT, demand.id(), reached, allowed);
            }
        }
    }

    /** Pins are exempt: what a coordinator insists on is taken, used or not. */
    private void nothingUnusable() {
        long[] pinned = new long[toRequirement.length];
        for (Pin pin : problem.pins()) {
            pinned[problem.arcs().get(pin.arc()).requirement()] += pin.quantity();
        }
        for (int r = 0; r < toRequirement.length; r++) {
            Requirement requirement = problem.requirements().get(r);
            Demand demand = problem.demands().get(requirement.demand());
            long reached = requirement.demand() < plan.outputs().size()
                    ? plan.outputs().get(requirement.demand())
                    : 0;
            long needed = requirement.needFor(Math.min(reached, demand.output()), demand.output());
            long usable = Math.max(0, needed - broughtAlong[r]);
            long allowed = Math.max(pinned[r], usable == 0 ? 0 : usable + requirement.surplus());
            if (toRequirement[r] > allowed) {
                refuse(Rule.NOTHING_UNUSABLE, requirement.id(), toRequirement[r], allowed);
            }
        }
    }

    private void pinned() {
        for (Pin pin : problem.pins()) {
            long quantity = onArc.getOrDefault(pin.arc(), 0L);
            if (quantity < pin.quantity()) {
                refuse(Rule.PINNED, name(problem.arcs().get(pin.arc())), quantity, pin.quantity());
            }
        }
    }

    private void forbidden() {
        for (Forbidden no : problem.forbidden()) {
            onArc.forEach((a, quantity) -> {
                int offer = problem.arcs().get(a).offer();
                boolean meant = no instanceof Forbidden.ThisArc it && it.arc() == a
                        || no instanceof Forbidden.ThisOffer that && that.offer() == offer
                        || no instanceof Forbidden.ThisSupplier those
                                && those.supplier()
                                        == problem.offers().get(offer).supplier();
                if (meant && quantity != 0) {
                    refuse(Rule.FORBIDDEN, name(problem.arcs().get(a)), quantity, 0);
                }
            });
        }
    }

    private void cost() {
        PlanCost counted = count();
        PlanCost claimed = plan.cost();
        compare("shortage", claimed.shortage(), counted.shortage());
        compare("lateness", claimed.lateness(), counted.lateness());
        compare("goods", claimed.goods(), counted.goods());
        compare("offers", claimed.offers(), counted.offers());
        compare("suppliers", claimed.suppliers(), counted.suppliers());
        compare("moved", claimed.moved(), counted.moved());
    }

    private PlanCost count() {
        long shortage = 0;
        for (int d = 0; d < Math.min(plan.outputs().size(), problem.demands().size()); d++) {
            Demand demand = problem.demands().get(d);
            shortage += problem.penaltyOf(demand)
                    * (demand.output() - plan.outputs().get(d));
        }
        long goods = 0;
        long lateness = 0;
        for (Leg leg : plan.legs()) {
            Arc arc = problem.arcs().get(leg.arc());
            Requirement requirement = problem.requirements().get(arc.requirement());
            long late = problem.stages().get(requirement.stage()).lateness(arc.arrival());
            goods += leg.quantity() * arc.unitPrice();
            lateness += leg.quantity() * requirement.latePrice() * late;
        }
        long offers = 0;
        Set<Integer> used = new HashSet<>();
        for (int o = 0; o < fromOffer.length; o++) {
            if (fromOffer[o] != 0) {
                offers += problem.offers().get(o).fixedCharge();
                used.add(problem.offers().get(o).supplier());
            }
        }
        long suppliers = used.stream()
                .mapToLong(s -> problem.suppliers().get(s).fixedCharge())
                .sum();
        long moved = 0;
        for (Kept kept : problem.kept()) {
            moved += kept.movePrice() * Math.max(0, kept.quantity() - onArc.getOrDefault(kept.arc(), 0L));
        }
        return new PlanCost(shortage, lateness, goods, offers, suppliers, moved);
    }

    private void compare(String part, long claimed, long counted) {
        if (claimed != counted) {
            refuse(Rule.COST, part, claimed, counted);
        }
    }

    private String name(Arc arc) {
        return problem.offers().get(arc.offer()).id() + " → "
                + problem.requirements().get(arc.requirement()).id();
    }

    private void refuse(Rule rule, String where, long found, long allowed) {
        violations.add(new Violation(rule, where, found, allowed));
    }
}
