package org.muster.ask;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.muster.allocation.Allocations;
import org.muster.allocation.PlannedLeg;
import org.muster.emergency.EmergencyDesk;
import org.muster.emergency.EmergencyId;
import org.muster.emergency.EmergencyView;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.planning.PlanRunId;
import org.muster.reservation.Change;
import org.muster.reservation.ClaimId;
import org.muster.reservation.ClaimState;
import org.muster.reservation.ClaimView;
import org.muster.reservation.HoldRequest;
import org.muster.reservation.HoldView;
import org.muster.reservation.Reservations;
import org.muster.reservation.Smaller;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;

/**
 * Asks suppliers for what an emergency counts on, and takes their answers. What is asked for is held in the ledger first, all or none; yes commits it, no
 * gives it back, a counter makes it smaller, a condition keeps it held, silence gives it back in the end.
 *
 * <p>The ledger keeps its own transactions, so each use case is written down before and finished after: whatever dies between is taken up again by
 * {@link AskWorker}, and the same key gets the same answer of the ledger.
 */
@ApplicationScoped
public class Asks {

    private static final Logger LOG = Logger.getLogger(Asks.class);

    private static final int MOST_AT_ONCE = 1_000;

    private final AskBook book;
    private final AskLinks links;
    private final Reservations reservations;
    private final Allocations allocations;
    private final EmergencyDesk emergencies;
    private final OneAskReader reader;

    Asks(
            AskBook book,
            AskLinks links,
            Reservations reservations,
            Allocations allocations,
            EmergencyDesk emergencies,
            OneAskReader reader) {
        this.book = book;
        this.links = links;
        this.reservations = reservations;
        this.allocations = allocations;
        this.emergencies = emergencies;
        this.reader = reader;
    }

    // ── Sending ─────────────────────────────────────────────────────────────────

    /** Holds and asks for everything of a plan, all or none; its standbys are warned. Returns how many were asked. */
    public Outcome<Integer> sendPlan(Actor actor, EmergencyId emergency, PlanRunId run, Instant now) {
        List<PlannedLeg> legs = allocations.legs(actor, emergency, run);
        if (legs.isEmpty()) {
            return Outcome.refused(Refusal.of("ask.plan_empty"));
        }
        if (book.repairs(run.value())) {
            return Outcome.refused(Refusal.of("ask.plan_repairs"));
        }
        if (book.planned(run.value())) {
            return Outcome.refused(Refusal.of("ask.plan_sent"));
        }
        return send(actor, emergency, legs.stream().map(AskLeg::of).toList(), now);
    }

    /** Holds one thing and asks its supplier, where there is no plan. */
    public Outcome<Integer> askOne(Actor actor, EmergencyId id, OneAsk typed, Instant now) {
        Optional<EmergencyView> emergency = emergencies.byId(actor, id).filter(EmergencyView::open);
        return emergency.isEmpty()
                ? AskBook.notFound()
                : reader.read(actor, emergency.get(), typed, now)
                        .fold(leg -> send(actor, id, List.of(leg), now), Outcome::refused);
    }

    /** Holds all of it and asks each supplier, or holds nothing and says what the ledger has less of. */
    public Outcome<Integer> send(Actor actor, EmergencyId id, List<AskLeg> legs, Instant now) {
        Optional<EmergencyView> emergency = emergencies.byId(actor, id).filter(EmergencyView::open);
        if (emergency.isEmpty()) {
            return AskBook.notFound();
        }
        if (emergency.get().drill()) {
            return Outcome.refused(Refusal.of("ask.drill"));
        }
        Optional<OrganisationId> holder = actor.organisation();
        if (holder.isEmpty()) {
            return Outcome.refused(Refusal.of("ask.no_office"));
        }
        UUID round = book.write(emergency.get(), holder.get(), legs, actor, now.truncatedTo(ChronoUnit.MICROS));
        return hold(actor, round, now);
    }

    /** Taken up again after a crash, it finds the hold that the same key placed. */
    Outcome<Integer> hold(Actor actor, UUID round, Instant now) {
        List<SupplyAsk> asks = book.round(round);
        HoldRequest request = new HoldRequest(
                "asks " + round,
                asks.stream().map(SupplyAsk::claim).toList(),
                asks.get(0).holdUntil(),
                asks.get(0).thingZh());
        Outcome<HoldView> held = reservations.holdForEmergency(actor, request, now);
        if (!held.isAccepted()) {
            book.notHeld(round);
            return Outcome.refused(held.reasons().stream()
                    .map(reason -> named(reason, asks))
                    .flatMap(List::stream)
                    .toList());
        }
        return Outcome.accepted(book.held(round, held.orElseThrow(), standbys(actor, asks), now));
    }

    /** Which of the asks the ledger speaks of. */
    private static List<Refusal> named(Refusal reason, List<SupplyAsk> asks) {
        List<Refusal> said = new ArrayList<>();
        if (reason.field().matches("claims\\.\\d+")) {
            int position = Integer.parseInt(reason.field().substring("claims.".length()));
            if (position < asks.size()) {
                said.add(Refusal.of("ask.moved", asks.get(position).title()));
            }
        }
        said.add(new Refusal("", reason.key(), reason.args()));
        return said;
    }

    private List<PlannedLeg.Standby> standbys(Actor actor, List<SupplyAsk> asks) {
        return asks.get(0)
                .run()
                .map(run -> allocations.legs(actor, asks.get(0).emergency(), new PlanRunId(run)).stream()
                        .flatMap(leg -> leg.standbys().stream())
                        .toList())
                .orElseGet(List::of);
    }

    // ── Looking ─────────────────────────────────────────────────────────────────

    /** The last asked first; nothing for anybody but those who run emergencies. */
    public List<AskView> of(Actor viewer, EmergencyId emergency, Instant now) {
        return emergencies
                .byId(viewer, emergency)
                .map(found -> book.of(found, now))
                .orElseGet(List::of);
    }

    public Optional<AskView> byId(Actor viewer, EmergencyId emergency, UUID ask, Instant now) {
        return emergencies
                .byId(viewer, emergency)
                .flatMap(found ->
                        book.view(ask, now).filter(one -> one.emergency().equals(emergency)));
    }

    /** What the organisation acted for was asked. */
    public List<AskView> inbox(Actor member, Instant now) {
        return member.is(Role.MEMBER)
                ? member.organisation().map(own -> book.askedOf(own, now)).orElseGet(List::of)
                : List.of();
    }

    public Optional<AskView> inInbox(Actor member, UUID ask, Instant now) {
        return member.is(Role.MEMBER)
                ? book.view(ask, now).filter(one -> member.actsFor(one.organisation()))
                : Optional.empty();
    }

    /** What a link asks; empty when it is not ours, or too old. Looking uses nothing up. */
    public Optional<AskView> card(String token, Instant now) {
        return links.read(token, now).flatMap(ask -> book.view(ask, now));
    }

    /** For Muster itself, which writes the letters. */
    public Optional<AskLetter> letter(Actor actor, UUID ask, Instant now) {
        return actor.equals(Actor.system())
                ? book.view(ask, now)
                        .map(view -> new AskLetter(
                                view.organisation(),
                                view.organisationName(),
                                view.emergency(),
                                view.emergencyName(),
                                view.authority(),
                                view.document(),
                                view.thingZh(),
                                view.thingEn(),
                                view.quantity(),
                                view.price(),
                                view.basis(),
                                view.basisAuthority(),
                                view.basisDocument(),
                                view.answerBy(),
                                view.callBackName(),
                                view.callBack(),
                                view.token(),
                                view.answerable()))
                : Optional.empty();
    }

    // ── Answering ───────────────────────────────────────────────────────────────

    /** By the link, without an account. A second answer changes nothing and shows the first. */
    public Outcome<AskView> answer(String token, AnswerDraft draft, Instant now) {
        Optional<AskView> card = card(token, now);
        if (card.isEmpty()) {
            return AskBook.notFound();
        }
        AskView ask = card.get();
        if (!ask.answerable()) {
            return over(ask);
        }
        Outcome<AnswerRules.Checked> checked = AnswerRules.check(draft, ask.quantity(), now);
        List<Refusal> refusals = new ArrayList<>(checked.reasons());
        refusals.addAll(book.confirmed(ask.id(), draft.lastFour(), now));
        return refusals.isEmpty() ? answer(ask, checked.orElseThrow(), "", now) : Outcome.refused(refusals);
    }

    /** From the inbox, by somebody who is signed in. */
    public Outcome<AskView> answer(Actor member, UUID id, AnswerDraft draft, Instant now) {
        Optional<AskView> found = inInbox(member, id, now);
        return found.isEmpty()
                ? AskBook.notFound()
                : answerOf(
                        found.get(),
                        new AnswerDraft(
                                draft.answer(),
                                draft.conditions(),
                                draft.amount(),
                                draft.day(),
                                draft.note(),
                                member.name(),
                                ""),
                        "",
                        now);
    }

    /** From a call: the desk types in what somebody said. */
    public Outcome<AskView> typeIn(Actor actor, EmergencyId emergency, UUID id, AnswerDraft draft, Instant now) {
        Optional<AskView> found = running(actor, emergency, id, now);
        return found.isEmpty() ? AskBook.notFound() : answerOf(found.get(), draft, actor.name(), now);
    }

    private Outcome<AskView> answerOf(AskView ask, AnswerDraft draft, String typedBy, Instant now) {
        if (!ask.answerable()) {
            return over(ask);
        }
        return AnswerRules.check(draft, ask.quantity(), now)
                .fold(checked -> answer(ask, checked, typedBy, now), Outcome::refused);
    }

    private static Outcome<AskView> over(AskView ask) {
        return ask.said().isPresent() ? Outcome.accepted(ask) : Outcome.refused(Refusal.of("ask.over"));
    }

    private Outcome<AskView> answer(AskView ask, AnswerRules.Checked checked, String typedBy, Instant now) {
        if (checked.answer() == Answer.RECEIVED) {
            book.acknowledge(ask.id(), checked.name(), typedBy, now);
            return Outcome.accepted(book.view(ask.id(), now).orElseThrow());
        }
        var given = new GivenAnswer(
                checked.answer(),
                List.copyOf(checked.conditions()),
                checked.amount(),
                checked.day(),
                checked.note(),
                checked.name(),
                typedBy);
        if (book.begin(ask.id(), given, now)) {
            List<Refusal> refusals = carryOut(ask.id(), given, now);
            if (!refusals.isEmpty()) {
                return Outcome.refused(refusals);
            }
        }
        return Outcome.accepted(book.view(ask.id(), now).orElseThrow());
    }

    /** Tells the ledger, then the record. Done again after a crash, the ledger says the same again. */
    private List<Refusal> carryOut(UUID id, GivenAnswer given, Instant now) {
        SupplyAsk ask = book.byId(id).orElseThrow();
        Actor supplier = supplier(ask, given.name());
        Change change = new Change(
                key("answer", id, given.written()),
                given.note().isEmpty() ? given.answer().name() : given.note());
        Set<ClaimId> claim = Set.of(ask.claimId());
        Optional<Outcome<HoldView>> done = switch (given.answer()) {
            case YES -> Optional.of(reservations.commit(supplier, ask.hold(), claim, change, now));
            case NO -> Optional.of(reservations.release(supplier, ask.hold(), claim, change, now));
            case OTHER ->
                given.amount()
                        .map(less -> reservations.reduce(
                                supplier, ask.hold(), ask.claimId(), new Smaller.To(less), change, now));
            default -> Optional.empty();
        };
        if (done.isPresent() && !done.get().isAccepted()) {
            book.abandon(id);
            return done.get().reasons();
        }
        book.finish(id, given, now);
        return List.of();
    }

    private static Actor supplier(SupplyAsk ask, String name) {
        return new Actor(Optional.empty(), name, Set.of(Role.MEMBER), Optional.of(ask.organisation()), false);
    }

    static Actor holder(SupplyAsk ask) {
        return new Actor(Optional.empty(), ask.askedBy(), Set.of(Role.COORDINATOR), Optional.of(ask.holder()), false);
    }

    // ── The office ──────────────────────────────────────────────────────────────

    /** The office agrees to a counter, or sees that a condition is met: what the supplier offered is committed. */
    public Outcome<AskView> agree(Actor actor, EmergencyId emergency, UUID id, Instant now) {
        Optional<AskView> found = running(actor, emergency, id, now);
        if (found.isEmpty()) {
            return AskBook.notFound();
        }
        if (!found.get().state().waitsForOffice()) {
            return Outcome.refused(Refusal.of("ask.nothing_to_agree"));
        }
        return step(id, new OfficeStep(OfficeStep.Kind.AGREE, actor.name(), ""), now)
                .map(done -> book.view(id, now).orElseThrow());
    }

    /** The office takes an ask back, or does not agree to a counter; what was held is free again. */
    public Outcome<AskView> withdraw(Actor actor, EmergencyId emergency, UUID id, String reason, Instant now) {
        Optional<AskView> found = running(actor, emergency, id, now);
        if (found.isEmpty()) {
            return AskBook.notFound();
        }
        if (!found.get().state().holds()) {
            return Outcome.refused(Refusal.of("ask.nothing_to_withdraw"));
        }
        String why = reason.strip();
        if (why.length() < 2 || why.length() > AnswerRules.LONGEST_NOTE) {
            return Outcome.refused(Refusal.at("reason", "ask.reason_missing"));
        }
        return step(id, new OfficeStep(OfficeStep.Kind.TAKE_BACK, actor.name(), why), now)
                .map(done -> book.view(id, now).orElseThrow());
    }

    private Outcome<UUID> step(UUID id, OfficeStep step, Instant now) {
        if (!book.begin(id, step, now)) {
            return Outcome.refused(Refusal.of("ask.busy"));
        }
        List<Refusal> refusals = carryOut(id, step, now);
        return refusals.isEmpty() ? Outcome.accepted(id) : Outcome.refused(refusals);
    }

    /** Tells the ledger, then the record. Done again after a crash, the ledger says the same again. */
    private List<Refusal> carryOut(UUID id, OfficeStep step, Instant now) {
        SupplyAsk ask = book.byId(id).orElseThrow();
        Change change =
                new Change(key("office", id, step.written()), step.note().isEmpty() ? step.who() : step.note());
        Set<ClaimId> claim = Set.of(ask.claimId());
        Outcome<HoldView> done = switch (step.kind()) {
            case AGREE ->
                reservations.commit(supplier(ask, answeredBy(id, step.who(), now)), ask.hold(), claim, change, now);
            case TAKE_BACK ->
                ask.accepted()
                        .map(came -> takenBackButFor(ask, came, change, now))
                        .orElseGet(() -> reservations.release(holder(ask), ask.hold(), claim, change, now));
        };
        // What is over in the ledger needs no giving back.
        boolean over = step.kind() == OfficeStep.Kind.TAKE_BACK
                && inLedger(ask, now).filter(ClaimState::isLive).isEmpty();
        if (!done.isAccepted() && !over) {
            book.abandon(id);
            return done.reasons();
        }
        book.finish(id, step, now);
        return List.of();
    }

    /** What has come and was accepted is not given back. */
    private Outcome<HoldView> takenBackButFor(SupplyAsk ask, Quantity came, Change change, Instant now) {
        if (!ask.cameWhole()) {
            Outcome<HoldView> less = reservations.reduce(
                    holder(ask),
                    ask.hold(),
                    ask.claimId(),
                    new Smaller.To(came),
                    new Change(change.key() + " less", change.reason()),
                    now);
            if (!less.isAccepted()) {
                return less;
            }
        }
        return reservations.receive(holder(ask), ask.hold(), Set.of(ask.claimId()), change, now);
    }

    /** Tells the ledger that all that was promised has come; what was rejected of it is its supplier's again. Done again after a crash, the ledger says the same again. */
    private boolean received(UUID id, Instant now) {
        SupplyAsk ask = book.byId(id).orElseThrow();
        Outcome<HoldView> done =
                takenBackButFor(ask, ask.accepted().orElseThrow(), new Change("received " + id, "accepted"), now);
        boolean over = inLedger(ask, now).filter(ClaimState::isLive).isEmpty();
        if (!done.isAccepted() && !over) {
            LOG.warnf("The ledger does not take that ask %s came: %s", id, done.reasons());
            return false;
        }
        book.received(id, now);
        return true;
    }

    private String answeredBy(UUID id, String otherwise, Instant now) {
        return book.view(id, now).flatMap(AskView::said).map(AskEntry::who).orElse(otherwise);
    }

    private Optional<ClaimState> inLedger(SupplyAsk ask, Instant now) {
        return reservations
                .hold(holder(ask), ask.hold(), now)
                .map(hold -> hold.claim(ask.claimId()))
                .map(ClaimView::state);
    }

    /** Another wish is another question to the ledger; the same one, asked again after a crash, is not. */
    private static String key(String whose, UUID id, String written) {
        return whose + " " + id + " " + UUID.nameUUIDFromBytes(written.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Takes back what nobody has promised, and on demand what was promised and is not delivered; for an emergency that ends. What the ledger does not
     * give back any more is left as it is. Returns how many were taken back.
     */
    public Outcome<Integer> takeBackAll(
            Actor actor, EmergencyId emergency, boolean promisedToo, String reason, Instant now) {
        if (emergencies.byId(actor, emergency).filter(EmergencyView::open).isEmpty()) {
            return AskBook.notFound();
        }
        String why = reason.strip();
        String noted = why.length() > AnswerRules.LONGEST_NOTE ? why.substring(0, AnswerRules.LONGEST_NOTE) : why;
        List<Refusal> refusals = new ArrayList<>();
        int taken = 0;
        for (Dealt one : dealt(actor, emergency, now)) {
            if (one.waits() || promisedToo && one.promised()) {
                Outcome<UUID> done =
                        step(one.ask().id(), new OfficeStep(OfficeStep.Kind.TAKE_BACK, actor.name(), noted), now);
                refusals.addAll(done.reasons());
                taken += done.isAccepted() ? 1 : 0;
            }
        }
        return refusals.isEmpty() ? Outcome.accepted(taken) : Outcome.refused(refusals);
    }

    /** All that was ever held and asked for, the first asked first, with what became of it; for those who run emergencies. */
    public List<Dealt> dealt(Actor viewer, EmergencyId emergency, Instant now) {
        if (emergencies.byId(viewer, emergency).isEmpty()) {
            return List.of();
        }
        return book.ever(emergency).stream()
                .flatMap(ask -> book.view(ask.id(), now).stream()
                        .map(view -> new Dealt(view, ask.listing(), ask.run().map(PlanRunId::new), inLedger(ask, now))))
                .toList();
    }

    /** What was promised cannot be counted on any more, so it is given back. Done again after a crash, the ledger says the same again. */
    Outcome<UUID> giveUp(SupplyAsk ask, String who, String why, Instant now) {
        return step(ask.id(), new OfficeStep(OfficeStep.Kind.TAKE_BACK, who, why), now);
    }

    private Optional<AskView> running(Actor actor, EmergencyId emergency, UUID id, Instant now) {
        return emergencies
                .byId(actor, emergency)
                .filter(EmergencyView::open)
                .flatMap(open -> byId(actor, emergency, id, now));
    }

    // ── The clock ───────────────────────────────────────────────────────────────

    /** Takes up what a process left half done, reminds, reports silence, and gives back what nobody answered for. Returns how many ended. */
    int tick(Instant now, Duration patience) {
        Instant stuck = now.minus(patience);
        book.stuckRounds(stuck)
                .forEach(round -> alone(
                        () -> hold(holder(book.round(round).get(0)), round, now).isAccepted()));
        book.stuckAnswers(stuck)
                .forEach(id -> alone(() -> book.byId(id)
                        .flatMap(SupplyAsk::answering)
                        .map(written -> carriedOut(id, written, now))
                        .orElse(false)));
        book.toReceive(MOST_AT_ONCE).forEach(id -> alone(() -> received(id, now)));
        int ended = 0;
        for (UUID id : book.due(now, MOST_AT_ONCE)) {
            ended += alone(() -> ended(id, now)) ? 1 : 0;
        }
        return ended;
    }

    private boolean carriedOut(UUID id, String written, Instant now) {
        List<Refusal> refusals = OfficeStep.isOne(written)
                ? carryOut(id, OfficeStep.read(written), now)
                : carryOut(id, GivenAnswer.read(written), now);
        return refusals.isEmpty();
    }

    /** One that cannot be worked on keeps nobody else waiting. */
    private static boolean alone(BooleanSupplier work) {
        try {
            return work.getAsBoolean();
        } catch (RuntimeException failure) {
            LOG.error("An ask is left as it is until the next look", failure);
            return false;
        }
    }

    private boolean ended(UUID id, Instant now) {
        Optional<SupplyAsk> over = book.tick(id, now);
        if (over.isEmpty()) {
            return false;
        }
        SupplyAsk ask = over.get();
        Outcome<HoldView> freed = reservations.release(
                holder(ask), ask.hold(), Set.of(ask.claimId()), new Change("expire " + id, "expired"), now);
        if (!freed.isAccepted()) {
            // The ledger ends it by itself at the end of the hold, if it has not done so by now.
            LOG.debugf("The hold of ask %s was over: %s", id, freed.reasons());
        }
        return true;
    }
}
