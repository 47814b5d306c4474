package org.muster.ask;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.muster.allocation.PlannedLeg;
import org.muster.emergency.Blocker;
import org.muster.emergency.EmergencyBook;
import org.muster.emergency.EmergencyDesk;
import org.muster.emergency.EmergencyId;
import org.muster.emergency.EmergencyView;
import org.muster.emergency.Entry;
import org.muster.identity.Actor;
import org.muster.organisation.OrganisationCard;
import org.muster.organisation.OrganisationProfile;
import org.muster.organisation.OrganisationRegistry;
import org.muster.outbox.Outbox;
import org.muster.reference.WorkingHours;
import org.muster.reservation.ClaimView;
import org.muster.reservation.HoldView;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;

/** The steps of asking and answering, each a transaction of its own, with the ledger's steps between them. */
@ApplicationScoped
@Transactional
class AskBook {

    static final int MOST_TRIES = 5;
    static final Duration TRIES_COUNT_FOR = Duration.ofHours(1);

    private final AskRows rows;
    private final AskLinks links;
    private final EmergencyDesk emergencies;
    private final EmergencyBook book;
    private final OrganisationRegistry registry;
    private final WorkingHours hours;
    private final Outbox outbox;

    AskBook(
            AskRows rows,
            AskLinks links,
            EmergencyDesk emergencies,
            EmergencyBook book,
            OrganisationRegistry registry,
            WorkingHours hours,
            Outbox outbox) {
        this.rows = rows;
        this.links = links;
        this.emergencies = emergencies;
        this.book = book;
        this.registry = registry;
        this.hours = hours;
        this.outbox = outbox;
    }

    // ── Sending ─────────────────────────────────────────────────────────────────

    /** Written down before anything is held: a hold that stands after a crash is found by what stands here. */
    UUID write(EmergencyView emergency, OrganisationId holder, List<AskLeg> legs, Actor actor, Instant now) {
        UUID round = UUID.randomUUID();
        Instant answerBy = now.plus(emergency.answerWithin());
        Instant holdUntil = answerBy.plus(emergency.answerWithin());
        for (AskLeg leg : legs) {
            rows.persist(new SupplyAsk(
                    round,
                    emergency.id(),
                    holder,
                    leg,
                    actor.name(),
                    now,
                    emergency.remindAfter(),
                    answerBy,
                    holdUntil));
        }
        rows.flush();
        return round;
    }

    List<SupplyAsk> round(UUID round) {
        return rows.round(round);
    }

    boolean planned(UUID run) {
        return rows.planned(run);
    }

    boolean repairs(UUID run) {
        return rows.repairs(run);
    }

    void notHeld(UUID round) {
        rows.round(round).stream()
                .filter(ask -> ask.state() == AskState.HOLDING)
                .forEach(SupplyAsk::notHeld);
    }

    /** What the ledger holds, each claim beside its ask; asks and claims are in one order. */
    int held(UUID round, HoldView hold, List<PlannedLeg.Standby> standbys, Instant now) {
        List<SupplyAsk> asks = rows.round(round);
        Set<ClaimView> left = new HashSet<>(hold.claims());
        int sent = 0;
        for (SupplyAsk ask : asks) {
            if (ask.state() != AskState.HOLDING) {
                continue;
            }
            ClaimView claim = left.stream()
                    .filter(one -> one.what().equals(ask.claim()))
                    .findFirst()
                    .orElseThrow();
            left.remove(claim);
            ask.held(hold.id(), claim.id());
            rows.add(ask.id(), AskEntry.of(AskDeed.REQUESTED, ask.askedBy(), "", now));
            outbox.publish(new AskSent(ask.emergency(), ask.id(), ask.organisation()));
            sent++;
        }
        if (sent > 0) {
            SupplyAsk first = asks.get(0);
            book.note(first.emergency(), first.askedBy(), Entry.Deed.ASKED, sent + " · " + first.title(), now);
            Set<OrganisationId> asked = new HashSet<>();
            asks.forEach(ask -> asked.add(ask.organisation()));
            standbys.stream()
                    .filter(one -> asked.add(one.supplier()))
                    .forEach(one ->
                            outbox.publish(new StandbyWarned(first.emergency(), round, one.supplier(), one.title())));
        }
        return sent;
    }

    // ── Answering ───────────────────────────────────────────────────────────────

    Optional<SupplyAsk> byId(UUID id) {
        return rows.byId(id);
    }

    /** Whoever answers by the link knows the last digits of the registered mobile; a few wrong ones and the link rests for an hour. */
    List<Refusal> confirmed(UUID id, String lastFour, Instant now) {
        SupplyAsk ask = rows.locked(id).orElseThrow();
        Optional<String> mobile = mobile(ask.organisation());
        if (mobile.isEmpty()) {
            return List.of();
        }
        if (rows.triesSince(id, now.minus(TRIES_COUNT_FOR)) >= MOST_TRIES) {
            return List.of(Refusal.at("lastFour", "ask.too_many_tries"));
        }
        String typed = lastFour.strip();
        if (typed.matches("\\d{4}") && mobile.get().replaceAll("\\D", "").endsWith(typed)) {
            return List.of();
        }
        rows.tried(id, now);
        return List.of(Refusal.at("lastFour", "ask.last_four_wrong"));
    }

    Optional<String> mobile(OrganisationId organisation) {
        return registry.profile(Actor.system(), organisation)
                .flatMap(OrganisationProfile::contacts)
                .flatMap(contacts -> Optional.ofNullable(contacts.mobile()));
    }

    boolean begin(UUID id, GivenAnswer given, Instant now) {
        return rows.locked(id).orElseThrow().beginAnswer(given.written(), now);
    }

    void abandon(UUID id) {
        rows.locked(id).orElseThrow().endAnswer();
    }

    void acknowledge(UUID id, String who, String typedBy, Instant now) {
        SupplyAsk ask = rows.locked(id).orElseThrow();
        if (ask.state() == AskState.REQUESTED) {
            ask.become(AskState.ACKNOWLEDGED);
            rows.add(
                    id,
                    new AskEntry(
                            now,
                            AskDeed.ACKNOWLEDGED,
                            who,
                            typedBy,
                            "",
                            List.of(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()));
            outbox.publish(new AskAnswered(
                    ask.emergency(), id, ask.organisation(), AskDeed.ACKNOWLEDGED, AskState.ACKNOWLEDGED));
        }
    }

    /** The ledger has done what the answer says; now it is on record. */
    void finish(UUID id, GivenAnswer given, Instant now) {
        SupplyAsk ask = rows.locked(id).orElseThrow();
        if (ask.answering().isEmpty()) {
            return;
        }
        ask.endAnswer();
        AskDeed deed = given.deed();
        ask.become(given.state());
        if (given.answer() == Answer.OTHER) {
            given.amount().ifPresent(ask::reduceTo);
        }
        rows.add(
                id,
                new AskEntry(
                        now,
                        deed,
                        given.name(),
                        given.typedBy(),
                        given.note(),
                        given.conditions(),
                        given.amount(),
                        given.day(),
                        Optional.empty()));
        EmergencyView emergency =
                emergencies.byId(Actor.system(), ask.emergency()).orElseThrow();
        for (Blocker blocker : given.conditions()) {
            book.condition(emergency, id, ask.organisation(), blocker, given.note(), ask.holdUntil(), now);
        }
        told(ask, given.typedBy().isEmpty() ? given.name() : given.typedBy(), deed, now);
    }

    /** False when it is not in a state for that, or somebody is at it. */
    boolean begin(UUID id, OfficeStep step, Instant now) {
        return rows.locked(id).orElseThrow().beginStep(step, now);
    }

    /** The ledger has done what the office wanted; now it is on record. */
    void finish(UUID id, OfficeStep step, Instant now) {
        SupplyAsk ask = rows.locked(id).orElseThrow();
        if (ask.answering().isEmpty()) {
            return;
        }
        ask.endAnswer();
        ask.become(step.state());
        rows.add(id, AskEntry.of(step.deed(), step.who(), step.note(), now));
        told(ask, step.who(), step.deed(), now);
    }

    List<UUID> toReceive(int most) {
        return rows.toReceive(most);
    }

    void received(UUID id, Instant now) {
        rows.locked(id).ifPresent(ask -> ask.received(now));
    }

    List<SupplyAsk> ever(EmergencyId emergency) {
        return rows.ever(emergency);
    }

    private void told(SupplyAsk ask, String who, AskDeed deed, Instant now) {
        book.note(ask.emergency(), who, Entry.Deed.ASK_ANSWERED, name(ask.organisation()) + " · " + deed, now);
        outbox.publish(new AskAnswered(ask.emergency(), ask.id(), ask.organisation(), deed, ask.state()));
    }

    // ── Silence ─────────────────────────────────────────────────────────────────

    /** What the clock says of one ask: over, to be reminded, or nothing. Several replicas may ask at once: the row is locked. */
    Optional<SupplyAsk> tick(UUID id, Instant now) {
        SupplyAsk ask = rows.locked(id).orElseThrow();
        if (!ask.state().holds() || ask.answering().isPresent()) {
            return Optional.empty();
        }
        EmergencyView emergency =
                emergencies.byId(Actor.system(), ask.emergency()).orElseThrow();
        if (!now.isBefore(ask.over())) {
            ask.become(AskState.EXPIRED);
            rows.add(id, AskEntry.of(AskDeed.EXPIRED, "", "", now));
            book.note(ask.emergency(), "", Entry.Deed.ASK_EXPIRED, name(ask.organisation()) + " · " + ask.title(), now);
            outbox.publish(new AskExpired(
                    ask.emergency(),
                    id,
                    emergency.lead().name(),
                    emergency.lead().mobile()));
            return Optional.of(ask);
        }
        int rung = ask.rungAt(now);
        if (ask.state().isOpen()
                && emergency.open()
                && rung > ask.rung()
                && Ladder.mayRouse(ask.askedAt(), ask.answerBy(), now, hours)
                && ask.climb(rung)) {
            Optional<EmergencyView.OnDuty> told = Ladder.told(rung, emergency.lead(), emergency.deputies());
            rows.add(
                    id,
                    new AskEntry(
                            now,
                            told.isPresent() ? AskDeed.RISEN : AskDeed.REMINDED,
                            told.map(EmergencyView.OnDuty::name).orElse(""),
                            "",
                            "",
                            List.of(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(rung)));
            told.ifPresent(who -> book.note(
                    ask.emergency(), "", Entry.Deed.ASK_RISEN, name(ask.organisation()) + " → " + who.name(), now));
            outbox.publish(new AskReminded(
                    ask.emergency(),
                    id,
                    rung,
                    told.map(EmergencyView.OnDuty::name).orElse(""),
                    told.map(EmergencyView.OnDuty::mobile).orElse("")));
        }
        return Optional.empty();
    }

    // ── Looking ─────────────────────────────────────────────────────────────────

    /** Those that are over, or whose next rung is reached; of the others nothing has to be locked. */
    List<UUID> due(Instant now, int most) {
        return rows.waiting(most).stream()
                .filter(ask -> !now.isBefore(ask.over()) || ask.rungAt(now) > ask.rung())
                .map(SupplyAsk::id)
                .toList();
    }

    List<UUID> stuckRounds(Instant before) {
        return rows.stuckRounds(before);
    }

    List<UUID> stuckAnswers(Instant before) {
        return rows.stuckAnswers(before);
    }

    List<AskView> of(EmergencyView emergency, Instant now) {
        return rows.of(emergency.id()).stream()
                .filter(ask -> ask.state() != AskState.HOLDING)
                .map(ask -> view(ask, now))
                .toList();
    }

    List<AskView> askedOf(OrganisationId organisation, Instant now) {
        return rows.askedOf(organisation).stream().map(ask -> view(ask, now)).toList();
    }

    Optional<AskView> view(UUID id, Instant now) {
        return rows.byId(id)
                .filter(ask -> ask.state() != AskState.HOLDING && ask.state() != AskState.NOT_HELD)
                .map(ask -> view(ask, now));
    }

    private AskView view(SupplyAsk ask, Instant now) {
        EmergencyView emergency =
                emergencies.byId(Actor.system(), ask.emergency()).orElseThrow();
        Optional<String> mobile = mobile(ask.organisation());
        return new AskView(
                ask.id(),
                ask.emergency(),
                emergency.name(),
                emergency.authority(),
                emergency.document(),
                emergency.lead().name(),
                emergency.lead().mobile(),
                ask.organisation(),
                name(ask.organisation()),
                mobile,
                ask.title(),
                ask.thingZh(),
                ask.thingEn(),
                ask.quantity(),
                ask.window(),
                ask.place(),
                ask.neededBy(),
                ask.price(),
                ask.basis(),
                ask.authority(),
                ask.document(),
                ask.askedBy(),
                ask.askedAt(),
                ask.answerBy(),
                ask.holdUntil(),
                ask.state(),
                ask.rung(),
                links.token(ask.id(), ask.holdUntil()),
                mobile.isPresent(),
                ask.state().isOpen() && now.isBefore(ask.answerBy()),
                new ArrayList<>(rows.entries(ask.id())));
    }

    private String name(OrganisationId organisation) {
        return registry.card(organisation).map(OrganisationCard::name).orElse("");
    }

    static <T> Outcome<T> notFound() {
        return Outcome.refused(Refusal.of(EmergencyDesk.NOT_FOUND));
    }
}
