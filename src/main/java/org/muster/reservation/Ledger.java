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
import java.util.Locale;
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

    private static final String CONSUME = "consume";

    private final Attempts attempts;
    private final Answers answers;
    private final Holds holds;
    private final Lots lots;
    private final Pools pools;
    private final Reaper reaper;
    private final Shortages shortages;
    private final Catalogue catalogue;
    private final Outbox outbox;

    Ledger(
            Attempts attempts,
            Answers answers,
            Holds holds,
            Lots lots,
            Pools pools,
            Reaper reaper,
            Shortages shortages,
            Catalogue catalogue,
            Outbox outbox) {
        this.attempts = attempts;
        this.answers = answers;
        this.holds = holds;
        this.lots = lots;
        this.pools = pools;
        this.reaper = reaper;
        this.shortages = shortages;
        this.catalogue = catalogue;
        this.outbox = outbox;
    }

    // ── Holding ─────────────────────────────────────────────────────────────────

    Outcome<HoldRow> hold(Actor actor, HoldRequest request, Instant now) {
        return hold(actor, request, true, now);
    }

    /** Without the limits against hoarding. */
    Outcome<HoldRow> holdForEmergency(Actor actor, HoldRequest request, Instant now) {
        return hold(actor, request, false, now);
    }

    private Outcome<HoldRow> hold(Actor actor, HoldRequest request, boolean limited, Instant now) {
        Set<ListingId> listings =
                request.claims().stream().map(Claim::listing).collect(Collectors.toCollection(HashSet::new));
        return answered(
                actor,
                request.key(),
                fingerprint("hold", request.claims(), String.valueOf(request.until()), request.reason()),
                listings,
                now,
                reasons -> shortages.explained(reasons, actor, request, now),
                (turn, question) -> {
                    refuseIf(RequestRules.broken(request, now));
                    Map<ListingId, Offer> offers = catalogue.offers(actor, listings, now).stream()
                            .collect(Collectors.toMap(Offer::listing, Function.identity()));
                    refuseIf(OfferRules.broken(request.claims(), offers, question.organisation()));
                    boolean own = offers.values().stream()
                            .allMatch(offer -> offer.supplier().equals(question.organisation()));
                    Instant until = request.until() == null ? now.plus(HoldLimits.USUAL) : request.until();
                    refuseIf(limited ? hoarding(turn, own, now, until) : List.of());
                    Set<ListingId> rated = Pools.rated(request.claims());
                    if (!rated.isEmpty()) {
                        pools.keep(rated);
                    }
                    if (!turn.expired().isEmpty()) {
                        reaper.reap(turn.expired(), listings, now);
                    }
                    HoldRow hold = placing(actor, question.organisation(), request, offers, until, own, now);
                    List<Cell> cells = cells(hold, offers);
                    if (!lots.take(cells)) {
                        throw new Refusing(Refusal.of("reservation.not_enough"));
                    }
                    cells.addAll(pools.take(hold, offers)
                            .orElseThrow(() -> new Refusing(Refusal.of("reservation.not_enough_in_days"))));
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

    /** What is taken at once; rates are taken from their days. */
    private static List<Cell> cells(HoldRow hold, Map<ListingId, Offer> offers) {
        List<Cell> cells = new ArrayList<>();
        for (ClaimRow claim : hold.claims()) {
            if (claim.what() instanceof Claim.Rate) {
                continue;
            }
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

    private static List<Refusal> hoarding(Answers.Turn turn, boolean own, Instant placedAt, Instant until) {
        HoldLimits limits = HoldLimits.of(turn.level());
        List<Refusal> wrong = new ArrayList<>();
        if (!own && turn.pending() >= limits.holds()) {
            wrong.add(Refusal.of("reservation.too_many_holds", turn.pending(), limits.holds()));
        }
        tooLong(turn, own, placedAt, until).ifPresent(wrong::add);
        return wrong;
    }

    private static Optional<Refusal> tooLong(Answers.Turn turn, boolean own, Instant placedAt, Instant until) {
        Duration longest =
                own ? HoldLimits.LONGEST_OWN : HoldLimits.of(turn.level()).longest();
        return until.isAfter(placedAt.plus(longest))
                ? Optional.of(Refusal.at("until", "reservation.until_too_late", placedAt.plus(longest)))
                : Optional.empty();
    }

    // ── Changing ────────────────────────────────────────────────────────────────

    Outcome<HoldRow> release(Actor actor, HoldId id, Change change, Instant now) {
        return changed("release", actor, id, change, now, releasing(actor, id, claim -> true, change, now));
    }

    Outcome<HoldRow> release(Actor actor, HoldId id, Set<ClaimId> only, Change change, Instant now) {
        return changed(
                "release",
                actor,
                id,
                change,
                now,
                releasing(actor, id, claim -> only.contains(claim.id()), change, now),
                sorted(only));
    }

    private Changing releasing(Actor actor, HoldId id, Predicate<ClaimRow> which, Change change, Instant now) {
        return (hold, turn, own) -> {
            List<ClaimRow> theirs = of(hold, claim -> concerns(hold, claim, own) && which.test(claim));
            refuseIf(theirs.isEmpty() ? List.of(Refusal.of(NOT_FOUND)) : List.of());
            List<ClaimRow> given = turned(hold, theirs, ClaimState.RELEASED, now);
            reasonFor(change, of(hold, claim -> isOneOf(claim, given)));
            lots.giveBack(holds.cells(ids(given)));
            HoldRow after = end(hold, given, Holds.Entry.RELEASED, deed(actor, change, now));
            outbox.publish(new HoldReleased(id, HoldRow.listings(given), change.reason()));
            return after;
        };
    }

    Outcome<HoldRow> commit(Actor actor, HoldId id, Change change, Instant now) {
        return changed("commit", actor, id, change, now, committing(actor, id, claim -> true, change, now));
    }

    Outcome<HoldRow> commit(Actor actor, HoldId id, Set<ClaimId> only, Change change, Instant now) {
        return changed(
                "commit",
                actor,
                id,
                change,
                now,
                committing(actor, id, claim -> only.contains(claim.id()), change, now),
                sorted(only));
    }

    private static List<String> sorted(Set<ClaimId> claims) {
        return claims.stream().map(ClaimId::toString).sorted().toList();
    }

    private Changing committing(Actor actor, HoldId id, Predicate<ClaimRow> which, Change change, Instant now) {
        return (hold, turn, own) -> {
            List<ClaimRow> theirs = suppliedBy(hold, own).stream().filter(which).toList();
            refuseIf(theirs.isEmpty() ? List.of(Refusal.of(NOT_FOUND)) : List.of());
            List<ClaimRow> committed = turned(hold, theirs, ClaimState.COMMITTED, now);
            List<Cell> cells = holds.cells(ids(committed));
            holds.commit(ids(committed));
            holds.say(committed);
            HoldRow after = hold.with(committed);
            holds.settle(after);
            holds.write(
                    Holds.Entry.COMMITTED,
                    hold.holder(),
                    cells.stream().map(cell -> cell.unchanged(null)).toList(),
                    deed(actor, change, now));
            outbox.publish(new HoldCommitted(id, HoldRow.listings(committed), change.reason()));
            return after;
        };
    }

    /** What was delivered leaves the stock; time and output must be over, or else consuming would free what is left of them. */
    Outcome<HoldRow> consume(Actor actor, HoldId id, Change change, Instant now) {
        return changed(CONSUME, actor, id, change, now, (hold, turn, own) -> {
            List<ClaimRow> consumed = turned(hold, suppliedBy(hold, own), ClaimState.CONSUMED, now);
            consumed.stream()
                    .flatMap(claim ->
                            Optional.ofNullable(ClaimText.of(claim.what()).during()).stream())
                    .filter(during -> during.to().isAfter(now))
                    .findFirst()
                    .ifPresent(during -> {
                        throw new Refusing(Refusal.of("reservation.not_over_yet", during.to()));
                    });
            return consumed(hold, consumed, deed(actor, change, now));
        });
    }

    /** What has come and was accepted leaves the stock too, by its holder; what of its time is left is free, since nothing is made in it any more. */
    Outcome<HoldRow> receive(Actor actor, HoldId id, Set<ClaimId> only, Change change, Instant now) {
        return changed(
                "receive",
                actor,
                id,
                change,
                now,
                (hold, turn, own) -> {
                    refuseIf(holder(hold, own));
                    List<ClaimRow> received =
                            turned(hold, of(hold, claim -> only.contains(claim.id())), ClaimState.CONSUMED, now);
                    return consumed(hold, received, deed(actor, change, now));
                },
                sorted(only));
    }

    private HoldRow consumed(HoldRow hold, List<ClaimRow> consumed, Holds.Deed deed) {
        List<Cell> cells = holds.cells(ids(consumed));
        lots.giveBack(cells);
        Lots.summed(cells).forEach((listing, amount) -> catalogue.consumed(new ListingId(listing), amount));
        HoldRow after = end(hold, consumed, Holds.Entry.CONSUMED, deed);
        outbox.publish(new HoldConsumed(hold.id(), HoldRow.listings(consumed), deed.reason()));
        return after;
    }

    Outcome<HoldRow> extend(Actor actor, HoldId id, Instant until, Change change, Instant now) {
        return changed(
                "extend",
                actor,
                id,
                change,
                now,
                (hold, turn, own) -> {
                    refuseIf(holder(hold, own));
                    List<ClaimRow> held = of(hold, claim -> claim.stateAt(hold.until(), now) == ClaimState.HELD);
                    if (held.isEmpty()) {
                        throw refusing("extended", HoldViews.liveliest(hold.claims(), hold.until(), now));
                    }
                    if (!until.isAfter(hold.until())) {
                        throw new Refusing(Refusal.at("until", "reservation.until_not_later", hold.until()));
                    }
                    refuseIf(tooLong(turn, hold.own(), hold.placedAt(), until).stream()
                            .toList());
                    List<Cell> cells = holds.cells(ids(held));
                    holds.extend(ids(held), until);
                    HoldRow after = hold.until(until);
                    holds.settle(after);
                    holds.write(
                            Holds.Entry.EXTENDED,
                            hold.holder(),
                            cells.stream().map(cell -> cell.unchanged(until)).toList(),
                            deed(actor, change, now));
                    outbox.publish(new HoldExtended(id, HoldRow.listings(held), change.reason()));
                    return after;
                },
                until);
    }

    /** Less of one claim, by its holder, or by its supplier with a reason. */
    Outcome<HoldRow> reduce(Actor actor, HoldId id, ClaimId which, Smaller smaller, Change change, Instant now) {
        return changed(
                "reduce",
                actor,
                id,
                change,
                now,
                (hold, turn, own) -> {
                    ClaimRow claim = of(hold, one -> one.id().equals(which) && concerns(hold, one, own)).stream()
                            .findFirst()
                            .orElseThrow(() -> new Refusing(Refusal.of(NOT_FOUND)));
                    ClaimState state = claim.stateAt(hold.until(), now);
                    if (!state.isLive()) {
                        throw refusing("reduced", state);
                    }
                    if (!hold.holder().equals(own) && change.reason().isBlank()) {
                        throw new Refusing(Refusal.at("reason", "reservation.reason_missing"));
                    }
                    reasonFor(change, List.of(claim));
                    List<Cell> cells = holds.cells(List.of(which));
                    Reduction reduction = Reduction.of(claim.what(), smaller, cells);
                    refuseIf(reduction.refusals());
                    lots.giveBack(reduction.givenBack());
                    holds.reduce(reduction);
                    pools.giveBack(reduction.givenBack());
                    ClaimRow less = claim.saying(reduction.claim(), now);
                    holds.say(List.of(less));
                    holds.write(Holds.Entry.REDUCED, hold.holder(), reduction.entries(), deed(actor, change, now));
                    outbox.publish(new HoldReduced(id, HoldRow.listings(List.of(less)), change.reason()));
                    return hold.with(List.of(less));
                },
                which,
                smaller);
    }

    private HoldRow end(HoldRow hold, List<ClaimRow> ended, Holds.Entry kind, Holds.Deed deed) {
        List<Cell> cells = holds.cells(ids(ended));
        holds.free(ids(ended));
        pools.giveBack(cells);
        holds.say(ended);
        HoldRow after = hold.with(ended);
        holds.settle(after);
        holds.write(kind, hold.holder(), cells.stream().map(Cell::given).toList(), deed);
        return after;
    }

    private static boolean concerns(HoldRow hold, ClaimRow claim, OrganisationId own) {
        return hold.holder().equals(own) || claim.supplier().equals(own);
    }

    private static List<ClaimRow> of(HoldRow hold, Predicate<ClaimRow> which) {
        return hold.claims().stream().filter(which).toList();
    }

    private static boolean isOneOf(ClaimRow claim, List<ClaimRow> those) {
        return those.stream().anyMatch(one -> one.id().equals(claim.id()));
    }

    private static List<ClaimId> ids(List<ClaimRow> claims) {
        return claims.stream().map(ClaimRow::id).toList();
    }

    private static Holds.Deed deed(Actor actor, Change change, Instant now) {
        return new Holds.Deed(actor, change.reason(), change.key(), now);
    }

    private static List<ClaimRow> suppliedBy(HoldRow hold, OrganisationId own) {
        List<ClaimRow> supplied = of(hold, claim -> claim.supplier().equals(own));
        if (supplied.isEmpty()) {
            throw new Refusing(Refusal.of("reservation.only_supplier"));
        }
        return supplied;
    }

    private static List<Refusal> holder(HoldRow hold, OrganisationId own) {
        return hold.holder().equals(own) ? List.of() : List.of(Refusal.of("reservation.only_holder"));
    }

    /** What both sides have agreed on is not taken back without a word. */
    private static void reasonFor(Change change, List<ClaimRow> before) {
        if (change.reason().isBlank() && before.stream().anyMatch(claim -> claim.state() == ClaimState.COMMITTED)) {
            throw new Refusing(Refusal.at("reason", "reservation.reason_missing"));
        }
    }

    /**
     * Those of these claims that can go this way.
     *
     * @throws Refusing when none can, saying where they stand
     */
    private static List<ClaimRow> turned(HoldRow hold, List<ClaimRow> claims, ClaimState next, Instant now) {
        List<ClaimRow> able = claims.stream()
                .filter(claim -> claim.stateAt(hold.until(), now).mayBecome(next))
                .map(claim -> claim.becoming(next, now))
                .toList();
        if (able.isEmpty()) {
            throw refusing(next.name().toLowerCase(Locale.ROOT), HoldViews.liveliest(claims, hold.until(), now));
        }
        return able;
    }

    private static Refusing refusing(String step, ClaimState state) {
        return new Refusing(
                Refusal.of("reservation." + step + "_" + state.name().toLowerCase(Locale.ROOT)));
    }

    private interface Changing {
        HoldRow of(HoldRow hold, Answers.Turn turn, OrganisationId own);
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
                    // Listings come before holds in the one order: what is delivered leaves their stock.
                    if (what.equals(CONSUME)) {
                        catalogue.keep(holds.listingsOf(id));
                    }
                    HoldRow hold = holds.locked(id)
                            .filter(found -> HoldViews.concerns(found, question.organisation()))
                            .orElseThrow(() -> new Refusing(Refusal.of(NOT_FOUND)));
                    HoldRow after = changing.of(hold, turn, question.organisation());
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
            boolean busy =
                    refusing.reasons().stream().anyMatch(reason -> reason.key().equals(Attempts.BUSY));
            return busy ? Outcome.refused(refusing.reasons()) : refused(question, refusing.reasons(), explaining, now);
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
