package org.muster.board;

import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.allocation.PlanStanding;
import org.muster.allocation.PlannedRun;
import org.muster.allocation.Sense;
import org.muster.ask.PlanInForce;
import org.muster.consignment.ConsignmentView;
import org.muster.consignment.RunLeg;
import org.muster.planning.model.Included;
import org.muster.planning.model.Leg;
import org.muster.planning.model.PlanAnswer;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.Schedule;
import org.muster.planning.model.Task;
import org.muster.shared.Quantity;

/** Holds what was answered and what was sent against the plan in force. Pure. */
final class Carrying {

    /** A promise for a year is no reason to draw more than two months. */
    private static final int MOST_DAYS = 62;

    private final PlannedRun run;
    private final Schedule schedule;
    private final Sense sense;
    private final PlanProblem problem;
    private final PlanInForce plan;
    private final Map<UUID, List<ConsignmentView>> sent;
    private final Map<Integer, Task> tasks = new HashMap<>();
    private final ZoneId zone;
    private final Instant now;

    private Carrying(PlannedRun run, PlanAnswer answer, PlanInForce plan, List<RunLeg> sent, ZoneId zone, Instant now) {
        this.run = run;
        this.schedule = answer.schedule();
        this.sense = run.sense();
        this.problem = run.detail().order().problem();
        this.plan = plan;
        this.sent = sent.stream()
                .collect(Collectors.toMap(leg -> leg.promise().ask().id(), RunLeg::consignments, (one, other) -> one));
        this.zone = zone;
        this.now = now;
        schedule.tasks().stream().filter(task -> task.arc() >= 0).forEach(task -> tasks.put(task.arc(), task));
    }

    /** Empty as long as the plan has no answer. */
    static Optional<Carried> of(PlannedRun run, PlanInForce plan, List<RunLeg> sent, ZoneId zone, Instant now) {
        return run.detail().answer().map(answer -> new Carrying(run, answer, plan, sent, zone, now).carried());
    }

    private Carried carried() {
        List<CarriedLeg> legs = run.legs().stream().map(this::leg).toList();
        return new Carried(plan.run(), sense.start(), sense.deadline(), steps(legs), legs, balances(legs));
    }

    // ── Legs ────────────────────────────────────────────────────────────────────

    private CarriedLeg leg(Leg leg) {
        int position = problem.arcs().get(leg.arc()).offer();
        int requirement = problem.arcs().get(leg.arc()).requirement();
        Sense.OfferSense offer = sense.offers().get(position);
        Sense.SupplierSense supplier = sense.suppliers().get(offer.supplier());
        Sense.RequirementSense of = sense.requirements().get(requirement);
        PlanStanding.@Nullable Asked asked = plan.standing().asked().get(leg.arc());
        Optional<UUID> ask = Optional.ofNullable(plan.asks().get(leg.arc()));
        List<ConsignmentView> goods = asked == null
                ? List.of()
                : ask.map(id -> sent.getOrDefault(id, List.of())).orElse(List.of());
        Instant planned = asked == null ? planned(leg) : asked.arrives().orElseGet(() -> planned(leg));
        List<CarriedLeg.Supply> supplies = asked == null || asked.firmness() != PlanStanding.Firmness.PROMISED
                ? List.of()
                : supplies(leg, offer, asked, goods, planned);
        LegState state = state(leg, asked, goods, supplies);
        Instant expected = supplies.stream()
                .filter(one -> state == LegState.ACCEPTED || !one.accepted())
                .map(CarriedLeg.Supply::at)
                .max(Comparator.naturalOrder())
                .orElse(planned);
        boolean open = state == LegState.ASKED || state == LegState.PROMISED || state == LegState.ON_THE_WAY;
        return new CarriedLeg(
                leg.arc(),
                requirement,
                of.name(),
                supplier.name(),
                supplier.nameEn() == null ? "" : supplier.nameEn(),
                offer.place(),
                sense.demands().get(of.demand()).area(),
                sense.asOffered(position, leg.quantity()),
                planned,
                expected,
                of.neededBy(),
                state,
                open
                        && (expected.isAfter(of.neededBy())
                                || now.isAfter(planned)
                                || goods.stream().anyMatch(one -> one.late(now))),
                ask,
                supplies);
    }

    private Instant planned(Leg leg) {
        Task task = tasks.get(leg.arc());
        return task == null ? sense.arcs().get(leg.arc()).arrives() : sense.at(task.ends());
    }

    private LegState state(
            Leg leg,
            PlanStanding.@Nullable Asked asked,
            List<ConsignmentView> goods,
            List<CarriedLeg.Supply> supplies) {
        if (asked == null) {
            return plan.standing().gone().contains(leg.arc()) ? LegState.LOST : LegState.PLANNED;
        }
        if (asked.firmness() != PlanStanding.Firmness.PROMISED) {
            return LegState.ASKED;
        }
        if (!supplies.isEmpty() && supplies.stream().allMatch(CarriedLeg.Supply::accepted)) {
            return LegState.ACCEPTED;
        }
        return goods.stream()
                        .anyMatch(
                                one -> !one.state().isJudged() && one.departed().isPresent())
                ? LegState.ON_THE_WAY
                : LegState.PROMISED;
    }

    /** What was accepted, what is announced or under way, and what of the promise nobody has sent yet. What was rejected does not come. */
    private List<CarriedLeg.Supply> supplies(
            Leg leg, Sense.OfferSense offer, PlanStanding.Asked asked, List<ConsignmentView> goods, Instant planned) {
        List<CarriedLeg.Supply> supplies = new ArrayList<>();
        long left = asked.quantity()
                .map(all -> Math.min(leg.quantity(), units(all, offer)))
                .orElse(leg.quantity());
        for (ConsignmentView one : goods) {
            boolean judged = one.state().isJudged();
            long all = Math.min(left, units(one.quantity(), offer));
            long counts = judged
                    ? Math.min(
                            all, one.accepted().map(good -> units(good, offer)).orElse(0L))
                    : all;
            left -= all;
            if (counts > 0) {
                supplies.add(new CarriedLeg.Supply(
                        judged
                                ? one.arrived().orElse(now)
                                : notBeforeNow(one.arrived().orElse(one.expectedArrival())),
                        counts,
                        judged));
            }
        }
        if (left > 0) {
            supplies.add(new CarriedLeg.Supply(notBeforeNow(planned), left, false));
        }
        supplies.sort(Comparator.comparing(CarriedLeg.Supply::at));
        return supplies;
    }

    /** What should have come and has not comes now at the earliest. */
    private Instant notBeforeNow(Instant at) {
        return at.isBefore(now) ? now : at;
    }

    private static long units(Quantity quantity, Sense.OfferSense offer) {
        return quantity.inBase()
                .divide(new Quantity(offer.perUnit(), offer.unit()).inBase(), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    // ── Steps ───────────────────────────────────────────────────────────────────

    private List<CarriedStep> steps(List<CarriedLeg> legs) {
        Map<Integer, CarriedLeg> byArc = new HashMap<>();
        legs.forEach(leg -> byArc.put(leg.arc(), leg));
        Set<Task> critical = new HashSet<>(schedule.criticalPath());
        boolean unanswered = legs.stream().anyMatch(leg -> leg.state() == LegState.ASKED);
        return schedule.tasks().stream()
                .sorted(Comparator.comparingLong(Task::begins).thenComparingLong(Task::ends))
                .map(task ->
                        step(task, Optional.ofNullable(byArc.get(task.arc())), critical.contains(task), unanswered))
                .toList();
    }

    private CarriedStep step(Task task, Optional<CarriedLeg> leg, boolean critical, boolean unanswered) {
        Instant ends = sense.at(task.ends());
        boolean passed = now.isAfter(ends);
        boolean over = leg.map(one -> one.state() == LegState.ACCEPTED)
                .orElse(task.kind() == Task.Kind.ANSWER ? !unanswered : passed);
        boolean late = leg.map(CarriedLeg::late).orElse(task.kind() == Task.Kind.ANSWER && unanswered && passed);
        Instant expected = leg.filter(one -> one.state() != LegState.LOST && one.state() != LegState.PLANNED)
                .map(CarriedLeg::expected)
                .filter(at -> at.isAfter(ends))
                .orElse(late ? notBeforeNow(ends) : ends);
        return new CarriedStep(
                task.kind(),
                sense.stages().get(task.stage()).name(),
                leg,
                sense.at(task.begins()),
                ends,
                expected,
                critical,
                over,
                late);
    }

    // ── Balances ────────────────────────────────────────────────────────────────

    private List<Balance> balances(List<CarriedLeg> legs) {
        Map<Integer, List<CarriedLeg.Supply>> supplies = new LinkedHashMap<>();
        for (CarriedLeg leg : legs) {
            supplies.computeIfAbsent(leg.requirement(), any -> new ArrayList<>())
                    .addAll(leg.supplies());
            for (Included along : problem.included()) {
                if (along.arc() == leg.arc()) {
                    supplies.computeIfAbsent(along.requirement(), any -> new ArrayList<>())
                            .addAll(along(along, leg.supplies()));
                }
            }
        }
        List<Balance> balances = new ArrayList<>();
        for (int r = 0; r < problem.requirements().size(); r++) {
            balances.add(balance(r, supplies.getOrDefault(r, List.of())));
        }
        return balances;
    }

    /** What comes along with each part, so that all parts together bring what the whole does. */
    private static List<CarriedLeg.Supply> along(Included along, List<CarriedLeg.Supply> parts) {
        List<CarriedLeg.Supply> brought = new ArrayList<>();
        long taken = 0;
        for (CarriedLeg.Supply part : parts) {
            long before = along.broughtBy(taken);
            taken = Math.addExact(taken, part.units());
            brought.add(new CarriedLeg.Supply(part.at(), along.broughtBy(taken) - before, part.accepted()));
        }
        return brought;
    }

    private Balance balance(int r, List<CarriedLeg.Supply> supplies) {
        Sense.RequirementSense of = sense.requirements().get(r);
        Sense.DemandSense demand = sense.demands().get(of.demand());
        long needed = problem.requirements().get(r).quantity();
        LocalDate due = day(of.neededBy());
        LocalDate first = day(sense.start());
        LocalDate end = first.plusDays(MOST_DAYS - 1L);
        LocalDate last = supplies.stream().map(one -> day(one.at())).reduce(later(due, day(now)), Carrying::later);
        List<Balance.Day> days = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last.isAfter(end) ? end : last); day = day.plusDays(1)) {
            days.add(day(r, day, day.isBefore(due) ? 0 : needed, supplies));
        }
        return new Balance(
                of.key(), of.name(), demand.name(), demand.area(), of.neededBy(), sense.asNeeded(r, needed), days);
    }

    private Balance.Day day(int r, LocalDate date, long needed, List<CarriedLeg.Supply> supplies) {
        long promised = 0;
        long accepted = 0;
        for (CarriedLeg.Supply one : supplies) {
            if (!day(one.at()).isAfter(date)) {
                promised = Math.addExact(promised, one.units());
                accepted = Math.addExact(accepted, one.accepted() ? one.units() : 0);
            }
        }
        return new Balance.Day(
                date,
                sense.asNeeded(r, needed),
                sense.asNeeded(r, promised),
                sense.asNeeded(r, accepted),
                sense.asNeeded(r, Math.subtractExact(promised, needed)));
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
