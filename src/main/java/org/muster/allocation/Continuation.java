package org.muster.allocation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.muster.planning.model.Arc;
import org.muster.planning.model.Draw;
import org.muster.planning.model.Hedge;
import org.muster.planning.model.Included;
import org.muster.planning.model.Making;
import org.muster.planning.model.Offer;
import org.muster.planning.model.PlanAnswer;
import org.muster.planning.model.PlanOrder;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.Reliability;
import org.muster.planning.model.Requirement;
import org.muster.planning.model.Supplier;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;

/**
 * A plan in force goes on into an order that was made anew for what is wanted by now: what somebody was asked for comes to the end of its lists, with the
 * day on which it was planned to be there, so that it can stay where it is. Whoever said no is not asked again. Pure.
 */
final class Continuation {

    /**
     * @param standing how the plan in force stands, by the positions of {@code order}
     * @param planned what counts of each of these arcs
     * @param hedges of the plan in force
     * @param positions where the arcs of the plan in force are now; without those that nobody wants any more or that come too late by now
     */
    record Continued(
            PlanOrder order,
            Sense sense,
            PlanStanding standing,
            Map<Integer, Long> planned,
            List<Hedge> hedges,
            Map<Integer, Integer> positions) {
        Continued {
            planned = Map.copyOf(planned);
            hedges = List.copyOf(hedges);
            positions = Map.copyOf(positions);
        }
    }

    private final PlanOrder fresh;
    private final Sense sense;
    private final Sense was;
    private final PlanOrder order;
    private final PlanStanding standing;
    private final PlanAnswer answer;
    private final Map<Integer, Long> carried;
    private final Map<Integer, Making> makings = new HashMap<>();
    private final Map<String, Integer> requirements = new HashMap<>();
    private final Map<OrganisationId, Integer> organisations = new HashMap<>();
    private final Map<Integer, Integer> offerAt = new HashMap<>();
    private final Map<Integer, Integer> positions = new TreeMap<>();
    private final Map<Integer, PlanStanding.Asked> asked = new HashMap<>();
    private final Map<Integer, Long> planned = new HashMap<>();

    private final List<Supplier> suppliers;
    private final List<Offer> offers;
    private final List<Arc> arcs;
    private final List<Included> included;
    private final List<Draw> draws;
    private final List<Reliability> records;
    private final List<Sense.SupplierSense> supplierSenses;
    private final List<Sense.OfferSense> offerSenses;
    private final List<Sense.ArcSense> arcSenses;

    private Continuation(Assembler.Assembled made, PlannedRun before, PlanStanding standing) {
        fresh = made.order();
        sense = made.sense();
        was = before.sense();
        order = before.detail().order();
        answer = before.detail().answer().orElseThrow();
        carried = RepairOrder.planned(before);
        this.standing = standing;
        order.staged().ifPresent(staged -> staged.makings().forEach(one -> makings.put(one.offer(), one)));
        for (int r = 0; r < sense.requirements().size(); r++) {
            requirements.put(sense.requirements().get(r).key(), r);
        }
        for (int s = 0; s < sense.suppliers().size(); s++) {
            organisations.put(sense.suppliers().get(s).organisation(), s);
        }
        PlanProblem problem = fresh.problem();
        suppliers = new ArrayList<>(problem.suppliers());
        offers = new ArrayList<>(problem.offers());
        arcs = new ArrayList<>(problem.arcs());
        included = new ArrayList<>(problem.included());
        draws = new ArrayList<>(fresh.draws());
        records = new ArrayList<>(fresh.records());
        supplierSenses = new ArrayList<>(sense.suppliers());
        offerSenses = new ArrayList<>(sense.offers());
        arcSenses = new ArrayList<>(sense.arcs());
    }

    /**
     * @param made what is wanted and free by now
     * @param before the plan in force, with its answer
     */
    static Continued of(Assembler.Assembled made, PlannedRun before, PlanStanding standing) {
        return new Continuation(made, before, standing).make();
    }

    private Continued make() {
        new TreeMap<>(standing.asked()).forEach(this::carry);
        Set<Integer> gone = gone();
        PlanOrder on = new PlanOrder(
                fresh.subject(),
                fresh.problem()
                        .withMarket(suppliers, offers, arcs)
                        .withDemands(fresh.problem().demands(), components())
                        .withIncluded(included),
                fresh.staging(),
                draws,
                fresh.userUnits(),
                records,
                fresh.profile(),
                fresh.fair());
        return new Continued(on, meaning(), new PlanStanding(asked, gone), planned, hedges(), positions);
    }

    private void carry(int arc, PlanStanding.Asked ask) {
        Arc old = order.problem().arcs().get(arc);
        Optional<Integer> found = requirement(old.requirement());
        if (found.isEmpty()) {
            return;
        }
        int requirement = found.get();
        long units = RepairOrder.units(was.offers().get(old.offer()), ask, carried.getOrDefault(arc, 0L));
        long arrival = arrival(old, units);
        if (comesTooLate(requirement, arrival)) {
            return;
        }
        int offer = offerAt.computeIfAbsent(old.offer(), this::offer);
        int at = arcs.size();
        arcs.add(new Arc(offer, requirement, inTicks(old.unitPrice()), old.maximum(), arrival));
        Sense.ArcSense said = was.arcs().get(arc);
        arcSenses.add(new Sense.ArcSense(
                said.arrives(),
                said.kilometres(),
                said.price(),
                inTicks(said.goods()),
                inTicks(said.freight()),
                said.converted(),
                said.certificates(),
                said.brings()));
        for (Included along : order.problem().included()) {
            if (along.arc() == arc) {
                requirement(along.requirement())
                        .ifPresent(other ->
                                included.add(new Included(at, other, along.units(), along.of(), along.most())));
            }
        }
        positions.put(arc, at);
        asked.put(at, ask);
        planned.put(at, units);
    }

    /** Where the stages begin at fixed times. */
    private boolean comesTooLate(int requirement, long arrival) {
        int stage = fresh.problem().requirements().get(requirement).stage();
        return fresh.staging() == null
                && fresh.problem().stages().get(stage).lateness(arrival) > 0
                && !fresh.problem().stages().get(stage).mayWait();
    }

    /** The same in the new order; empty where nobody wants it any more, or counts it in something else. */
    private Optional<Integer> requirement(int old) {
        Sense.RequirementSense wanted = was.requirements().get(old);
        return Optional.ofNullable(requirements.get(wanted.key()))
                .filter(at -> sense.requirements().get(at).unit().equals(wanted.unit()));
    }

    private int offer(int old) {
        Sense.OfferSense said = was.offers().get(old);
        int supplier = organisations.computeIfAbsent(
                was.suppliers().get(said.supplier()).organisation(), organisation -> supplier(said.supplier()));
        Offer offer = order.problem().offers().get(old);
        offers.add(new Offer(
                offer.id(),
                supplier,
                offer.capacity(),
                offer.minimum(),
                offer.multiple(),
                offer.allOrNothing(),
                inTicks(offer.fixedCharge())));
        offerSenses.add(new Sense.OfferSense(
                said.listing(),
                supplier,
                said.title(),
                said.titleEn(),
                said.kind(),
                said.mode(),
                said.place(),
                said.unit(),
                said.perUnit(),
                said.during(),
                said.free(),
                said.sale(),
                said.aDay(),
                said.price(),
                said.multiple()));
        // It is held already.
        draws.add(Draw.NOTHING);
        records.add(order.records().get(old));
        return offers.size() - 1;
    }

    private int supplier(int old) {
        Supplier supplier = order.problem().suppliers().get(old);
        suppliers.add(new Supplier(supplier.id(), inTicks(supplier.fixedCharge())));
        supplierSenses.add(was.suppliers().get(old));
        return suppliers.size() - 1;
    }

    private long inTicks(long old) {
        return sense.inTicks(was, old);
    }

    /** When it was planned to be there, in minutes of the new order; what is made was planned to begin with its stage. */
    private long arrival(Arc old, long units) {
        Making making = makings.get(old.offer());
        long then = old.arrival();
        if (making != null) {
            int stage = order.problem().requirements().get(old.requirement()).stage();
            then = answer.milestones().get(stage) + making.timeFor(units);
        }
        return Math.max(0, then - Duration.between(was.start(), sense.start()).toMinutes());
    }

    /** What was promised is used, should less be wanted of it by now. */
    private List<Requirement> components() {
        List<Requirement> components = new ArrayList<>(fresh.problem().requirements());
        long[] promised = new long[components.size()];
        planned.forEach((at, units) -> {
            int requirement = arcs.get(at).requirement();
            promised[requirement] = Math.addExact(promised[requirement], units);
        });
        for (int r = 0; r < promised.length; r++) {
            Requirement one = components.get(r);
            long more = promised[r] - one.quantity();
            if (more > one.surplus()) {
                components.set(
                        r,
                        new Requirement(
                                one.id(),
                                one.demand(),
                                one.quantity(),
                                more,
                                one.stage(),
                                one.latePrice(),
                                one.undivided()));
            }
        }
        return components;
    }

    /** All that those could give from the same listings who said no. */
    private Set<Integer> gone() {
        Set<ListingId> refused = new HashSet<>();
        for (int arc : new TreeSet<>(standing.gone())) {
            Arc old = order.problem().arcs().get(arc);
            ListingId listing = was.offers().get(old.offer()).listing();
            refused.add(listing);
            requirement(old.requirement())
                    .flatMap(requirement -> freshArc(listing, requirement))
                    .ifPresent(at -> positions.put(arc, at));
        }
        Set<Integer> gone = new LinkedHashSet<>();
        for (int a = 0; a < fresh.problem().arcs().size(); a++) {
            if (refused.contains(
                    sense.offers().get(fresh.problem().arcs().get(a).offer()).listing())) {
                gone.add(a);
            }
        }
        return gone;
    }

    private Optional<Integer> freshArc(ListingId listing, int requirement) {
        List<Arc> known = fresh.problem().arcs();
        return IntStream.range(0, known.size())
                .filter(a -> known.get(a).requirement() == requirement
                        && sense.offers().get(known.get(a).offer()).listing().equals(listing))
                .boxed()
                .findFirst();
    }

    /** Those that can still be had, at their new positions. */
    private List<Hedge> hedges() {
        List<Hedge> known = new ArrayList<>();
        for (Hedge hedge : answer.hedges()) {
            Arc old = order.problem().arcs().get(hedge.arc());
            requirement(old.requirement())
                    .flatMap(requirement ->
                            freshArc(was.offers().get(old.offer()).listing(), requirement))
                    .ifPresent(at ->
                            known.add(new Hedge(at, hedge.quantity(), hedge.cost(), hedge.before(), hedge.after())));
        }
        return known;
    }

    private Sense meaning() {
        return new Sense(
                sense.start(),
                sense.ticks(),
                sense.deadline(),
                sense.demands(),
                sense.requirements(),
                sense.stages(),
                sense.beside(),
                supplierSenses,
                offerSenses,
                arcSenses,
                sense.misses(),
                sense.assumptions());
    }

    /**
     * When all that each stage takes is there in a plan, in minutes after another moment than its start; by the stages' keys.
     *
     * @param later minutes by which that moment comes after the plan's start
     */
    static Map<String, Long> closings(PlannedRun run, long later) {
        PlanOrder order = run.detail().order();
        List<Long> milestones = run.detail().answer().orElseThrow().milestones();
        Map<String, Long> closings = new HashMap<>();
        long[] closes = new long[order.problem().stages().size()];
        Arrays.setAll(
                closes,
                k -> order.staged()
                        .map(staged -> milestones.get(k + 1) - staged.holds().get(k))
                        .orElseGet(() -> order.problem().stages().get(k).begins()));
        for (int k = 0; k < closes.length; k++) {
            closings.put(order.problem().stages().get(k).id(), Math.max(0, closes[k] - later));
        }
        return closings;
    }
}
