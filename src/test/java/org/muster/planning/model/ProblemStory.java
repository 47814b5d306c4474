package org.muster.planning.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Tells a small planning problem by names; what is not said is the plainest possible: no charges, no minimum, everything in time. */
public final class ProblemStory {

    private final List<Stage> stages = new ArrayList<>(List.of(new Stage("start", 1000, false)));
    private final List<Demand> demands = new ArrayList<>();
    private final List<Requirement> requirements = new ArrayList<>();
    private final List<Supplier> suppliers = new ArrayList<>();
    private final List<Offer> offers = new ArrayList<>();
    private final List<Arc> arcs = new ArrayList<>();
    private final List<Pin> pins = new ArrayList<>();
    private final List<Forbidden> forbidden = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();
    private final List<Included> included = new ArrayList<>();
    private final Map<String, Integer> requirementByName = new HashMap<>();
    private final Map<String, Integer> offerByName = new HashMap<>();
    private final Map<String, Integer> supplierByName = new HashMap<>();
    private long priorityStep = 1;
    private Effort effort = Effort.ofRounds(1, 20, 1);

    public static ProblemStory aProblem() {
        return new ProblemStory();
    }

    /** A demand for one thing: output and component are the same. */
    public ProblemStory need(String name, long quantity, long penalty) {
        return demand(name, 1, quantity, penalty).component(name, quantity);
    }

    public ProblemStory demand(String name, int priority, long output, long penalty) {
        demands.add(new Demand(name, priority, output, penalty));
        return this;
    }

    /** A component of the demand told last. */
    public ProblemStory component(String name, long quantity) {
        requirementByName.put(name, requirements.size());
        requirements.add(new Requirement(name, demands.size() - 1, quantity, 0, 0, 0, false));
        return this;
    }

    public ProblemStory surplus(String name, long surplus) {
        return changeRequirement(
                name,
                r -> new Requirement(
                        r.id(), r.demand(), r.quantity(), surplus, r.stage(), r.latePrice(), r.undivided()));
    }

    public ProblemStory undivided(String name) {
        return changeRequirement(
                name,
                r -> new Requirement(r.id(), r.demand(), r.quantity(), r.surplus(), r.stage(), r.latePrice(), true));
    }

    /** From now on the named requirement may be late at this price a unit and minute. */
    public ProblemStory mayBeLate(String name, long begins, long latePrice) {
        stages.add(new Stage("stage of " + name, begins, true));
        int stage = stages.size() - 1;
        return changeRequirement(
                name,
                r -> new Requirement(r.id(), r.demand(), r.quantity(), r.surplus(), stage, latePrice, r.undivided()));
    }

    private ProblemStory changeRequirement(String name, UnaryOperator<Requirement> change) {
        requirements.set(
                Objects.requireNonNull(requirementByName.get(name)),
                change.apply(requirements.get(Objects.requireNonNull(requirementByName.get(name)))));
        return this;
    }

    public ProblemStory supplier(String name, long fixedCharge) {
        supplierByName.put(name, suppliers.size());
        suppliers.add(new Supplier(name, fixedCharge));
        return this;
    }

    /** An offer of the supplier told last, or of one of its own. */
    public ProblemStory offer(String name, long capacity) {
        if (suppliers.isEmpty()) {
            supplier("supplier", 0);
        }
        offerByName.put(name, offers.size());
        offers.add(new Offer(name, suppliers.size() - 1, capacity, 0, 1, false, 0));
        return this;
    }

    public ProblemStory minimum(long minimum) {
        return changeOffer(o -> new Offer(
                o.id(), o.supplier(), o.capacity(), minimum, o.multiple(), o.allOrNothing(), o.fixedCharge()));
    }

    public ProblemStory multiple(long multiple) {
        return changeOffer(o -> new Offer(
                o.id(), o.supplier(), o.capacity(), o.minimum(), multiple, o.allOrNothing(), o.fixedCharge()));
    }

    public ProblemStory allOrNothing() {
        return changeOffer(
                o -> new Offer(o.id(), o.supplier(), o.capacity(), o.minimum(), o.multiple(), true, o.fixedCharge()));
    }

    public ProblemStory charge(long fixedCharge) {
        return changeOffer(o -> new Offer(
                o.id(), o.supplier(), o.capacity(), o.minimum(), o.multiple(), o.allOrNothing(), fixedCharge));
    }

    private ProblemStory changeOffer(UnaryOperator<Offer> change) {
        offers.set(offers.size() - 1, change.apply(offers.get(offers.size() - 1)));
        return this;
    }

    /** The offer told last fits this requirement, at this price a unit. */
    public ProblemStory fits(String requirement, long unitPrice) {
        return fits(requirement, unitPrice, offers.get(offers.size() - 1).capacity(), 0);
    }

    public ProblemStory fits(String requirement, long unitPrice, long maximum, long arrival) {
        arcs.add(new Arc(
                offers.size() - 1,
                Objects.requireNonNull(requirementByName.get(requirement)),
                unitPrice,
                maximum,
                arrival));
        return this;
    }

    public ProblemStory pin(String offer, String requirement, long quantity) {
        pins.add(new Pin(arc(offer, requirement), quantity));
        return this;
    }

    public ProblemStory forbidArc(String offer, String requirement) {
        forbidden.add(new Forbidden.ThisArc(arc(offer, requirement)));
        return this;
    }

    public ProblemStory forbidOffer(String offer) {
        forbidden.add(new Forbidden.ThisOffer(Objects.requireNonNull(offerByName.get(offer))));
        return this;
    }

    public ProblemStory forbidSupplier(String supplier) {
        forbidden.add(new Forbidden.ThisSupplier(Objects.requireNonNull(supplierByName.get(supplier))));
        return this;
    }

    public ProblemStory keep(String offer, String requirement, long quantity, long movePrice) {
        kept.add(new Kept(arc(offer, requirement), quantity, movePrice));
        return this;
    }

    /** What is taken of the offer told last for the one requirement brings so many units of the other along with every {@code of}. */
    public ProblemStory bringing(String requirement, String component, long units, long of, long most) {
        included.add(new Included(
                arc(nameOfLastOffer(), requirement),
                Objects.requireNonNull(requirementByName.get(component)),
                units,
                of,
                most));
        return this;
    }

    private String nameOfLastOffer() {
        return offers.get(offers.size() - 1).id();
    }

    public ProblemStory priorityStep(long step) {
        priorityStep = step;
        return this;
    }

    public ProblemStory effort(Effort other) {
        effort = other;
        return this;
    }

    /** Position of the arc between the two. */
    public int arc(String offer, String requirement) {
        for (int a = 0; a < arcs.size(); a++) {
            if (arcs.get(a).offer() == Objects.requireNonNull(offerByName.get(offer))
                    && arcs.get(a).requirement() == Objects.requireNonNull(requirementByName.get(requirement))) {
                return a;
            }
        }
        throw new IllegalArgumentException(offer + " does not fit " + requirement);
    }

    public PlanProblem problem() {
        return new PlanProblem(
                stages,
                demands,
                requirements,
                suppliers,
                offers,
                arcs,
                pins,
                forbidden,
                kept,
                included,
                priorityStep,
                effort);
    }
}
