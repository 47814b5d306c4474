package org.muster.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.muster.allocation.Allocations;
import org.muster.ask.AskDeed;
import org.muster.ask.AskView;
import org.muster.ask.Asks;
import org.muster.ask.PlanInForce;
import org.muster.ask.Repairs;
import org.muster.consignment.Consignments;
import org.muster.emergency.EmergencyDesk;
import org.muster.emergency.EmergencyId;
import org.muster.emergency.EmergencyView;
import org.muster.emergency.Entry;
import org.muster.identity.Actor;
import org.muster.outbox.Outbox;
import org.muster.planning.PlanRunId;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;

/** What those who run an emergency look at together, and where the shift is handed over. For nobody else there is anything here. */
@ApplicationScoped
@Transactional
public class Board {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final int SHORTEST_NAME = 2;
    private static final int LONGEST_NAME = 60;
    private static final int SHORTEST_NOTE = 2;
    private static final int LONGEST_NOTE = 2_000;

    private final EmergencyDesk emergencies;
    private final Allocations allocations;
    private final Repairs repairs;
    private final Asks asks;
    private final Consignments consignments;
    private final HandOverRows handOvers;
    private final Outbox outbox;

    Board(
            EmergencyDesk emergencies,
            Allocations allocations,
            Repairs repairs,
            Asks asks,
            Consignments consignments,
            HandOverRows handOvers,
            Outbox outbox) {
        this.emergencies = emergencies;
        this.allocations = allocations;
        this.repairs = repairs;
        this.asks = asks;
        this.consignments = consignments;
        this.handOvers = handOvers;
        this.outbox = outbox;
    }

    /** How far each requirement of the plan in force is covered; nothing as long as no plan was sent. */
    public List<Coverage> coverage(Actor viewer, EmergencyId emergency) {
        return repairs.inForce(viewer, emergency)
                .flatMap(plan ->
                        allocations.run(viewer, emergency, plan.run()).map(run -> Coverages.of(run, plan.standing())))
                .orElseGet(List::of);
    }

    /** How the plan in force is carried out, its days as they are counted in a zone; nothing as long as no plan was sent. */
    public Optional<Carried> carried(Actor viewer, EmergencyId emergency, ZoneId zone, Instant now) {
        return repairs.inForce(viewer, emergency)
                .flatMap(plan -> allocations
                        .run(viewer, emergency, plan.run())
                        .flatMap(run -> Carrying.of(run, plan, consignments.legs(viewer, emergency, now), zone, now)));
    }

    /** The plan that was sent last, or the repair of it that was agreed to. */
    public Optional<PlanRunId> planInForce(Actor viewer, EmergencyId emergency) {
        return repairs.inForce(viewer, emergency).map(PlanInForce::run);
    }

    /** Asks that somebody owes an answer to, the supplier or the office; those due first first. */
    public List<AskView> owing(Actor viewer, EmergencyId emergency, Instant now) {
        return asks.of(viewer, emergency, now).stream()
                .filter(ask -> ask.state().holds())
                .sorted(Comparator.comparing(AskView::answerBy))
                .toList();
    }

    // ── The situation of a day ──────────────────────────────────────────────────

    /** How it stood at a moment, and what had changed in the day before; empty for those who do not run emergencies. */
    public Optional<Situation> situation(Actor viewer, EmergencyId id, Instant asOf, Instant now) {
        Instant from = asOf.minus(A_DAY);
        return emergencies
                .byId(viewer, id)
                .map(emergency -> new Situation(
                        emergency,
                        from,
                        asOf,
                        asks.dealt(viewer, id, now).stream()
                                .flatMap(dealt -> standing(dealt.ask(), asOf).stream())
                                .collect(Collectors.groupingBy(one -> one, Collectors.counting())),
                        emergencies.wholeRecord(viewer, id).stream()
                                .filter(entry -> within(entry.at(), from, asOf))
                                .sorted(Comparator.comparing(Entry::at).reversed())
                                .toList(),
                        handOvers.of(id).stream()
                                .filter(note -> within(note.at(), from, asOf))
                                .toList()));
    }

    private static boolean within(Instant at, Instant from, Instant to) {
        return at.isAfter(from) && !at.isAfter(to);
    }

    /** What was said last by then; empty for what nobody had been asked yet. */
    private static Optional<Situation.Standing> standing(AskView ask, Instant asOf) {
        return ask.history().stream()
                .filter(entry -> !entry.at().isAfter(asOf))
                .flatMap(entry -> standing(entry.deed()).stream())
                .reduce((first, last) -> last);
    }

    private static Optional<Situation.Standing> standing(AskDeed deed) {
        return switch (deed) {
            case REQUESTED, ACKNOWLEDGED -> Optional.of(Situation.Standing.WAITING_FOR_SUPPLIER);
            case ACCEPTED, AGREED -> Optional.of(Situation.Standing.PROMISED);
            case ACCEPTED_IF, COUNTERED -> Optional.of(Situation.Standing.WAITING_FOR_OFFICE);
            case DECLINED, EXPIRED, WITHDRAWN, LOST -> Optional.of(Situation.Standing.GONE);
            case REMINDED, RISEN -> Optional.empty();
        };
    }

    // ── Handing over ────────────────────────────────────────────────────────────

    /** The hand-over log, the last first. */
    public List<HandOver> handOvers(Actor viewer, EmergencyId emergency) {
        return emergencies.byId(viewer, emergency).isPresent() ? handOvers.of(emergency) : List.of();
    }

    /** Somebody else is on shift, and knows what is open. */
    public Outcome<HandOver> handOver(
            Actor actor, EmergencyId emergency, String from, String to, String open, Instant now) {
        if (emergencies.byId(actor, emergency).filter(EmergencyView::open).isEmpty()) {
            return Outcome.refused(Refusal.of(EmergencyDesk.NOT_FOUND));
        }
        List<Refusal> refusals = new ArrayList<>();
        String before = officer("from", from, refusals);
        String after = officer("to", to, refusals);
        String points = open.strip();
        if (points.length() < SHORTEST_NOTE || points.length() > LONGEST_NOTE) {
            refusals.add(Refusal.at("open", "board.open_points_missing", LONGEST_NOTE));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        var note = new HandOver(now, actor.name(), before, after, points);
        handOvers.add(emergency, note);
        outbox.publish(new HandedOver(emergency, before, after));
        return Outcome.accepted(note);
    }

    private static String officer(String field, String typed, List<Refusal> refusals) {
        String name = typed.strip();
        if (name.length() < SHORTEST_NAME || name.length() > LONGEST_NAME) {
            refusals.add(Refusal.at(field, "board.officer_missing", SHORTEST_NAME, LONGEST_NAME));
        }
        return name;
    }
}
