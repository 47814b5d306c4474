package org.muster.ask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.muster.allocation.Allocations;
import org.muster.allocation.Growth;
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
        Optional<UUID> last = asks.lastPlanned(emergency).flatMap(SupplyAsk::run);
        if (last.isEmpty()) {
            return Optional.empty();
        }
        RepairChain chain = new RepairChain(rows, repairs.moved(emergency));
        UUID run = chain.inForce(last.get());
        Map<UUID, RepairRows.Lost> losses = repairs.losses(emergency);
        Map<Integer, SupplyAsk> asked = new TreeMap<>();
        Map<Integer, SupplyAsk> gone = new TreeMap<>();
        for (SupplyAsk ask : asks.ofRuns(chain.upTo(run))) {
            boolean counts = ask.state() == AskState.COMMITTED || ask.state().holds();
            boolean there = counts && !losses.containsKey(ask.id());
            chain.position(ask.run().orElseThrow(), ask.arc(), run)
                    .ifPresent(arc -> (there ? asked : gone).put(arc, ask));
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
                new PlanRunId(run),
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
        List<Growth> grown = grown(actor, emergency.id(), standing, now);
        boolean said = !(onceMore ? standing.unsettled() : standing.open()).isEmpty();
        if (!said && (onceMore ? grown : notSeenTo(emergency.id(), grown)).isEmpty()) {
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
        Outcome<Allocations.Renewed> begun = grown.isEmpty()
                ? allocations
                        .repair(actor, emergency.id(), standing.run(), asPlanned(standing), refused, now)
                        .map(run -> new Allocations.Renewed(run, Map.of()))
                : allocations.renew(actor, emergency.id(), standing.run(), asPlanned(standing), now);
        return begun.map(renewed -> {
            UUID run = renewed.run().value();
            repairs.add(run, emergency.id(), standing.run().value(), actor.name(), now);
            standing.causes().values().forEach(cause -> repairs.addCause(run, cause.ask(), cause.cause()));
            repairs.moved(run, renewed.positions());
            grown.forEach(one -> repairs.addNeed(run, one.demand(), wanted(one)));
            return renewed.run();
        });
    }

    /** Of what more is wanted by now than the plan in force was made for. */
    List<Growth> grown(Actor actor, EmergencyId emergency, Standing standing, Instant now) {
        return allocations.grown(actor, emergency, standing.run(), now);
    }

    /** Whether more is wanted than any repair was made for. */
    boolean hasGrown(Actor actor, EmergencyId emergency, Standing standing, Instant now) {
        return !notSeenTo(emergency, grown(actor, emergency, standing, now)).isEmpty();
    }

    private List<Growth> notSeenTo(EmergencyId emergency, List<Growth> grown) {
        Set<String> seen = grown.isEmpty() ? Set.of() : repairs.needsSeenTo(emergency);
        return grown.stream()
                .filter(one -> !seen.contains(one.demand() + " " + wanted(one)))
                .toList();
    }

    private static String wanted(Growth growth) {
        return growth.now().amount().toPlainString() + " " + growth.now().unit().code();
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

    /** Those that run and have a plan that somebody was asked for. */
    List<EmergencyId> planned() {
        return repairs.planned().stream().map(EmergencyId::new).toList();
    }

    Optional<RepairLimits> limits(EmergencyId emergency) {
        return repairs.limits(emergency);
    }

    void limit(EmergencyId emergency, int legs, int percent, String by, Instant now) {
        repairs.limit(emergency, legs, percent, by, now);
    }

    /**
     * What a repair was made for, and how it counts.
     *
     * @param causes what was said of legs of the plan before, by the positions of their arcs in that plan
     * @param position where a leg of the plan before is in the repair; empty where it is not in it
     * @param asked whether somebody was asked for a leg of the repair before it, though the plan before may have had no use for it
     */
    record Reading(Map<Integer, String> causes, Function<Integer, Optional<Integer>> position, IntPredicate asked) {}

    Reading reading(RepairRows.Row row) {
        RepairChain chain = new RepairChain(repairs.of(row.emergency()), repairs.moved(row.emergency()));
        Map<Integer, String> causes = new HashMap<>();
        repairs.causes(row.run())
                .forEach((id, cause) -> asks.byId(id)
                        .ifPresent(ask -> chain.position(ask.run().orElseThrow(), ask.arc(), row.before())
                                .ifPresent(arc -> causes.put(arc, cause))));
        return new Reading(causes, arc -> chain.position(row.before(), arc, row.run()), askedBefore(row, chain));
    }

    private IntPredicate askedBefore(RepairRows.Row row, RepairChain chain) {
        if (row.state() == RepairState.APPLYING || row.state() == RepairState.APPLIED) {
            Set<Integer> added = new HashSet<>();
            row.round().ifPresent(round -> asks.round(round).forEach(ask -> added.add(ask.arc())));
            return arc -> !added.contains(arc);
        }
        Set<Integer> asked = new HashSet<>();
        standing(row.emergency())
                .ifPresent(standing -> standing.asked()
                        .keySet()
                        .forEach(arc -> chain.position(standing.run().value(), arc, row.run())
                                .ifPresent(asked::add)));
        return asked::contains;
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
