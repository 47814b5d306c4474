package org.muster.planning.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Everything a planner needs to know; hard conditions are already resolved to {@link Arc}s. Lists refer to each other by position. The constructor throws
 * {@link IllegalArgumentException} when a position points nowhere, pins contradict the offers, or the worst plan would cost more than a long can hold.
 *
 * @param included what suppliers bring along with what is taken of them
 * @param priorityStep how many times more a unit unmet weighs than one of the next lower priority, at least 1
 */
public record PlanProblem(
        List<Stage> stages,
        List<Demand> demands,
        List<Requirement> requirements,
        List<Supplier> suppliers,
        List<Offer> offers,
        List<Arc> arcs,
        List<Pin> pins,
        List<Forbidden> forbidden,
        List<Kept> kept,
        List<Included> included,
        long priorityStep,
        Effort effort) {

    /** Sums and differences of such amounts still fit into a long. */
    private static final long MOST_MONEY = Long.MAX_VALUE / 4;

    public PlanProblem {
        stages = List.copyOf(stages);
        demands = List.copyOf(demands);
        requirements = List.copyOf(requirements);
        suppliers = List.copyOf(suppliers);
        offers = List.copyOf(offers);
        arcs = List.copyOf(arcs);
        pins = List.copyOf(pins);
        forbidden = List.copyOf(forbidden);
        kept = List.copyOf(kept);
        included = List.copyOf(included);
        Require.positive(priorityStep, "priorityStep", "a problem");
        requirePositions(stages, demands, requirements, suppliers, offers, arcs);
        requireUndividedAlone(demands, requirements);
        requirePins(requirements, offers, arcs, pins);
        requireForbidden(suppliers, offers, arcs, pins, forbidden);
        requireKept(requirements, arcs, kept);
        requireIncluded(requirements, arcs, included);
        requireAffordable(stages, demands, requirements, suppliers, offers, arcs, kept, priorityStep);
    }

    /** A problem in which nobody brings anything along. */
    public PlanProblem(
            List<Stage> stages,
            List<Demand> demands,
            List<Requirement> requirements,
            List<Supplier> suppliers,
            List<Offer> offers,
            List<Arc> arcs,
            List<Pin> pins,
            List<Forbidden> forbidden,
            List<Kept> kept,
            long priorityStep,
            Effort effort) {
        this(
                stages,
                demands,
                requirements,
                suppliers,
                offers,
                arcs,
                pins,
                forbidden,
                kept,
                List.of(),
                priorityStep,
                effort);
    }

    /** How many times a demand's penalty counts: the step once for every priority it stands above the last. */
    public long weightOf(Demand demand) {
        return weight(demand, lowestPriority(demands), priorityStep);
    }

    /** Ticks for one unit of the demand's output that stays unmet, the priority's weight included. */
    public long penaltyOf(Demand demand) {
        return Math.multiplyExact(demand.penalty(), weightOf(demand));
    }

    /** Ticks a unit over this arc: price and lateness. */
    public long priceOf(Arc arc) {
        Requirement requirement = requirements.get(arc.requirement());
        return arc.unitPrice() + requirement.latePrice() * latenessOf(arc);
    }

    /** Minutes by which what comes over this arc misses the requirement's stage. */
    public long latenessOf(Arc arc) {
        return stages.get(requirements.get(arc.requirement()).stage()).lateness(arc.arrival());
    }

    /** Whether what comes over this arc is there when the stage begins, or the stage may wait for it. */
    public boolean arrivesInTime(Arc arc) {
        return latenessOf(arc) == 0
                || stages.get(requirements.get(arc.requirement()).stage()).mayWait();
    }

    /** The same problem with other demands and components; positions stay what they are. */
    public PlanProblem withDemands(List<Demand> others, List<Requirement> components) {
        return but(parts -> {
            parts.demands = others;
            parts.requirements = components;
        });
    }

    /** The same problem with other windows: stages and offers keep their positions. */
    public PlanProblem withWindows(List<Stage> otherStages, List<Offer> otherOffers) {
        return but(parts -> {
            parts.stages = otherStages;
            parts.offers = otherOffers;
        });
    }

    /** The same problem with another market; positions of what was there before stay what they are. */
    public PlanProblem withMarket(List<Supplier> otherSuppliers, List<Offer> otherOffers, List<Arc> otherArcs) {
        return but(parts -> {
            parts.suppliers = otherSuppliers;
            parts.offers = otherOffers;
            parts.arcs = otherArcs;
        });
    }

    /** The same problem with other refusals. */
    public PlanProblem withForbidden(List<Forbidden> others) {
        return but(parts -> parts.forbidden = others);
    }

    /** The same problem with other commitments in force. */
    public PlanProblem withKept(List<Kept> others) {
        return but(parts -> parts.kept = others);
    }

    /** The same problem, in which other things are brought along. */
    public PlanProblem withIncluded(List<Included> others) {
        return but(parts -> parts.included = others);
    }

    /** The same problem, to be solved with another effort. */
    public PlanProblem with(Effort other) {
        return but(parts -> parts.effort = other);
    }

    /** The same problem after some of it is settled with its suppliers; positions stay what they are. */
    public PlanProblem withSettled(
            List<Offer> otherOffers,
            List<Arc> otherArcs,
            List<Pin> otherPins,
            List<Forbidden> otherForbidden,
            List<Kept> otherKept) {
        return but(parts -> {
            parts.offers = otherOffers;
            parts.arcs = otherArcs;
            parts.pins = otherPins;
            parts.forbidden = otherForbidden;
            parts.kept = otherKept;
        });
    }

    private PlanProblem but(Consumer<Parts> exchange) {
        Parts parts = new Parts(this);
        exchange.accept(parts);
        return new PlanProblem(
                parts.stages,
                parts.demands,
                parts.requirements,
                parts.suppliers,
                parts.offers,
                parts.arcs,
                parts.pins,
                parts.forbidden,
                parts.kept,
                parts.included,
                priorityStep,
                parts.effort);
    }

    /** What of a problem can be exchanged. */
    private static final class Parts {

        private List<Stage> stages;
        private List<Demand> demands;
        private List<Requirement> requirements;
        private List<Supplier> suppliers;
        private List<Offer> offers;
        private List<Arc> arcs;
        private List<Pin> pins;
        private List<Forbidden> forbidden;
        private List<Kept> kept;
        private List<Included> included;
        private Effort effort;

        private Parts(PlanProblem of) {
            stages = of.stages;
            demands = of.demands;
            requirements = of.requirements;
            suppliers = of.suppliers;
            offers = of.offers;
            arcs = of.arcs;
            pins = of.pins;
            forbidden = of.forbidden;
            kept = of.kept;
            included = of.included;
            effort = of.effort;
        }
    }

    private static int lowestPriority(List<Demand> demands) {
        return demands.stream().mapToInt(Demand::priority).max().orElse(1);
    }

    private static long weight(Demand demand, int lowest, long step) {
        long weight = 1;
        for (int priority = demand.priority(); priority < lowest && step > 1; priority++) {
            weight = Math.multiplyExact(weight, step);
        }
        return weight;
    }

    private static void requirePositions(
            List<Stage> stages,
            List<Demand> demands,
            List<Requirement> requirements,
            List<Supplier> suppliers,
            List<Offer> offers,
            List<Arc> arcs) {
        for (Requirement requirement : requirements) {
            Require.index(requirement.demand(), demands.size(), "demand", requirement.id());
            Require.index(requirement.stage(), stages.size(), "stage", requirement.id());
        }
        for (Offer offer : offers) {
            Require.index(offer.supplier(), suppliers.size(), "supplier", offer.id());
        }
        Set<Long> joined = new HashSet<>();
        for (Arc arc : arcs) {
            Require.index(arc.offer(), offers.size(), "offer", "an arc");
            Require.index(arc.requirement(), requirements.size(), "requirement", "an arc");
            Require.that(
                    joined.add((long) arc.offer() << 32 | arc.requirement()),
                    "Two arcs join %s and %s",
                    offers.get(arc.offer()).id(),
                    requirements.get(arc.requirement()).id());
        }
    }

    private static void requireUndividedAlone(List<Demand> demands, List<Requirement> requirements) {
        int[] components = new int[demands.size()];
        requirements.forEach(requirement -> components[requirement.demand()]++);
        for (Requirement requirement : requirements) {
            Require.that(
                    !requirement.undivided() || components[requirement.demand()] == 1,
                    "%s is undivided, but not the only requirement of its demand",
                    requirement.id());
        }
    }

    private static void requirePins(
            List<Requirement> requirements, List<Offer> offers, List<Arc> arcs, List<Pin> pins) {
        long[] ofOffer = new long[offers.size()];
        long[] ofRequirement = new long[requirements.size()];
        Set<Integer> pinned = new HashSet<>();
        for (Pin pin : pins) {
            Require.index(pin.arc(), arcs.size(), "arc", "a pin");
            Require.that(pinned.add(pin.arc()), "Arc %d is pinned twice", pin.arc());
            Arc arc = arcs.get(pin.arc());
            Requirement requirement = requirements.get(arc.requirement());
            Require.that(pin.quantity() <= arc.maximum(), "A pin is above the maximum of arc %d", pin.arc());
            Require.that(
                    !requirement.undivided() || pin.quantity() == requirement.quantity(),
                    "A pin divides %s",
                    requirement.id());
            ofOffer[arc.offer()] = Math.addExact(ofOffer[arc.offer()], pin.quantity());
            ofRequirement[arc.requirement()] = Math.addExact(ofRequirement[arc.requirement()], pin.quantity());
        }
        for (int o = 0; o < offers.size(); o++) {
            Require.that(
                    offers.get(o).accepts(ofOffer[o]),
                    "The pins of %s are no order that it accepts",
                    offers.get(o).id());
        }
        for (int r = 0; r < requirements.size(); r++) {
            Requirement requirement = requirements.get(r);
            Require.that(
                    ofRequirement[r] <= requirement.quantity() + requirement.surplus(),
                    "The pins of %s are more than it can use",
                    requirement.id());
        }
    }

    private static void requireForbidden(
            List<Supplier> suppliers, List<Offer> offers, List<Arc> arcs, List<Pin> pins, List<Forbidden> forbidden) {
        for (Forbidden no : forbidden) {
            if (no instanceof Forbidden.ThisArc it) {
                Require.index(it.arc(), arcs.size(), "arc", "a forbid");
            } else if (no instanceof Forbidden.ThisOffer it) {
                Require.index(it.offer(), offers.size(), "offer", "a forbid");
            } else if (no instanceof Forbidden.ThisSupplier it) {
                Require.index(it.supplier(), suppliers.size(), "supplier", "a forbid");
            }
        }
        boolean[] closed = closed(offers, arcs, forbidden);
        for (Pin pin : pins) {
            Require.that(!closed[pin.arc()], "Arc %d is pinned and forbidden", pin.arc());
        }
    }

    /** For each arc whether a no lies on it, on its offer or on its supplier. */
    public boolean[] closedArcs() {
        return closed(offers, arcs, forbidden);
    }

    private static boolean[] closed(List<Offer> offers, List<Arc> arcs, List<Forbidden> forbidden) {
        Set<Forbidden> all = Set.copyOf(forbidden);
        boolean[] closed = new boolean[arcs.size()];
        for (int a = 0; a < closed.length && !all.isEmpty(); a++) {
            int offer = arcs.get(a).offer();
            closed[a] = all.contains(new Forbidden.ThisArc(a))
                    || all.contains(new Forbidden.ThisOffer(offer))
                    || all.contains(new Forbidden.ThisSupplier(offers.get(offer).supplier()));
        }
        return closed;
    }

    private static void requireKept(List<Requirement> requirements, List<Arc> arcs, List<Kept> kept) {
        Set<Integer> known = new HashSet<>();
        for (Kept commitment : kept) {
            Require.index(commitment.arc(), arcs.size(), "arc", "a kept commitment");
            Require.that(known.add(commitment.arc()), "Arc %d is kept twice", commitment.arc());
            Requirement requirement =
                    requirements.get(arcs.get(commitment.arc()).requirement());
            Require.that(
                    !requirement.undivided() || commitment.quantity() == requirement.quantity(),
                    "A kept commitment divides %s",
                    requirement.id());
        }
    }

    private static void requireIncluded(List<Requirement> requirements, List<Arc> arcs, List<Included> included) {
        Set<Long> known = new HashSet<>();
        for (Included one : included) {
            Require.index(one.arc(), arcs.size(), "arc", "what is included");
            Require.index(one.requirement(), requirements.size(), "requirement", "what is included");
            int carrying = arcs.get(one.arc()).requirement();
            Require.that(
                    carrying != one.requirement()
                            && requirements.get(carrying).demand()
                                    == requirements.get(one.requirement()).demand(),
                    "Arc %d brings %s along, which is no other component of its demand",
                    one.arc(),
                    requirements.get(one.requirement()).id());
            Require.that(
                    known.add((long) one.arc() << 32 | one.requirement()),
                    "Arc %d brings the same along twice",
                    one.arc());
        }
    }

    private static void requireAffordable(
            List<Stage> stages,
            List<Demand> demands,
            List<Requirement> requirements,
            List<Supplier> suppliers,
            List<Offer> offers,
            List<Arc> arcs,
            List<Kept> kept,
            long priorityStep) {
        try {
            long most = 0;
            int lowest = lowestPriority(demands);
            for (Demand demand : demands) {
                long penalty = Math.multiplyExact(demand.penalty(), weight(demand, lowest, priorityStep));
                most = Math.addExact(most, Math.multiplyExact(penalty, demand.output()));
            }
            for (Supplier supplier : suppliers) {
                most = Math.addExact(most, supplier.fixedCharge());
            }
            long[] dearest = new long[requirements.size()];
            for (Arc arc : arcs) {
                Requirement requirement = requirements.get(arc.requirement());
                long late = stages.get(requirement.stage()).lateness(arc.arrival());
                long price = Math.addExact(arc.unitPrice(), Math.multiplyExact(requirement.latePrice(), late));
                dearest[arc.requirement()] = Math.max(dearest[arc.requirement()], price);
            }
            for (Offer offer : offers) {
                most = Math.addExact(most, offer.fixedCharge());
            }
            for (int r = 0; r < dearest.length; r++) {
                long taken = Math.addExact(
                        requirements.get(r).quantity(), requirements.get(r).surplus());
                most = Math.addExact(most, Math.multiplyExact(dearest[r], taken));
            }
            for (Kept commitment : kept) {
                most = Math.addExact(most, Math.multiplyExact(commitment.quantity(), commitment.movePrice()));
            }
            Require.that(most <= MOST_MONEY, "The worst plan would cost %d ticks; use coarser ticks", most);
        } catch (ArithmeticException overflow) {
            throw new IllegalArgumentException("The worst plan would cost more than fits; use coarser ticks", overflow);
        }
    }
}
