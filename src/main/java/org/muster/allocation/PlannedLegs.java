package org.muster.allocation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.muster.catalogue.Sale;
import org.muster.planning.model.Arc;
import org.muster.planning.model.Hedge;
import org.muster.planning.model.Leg;
import org.muster.planning.model.NearMiss;
import org.muster.planning.model.PlanAnswer;
import org.muster.planning.model.PlanProblem;
import org.muster.reservation.Claim;
import org.muster.shared.Quantity;
import org.muster.shared.TimeWindow;

/** Turns a plan's legs into what suppliers are asked for. Pure. */
final class PlannedLegs {

    private static final int MOST_STANDBYS = 5;
    private static final long MINUTES_OF_A_DAY = Duration.ofDays(1).toMinutes();
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final PlannedRun run;
    private final Sense sense;
    private final PlanProblem problem;
    private final PlanAnswer answer;

    private PlannedLegs(PlannedRun run, PlanAnswer answer) {
        this.run = run;
        this.answer = answer;
        sense = run.sense();
        problem = run.detail().order().problem();
    }

    static List<PlannedLeg> of(PlannedRun run) {
        return run.detail()
                .answer()
                .map(answer -> new PlannedLegs(run, answer).legs())
                .orElseGet(List::of);
    }

    private List<PlannedLeg> legs() {
        Map<Integer, LegBasis> bases = new HashMap<>();
        run.bases().forEach(basis -> bases.put(basis.arc(), basis));
        Map<Integer, List<PlannedLeg.Standby>> standbys = standbys();
        Map<Integer, Quantity> ordered = ordered(answer.proven().plan().legs());
        return answer.proven().plan().legs().stream()
                .map(leg -> leg(leg, Objects.requireNonNull(ordered.get(leg.arc())), bases, standbys))
                .sorted(Comparator.comparing(PlannedLeg::neededBy).thenComparing(PlannedLeg::arc))
                .toList();
    }

    /** What of each arc is asked for, in its supplier's unit. */
    private Map<Integer, Quantity> ordered(List<Leg> legs) {
        Map<Integer, List<Leg>> byOffer = new LinkedHashMap<>();
        legs.forEach(
                leg -> byOffer.computeIfAbsent(problem.arcs().get(leg.arc()).offer(), any -> new ArrayList<>())
                        .add(leg));
        Map<Integer, Quantity> ordered = new HashMap<>();
        byOffer.forEach((offer, of) -> {
            List<Quantity> parts =
                    sense.asOrdered(offer, of.stream().map(Leg::quantity).toList());
            for (int i = 0; i < parts.size(); i++) {
                ordered.put(of.get(i).arc(), parts.get(i));
            }
        });
        return ordered;
    }

    private PlannedLeg leg(
            Leg leg, Quantity quantity, Map<Integer, LegBasis> bases, Map<Integer, List<PlannedLeg.Standby>> standbys) {
        Arc arc = problem.arcs().get(leg.arc());
        Sense.OfferSense offer = sense.offers().get(arc.offer());
        Sense.SupplierSense supplier = sense.suppliers().get(offer.supplier());
        Sense.RequirementSense requirement = sense.requirements().get(arc.requirement());
        Optional<TimeWindow> window = offer.during().map(during -> window(offer, during, leg.quantity()));
        return new PlannedLeg(
                run.detail().run().id(),
                leg.arc(),
                supplier.organisation(),
                supplier.name(),
                offer.listing(),
                offer.title(),
                claim(offer, quantity, window),
                quantity,
                window,
                offer.price(),
                bases.getOrDefault(
                        leg.arc(),
                        new LegBasis(
                                leg.arc(),
                                LegalBasis.MARKET_PURCHASE,
                                "",
                                "",
                                run.detail().run().begunBy(),
                                run.detail().run().begunAt())),
                requirement.key(),
                requirement.name(),
                sense.demands().get(requirement.demand()).area(),
                requirement.neededBy(),
                standbys.getOrDefault(arc.requirement(), List.of()).stream()
                        .filter(one -> !one.listing().equals(offer.listing()))
                        .limit(MOST_STANDBYS)
                        .toList());
    }

    private static Claim claim(Sense.OfferSense offer, Quantity quantity, Optional<TimeWindow> window) {
        return offer.sale() == Sale.LOT || window.isEmpty()
                ? new Claim.Amount(offer.listing(), quantity)
                : offer.sale() == Sale.TIME
                        ? new Claim.Time(offer.listing(), window.get())
                        : new Claim.Rate(offer.listing(), quantity, window.get());
    }

    /** Of exclusive time no more than what is made in it takes, in whole days of the site; everything else as it was planned. */
    private static TimeWindow window(Sense.OfferSense offer, TimeWindow during, long quantity) {
        if (offer.sale() == Sale.RATE) {
            return wholeDays(during);
        }
        if (offer.sale() != Sale.TIME || offer.aDay() <= 0) {
            return during;
        }
        long minutes = BigDecimal.valueOf(quantity)
                .multiply(BigDecimal.valueOf(MINUTES_OF_A_DAY))
                .divide(BigDecimal.valueOf(offer.aDay()), 0, RoundingMode.CEILING)
                .longValueExact();
        Instant over = during.from().plus(Duration.ofMinutes(minutes));
        LocalDate day = over.atZone(ZONE).toLocalDate();
        Instant morning = day.atStartOfDay(ZONE).toInstant();
        Instant until =
                morning.equals(over) ? over : day.plusDays(1).atStartOfDay(ZONE).toInstant();
        return new TimeWindow(during.from(), until.isBefore(during.to()) ? until : during.to());
    }

    /** Output is had by whole days of the site: those that lie within the time, or the one that it lies in. */
    private static TimeWindow wholeDays(TimeWindow during) {
        LocalDate first = during.from().atZone(ZONE).toLocalDate();
        Instant morning = first.atStartOfDay(ZONE).toInstant();
        Instant from = morning.equals(during.from())
                ? morning
                : first.plusDays(1).atStartOfDay(ZONE).toInstant();
        Instant to = during.to().atZone(ZONE).toLocalDate().atStartOfDay(ZONE).toInstant();
        return from.isBefore(to)
                ? new TimeWindow(from, to)
                : new TimeWindow(morning, first.plusDays(1).atStartOfDay(ZONE).toInstant());
    }

    /** For each requirement the plan's own hedges, then who was nearest to being chosen. */
    private Map<Integer, List<PlannedLeg.Standby>> standbys() {
        Map<Integer, Map<Integer, Boolean>> arcs = new HashMap<>();
        for (Hedge hedge : answer.hedges()) {
            arcs.computeIfAbsent(problem.arcs().get(hedge.arc()).requirement(), any -> new LinkedHashMap<>())
                    .putIfAbsent(hedge.arc(), true);
        }
        for (NearMiss miss : answer.explanation().nearMisses()) {
            arcs.computeIfAbsent(problem.arcs().get(miss.arc()).requirement(), any -> new LinkedHashMap<>())
                    .putIfAbsent(miss.arc(), false);
        }
        Map<Integer, List<PlannedLeg.Standby>> standbys = new HashMap<>();
        arcs.forEach((requirement, found) -> {
            List<PlannedLeg.Standby> list = new ArrayList<>();
            found.forEach((arc, hedge) -> {
                if (list.size() <= MOST_STANDBYS) {
                    list.add(standby(arc, hedge));
                }
            });
            standbys.put(requirement, list);
        });
        return standbys;
    }

    private PlannedLeg.Standby standby(int arc, boolean hedge) {
        Sense.OfferSense offer = sense.offers().get(problem.arcs().get(arc).offer());
        Sense.SupplierSense supplier = sense.suppliers().get(offer.supplier());
        return new PlannedLeg.Standby(
                arc, supplier.organisation(), supplier.name(), offer.listing(), offer.title(), hedge);
    }
}
