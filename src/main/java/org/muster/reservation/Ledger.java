package org.muster.reservation;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.Offer;
import org.muster.identity.Actor;
import org.muster.outbox.Outbox;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;

/**
 * The process of giving away: one method for each thing that can be asked, all of them answered the same way. Whoever asks waits for the
 * organisation's turn, gets what was answered to this key before, or else an answer that is written down in the very transaction that makes
 * it true.
 *
 * <p>Rows are locked in one order by everybody: the organisation's turn, listings, holds, lots and days, what is taken, windows.
 */
@ApplicationScoped
class Ledger {

    static final String NOT_FOUND = "reservation.not_found";

    private final Attempts attempts;
    private final Answers answers;
    private final Holds holds;
    private final Lots lots;
    private final Reaper reaper;
    private final Shortages shortages;
    private final Catalogue catalogue;
    private final Outbox outbox;

    Ledger(
            Attempts attempts,
            Answers answers,
            Holds holds,
            Lots lots,
            Reaper reaper,
            Shortages shortages,
            Catalogue catalogue,
            Outbox outbox) {
        this.attempts = attempts;
        this.answers = answers;
        this.holds = holds;
        this.lots = lots;
        this.reaper = reaper;
        this.shortages = shortages;
        this.catalogue = catalogue;
        this.outbox = outbox;
    }

    // ── Holding ─────────────────────────────────────────────────────────────────

    Outcome<HoldRow> hold(Actor actor, HoldRequest request, Instant now) {
        Set<ListingId> listings =
                request.claims().stream().map(Claim::listing).collect(Collectors.toCollection(HashSet::new));
        return answered(
                actor,
                request.key(),
                fingerprint("hold", request.claims(), String.valueOf(request.until()), request.reason()),
                listings,
                now,
                reasons -> shortages.explained(reasons, request, now),
                (turn, question) -> {
                    refuseIf(RequestRules.broken(request, now));
                    Map<ListingId, Offer> offers = catalogue.offers(actor, listings, now).stream()
                            .collect(Collectors.toMap(Offer::listing, Function.identity()));
                    refuseIf(OfferRules.broken(request.claims(), offers));
                    boolean own = offers.values().stream()
                            .allMatch(offer -> offer.supplier().equals(question.organisation()));
                    Instant until = request.until() == null ? now.plus(HoldLimits.USUAL) : request.until();
                    refuseIf(hoarding(turn, own, now, now, until));
                    if (!turn.expired().isEmpty()) {
                        reaper.reap(turn.expired(), listings, now);
                    }
                    HoldRow hold = placing(actor, question.organisation(), request, offers, until, own, now);
                    List<Cell> cells = cells(hold, offers);
                    if (!lots.take(cells)) {
                        throw new Refusing(Refusal.of("reservation.not_enough"));
                    }
                    Holds.Deed deed = new Holds.Deed(actor, request.reason(), request.key(), now);
                    if (!holds.place(hold, cells, deed, question)) {
                        throw new Refusing(Refusal.of("reservation.taken"));
                    }
                    outbox.publish(new HoldPlaced(hold.id(), HoldRow.listings(hold.claims()), request.reason()));
                    return hold;
                });
    }

    private static HoldRow placing(
            Actor actor,
            OrganisationId holder,
            HoldRequest request,
            Map<ListingId, Offer> offers,
            Instant until,
            boolean own,
            Instant now) {
        List<ClaimRow> claims = request.claims().stream()
                .map(claim -> new ClaimRow(
                        ClaimId.create(), claim, offer(offers, claim.listing()).supplier(), ClaimState.HELD, now))
                .toList();
        return new HoldRow(
                HoldId.create(),
                holder,
                actor.person().orElse(null),
                actor.name(),
                now,
                until,
                request.reason(),
                own,
                claims);
    }

    private static List<Cell> cells(HoldRow hold, Map<ListingId, Offer> offers) {
        List<Cell> cells = new ArrayList<>();
        for (ClaimRow claim : hold.claims()) {
            ClaimText text = ClaimText.of(claim.what());
            Quantity quantity = text.quantity();
            cells.add(new Cell(
                    hold.id(),
                    claim.id(),
                    claim.what().listing(),
                    offer(offers, claim.what().listing()).sells(),
                    hold.until(),
                    text.during(),
                    null,
                    quantity == null ? null : quantity.inBase()));
        }
        return cells;
    }

    private static Offer offer(Map<ListingId, Offer> offers, ListingId listing) {
        Offer offer = offers.get(listing);
        if (offer == null) {
            throw new IllegalStateException("Nothing was read of " + listing);
        }
        return offer;
    }

    private static List<Refusal> hoarding(
            Answers.Turn turn, boolean own, Instant placedAt, Instant now, Instant until) {
        HoldLimits limits = HoldLimits.of(turn.level());
        Duration longest = own ? HoldLimits.LONGEST_OWN : limits.longest();
        List<Refusal> wrong = new ArrayList<>();
        if (!own && turn.pending() >= limits.holds()) {
            wrong.add(Refusal.of("reservation.too_many_holds", turn.pending(), limits.holds()));
        }
        if (until.isAfter(placedAt.plus(longest))) {
            wrong.add(Refusal.at("until", "reservation.until_too_late", placedAt.plus(longest)));
        }
        return wrong;
    }

    // ── Changing ────────────────────────────────────────────────────────────────

    Outcome<HoldRow> release(Actor actor, HoldId id, Change change, Instant now) {
        return changed("release", actor, id, change, now, (hold, own) -> {
            List<ClaimRow> given = turned(hold, own, ClaimState.RELEASED, now, claim -> true);
            if (change.reason().isBlank()
                    && hold.claims().stream()
                            .filter(claim ->
                                    given.stream().anyMatch(one -> one.id().equals(claim.id())))
                            .anyMatch(claim -> claim.state() == ClaimState.COMMITTED)) {
                throw new Refusing(Refusal.at("reason", "reservation.reason_missing"));
            }
            Holds.Deed deed = new Holds.Deed(actor, change.reason(), change.key(), now);
            List<Cell> cells = holds.cells(given.stream().map(ClaimRow::id).toList());
            lots.giveBack(cells);
            HoldRow after = end(hold, given, Holds.Entry.RELEASED, cells, deed);
            outbox.publish(new HoldReleased(id, HoldRow.listings(given), change.reason()));
            return after;
        });
    }

    private HoldRow end(HoldRow hold, List<ClaimRow> ended, Holds.Entry kind, List<Cell> cells, Holds.Deed deed) {
        holds.free(ended.stream().map(ClaimRow::id).toList());
        holds.say(ended);
        HoldRow after = hold.with(ended);
        holds.settle(after);
        holds.write(kind, hold.holder(), cells.stream().map(Cell::given).toList(), deed);
        return after;
    }

    /**
     * The actor's claims that can go this way: those of the holder, or those on a supplier's own listings.
     *
     * @throws Refusing when none can, saying where they stand
     */
    private static List<ClaimRow> turned(
            HoldRow hold, OrganisationId own, ClaimState next, Instant now, Predicate<ClaimRow> also) {
        List<ClaimRow> theirs = hold.claims().stream()
                .filter(claim -> hold.holder().equals(own) || claim.supplier().equals(own))
                .filter(also)
                .toList();
        if (theirs.isEmpty()) {
            throw new Refusing(Refusal.of(NOT_FOUND));
        }
        List<ClaimRow> able = theirs.stream()
                .filter(claim -> claim.stateAt(hold.until(), now).mayBecome(next))
                .map(claim -> claim.becoming(next, now))
                .toList();
        if (able.isEmpty()) {
            ClaimState state = HoldViews.liveliest(theirs, hold.until(), now);
            throw new Refusing(Refusal.of("reservation."
                    + next.name().toLowerCase(java.util.Locale.ROOT)
                    + "_"
                    + state.name().toLowerCase(java.util.Locale.ROOT)));
        }
        return able;
    }

    private interface Changing {
        HoldRow of(HoldRow hold, OrganisationId own);
    }

    private Outcome<HoldRow> changed(
            String what, Actor actor, HoldId id, Change change, Instant now, Changing changing, Object... details) {
        return answered(
                actor,
                change.key(),
                fingerprint(what, id, change.reason(), List.of(details)),
                List.of(),
                now,
                reasons -> reasons,
                (turn, question) -> {
                    refuseIf(RequestRules.reason(change.reason()));
                    HoldRow hold = holds.locked(id)
                            .filter(found -> HoldViews.concerns(found, question.organisation()))
                            .orElseThrow(() -> new Refusing(Refusal.of(NOT_FOUND)));
                    HoldRow after = changing.of(hold, question.organisation());
                    answers.remember(question, new Answers.Answer(after, List.of()), now);
                    return after;
                });
    }

    // ── Answering ───────────────────────────────────────────────────────────────

    private interface Answering {
        HoldRow to(Answers.Turn turn, Answers.Question question);
    }

    private Outcome<HoldRow> answered(
            Actor actor,
            String key,
            String fingerprint,
            Collection<ListingId> listings,
            Instant now,
            UnaryOperator<List<Refusal>> explaining,
            Answering answering) {
        Optional<OrganisationId> organisation = actor.organisation();
        if (organisation.isEmpty()) {
            return Outcome.refused(Refusal.of("reservation.no_organisation"));
        }
        if (key.isBlank() || key.length() > RequestRules.LONGEST_KEY) {
            return Outcome.refused(Refusal.of("reservation.key_unusable"));
        }
        var question = new Answers.Question(organisation.get(), key, fingerprint);
        try {
            return attempts.run(() -> {
                Answers.Turn turn = turn(question, listings, now);
                return before(question, turn).orElseGet(() -> Outcome.accepted(answering.to(turn, question)));
            });
        } catch (Refusing refusing) {
            return refused(question, refusing.reasons(), explaining, now);
        }
    }

    /** A refusal is an answer too. What was tried is undone by now; somebody else with the same key may have been answered since. */
    private Outcome<HoldRow> refused(
            Answers.Question question, List<Refusal> known, UnaryOperator<List<Refusal>> explaining, Instant now) {
        try {
            return attempts.run(() -> before(question, turn(question, List.of(), now))
                    .orElseGet(() -> {
                        List<Refusal> reasons = explaining.apply(known);
                        answers.remember(question, new Answers.Answer(null, reasons), now);
                        return Outcome.refused(reasons);
                    }));
        } catch (Refusing busy) {
            return Outcome.refused(busy.reasons());
        }
    }

    private Answers.Turn turn(Answers.Question question, Collection<ListingId> listings, Instant now) {
        return answers.turn(question.organisation(), question.key(), listings, now)
                .orElseThrow(() -> new Refusing(Refusal.of("reservation.no_organisation")));
    }

    private static Optional<Outcome<HoldRow>> before(Answers.Question question, Answers.Turn turn) {
        return turn.before().map(answer -> {
            if (!question.fingerprint().equals(turn.fingerprint())) {
                return Outcome.refused(Refusal.of("reservation.key_used"));
            }
            HoldRow hold = answer.hold();
            return hold == null ? Outcome.refused(answer.refusals()) : Outcome.accepted(hold);
        });
    }

    private static void refuseIf(List<Refusal> wrong) {
        if (!wrong.isEmpty()) {
            throw new Refusing(wrong);
        }
    }

    /** What was asked, in a form that is the same for the same and another for anything else. */
    private static String fingerprint(Object... asked) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(List.of(asked).toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
