package org.muster.reservation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.TimeWindow;

/**
 * Where capacity is given away: held for a limited time, confirmed, given back, used up. What is asked for in one request is given as a
 * whole or not at all, and the same key of the same organisation gets the same answer again, refusals included.
 *
 * <p>What changes something may not be called inside of a transaction: a request that met another one is tried again from its beginning.
 */
@ApplicationScoped
public class Reservations {

    /** More than anybody pages through; counting millions would cost more than the page. */
    public static final int COUNTED_AT_MOST = 10_000;

    private final Ledger ledger;
    private final Holds holds;
    private final Calendar calendar;
    private final Entries entries;
    private final Prover prover;
    private final Records records;

    Reservations(Ledger ledger, Holds holds, Calendar calendar, Entries entries, Prover prover, Records records) {
        this.ledger = ledger;
        this.holds = holds;
        this.calendar = calendar;
        this.entries = entries;
        this.prover = prover;
        this.records = records;
    }

    // ── Giving away ─────────────────────────────────────────────────────────────

    /** All of it is held for the organisation acted for until it ends by itself, or nothing is. */
    public Outcome<HoldView> hold(Actor actor, HoldRequest request, Instant now) {
        return seen(actor, ledger.hold(actor, request, now), now);
    }

    /**
     * As {@link #hold}, for an emergency: what coordinators need of everybody at once, and until all have answered, is beyond the limits against
     * hoarding. For nobody else.
     */
    public Outcome<HoldView> holdForEmergency(Actor actor, HoldRequest request, Instant now) {
        boolean official = actor.is(Role.COORDINATOR) || actor.is(Role.OPERATOR);
        return seen(
                actor, official ? ledger.holdForEmergency(actor, request, now) : ledger.hold(actor, request, now), now);
    }

    /** The supplier confirms what is held of their own listings; from then on it does not end by itself. */
    public Outcome<HoldView> commit(Actor actor, HoldId hold, Change change, Instant now) {
        return seen(actor, ledger.commit(actor, hold, change, now), now);
    }

    /** As {@link #commit}, of these claims only. */
    public Outcome<HoldView> commit(Actor actor, HoldId hold, Set<ClaimId> claims, Change change, Instant now) {
        return seen(actor, ledger.commit(actor, hold, claims, change, now), now);
    }

    /** As {@link #release}, of these claims only. */
    public Outcome<HoldView> release(Actor actor, HoldId hold, Set<ClaimId> claims, Change change, Instant now) {
        return seen(actor, ledger.release(actor, hold, claims, change, now), now);
    }

    /**
     * Gives back before its time: its holder all of it, a supplier what is taken of their own listings. What is committed is given back with
     * a reason only.
     */
    public Outcome<HoldView> release(Actor actor, HoldId hold, Change change, Instant now) {
        return seen(actor, ledger.release(actor, hold, change, now), now);
    }

    /** The supplier says that what is committed of their own listings was delivered or used: it leaves the stock, and frees nothing. */
    public Outcome<HoldView> consume(Actor actor, HoldId hold, Change change, Instant now) {
        return seen(actor, ledger.consume(actor, hold, change, now), now);
    }

    /** Its holder says that all that these claims promise has come and was accepted: it leaves the stock, before its time is over too. */
    public Outcome<HoldView> receive(Actor actor, HoldId hold, Set<ClaimId> claims, Change change, Instant now) {
        return seen(actor, ledger.receive(actor, hold, claims, change, now), now);
    }

    /** Gives some of one claim back: its holder, or its supplier with a reason. */
    public Outcome<HoldView> reduce(
            Actor actor, HoldId hold, ClaimId claim, Smaller smaller, Change change, Instant now) {
        return seen(actor, ledger.reduce(actor, hold, claim, smaller, change, now), now);
    }

    /** Its holder keeps what is only held for longer, within the limits counted from when it was placed. */
    public Outcome<HoldView> extend(Actor actor, HoldId hold, Instant until, Change change, Instant now) {
        return seen(actor, ledger.extend(actor, hold, until, change, now), now);
    }

    // ── Records ─────────────────────────────────────────────────────────────────

    /**
     * How a supplier dealt with what others asked of it; nothing for visitors. Only what was asked of public listings counts, but for the supplier's
     * own people and officials: a number must not tell of a listing that its viewer may not see.
     */
    @Transactional
    public Optional<SupplierRecord> record(Actor viewer, OrganisationId supplier, Instant now) {
        if (!viewer.isSignedIn()) {
            return Optional.empty();
        }
        boolean whole = viewer.actsFor(supplier) || viewer.is(Role.COORDINATOR) || viewer.is(Role.OPERATOR);
        return Optional.of(records.of(supplier, whole, now));
    }

    /** The same of many suppliers, for officials; who is not there was never asked. */
    @Transactional
    public Map<OrganisationId, SupplierRecord> records(
            Actor viewer, Collection<OrganisationId> suppliers, Instant now) {
        boolean official = viewer.is(Role.COORDINATOR) || viewer.is(Role.OPERATOR);
        return official && !suppliers.isEmpty() ? records.of(suppliers, true, now) : Map.of();
    }

    /** What of these listings is held or committed, by whom is not told; for officials. */
    @Transactional
    public List<UnderOrder> underOrder(Actor viewer, Collection<ListingId> listings, Instant now) {
        boolean official = viewer.is(Role.COORDINATOR) || viewer.is(Role.OPERATOR);
        return official && !listings.isEmpty() ? records.underOrder(listings, now) : List.of();
    }

    /** How much live business would follow an organisation that is merged; for the operator who decides. */
    @Transactional
    public Optional<Stakes> stakes(Actor operator, OrganisationId organisation) {
        return operator.is(Role.OPERATOR) ? Optional.of(records.stakes(organisation)) : Optional.empty();
    }

    // ── Holds ───────────────────────────────────────────────────────────────────

    /** One hold, as far as it concerns the viewer; empty when it does not. */
    public Optional<HoldView> hold(Actor viewer, HoldId hold, Instant now) {
        return holds.byId(hold).flatMap(row -> HoldViews.of(row, viewer, days(List.of(row)), now));
    }

    /** What happened to a hold, as far as it concerns the viewer, the first first. Who acted for the other side is not told. */
    public List<LedgerLine> history(Actor viewer, HoldId hold, Instant now) {
        Optional<HoldView> view = hold(viewer, hold, now);
        if (view.isEmpty()) {
            return List.of();
        }
        Set<ClaimId> seen = view.get().claims().stream().map(ClaimView::id).collect(Collectors.toSet());
        return entries.of(hold).stream()
                .filter(line -> seen.contains(line.claim()))
                .map(line -> HoldViews.asSeenBy(viewer, line))
                .toList();
    }

    /** What the organisation acted for holds or held, the latest first; pages begin with 0. */
    public List<HoldView> held(Actor holder, int page, int size, Instant now) {
        return holder.organisation()
                .map(own -> views(holder, holds.heldBy(own, page, size), now))
                .orElseGet(List::of);
    }

    public long countHeld(Actor holder) {
        return holder.organisation().map(holds::countHeldBy).orElse(0L);
    }

    /** What is or was held of the listings of the organisation acted for, the latest first; pages begin with 0. */
    public List<HoldView> onMine(Actor supplier, int page, int size, Instant now) {
        return supplier.organisation()
                .map(own -> views(supplier, holds.onListingsOf(own, page, size), now))
                .orElseGet(List::of);
    }

    public long countOnMine(Actor supplier) {
        return supplier.organisation().map(holds::countOnListingsOf).orElse(0L);
    }

    // ── What is free ────────────────────────────────────────────────────────────

    /** Which time of these is taken, and until when; never by whom. Of rates it says how much of each day is. */
    public List<Occupied> occupied(Collection<ListingId> listings, TimeWindow within, Instant now) {
        return calendar.occupied(listings, within, now);
    }

    /** What can be had of each at this moment; those that do not exist are left out. */
    public Map<ListingId, FreeNow> freeNow(Collection<ListingId> listings, Instant now) {
        return calendar.freeNow(listings, now);
    }

    /** So many of all published listings had by time that are free in all of this time, whichever are found first. */
    public List<ListingId> freeBetween(TimeWindow during, int most, Instant now) {
        return calendar.freeBetween(during, most, now);
    }

    /** Those of the candidates of which something can be had: all of the time, some of its output, or some of the stock; in their order. */
    public List<ListingId> freeBetween(List<ListingId> candidates, TimeWindow during, Instant now) {
        return calendar.freeBetween(candidates, during, now);
    }

    /** Of published listings that sell output: what is left of each whole day that this time touches, in base units. */
    public Map<ListingId, SortedMap<LocalDate, BigDecimal>> outputOfDays(
            Collection<ListingId> listings, TimeWindow during, Instant now) {
        return calendar.outputOfDays(listings, during, now);
    }

    // ── For operators ───────────────────────────────────────────────────────────

    /** The history of everything; nothing for anybody but operators. */
    public List<LedgerLine> entries(Actor actor, LedgerQuery query) {
        return actor.is(Role.OPERATOR) ? entries.find(query) : List.of();
    }

    /** How many there are; counting stops at {@link #COUNTED_AT_MOST}. */
    public long countEntries(Actor actor, LedgerQuery query) {
        return actor.is(Role.OPERATOR) ? entries.count(query, COUNTED_AT_MOST) : 0;
    }

    /** Derives from the history what must be taken now, and from what is taken what must be promised, and tells every difference. */
    public Proof proof() {
        return prover.prove();
    }

    private List<HoldView> views(Actor viewer, List<HoldRow> rows, Instant now) {
        Map<ClaimId, List<DayShare>> days = days(rows);
        return rows.stream()
                .flatMap(row -> HoldViews.of(row, viewer, days, now).stream())
                .toList();
    }

    private Outcome<HoldView> seen(Actor actor, Outcome<HoldRow> outcome, Instant now) {
        return outcome.map(
                row -> HoldViews.of(row, actor, days(List.of(row)), now).orElseThrow());
    }

    private Map<ClaimId, List<DayShare>> days(Collection<HoldRow> rows) {
        List<ClaimRow> rates = rows.stream()
                .flatMap(row -> row.claims().stream())
                .filter(claim ->
                        claim.what() instanceof Claim.Rate && claim.state().isLive())
                .toList();
        return rates.isEmpty()
                ? Map.of()
                : HoldViews.days(
                        rates, holds.cells(rates.stream().map(ClaimRow::id).toList()));
    }
}
