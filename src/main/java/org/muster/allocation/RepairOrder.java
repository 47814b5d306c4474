package org.muster.allocation;

import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.muster.planning.model.Arc;
import org.muster.planning.model.Draw;
import org.muster.planning.model.Effort;
import org.muster.planning.model.Forbidden;
import org.muster.planning.model.Hedge;
import org.muster.planning.model.Kept;
import org.muster.planning.model.Making;
import org.muster.planning.model.Offer;
import org.muster.planning.model.Pin;
import org.muster.planning.model.PlanOrder;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.Reliability;
import org.muster.planning.model.Staging;
import org.muster.shared.Quantity;

/**
 * The order for a plan that changes as little as possible: who said yes, and who was asked and has not said no, stays where it is; what was said otherwise is
 * weighed against others; standbys come before those whom nobody warned. Positions stay those of the plan that is repaired, so that its sense holds. Pure.
 */
final class RepairOrder {

    /** To leave a standby aside costs so much of its price, in hundredths. */
    private static final long STANDBY_FIRST = 10;

    /** To do without a supplier who said something else costs so much of its price, in hundredths. */
    private static final long OPEN_STAYS = 5;

    private static final long WHOLE = 100;

    /** What is less than this below a whole unit is the trace of a division. */
    private static final int TRACE_DECIMALS = 3;

    /** Most of a plan stands, and an office that was just told no waits for the rest of it. */
    private static final Duration HURRIED = Duration.ofMillis(400);

    private final Sense sense;
    private final Map<Integer, Long> planned;
    private final List<Hedge> hedges;
    private final PlanStanding standing;
    private final Set<Integer> notThere;
    private final PlanOrder order;
    private final PlanProblem problem;
    private final long elapsed;
    private final Map<Integer, Long> stands = new TreeMap<>();
    private final Map<Integer, Long> ofOffer = new HashMap<>();

    private RepairOrder(
            PlanOrder order,
            Sense sense,
            Map<Integer, Long> planned,
            List<Hedge> hedges,
            PlanStanding standing,
            Set<Integer> notThere,
            long elapsed) {
        this.order = order;
        this.sense = sense;
        this.planned = planned;
        this.hedges = hedges;
        this.standing = standing;
        this.notThere = notThere;
        this.elapsed = elapsed;
        problem = order.problem();
    }

    /**
     * @param before the plan in force, with its answer
     * @param notThere positions of offers of which the ledger has less by now
     * @param asOf the moment for which it is repaired; so much later whoever is asked only now comes
     */
    static PlanOrder of(PlannedRun before, PlanStanding standing, Set<Integer> notThere, Instant asOf) {
        long elapsed = Math.max(
                0, Duration.between(before.detail().run().begunAt(), asOf).toMinutes());
        PlanOrder repair = new RepairOrder(
                        before.detail().order(),
                        before.sense(),
                        planned(before),
                        before.detail().answer().orElseThrow().hedges(),
                        standing,
                        notThere,
                        elapsed)
                .make();
        Effort usual = repair.problem().effort();
        return usual.timeLimit().compareTo(HURRIED) <= 0
                ? repair
                : repair.with(new Effort(usual.seed(), HURRIED, usual.threads(), usual.rounds(), usual.gapGoal()));
    }

    /** The same on the positions of an order that was made anew. */
    static PlanOrder of(Continuation.Continued on) {
        return new RepairOrder(on.order(), on.sense(), on.planned(), on.hedges(), on.standing(), Set.of(), 0).make();
    }

    /** What each arc carries. */
    static Map<Integer, Long> planned(PlannedRun run) {
        Map<Integer, Long> planned = new HashMap<>();
        run.legs().forEach(leg -> planned.put(leg.arc(), leg.quantity()));
        return planned;
    }

    private PlanOrder make() {
        standing.asked().forEach((arc, asked) -> {
            long units = units(arc, asked, planned.getOrDefault(arc, 0L));
            if (units > 0) {
                stands.put(arc, units);
                ofOffer.merge(problem.arcs().get(arc).offer(), units, Math::addExact);
            }
        });
        Set<Integer> making = new HashSet<>();
        order.staged().ifPresent(staged -> staged.makings().forEach(one -> making.add(one.offer())));
        PlanProblem now = problem.withSettled(offers(), arcs(), pins(making), forbidden(), kept(making));
        return new PlanOrder(
                order.subject(),
                now,
                order.staging() == null ? null : later(order.staging()),
                draws(),
                order.userUnits(),
                records(),
                order.profile(),
                order.fair());
    }

    private long units(int arc, PlanStanding.Asked asked, long planned) {
        return units(sense.offers().get(problem.arcs().get(arc).offer()), asked, planned);
    }

    /** What counts of a leg, in the order's units: no more than was planned, unless the plan has no use for it; then all that its supplier was asked for. */
    static long units(Sense.OfferSense offer, PlanStanding.Asked asked, long planned) {
        long said = asked.quantity()
                .map(quantity -> quantity.inBase()
                        .divide(
                                new Quantity(offer.perUnit(), offer.unit()).inBase(),
                                TRACE_DECIMALS,
                                RoundingMode.HALF_UP)
                        .setScale(0, RoundingMode.FLOOR)
                        .longValueExact())
                .orElse(planned);
        return planned == 0 ? said : Math.min(said, planned);
    }

    /** What is held already is neither more nor less than it is. */
    private List<Offer> offers() {
        List<Offer> offers = new ArrayList<>(problem.offers());
        ofOffer.forEach((at, sum) -> {
            Offer offer = offers.get(at);
            offers.set(at, new Offer(offer.id(), offer.supplier(), sum, 0, 1, false, offer.fixedCharge()));
        });
        return offers;
    }

    /** Whoever is asked only now comes later by the time that has gone by. */
    private List<Arc> arcs() {
        List<Arc> arcs = new ArrayList<>();
        for (int a = 0; a < problem.arcs().size(); a++) {
            Arc arc = problem.arcs().get(a);
            boolean living = stands.containsKey(a);
            long arrival =
                    living ? asked(a).arrives().map(this::minutes).orElse(arc.arrival()) : arc.arrival() + elapsed;
            arcs.add(new Arc(
                    arc.offer(),
                    arc.requirement(),
                    arc.unitPrice(),
                    living ? stands.getOrDefault(a, 0L) : arc.maximum(),
                    arrival));
        }
        return arcs;
    }

    private PlanStanding.Asked asked(int arc) {
        return Objects.requireNonNull(standing.asked().get(arc));
    }

    private long minutes(Instant at) {
        return Math.max(0, Duration.between(sense.start(), at).toMinutes());
    }

    /** What is made, or comes on another day, depends in its time on the others, so it is kept instead: for nothing, as it is paid. */
    private List<Pin> pins(Set<Integer> making) {
        return standing.frozen().stream()
                .filter(stands::containsKey)
                .filter(arc -> isFixed(arc, making))
                .map(arc -> new Pin(arc, stands.getOrDefault(arc, 0L)))
                .toList();
    }

    private boolean isFixed(int arc, Set<Integer> making) {
        return !making.contains(problem.arcs().get(arc).offer())
                && asked(arc).arrives().isEmpty();
    }

    private List<Kept> kept(Set<Integer> making) {
        Map<Integer, Kept> kept = new TreeMap<>();
        stands.forEach((arc, units) -> {
            boolean open = asked(arc).firmness() == PlanStanding.Firmness.OPEN;
            long price = problem.arcs().get(arc).unitPrice();
            if (open) {
                kept.put(arc, new Kept(arc, units, Math.max(1, price * OPEN_STAYS / WHOLE)));
            } else if (!isFixed(arc, making)) {
                kept.put(arc, new Kept(arc, units, Math.max(1, price)));
            }
        });
        for (Hedge hedge : hedges) {
            Arc arc = problem.arcs().get(hedge.arc());
            long most =
                    Math.min(arc.maximum(), problem.offers().get(arc.offer()).capacity());
            if (!ofOffer.containsKey(arc.offer())
                    && !standing.gone().contains(hedge.arc())
                    && !problem.requirements().get(arc.requirement()).undivided()
                    && most > 0
                    && arc.unitPrice() >= WHOLE / STANDBY_FIRST) {
                kept.putIfAbsent(hedge.arc(), new Kept(hedge.arc(), most, arc.unitPrice() * STANDBY_FIRST / WHOLE));
            }
        }
        return List.copyOf(kept.values());
    }

    /** No to who said no, to what the ledger has less of, and to more of what is held already. */
    private List<Forbidden> forbidden() {
        Set<Forbidden> forbidden = new LinkedHashSet<>();
        for (Forbidden no : problem.forbidden()) {
            if (!touchesStanding(no)) {
                forbidden.add(no);
            }
        }
        for (int arc : standing.gone()) {
            int offer = problem.arcs().get(arc).offer();
            forbidden.add(ofOffer.containsKey(offer) ? new Forbidden.ThisArc(arc) : new Forbidden.ThisOffer(offer));
        }
        for (int offer : notThere) {
            if (!ofOffer.containsKey(offer)) {
                forbidden.add(new Forbidden.ThisOffer(offer));
            }
        }
        for (int a = 0; a < problem.arcs().size(); a++) {
            if (ofOffer.containsKey(problem.arcs().get(a).offer()) && !stands.containsKey(a)) {
                forbidden.add(new Forbidden.ThisArc(a));
            }
        }
        return List.copyOf(forbidden);
    }

    private boolean touchesStanding(Forbidden no) {
        if (no instanceof Forbidden.ThisArc arc) {
            return stands.containsKey(arc.arc());
        }
        if (no instanceof Forbidden.ThisOffer offer) {
            return ofOffer.containsKey(offer.offer());
        }
        return no instanceof Forbidden.ThisSupplier supplier
                && ofOffer.keySet().stream()
                        .anyMatch(offer -> problem.offers().get(offer).supplier() == supplier.supplier());
    }

    private Staging later(Staging staging) {
        List<Making> makings = staging.makings();
        return new Staging(
                makings,
                staging.holds(),
                Math.min(staging.deadline(), staging.answered() + elapsed),
                staging.deadline());
    }

    /** What is held for this plan is not free in the ledger, and need not be. */
    private List<Draw> draws() {
        List<Draw> draws = new ArrayList<>(order.draws());
        ofOffer.keySet().forEach(offer -> draws.set(offer, Draw.NOTHING));
        return draws;
    }

    /** Whoever has said yes is not in doubt any more. */
    private List<Reliability> records() {
        List<Reliability> records = new ArrayList<>(order.records());
        standing.asked().forEach((arc, asked) -> {
            if (asked.firmness() == PlanStanding.Firmness.PROMISED) {
                int offer = problem.arcs().get(arc).offer();
                Reliability known = records.get(offer);
                records.set(
                        offer, new Reliability(Reliability.CERTAIN, known.leadTime(), known.transit(), known.usable()));
            }
        });
        return records;
    }
}
