package org.muster.ask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.muster.allocation.Allocations;
import org.muster.allocation.PlanStanding;
import org.muster.emergency.EmergencyBook;
import org.muster.emergency.EmergencyId;
import org.muster.emergency.EmergencyView;
import org.muster.emergency.Entry;
import org.muster.identity.Actor;
import org.muster.organisation.OrganisationCard;
import org.muster.organisation.OrganisationRegistry;
import org.muster.planning.PlanRunId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;

/** The steps of repairing a plan, each a transaction of its own. */
@ApplicationScoped
@Transactional
class RepairBook {

    /** Whoever the ledger refuses so often for one plan looks for himself. */
    private static final int MOST_REFUSED = 5;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final RepairRows repairs;
    private final AskRows asks;
    private final AskBook askBook;
    private final Allocations allocations;
    private final EmergencyBook book;
    private final OrganisationRegistry registry;

    RepairBook(
            RepairRows repairs,
            AskRows asks,
            AskBook askBook,
            Allocations allocations,
            EmergencyBook book,
            OrganisationRegistry registry) {
        this.repairs = repairs;
        this.asks = asks;
        this.askBook = askBook;
        this.allocations = allocations;
        this.book = book;
        this.registry = registry;
    }

    /**
     * @param asked by the positions of their arcs, what counts still
     * @param gone by the positions of their arcs, the last that did not come to anything
     * @param causes by the positions of their arcs, what was said other than yes
     * @param unsettled those causes that no repair was agreed to for
     * @param open those causes that no repair was made for
     */
    record Standing(
            PlanRunId run,
            Map<Integer, SupplyAsk> asked,
            Map<Integer, SupplyAsk> gone,
            Map<Integer, RepairCause> causes,
            List<RepairCause> unsettled,
            List<RepairCause> open) {}

    Optional<Standing> standing(EmergencyId emergency) {
        List<RepairRows.Row> rows = repairs.of(emergency);
        Optional<PlanRunId> run = inForce(emergency, rows);
        if (run.isEmpty()) {
            return Optional.empty();
        }
        Map<UUID, RepairRows.Lost> losses = repairs.losses(emergency);
        Map<Integer, SupplyAsk> asked = new TreeMap<>();
        Map<Integer, SupplyAsk> gone = new TreeMap<>();
        for (SupplyAsk ask : asks.ofRuns(chain(run.get().value(), rows))) {
            boolean counts = ask.state() == AskState.COMMITTED || ask.state().holds();
            if (counts && !losses.containsKey(ask.id())) {
                asked.put(ask.arc(), ask);
            } else {
                gone.put(ask.arc(), ask);
            }
        }
        gone.keySet().removeAll(asked.keySet());
        Map<Integer, RepairCause> causes = new TreeMap<>();
        gone.forEach((arc, ask) -> causes.put(arc, cause(ask, losses)));
        asked.forEach((arc, ask) -> {
            if (ask.state().waitsForOffice() || ask.rejected().isPresent()) {
                causes.put(arc, cause(ask, losses));
            }
        });
        return Optional.of(new Standing(
                run.get(),
                asked,
                gone,
                causes,
                without(repairs.settled(emergency), causes),
                without(repairs.seenTo(emergency), causes)));
    }

    private static List<RepairCause> without(Set<String> seen, Map<Integer, RepairCause> causes) {
        return causes.values().stream()
                .filter(one -> !seen.contains(one.ask() + " " + one.cause()))
                .toList();
    }

    private Optional<PlanRunId> inForce(EmergencyId emergency, List<RepairRows.Row> rows) {
        Optional<RepairRows.Row> applied = rows.stream()
                .filter(row -> row.state() == RepairState.APPLIED)
                .max((one, other) -> one.decidedAt()
                        .orElseThrow()
                        .compareTo(other.decidedAt().orElseThrow()));
        Optional<SupplyAsk> last = asks.lastPlanned(emergency);
        boolean sentLater = applied.isEmpty()
                || last.filter(ask ->
                                ask.askedAt().isAfter(applied.get().decidedAt().orElseThrow()))
                        .isPresent();
        return (sentLater ? last.flatMap(SupplyAsk::run) : applied.map(RepairRows.Row::run)).map(PlanRunId::new);
    }

    private static Set<UUID> chain(UUID run, List<RepairRows.Row> rows) {
        Map<UUID, UUID> before = new HashMap<>();
        rows.stream()
                .filter(row -> row.state() == RepairState.APPLIED || row.state() == RepairState.APPLYING)
                .forEach(row -> before.put(row.run(), row.before()));
        Set<UUID> chain = new LinkedHashSet<>();
        for (UUID at = run; at != null && chain.add(at); ) {
            at = before.get(at);
        }
        return chain;
    }

    private RepairCause cause(SupplyAsk ask, Map<UUID, RepairRows.Lost> losses) {
        RepairRows.Lost lost = losses.get(ask.id());
        String note = lost != null
                ? lost.note()
                : asks.entries(ask.id()).stream()
                        .filter(one -> !one.note().isEmpty())
                        .reduce((first, last) -> last)
                        .map(AskEntry::note)
                        .orElse("");
        return new RepairCause(
                ask.id(),
                registry.card(ask.organisation()).map(OrganisationCard::name).orElse(""),
                ask.thingZh(),
                ask.thingEn(),
                lost != null
                        ? lost.loss().name()
                        : ask.rejected()
                                .map(amount -> RepairCause.PARTLY_REJECTED + " " + amount)
                                .orElseGet(() -> ask.state().name()),
                note);
    }

    // ── Beginning ───────────────────────────────────────────────────────────────

    /**
     * Has the plan in force repaired for all that happened; an earlier proposal that nobody agreed to is left behind.
     *
     * @param onceMore also for what a repair was made for before that nobody agreed to
     */
    Outcome<PlanRunId> begin(Actor actor, EmergencyView emergency, boolean onceMore, Instant now) {
        repairs.lock(emergency.id());
        Optional<Standing> found = standing(emergency.id());
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of("ask.no_plan_in_force"));
        }
        Standing standing = found.get();
        List<RepairRows.Row> rows = repairs.of(emergency.id());
        if (rows.stream().anyMatch(row -> row.state() == RepairState.APPLYING)) {
            return Outcome.refused(Refusal.of("ask.repair_busy"));
        }
        Optional<RepairRows.Row> proposed =
                rows.stream().filter(row -> row.state() == RepairState.PROPOSED).findFirst();
        if ((onceMore ? standing.unsettled() : standing.open()).isEmpty()) {
            return Outcome.refused(Refusal.of("ask.nothing_to_repair"));
        }
        List<PlanRunId> refused = rows.stream()
                .filter(row -> row.state() == RepairState.REFUSED
                        && row.before().equals(standing.run().value()))
                .map(row -> new PlanRunId(row.run()))
                .toList();
        if (refused.size() > MOST_REFUSED) {
            return Outcome.refused(Refusal.of("ask.repair_refused_often"));
        }
        proposed.ifPresent(row -> {
            repairs.move(row.run(), RepairState.PROPOSED, RepairState.SUPERSEDED, actor.name(), now);
            // Nobody waits for it any more; one that is thought out already stays as it is.
            allocations.cancel(actor, emergency.id(), new PlanRunId(row.run()), now);
        });
        Outcome<PlanRunId> begun =
                allocations.repair(actor, emergency.id(), standing.run(), asPlanned(standing), refused, now);
        if (begun.isAccepted()) {
            UUID run = begun.orElseThrow().value();
            repairs.add(run, emergency.id(), standing.run().value(), actor.name(), now);
            standing.causes().values().forEach(cause -> repairs.addCause(run, cause.ask(), cause.cause()));
        }
        return begun;
    }

    PlanStanding asPlanned(Standing standing) {
        Map<Integer, PlanStanding.Asked> asked = new HashMap<>();
        standing.asked()
                .forEach((arc, ask) -> asked.put(
                        arc,
                        new PlanStanding.Asked(
                                ask.state() == AskState.COMMITTED
                                        ? PlanStanding.Firmness.PROMISED
                                        : ask.state().waitsForOffice()
                                                ? PlanStanding.Firmness.OPEN
                                                : PlanStanding.Firmness.ASKED,
                                ask.counted(),
                                otherDay(ask.id()))));
        return new PlanStanding(asked, new HashSet<>(standing.gone().keySet()));
    }

    /** The end of the day that its supplier said instead. */
    private Optional<Instant> otherDay(UUID ask) {
        return asks.entries(ask).stream()
                .filter(one -> one.deed() == AskDeed.COUNTERED)
                .flatMap(one -> one.day().stream())
                .map((LocalDate day) -> day.plusDays(1).atStartOfDay(ZONE).toInstant())
                .reduce((first, last) -> last);
    }

    // ── Deciding ────────────────────────────────────────────────────────────────

    Optional<RepairRows.Row> byId(UUID run) {
        return repairs.byId(run);
    }

    List<RepairRows.Row> of(EmergencyId emergency) {
        return repairs.of(emergency);
    }

    List<RepairRows.Row> open() {
        return repairs.open();
    }

    List<EmergencyId> troubled() {
        return repairs.troubled().stream().map(EmergencyId::new).toList();
    }

    Optional<RepairLimits> limits(EmergencyId emergency) {
        return repairs.limits(emergency);
    }

    void limit(EmergencyId emergency, int legs, int percent, String by, Instant now) {
        repairs.limit(emergency, legs, percent, by, now);
    }

    Map<Integer, String> causes(UUID run) {
        Map<Integer, String> causes = new HashMap<>();
        repairs.causes(run).forEach((ask, cause) -> asks.byId(ask).ifPresent(found -> causes.put(found.arc(), cause)));
        return causes;
    }

    /** From here on it is carried out, whatever dies: what it adds is written down with it. Empty when somebody else decided before. */
    Optional<RepairRows.Row> agreed(
            UUID run, EmergencyView emergency, OrganisationId holder, List<AskLeg> added, Actor actor, Instant now) {
        repairs.lock(emergency.id());
        if (!repairs.move(run, RepairState.PROPOSED, RepairState.APPLYING, actor.name(), now)) {
            return Optional.empty();
        }
        if (!added.isEmpty()) {
            repairs.asked(run, askBook.write(emergency, holder, added, actor, now));
        }
        return repairs.byId(run);
    }

    boolean move(UUID run, RepairState from, RepairState to, String by, Instant now) {
        return repairs.move(run, from, to, by, now);
    }

    void applied(RepairRows.Row row, List<UUID> givenUp, int moves, Instant now) {
        if (repairs.move(row.run(), RepairState.APPLYING, RepairState.APPLIED, row.decidedBy(), now)) {
            givenUp.forEach(ask -> repairs.addCause(row.run(), ask, AskState.WITHDRAWN.name()));
            book.note(row.emergency(), row.decidedBy(), Entry.Deed.PLAN_REPAIRED, Integer.toString(moves), now);
        }
    }

    /** Said a second time it stays what it was. */
    void lose(UUID ask, Loss loss, String note, String who, Instant now) {
        if (repairs.lose(ask, loss, note, who, now)) {
            asks.add(ask, AskEntry.of(AskDeed.LOST, who, note, now));
        }
    }

    /** What a plan counts on of an organisation, in emergencies that are open. */
    List<SupplyAsk> countedOn(OrganisationId organisation) {
        return asks.plannedOf(organisation).stream()
                .filter(ask -> ask.state() == AskState.COMMITTED || ask.state().holds())
                .toList();
    }

    /** Those of the plan in force that are given up: lost, or answered otherwise than the repair takes it. */
    List<SupplyAsk> toGiveUp(Standing standing, Set<Integer> notTaken) {
        List<SupplyAsk> up = new ArrayList<>();
        standing.gone().values().stream()
                .filter(ask -> ask.state() == AskState.COMMITTED || ask.state().holds())
                .forEach(up::add);
        standing.asked().forEach((arc, ask) -> {
            if (notTaken.contains(arc) && ask.state().waitsForOffice()) {
                up.add(ask);
            }
        });
        return up;
    }
}
