package org.muster.drill;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.muster.allocation.Allocations;
import org.muster.allocation.PlanStanding;
import org.muster.allocation.PlannedRun;
import org.muster.allocation.Sense;
import org.muster.emergency.EmergencyBook;
import org.muster.emergency.EmergencyDesk;
import org.muster.emergency.EmergencyId;
import org.muster.emergency.EmergencyView;
import org.muster.emergency.Entry;
import org.muster.identity.Actor;
import org.muster.outbox.Outbox;
import org.muster.planning.PlanRunId;
import org.muster.planning.model.Arc;
import org.muster.planning.model.Leg;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;

/**
 * Plays a plan of a drill: what its suppliers answer and when their goods come is drawn from a seed, and happens up to a thousand times as fast as the clock. What
 * is declined or not answered is planned anew with as little change as in earnest, and what that adds is played too. It holds nothing and asks nobody.
 */
@ApplicationScoped
@Transactional
public class Drills {

    public static final List<Integer> SPEEDS = List.of(1, 10, 60, 300, 1_000);

    /** Whoever plays a market in which nearly nobody says yes has learnt that by then. */
    private static final int MOST_REPAIRS = 20;

    private final EmergencyDesk emergencies;
    private final EmergencyBook book;
    private final Allocations allocations;
    private final DrillRows rows;
    private final Outbox outbox;

    Drills(EmergencyDesk emergencies, EmergencyBook book, Allocations allocations, DrillRows rows, Outbox outbox) {
        this.emergencies = emergencies;
        this.book = book;
        this.allocations = allocations;
        this.rows = rows;
        this.outbox = outbox;
    }

    /**
     * Begins to play.
     *
     * @param run the plan
     * @param seed as typed; the same one plays the same again, blank for one by the clock
     * @param speed as typed, one of {@link #SPEEDS}
     */
    public Outcome<UUID> begin(Actor actor, EmergencyId id, String run, String seed, String speed, Instant now) {
        Optional<EmergencyView> emergency = emergencies.byId(actor, id).filter(EmergencyView::open);
        if (emergency.isEmpty()) {
            return Outcome.refused(Refusal.of(EmergencyDesk.NOT_FOUND));
        }
        if (!emergency.get().drill()) {
            return Outcome.refused(Refusal.of("drill.not_a_drill"));
        }
        List<Refusal> refusals = new ArrayList<>();
        Optional<PlannedRun> planned = allocations.runs(actor, id).stream()
                .filter(line -> line.run().id().value().toString().equals(run))
                .flatMap(line -> allocations.run(actor, id, line.run().id()).stream())
                .filter(found -> !found.legs().isEmpty())
                .findFirst();
        if (planned.isEmpty()) {
            refusals.add(Refusal.at("run", "drill.no_plan"));
        }
        String typed = seed.strip();
        if (!typed.isEmpty() && !typed.matches("[1-9][0-9]{0,8}")) {
            refusals.add(Refusal.at("seed", "drill.seed_unreadable"));
        }
        Optional<Integer> times =
                SPEEDS.stream().filter(one -> one.toString().equals(speed)).findFirst();
        if (times.isEmpty()) {
            refusals.add(Refusal.at("speed", "drill.speed_missing"));
        }
        if (refusals.isEmpty() && rows.locked(id).isPresent()) {
            refusals.add(Refusal.of("drill.playing"));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        long from = typed.isEmpty() ? now.getEpochSecond() % 1_000_000_000 : Long.parseLong(typed);
        PlannedRun plan = planned.orElseThrow();
        var row = new DrillRows.Row(
                UUID.randomUUID(),
                id,
                plan.detail().run().id(),
                from,
                times.orElseThrow(),
                actor.name(),
                now.truncatedTo(ChronoUnit.MICROS),
                Optional.empty());
        long answerWithin = emergency.get().answerWithin().toMinutes();
        rows.add(row, Futures.draw(plan.detail().order(), plan.legs(), answerWithin, from, 0, 0));
        book.note(id, actor.name(), Entry.Deed.DRILL_BEGUN, "#" + from + " ×" + row.speed(), now);
        outbox.publish(new DrillStepped(id, row.id(), 0, false));
        return Outcome.accepted(row.id());
    }

    /** Stops it where it is. */
    public Outcome<UUID> end(Actor actor, EmergencyId id, Instant now) {
        if (emergencies.byId(actor, id).isEmpty()) {
            return Outcome.refused(Refusal.of(EmergencyDesk.NOT_FOUND));
        }
        return rows.locked(id)
                .map(row -> {
                    ended(row, actor.name(), now);
                    return Outcome.accepted(row.id());
                })
                .orElseGet(() -> Outcome.refused(Refusal.of(EmergencyDesk.NOT_FOUND)));
    }

    private void ended(DrillRows.Row row, String who, Instant now) {
        rows.end(row.id(), now);
        book.note(row.emergency(), who, Entry.Deed.DRILL_ENDED, "#" + row.seed(), now);
        outbox.publish(new DrillStepped(row.emergency(), row.id(), 0, true));
    }

    /** The last one begun, as far as it is known. */
    public Optional<DrillView> latest(Actor viewer, EmergencyId id, Instant now) {
        return emergencies
                .byId(viewer, id)
                .flatMap(emergency -> rows.latest(id))
                .flatMap(row -> allocations.run(viewer, id, row.run()).map(plan -> view(viewer, row, plan, now)));
    }

    // ── The clock ───────────────────────────────────────────────────────────────

    List<UUID> playing() {
        return rows.playing();
    }

    /**
     * Tells what has happened by now, and has the plan repaired for what is lost; where nothing is left to happen, it ends. Another replica may be at it: then
     * nothing is done here.
     */
    int tick(UUID drill, Instant now) {
        Optional<DrillRows.Row> taken = rows.taken(drill);
        if (taken.isEmpty()) {
            return 0;
        }
        DrillRows.Row row = taken.get();
        List<DrillStep> due = rows.untold(drill, row.minuteAt(now));
        Optional<PlannedRun> plan =
                due.isEmpty() ? Optional.empty() : allocations.run(Actor.system(), row.emergency(), row.run());
        for (DrillStep step : due) {
            rows.tell(drill, step.position(), now);
            plan.ifPresent(found -> book.note(
                    row.emergency(), supplier(found, step.arc()), Entry.Deed.DRILL_STEP, told(found, step), now));
        }
        if (!due.isEmpty()) {
            outbox.publish(new DrillStepped(row.emergency(), drill, due.size(), false));
        }
        if (!goesOnRepairing(row, now) && !rows.hasUntold(drill)) {
            ended(row, "", now);
        }
        return due.size();
    }

    /** Takes its repairs one step on: what is planned is played, what was lost is planned for. Whether something of a repair is still to come. */
    private boolean goesOnRepairing(DrillRows.Row row, Instant now) {
        List<DrillRows.Repair> repairs = rows.repairs(row.id());
        Optional<DrillRows.Repair> planned = repairs.stream()
                .filter(one -> one.state() == DrillRows.RepairState.PLANNED)
                .findFirst();
        return planned.isPresent() ? playsRepair(row, planned.get(), now) : beginsRepair(row, repairs, now);
    }

    private boolean playsRepair(DrillRows.Row row, DrillRows.Repair repair, Instant now) {
        Optional<PlannedRun> run = allocations.run(Actor.system(), row.emergency(), repair.run());
        if (run.filter(one -> one.detail().run().state().isOpen()).isPresent()) {
            return true;
        }
        List<DrillStep> steps = rows.steps(row.id());
        Set<Integer> known = steps.stream().map(DrillStep::arc).collect(Collectors.toSet());
        List<Leg> added = run.filter(one -> one.detail().answer().isPresent())
                .map(one -> one.legs().stream()
                        .filter(leg -> !known.contains(leg.arc()))
                        .toList())
                .orElseGet(List::of);
        if (added.isEmpty()) {
            rows.move(row.id(), repair, DrillRows.RepairState.LEFT);
            return false;
        }
        long answerWithin = emergencies
                .byId(Actor.system(), row.emergency())
                .orElseThrow()
                .answerWithin()
                .toMinutes();
        rows.addSteps(
                row.id(),
                Futures.draw(
                        run.orElseThrow().detail().order(),
                        added,
                        answerWithin,
                        row.seed() + repair.position(),
                        row.minuteAt(now),
                        steps.size()));
        rows.move(row.id(), repair, DrillRows.RepairState.APPLIED);
        book.note(row.emergency(), "", Entry.Deed.PLAN_REPAIRED, Integer.toString(added.size()), now);
        outbox.publish(new DrillStepped(row.emergency(), row.id(), 0, false));
        return true;
    }

    /** For what was lost since the last repair; whoever has not answered yet is counted on. */
    private boolean beginsRepair(DrillRows.Row row, List<DrillRows.Repair> repairs, Instant now) {
        Map<Integer, StepKind> answers = new TreeMap<>();
        rows.told(row.id()).stream()
                .filter(step -> step.kind() != StepKind.ARRIVED)
                .forEach(step -> answers.put(step.arc(), step.kind()));
        Set<Integer> gone = answers.entrySet().stream()
                .filter(answer -> answer.getValue() != StepKind.PROMISED)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        int seen = repairs.stream().mapToInt(DrillRows.Repair::lost).max().orElse(0);
        if (gone.size() <= seen || repairs.size() == MOST_REPAIRS) {
            return false;
        }
        Optional<DrillRows.Repair> last = repairs.stream()
                .filter(one -> one.state() == DrillRows.RepairState.APPLIED)
                .reduce((one, other) -> other);
        PlanRunId before = last.map(DrillRows.Repair::run).orElse(row.run());
        PlannedRun force =
                allocations.run(Actor.system(), row.emergency(), before).orElseThrow();
        Map<Integer, PlanStanding.Asked> asked = new HashMap<>();
        force.legs().stream()
                .map(Leg::arc)
                .filter(arc -> !gone.contains(arc))
                .forEach(arc -> asked.put(
                        arc,
                        new PlanStanding.Asked(
                                answers.containsKey(arc) ? PlanStanding.Firmness.PROMISED : PlanStanding.Firmness.ASKED,
                                Optional.empty(),
                                Optional.empty())));
        long minute = row.minuteAt(now);
        long since = minute - last.map(DrillRows.Repair::minute).orElse(0L);
        Instant asOf = force.detail().run().begunAt().plus(Duration.ofMinutes(since));
        int position = repairs.size() + 1;
        return allocations
                .repair(Actor.system(), row.emergency(), before, new PlanStanding(asked, gone), List.of(), asOf, now)
                .fold(
                        run -> {
                            rows.add(
                                    row.id(),
                                    new DrillRows.Repair(
                                            position, run, before, minute, gone.size(), DrillRows.RepairState.PLANNED));
                            return true;
                        },
                        refusals -> false);
    }

    /** In few words that read in both languages. */
    private static String told(PlannedRun plan, DrillStep step) {
        String thing = thing(plan, step.arc()).name().zh();
        long hours = Duration.ofMinutes(step.minute()).toHours();
        return switch (step.kind()) {
            case PROMISED -> "✓ " + thing + " · " + hours + " h";
            case DECLINED -> "✗ " + thing + " · " + hours + " h";
            case SILENT -> "… " + thing + " · " + hours + " h";
            case ARRIVED ->
                "→ " + thing + " · " + hours + " h (+"
                        + Duration.ofMinutes(step.late()).toHours() + " h)";
        };
    }

    // ── Inside ──────────────────────────────────────────────────────────────────

    private static Arc arc(PlannedRun plan, int arc) {
        return plan.detail().order().problem().arcs().get(arc);
    }

    private static String supplier(PlannedRun plan, int arc) {
        Sense sense = plan.sense();
        return sense.suppliers()
                .get(sense.offers().get(arc(plan, arc).offer()).supplier())
                .name();
    }

    private static Sense.RequirementSense thing(PlannedRun plan, int arc) {
        return plan.sense().requirements().get(arc(plan, arc).requirement());
    }

    /** Its plan, and what repairs have added to it. */
    private DrillView view(Actor viewer, DrillRows.Row row, PlannedRun plan, Instant now) {
        List<DrillStep> happened = rows.told(row.id());
        List<DrillRows.Repair> applied = rows.repairs(row.id()).stream()
                .filter(repair -> repair.state() == DrillRows.RepairState.APPLIED)
                .toList();
        List<DrillView.LegView> legs = new ArrayList<>(legs(row, plan, plan.legs(), happened));
        Set<Integer> known = plan.legs().stream().map(Leg::arc).collect(Collectors.toCollection(HashSet::new));
        for (DrillRows.Repair repair : applied) {
            allocations.run(viewer, row.emergency(), repair.run()).ifPresent(run -> {
                List<Leg> added =
                        run.legs().stream().filter(leg -> known.add(leg.arc())).toList();
                legs.addAll(legs(row, run, added, happened));
            });
        }
        return new DrillView(
                row.id(),
                row.run(),
                row.seed(),
                row.speed(),
                row.begunBy(),
                row.begunAt(),
                row.endedAt(),
                at(row, row.minuteAt(now)),
                applied.size(),
                legs);
    }

    private static List<DrillView.LegView> legs(
            DrillRows.Row row, PlannedRun plan, List<Leg> of, List<DrillStep> happened) {
        List<DrillView.LegView> legs = new ArrayList<>();
        for (Leg leg : of) {
            Arc arc = arc(plan, leg.arc());
            Optional<DrillStep> answer = happened.stream()
                    .filter(step -> step.arc() == leg.arc() && step.kind() != StepKind.ARRIVED)
                    .findFirst();
            Optional<DrillStep> arrival = happened.stream()
                    .filter(step -> step.arc() == leg.arc() && step.kind() == StepKind.ARRIVED)
                    .findFirst();
            legs.add(new DrillView.LegView(
                    supplier(plan, leg.arc()),
                    thing(plan, leg.arc()).name(),
                    plan.sense().asNeeded(arc.requirement(), leg.quantity()),
                    answer.map(DrillStep::kind),
                    answer.map(step -> at(row, step.minute())),
                    at(row, arc.arrival()),
                    arrival.map(step -> at(row, step.minute())),
                    arrival.map(DrillStep::late).orElse(0L)));
        }
        return legs;
    }

    private static Instant at(DrillRows.Row row, long minute) {
        return row.begunAt().plus(Duration.ofMinutes(minute));
    }
}
