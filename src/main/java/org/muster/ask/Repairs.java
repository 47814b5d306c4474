package org.muster.ask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.muster.allocation.Allocations;
import org.muster.allocation.Comparison;
import org.muster.allocation.PlannedRun;
import org.muster.emergency.EmergencyDesk;
import org.muster.emergency.EmergencyId;
import org.muster.emergency.EmergencyView;
import org.muster.identity.Actor;
import org.muster.planning.PlanRunId;
import org.muster.planning.PlanRunState;
import org.muster.planning.model.PlanAnswer;
import org.muster.planning.model.PlanCost;
import org.muster.shared.Money;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;

/**
 * Lets a plan in force repair itself: whenever somebody does not say yes, a plan that changes as little as possible is made; the office agrees to it, or it
 * applies by itself within limits. What it adds is held and asked for, what it does without is given back, and nobody who said yes is touched.
 *
 * <p>The ledger keeps its own transactions, so what was agreed to is written down first and carried out after; {@link RepairWorker} goes on after a crash.
 */
@ApplicationScoped
public class Repairs {

    private static final Logger LOG = Logger.getLogger(Repairs.class);

    private static final int MOST_LEGS = 1_000;
    private static final int WHOLE = 100;
    private static final int LONGEST_NOTE = 300;
    private static final int MOST_PAST = 10;
    private static final String NO_PAPERS = "证书不再能证明 · Certificates prove it no longer";
    private static final String REPAIRED = "方案修补 · Plan repaired";

    /** Where more is wanted and nothing could be begun it is not matched all anew at every look. */
    private static final Duration NEXT_TRY = Duration.ofMinutes(1);

    private final Map<EmergencyId, Instant> inVain = new ConcurrentHashMap<>();
    private final RepairBook book;
    private final Asks asks;
    private final Allocations allocations;
    private final EmergencyDesk emergencies;

    Repairs(RepairBook book, Asks asks, Allocations allocations, EmergencyDesk emergencies) {
        this.book = book;
        this.asks = asks;
        this.allocations = allocations;
        this.emergencies = emergencies;
    }

    // ── Looking ─────────────────────────────────────────────────────────────────

    /** Nothing for anybody but those who run emergencies. */
    public Optional<RepairView> of(Actor viewer, EmergencyId id, Instant now) {
        return emergencies.byId(viewer, id).map(emergency -> {
            Optional<RepairBook.Standing> standing = book.standing(id);
            List<RepairRows.Row> rows = book.of(id);
            return new RepairView(
                    standing.map(RepairBook.Standing::run),
                    standing.map(RepairBook.Standing::unsettled).orElseGet(List::of),
                    standing.map(found -> book.grown(viewer, id, found, now)).orElseGet(List::of),
                    rows.stream()
                            .filter(row -> row.state() == RepairState.PROPOSED || row.state() == RepairState.APPLYING)
                            .findFirst()
                            .map(row -> proposed(viewer, row)),
                    book.limits(id),
                    rows.stream()
                            .filter(row -> row.state() == RepairState.APPLIED || row.state() == RepairState.LEFT)
                            .limit(MOST_PAST)
                            .map(row -> new RepairView.Past(
                                    new PlanRunId(row.run()),
                                    new PlanRunId(row.before()),
                                    row.state(),
                                    row.decidedBy(),
                                    row.decidedAt().orElse(row.begunAt()),
                                    row.state() == RepairState.APPLIED ? moves(viewer, row) : List.of()))
                            .toList());
        });
    }

    private RepairView.Proposed proposed(Actor viewer, RepairRows.Row row) {
        PlanRunId run = new PlanRunId(row.run());
        Optional<PlannedRun> after = allocations.run(viewer, row.emergency(), run);
        Optional<PlannedRun> before = allocations.run(viewer, row.emergency(), new PlanRunId(row.before()));
        Optional<Comparison> compared = allocations.compare(viewer, row.emergency(), new PlanRunId(row.before()), run);
        PlanRunState state = after.map(one -> one.detail().run().state()).orElse(PlanRunState.FAILED);
        return new RepairView.Proposed(
                run,
                state.isOpen() || row.state() == RepairState.APPLYING,
                !state.isOpen() && compared.isEmpty(),
                compared.isPresent() ? moves(viewer, row) : List.of(),
                compared.map(Comparison::outputs).orElseGet(List::of),
                compared.map(one ->
                        Money.yuan(after.orElseThrow().sense().yuan(one.cost()).toPlainString())),
                before.flatMap(Repairs::chance),
                after.flatMap(Repairs::chance));
    }

    private static Optional<Double> chance(PlannedRun run) {
        return run.detail().answer().map(PlanAnswer::outlook).map(outlook -> outlook.probability());
    }

    private List<RepairMove> moves(Actor viewer, RepairRows.Row row) {
        return moves(viewer, row, book.reading(row));
    }

    private List<RepairMove> moves(Actor viewer, RepairRows.Row row, RepairBook.Reading reading) {
        return RepairMoves.of(
                allocations.legs(viewer, row.emergency(), new PlanRunId(row.before())),
                allocations.legs(viewer, row.emergency(), new PlanRunId(row.run())),
                reading);
    }

    /** Empty as long as no plan was sent; nothing for those who do not run emergencies. */
    public Optional<PlanInForce> inForce(Actor viewer, EmergencyId id) {
        return emergencies
                .byId(viewer, id)
                .flatMap(emergency -> book.standing(id))
                .map(standing -> new PlanInForce(standing.run(), book.asPlanned(standing), asks(standing)));
    }

    private static Map<Integer, UUID> asks(RepairBook.Standing standing) {
        Map<Integer, UUID> asks = new HashMap<>();
        standing.gone().forEach((arc, ask) -> asks.put(arc, ask.id()));
        standing.asked().forEach((arc, ask) -> asks.put(arc, ask.id()));
        return asks;
    }

    /** Whether a plan repairs another: it is agreed to, not sent. */
    public boolean isRepair(PlanRunId run) {
        return book.byId(run.value()).isPresent();
    }

    // ── Deciding ────────────────────────────────────────────────────────────────

    /** Has it looked at now, without waiting for the next look of the clock. */
    public Outcome<PlanRunId> begin(Actor actor, EmergencyId id, Instant now) {
        return running(actor, id)
                .map(emergency -> book.begin(actor, emergency, true, now))
                .orElseGet(AskBook::notFound);
    }

    /** The office agrees: what is added is held, all or none, and asked for; what is done without is given back. Returns how many legs are otherwise. */
    public Outcome<Integer> apply(Actor actor, EmergencyId id, PlanRunId run, Instant now) {
        Optional<EmergencyView> emergency = running(actor, id);
        Optional<RepairRows.Row> row =
                book.byId(run.value()).filter(one -> one.emergency().equals(id));
        if (emergency.isEmpty() || row.isEmpty()) {
            return AskBook.notFound();
        }
        Optional<OrganisationId> holder = actor.organisation();
        if (holder.isEmpty()) {
            return Outcome.refused(Refusal.of("ask.no_office"));
        }
        Optional<PlannedRun> planned = allocations.run(actor, id, run);
        boolean answered = planned.filter(one -> !one.detail().run().state().isOpen()
                        && one.detail().answer().isPresent())
                .isPresent();
        if (row.get().state() != RepairState.PROPOSED || !answered) {
            return Outcome.refused(Refusal.of("ask.repair_not_ready"));
        }
        boolean movedOn = book.standing(id)
                .map(standing -> !standing.open().isEmpty()
                        || !standing.run().value().equals(row.get().before()))
                .orElse(true);
        if (movedOn) {
            return Outcome.refused(Refusal.of("ask.repair_moved_on"));
        }
        Set<Integer> added = moves(actor, row.get()).stream()
                .filter(RepairMove::asks)
                .map(RepairMove::arc)
                .collect(Collectors.toSet());
        List<AskLeg> legs = allocations.legs(actor, id, run).stream()
                .filter(leg -> added.contains(leg.arc()))
                .map(AskLeg::of)
                .toList();
        return book.agreed(run.value(), emergency.get(), holder.get(), legs, actor, now.truncatedTo(ChronoUnit.MICROS))
                .map(agreed -> carryOut(actor, agreed, now))
                .orElseGet(() -> Outcome.refused(Refusal.of("ask.repair_not_ready")));
    }

    /** Done again after a crash, everything that was done already stays as it is. */
    private Outcome<Integer> carryOut(Actor actor, RepairRows.Row row, Instant now) {
        if (row.round().isPresent()) {
            Outcome<Integer> held = asks.hold(actor, row.round().get(), now);
            if (!held.isAccepted()) {
                book.move(row.run(), RepairState.APPLYING, RepairState.REFUSED, row.decidedBy(), now);
                LOG.warnf("What repair %s adds is not held: %s", row.run(), held.reasons());
                return held;
            }
        }
        List<RepairMove> moves = moves(actor, row);
        RepairBook.Standing standing = book.standing(row.emergency()).orElseThrow();
        List<UUID> givenUp = new ArrayList<>();
        for (SupplyAsk ask : book.toGiveUp(standing, arcs(moves, RepairMove.Why.NOT_TAKEN))) {
            Outcome<UUID> done = asks.giveUp(ask, row.decidedBy(), REPAIRED, now);
            if (done.isAccepted()) {
                givenUp.add(ask.id());
            } else {
                LOG.warnf("Ask %s is not given up: %s", ask.id(), done.reasons());
            }
        }
        Set<Integer> agreed = arcs(moves, RepairMove.Why.AGREED);
        standing.asked().forEach((arc, ask) -> {
            if (agreed.contains(arc) && ask.state() == AskState.COUNTERED) {
                Outcome<AskView> done = asks.agree(actor, row.emergency(), ask.id(), now);
                if (!done.isAccepted()) {
                    LOG.warnf("The counter to ask %s is not agreed to: %s", ask.id(), done.reasons());
                }
            }
        });
        book.applied(row, givenUp, moves.size(), now);
        return Outcome.accepted(moves.size());
    }

    private static Set<Integer> arcs(List<RepairMove> moves, RepairMove.Why why) {
        return moves.stream()
                .filter(move -> move.why() == why)
                .map(RepairMove::arc)
                .collect(Collectors.toSet());
    }

    /** The office lets things be as they are. */
    public Outcome<PlanRunId> leave(Actor actor, EmergencyId id, PlanRunId run, Instant now) {
        boolean ours = running(actor, id).isPresent()
                && book.byId(run.value())
                        .filter(row -> row.emergency().equals(id))
                        .isPresent();
        if (!ours) {
            return AskBook.notFound();
        }
        return book.move(run.value(), RepairState.PROPOSED, RepairState.LEFT, actor.name(), now)
                ? Outcome.accepted(run)
                : Outcome.refused(Refusal.of("ask.repair_not_ready"));
    }

    /** Up to where repairs apply by themselves; nothing asked or given up by itself where both are 0. */
    public Outcome<RepairLimits> limit(Actor actor, EmergencyId id, String legs, String percent, Instant now) {
        if (running(actor, id).isEmpty()) {
            return AskBook.notFound();
        }
        List<Refusal> refusals = new ArrayList<>();
        int most = number(legs, MOST_LEGS, "legs", refusals);
        int dearer = number(percent, WHOLE, "percent", refusals);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        book.limit(id, most, dearer, actor.name(), now);
        return Outcome.accepted(new RepairLimits(most, dearer, actor.name(), now));
    }

    private static int number(String typed, int most, String field, List<Refusal> refusals) {
        String digits = typed.strip();
        if (!digits.matches("\\d{1,4}") || Integer.parseInt(digits) > most) {
            refusals.add(Refusal.at(field, "ask.limit_no_number", most));
            return 0;
        }
        return Integer.parseInt(digits);
    }

    /** What was promised cannot be counted on any more: from now on its place is to be filled. */
    public Outcome<UUID> lose(Actor actor, EmergencyId id, UUID ask, Loss loss, String note, Instant now) {
        Optional<AskView> found = running(actor, id).flatMap(open -> asks.byId(actor, id, ask, now));
        if (found.isEmpty()) {
            return AskBook.notFound();
        }
        AskState state = found.get().state();
        if (state != AskState.COMMITTED && !state.holds()) {
            return Outcome.refused(Refusal.of("ask.nothing_to_lose"));
        }
        String why = note.strip();
        if (why.length() < 2 || why.length() > LONGEST_NOTE) {
            return Outcome.refused(Refusal.at("lossNote", "ask.reason_missing"));
        }
        book.lose(ask, loss, why, actor.name(), now);
        return Outcome.accepted(ask);
    }

    /** Whether what an organisation promised to emergencies still stands on papers that prove it; what does not is lost. Returns how many are. */
    int lookAtPapers(OrganisationId organisation, Instant now) {
        Map<UUID, List<SupplyAsk>> ofRuns = book.countedOn(organisation).stream()
                .collect(Collectors.groupingBy(ask -> ask.run().orElseThrow()));
        int lost = 0;
        for (Map.Entry<UUID, List<SupplyAsk>> of : ofRuns.entrySet()) {
            SupplyAsk any = of.getValue().get(0);
            Set<Integer> arcs = of.getValue().stream().map(SupplyAsk::arc).collect(Collectors.toSet());
            Set<Integer> unproven =
                    allocations.unproven(Asks.holder(any), any.emergency(), new PlanRunId(of.getKey()), arcs);
            for (SupplyAsk ask : of.getValue()) {
                if (unproven.contains(ask.arc())) {
                    book.lose(ask.id(), Loss.CERTIFICATE_LAPSED, NO_PAPERS, "", now);
                    lost++;
                }
            }
        }
        return lost;
    }

    private Optional<EmergencyView> running(Actor actor, EmergencyId id) {
        return emergencies.byId(actor, id).filter(EmergencyView::open);
    }

    // ── The clock ───────────────────────────────────────────────────────────────

    /** Begins repairs where something happened, applies those within limits, and goes on where a process died. Returns how many were applied. */
    @ActivateRequestContext
    int tick(Instant now, Duration patience) {
        int applied = 0;
        List<EmergencyId> troubled = book.troubled();
        for (EmergencyId id : troubled) {
            begun(id, now);
        }
        for (EmergencyId id : book.planned()) {
            if (!troubled.contains(id) && hasGrown(id, now) && isInVain(begun(id, now))) {
                inVain.put(id, now.plus(NEXT_TRY));
            }
        }
        for (RepairRows.Row row : book.open()) {
            applied += looked(row, now, patience) ? 1 : 0;
        }
        return applied;
    }

    private boolean hasGrown(EmergencyId id, Instant now) {
        if (inVain.getOrDefault(id, Instant.MIN).isAfter(now)) {
            return false;
        }
        inVain.remove(id);
        try {
            return book.standing(id)
                    .filter(standing -> office(standing)
                            .filter(office -> book.hasGrown(office, id, standing, now))
                            .isPresent())
                    .isPresent();
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "Whether more is wanted in emergency %s is not seen before the next look", id);
            return false;
        }
    }

    /** Why not, where it is not begun. */
    private List<Refusal> begun(EmergencyId id, Instant now) {
        try {
            return office(id)
                    .map(office -> book.begin(
                                    office, emergencies.byId(office, id).orElseThrow(), false, now)
                            .fold(run -> List.<Refusal>of(), reasons -> {
                                LOG.debugf("The plan of emergency %s is not repaired: %s", id, reasons);
                                return reasons;
                            }))
                    .orElseGet(List::of);
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "The plan of emergency %s is not repaired before the next look", id);
            return List.of(Refusal.of("ask.repair_not_ready"));
        }
    }

    /** Not where somebody else has just begun it, or carries out another one. */
    private static boolean isInVain(List<Refusal> reasons) {
        return reasons.stream()
                .anyMatch(one ->
                        !one.key().equals("ask.repair_busy") && !one.key().equals("ask.nothing_to_repair"));
    }

    private boolean looked(RepairRows.Row row, Instant now, Duration patience) {
        try {
            Optional<Actor> office = office(row.emergency());
            if (office.isEmpty()) {
                return false;
            }
            if (row.state() == RepairState.APPLYING) {
                boolean stuck = row.decidedAt().orElse(row.begunAt()).isBefore(now.minus(patience));
                return stuck && carryOut(office.get(), row, now).isAccepted();
            }
            PlanRunId run = new PlanRunId(row.run());
            Optional<PlannedRun> planned = allocations.run(office.get(), row.emergency(), run);
            PlanRunState state = planned.map(one -> one.detail().run().state()).orElse(PlanRunState.FAILED);
            if (state == PlanRunState.OVERTAKEN || (planned.isPresent() && state == PlanRunState.FAILED)) {
                // Somebody else took what it counts on, or nobody could think it out: the next look plans anew.
                book.move(row.run(), RepairState.PROPOSED, RepairState.REFUSED, "", now);
                return false;
            }
            return state == PlanRunState.DONE
                    && withinLimits(office.get(), row, planned.orElseThrow())
                    && apply(office.get(), row.emergency(), run, now).isAccepted();
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "Repair %s is left as it is until the next look", row.run());
            return false;
        }
    }

    private boolean withinLimits(Actor office, RepairRows.Row row, PlannedRun planned) {
        Optional<RepairLimits> limits = book.limits(row.emergency()).filter(one -> one.legs() > 0);
        Optional<PlannedRun> before = allocations.run(office, row.emergency(), new PlanRunId(row.before()));
        if (limits.isEmpty() || before.isEmpty()) {
            return false;
        }
        RepairBook.Reading reading = book.reading(row);
        List<RepairMove> moves = moves(office, row, reading);
        long others = moves.stream()
                .filter(move -> move.asks() || move.why() == RepairMove.Why.NOT_TAKEN)
                .count();
        BigDecimal was = paid(before.get());
        BigDecimal willBe = paid(planned).add(unused(reading, before.get(), planned, moves));
        BigDecimal most = was.multiply(BigDecimal.valueOf(WHOLE + limits.get().percent()));
        return others <= limits.get().legs()
                && willBe.multiply(BigDecimal.valueOf(WHOLE)).compareTo(most) <= 0;
    }

    /** In yuan. */
    private static BigDecimal paid(PlannedRun run) {
        PlanCost cost = run.detail().answer().orElseThrow().proven().plan().cost();
        return Stream.of(cost.goods(), cost.offers(), cost.suppliers())
                .map(run.sense()::yuan)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What was asked for and a repair has no use for is paid for all the same, in yuan, until the office gives it back. */
    private static BigDecimal unused(
            RepairBook.Reading reading, PlannedRun before, PlannedRun after, List<RepairMove> moves) {
        Set<Integer> unused = arcs(moves, RepairMove.Why.NOT_USED);
        Map<Integer, Long> used = new HashMap<>();
        after.legs().forEach(leg -> used.put(leg.arc(), leg.quantity()));
        return before.legs().stream()
                .filter(leg -> unused.contains(leg.arc()))
                .map(leg -> {
                    long units = leg.quantity()
                            - reading.position().apply(leg.arc()).map(used::get).orElse(0L);
                    long price = before.detail()
                            .order()
                            .problem()
                            .arcs()
                            .get(leg.arc())
                            .unitPrice();
                    return before.sense().yuan(Math.multiplyExact(price, units));
                })
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** In the name of the office that asked. */
    private Optional<Actor> office(EmergencyId id) {
        return book.standing(id).flatMap(Repairs::office);
    }

    private static Optional<Actor> office(RepairBook.Standing standing) {
        return Stream.concat(standing.asked().values().stream(), standing.gone().values().stream())
                .findFirst()
                .map(Asks::holder);
    }
}
