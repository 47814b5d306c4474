package org.muster.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.Listings.ExternalKey;
import org.muster.certificate.CertificateEnding;
import org.muster.certificate.CertificateEvent;
import org.muster.certificate.CertificateExpired;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.organisation.OrganisationCard;
import org.muster.organisation.OrganisationChanged;
import org.muster.organisation.OrganisationClosed;
import org.muster.organisation.OrganisationRegistry;
import org.muster.organisation.OrganisationsMerged;
import org.muster.organisation.VerificationLevel;
import org.muster.outbox.Outbox;
import org.muster.reference.Glossary;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shared.SiteId;
import org.muster.shared.TimeWindow;

/**
 * All listings: how suppliers keep them, what others get to see of them.
 *
 * <p>What is changed is changed by the actor acting for its supplier; anybody else's is refused as {@link #NOT_FOUND}, the same as what does
 * not exist. Every change that others can see is published as {@link ListingChanged}.
 */
@ApplicationScoped
@Transactional
public class Catalogue {

    /** The refusal of what is not there, or not yours. */
    public static final String NOT_FOUND = "catalogue.not_found";

    /** Of one supplier, before what the viewer may not see is left out; whoever has more is looked through by search. */
    private static final int LOOKED_THROUGH = 200;

    private static final int WARNED_AT_ONCE = 1_000;

    private final Listings listings;
    private final Windows windows;
    private final Timetables timetables;
    private final Showcase showcase;
    private final ListingScan scan;
    private final Spots spots;
    private final SupplierCopies copies;
    private final Blocks blocks;
    private final Offers offers;
    private final Promises promises;
    private final Coverages coverages;
    private final OrganisationRegistry registry;
    private final Glossary glossary;
    private final Silence silence;
    private final Outbox outbox;
    private final Clock clock;

    Catalogue(
            Listings listings,
            Windows windows,
            Timetables timetables,
            Showcase showcase,
            ListingScan scan,
            Spots spots,
            SupplierCopies copies,
            Blocks blocks,
            Offers offers,
            Promises promises,
            Coverages coverages,
            OrganisationRegistry registry,
            Glossary glossary,
            Silence silence,
            Outbox outbox,
            Clock clock) {
        this.listings = listings;
        this.windows = windows;
        this.timetables = timetables;
        this.showcase = showcase;
        this.scan = scan;
        this.spots = spots;
        this.copies = copies;
        this.blocks = blocks;
        this.offers = offers;
        this.promises = promises;
        this.coverages = coverages;
        this.registry = registry;
        this.glossary = glossary;
        this.silence = silence;
        this.outbox = outbox;
        this.clock = clock;
    }

    // ── Keeping one's own listings ──────────────────────────────────────────────

    /** Every rule a draft breaks today; none when it may be saved. */
    public List<Refusal> check(ListingDraft draft, Instant now) {
        return ListingRules.broken(ListingRules.IN_FORCE, draft, today(now));
    }

    /** As {@link #check}, with what a published listing must say besides. */
    public List<Refusal> checkForPublication(ListingDraft draft, Instant now) {
        return Stream.concat(
                        check(draft, now).stream(),
                        ListingRules.broken(ListingRules.TO_PUBLISH, draft, today(now)).stream())
                .toList();
    }

    /** Saves a draft, which only its supplier sees. */
    public Outcome<ListingId> create(Actor actor, OrganisationId organisation, ListingDraft draft, Instant now) {
        if (!speaksFor(actor, organisation)) {
            return notFound();
        }
        List<Refusal> wrong = check(draft, now);
        if (!wrong.isEmpty()) {
            return Outcome.refused(wrong);
        }
        Optional<OrganisationCard> card = registry.card(organisation);
        Optional<Spot> spot = spots.of(organisation, draft.site());
        if (card.isEmpty()) {
            return notFound();
        }
        if (spot.isEmpty()) {
            return Outcome.refused(Refusal.at("site", "catalogue.site_unknown"));
        }
        Supplier supplier = Supplier.of(card.get());
        Listing listing = new Listing(ListingId.create(), supplier, draft.kind(), actor.name(), now);
        say(listing, supplier, resolved(draft, card.get(), spot.get()), spot.get(), now);
        listings.persist(listing);
        tell(listing, ListingStep.DRAFTED);
        return Outcome.accepted(listing.id());
    }

    /** Says anew what a listing is; based on an older version than there is, it is refused. */
    public Outcome<ListingId> change(Actor actor, ListingId id, int version, ListingDraft draft, Instant now) {
        Optional<Listing> found = listings.ownedBy(actor, id);
        if (found.isEmpty()) {
            return notFound();
        }
        Listing listing = found.get();
        Optional<Refusal> refusal = listing.mayChange();
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        if (listing.version() != version) {
            return Outcome.refused(Refusal.of("catalogue.changed_meanwhile"));
        }
        List<Refusal> wrong =
                listing.state() == ListingState.DRAFT ? check(draft, now) : checkForPublication(draft, now);
        if (!wrong.isEmpty()) {
            return Outcome.refused(wrong);
        }
        Optional<Spot> spot = spots.of(listing.organisation(), draft.site());
        Optional<OrganisationCard> card = registry.card(listing.organisation());
        if (spot.isEmpty() || card.isEmpty()) {
            return Outcome.refused(Refusal.at("site", "catalogue.site_unknown"));
        }
        List<Refusal> promised = promisedAgainst(listing, draft, now);
        if (!promised.isEmpty()) {
            return Outcome.refused(promised);
        }
        say(listing, listing.supplier(), resolved(draft, card.get(), spot.get()), spot.get(), now);
        listing.confirmed(actor.name(), now);
        tell(listing, ListingStep.REVISED);
        return Outcome.accepted(id);
    }

    public Outcome<ListingState> publish(Actor actor, ListingId id, Instant now) {
        return step(actor, id, ListingStep.PUBLISHED, (listing, by) -> {
            List<Refusal> wrong = checkForPublication(listing.asDraft(), now);
            List<Refusal> full = room(listing);
            return !wrong.isEmpty()
                    ? wrong
                    : !full.isEmpty() ? full : listing.publish(now).stream().toList();
        });
    }

    public Outcome<ListingState> pause(Actor actor, ListingId id, Instant now) {
        return step(
                actor,
                id,
                ListingStep.PAUSED,
                (listing, by) -> listing.pause(now).stream().toList());
    }

    public Outcome<ListingState> resume(Actor actor, ListingId id, Instant now) {
        return step(actor, id, ListingStep.RESUMED, (listing, by) -> {
            List<Refusal> full = room(listing);
            return full.isEmpty() ? listing.resume(by, now).stream().toList() : full;
        });
    }

    /** Whether one more may be published, as far as its supplier is proven. */
    private List<Refusal> room(Listing listing) {
        return roomOf(listing.organisation()) > 0
                ? List.of()
                : List.of(Refusal.of("catalogue.listings_at_most", mostOf(listing.organisation())));
    }

    private long roomOf(OrganisationId organisation) {
        return mostOf(organisation) - listings.countPublishedOf(organisation);
    }

    private int mostOf(OrganisationId organisation) {
        VerificationLevel level =
                registry.card(organisation).map(OrganisationCard::level).orElse(VerificationLevel.REGISTERED);
        return ListingLimits.of(level).published();
    }

    public Outcome<ListingState> withdraw(Actor actor, ListingId id, Instant now) {
        return step(actor, id, ListingStep.WITHDRAWN, (listing, by) -> {
            List<Refusal> promised = listing.state() == ListingState.WITHDRAWN
                    ? List.of()
                    : promises.standingAgainst(id, Sale.NOTHING.name(), null, now);
            return promised.isEmpty() ? listing.withdraw(now).stream().toList() : promised;
        });
    }

    /** One tap: it still stands as it is. */
    public Outcome<ListingState> confirmStillFree(Actor actor, ListingId id, Instant now) {
        return step(
                actor,
                id,
                ListingStep.CONFIRMED,
                (listing, by) ->
                        listing
                                .confirmStillFree(showcase.said(listing, now), showcase.hearing(listing, now), by, now)
                                .stream()
                                .toList());
    }

    /** Says of a stretch of time whether the listing is free in it; an overlap with another window is refused, whoever came first. */
    public Outcome<UUID> openWindow(
            Actor actor, ListingId id, TimeWindow during, Availability availability, String note, Instant now) {
        Optional<Listing> found = listings.lockedBy(actor, id);
        if (found.isEmpty()) {
            return notFound();
        }
        Listing listing = found.get();
        List<Refusal> wrong = Stream.concat(
                        listing.mayChange().stream(), WindowRules.broken(during, note, now).stream())
                .toList();
        if (!wrong.isEmpty()) {
            return Outcome.refused(wrong);
        }
        UUID window = UUID.randomUUID();
        if (!windows.open(window, id, during, availability, note.strip(), now)) {
            return Outcome.refused(windows.inTheWay(id, during)
                    .map(other -> Refusal.at(
                            "from",
                            "catalogue.window_overlaps",
                            other.during().from(),
                            other.during().to()))
                    .orElseGet(() -> Refusal.at("from", "catalogue.window_overlaps_another")));
        }
        listing.rescheduled(actor.name(), now);
        tell(listing, ListingStep.WINDOW_OPENED);
        return Outcome.accepted(window);
    }

    /** Takes a window away; nothing is said of that time any more. */
    public Outcome<UUID> closeWindow(Actor actor, ListingId id, UUID window, Instant now) {
        Optional<Listing> listing = listings.ownedBy(actor, id);
        if (listing.isEmpty()) {
            return notFound();
        }
        offers.lock(List.of(id));
        Optional<CapacityWindow> closed = windows.byId(id, window);
        if (closed.isEmpty()) {
            return notFound();
        }
        List<Refusal> promised = closed.get().availability() == Availability.FREE
                ? promises.standingIn(id, closed.get().during(), now)
                : List.of();
        if (!promised.isEmpty()) {
            return Outcome.refused(promised);
        }
        if (!windows.close(id, window)) {
            return notFound();
        }
        listing.get().rescheduled(actor.name(), now);
        tell(listing.get(), ListingStep.WINDOW_CLOSED);
        return Outcome.accepted(window);
    }

    /** The listing a window of the actor's belongs to. */
    public Optional<ListingId> listingOfWindow(Actor actor, UUID window) {
        return windows.listingOf(actor, window);
    }

    /**
     * Tells suppliers, once, that listings of theirs fall silent within a working week, unless they say something of them. Tells how many listings
     * that were; there may be more.
     */
    public int warnOfSilence(Instant now) {
        Silence.Limits limits = silence.limits(now);
        List<Listing> fading = listings.takeFading(limits.allocatedSince(), limits.freshSince(), WARNED_AT_ONCE, now);
        Map<OrganisationId, List<Listing>> bySupplier = new LinkedHashMap<>();
        fading.forEach(listing -> bySupplier
                .computeIfAbsent(listing.organisation(), any -> new ArrayList<>())
                .add(listing));
        outbox.publishAll(bySupplier.entrySet().stream()
                .map(entry -> new SupplyFallingSilent(
                        entry.getKey(),
                        entry.getValue().size(),
                        entry.getValue().get(0).id(),
                        entry.getValue().get(0).title()))
                .toList());
        return fading.size();
    }

    /** The listings of the organisation acted for, withdrawn ones last. */
    public List<MyListing> mine(Actor actor, int page, int size, Instant now) {
        return actor.organisation()
                .map(own -> showcase.rows(listings.of(own, page, size), now))
                .orElseGet(List::of);
    }

    public long countMine(Actor actor) {
        return actor.organisation().map(listings::countOf).orElse(0L);
    }

    /** One of the actor's own, to look after. */
    public Optional<OwnListing> own(Actor actor, ListingId id, Instant now) {
        return listings.ownedBy(actor, id).map(listing -> {
            Schedule schedule = showcase.schedule(listing, now);
            return new OwnListing(
                    id,
                    listing.state(),
                    listing.version(),
                    listing.asDraft(),
                    listing.quantityDerived() ? listing.quantity() : null,
                    schedule.availability(now),
                    schedule.weeks(now),
                    schedule.windows());
        });
    }

    // ── On behalf ───────────────────────────────────────────────────────────────

    /**
     * A liaison or operator lists what a public list says of a provisional organisation. The same key of the same organisation is the same
     * listing, which is published at once and counts as confirmed on the day the list speaks of, not on the day it was typed in.
     */
    public Outcome<OnBehalfResult> listOnBehalf(
            Actor liaison,
            OrganisationId organisation,
            String externalKey,
            ListingDraft draft,
            String source,
            Instant now) {
        OnBehalfListing row = new OnBehalfListing(0, organisation, externalKey, draft);
        Map<Listing, Touch> touched = new LinkedHashMap<>();
        OnBehalfWork work = onBehalf(liaison, List.of(row), source, now);
        toChange(work, List.of(row));
        Outcome<OnBehalfResult> result = enter(work, row, touched);
        listings.persist(made(touched));
        tellAll(touched.keySet(), ListingStep.ENTERED_ON_BEHALF);
        return result;
    }

    /**
     * As {@link #listOnBehalf}, for many rows of one import and in their order, in as many statements as for one. It is one deed, told of once: the
     * {@link ListingsEntered} names them all.
     */
    public List<Outcome<OnBehalfResult>> listAllOnBehalf(
            Actor liaison, UUID run, List<OnBehalfListing> rows, String source, Instant now) {
        OnBehalfWork work = onBehalf(liaison, rows, source, now);
        toChange(work, rows);
        List<Outcome<OnBehalfResult>> results = new ArrayList<>();
        Map<Listing, Touch> touched = new LinkedHashMap<>();
        for (OnBehalfListing row : rows) {
            results.add(enter(work, row, touched));
        }
        listings.copyIn(made(touched));
        listings.flush();
        if (!touched.isEmpty()) {
            outbox.publish(new ListingsEntered(
                    UUID.randomUUID(),
                    run,
                    source,
                    touched.keySet().stream()
                            .map(listing -> listing.id().value())
                            .toList(),
                    touched.keySet().stream().map(Listing::revision).toList(),
                    touched.values().stream().map(Touch::row).toList(),
                    touched.entrySet().stream()
                            .filter(entry -> entry.getValue().change() != OnBehalfResult.Change.CREATED)
                            .map(entry -> entry.getKey().id().value())
                            .toList()));
        }
        return results;
    }

    /** What the first row that spoke of a listing did to it. */
    private record Touch(OnBehalfResult.Change change, int row) {}

    private static List<Listing> made(Map<Listing, Touch> touched) {
        return touched.entrySet().stream()
                .filter(entry -> entry.getValue().change() == OnBehalfResult.Change.CREATED)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What {@link #listAllOnBehalf} would come to; nothing is written. */
    public List<Outcome<OnBehalfResult.Change>> foretellOnBehalf(
            Actor liaison, List<OnBehalfListing> rows, String source, Instant now) {
        OnBehalfWork work = onBehalf(liaison, rows, source, now);
        return rows.stream().map(row -> change(work, row)).toList();
    }

    /** All that is needed to know of many rows, looked up at once. */
    private record OnBehalfWork(
            Actor liaison,
            String source,
            Instant now,
            Map<OrganisationId, OrganisationCard> cards,
            Map<OrganisationId, Spot> spots,
            Map<ExternalKey, Listing> before,
            Wording wording) {}

    /** Those of which some row says something else are read again, by the session, which writes what becomes of them. */
    private void toChange(OnBehalfWork work, List<OnBehalfListing> rows) {
        Set<ListingId> other = new HashSet<>();
        for (OnBehalfListing row : rows) {
            ExternalKey key = new ExternalKey(row.organisation(), row.externalKey());
            Listing before = work.before().get(key);
            OrganisationCard card = work.cards().get(row.organisation());
            Spot spot = work.spots().get(row.organisation());
            if (before != null && card != null && spot != null && !other.contains(before.id())) {
                ListingDraft whole = work.wording().resolved(row.draft(), card, spot);
                if (!before.saysTheSame(whole, work.source())) {
                    other.add(before.id());
                }
            }
        }
        List<Listing> changing = listings.byIds(other);
        changing.forEach(listing -> work.before()
                .put(new ExternalKey(listing.organisation(), String.valueOf(listing.externalKey())), listing));
    }

    /** The listings there were before are only looked at. */
    private OnBehalfWork onBehalf(Actor liaison, List<OnBehalfListing> rows, String source, Instant now) {
        Set<OrganisationId> organisations =
                rows.stream().map(OnBehalfListing::organisation).collect(Collectors.toSet());
        Map<ExternalKey, Listing> before = new HashMap<>();
        listings.readByExternalKeys(rows.stream()
                        .map(row -> new ExternalKey(row.organisation(), row.externalKey()))
                        .collect(Collectors.toSet()))
                .forEach(listing -> before.put(
                        new ExternalKey(listing.organisation(), String.valueOf(listing.externalKey())), listing));
        return new OnBehalfWork(
                liaison,
                source,
                now,
                registry.cards(organisations),
                spots.firstOf(organisations),
                before,
                new Wording(glossary.terms()));
    }

    private Outcome<OnBehalfResult.Change> change(OnBehalfWork work, OnBehalfListing row) {
        if (!work.liaison().is(Role.LIAISON) && !work.liaison().is(Role.OPERATOR)) {
            return Outcome.refused(Refusal.of("catalogue.only_liaisons"));
        }
        List<Refusal> wrong = checkForPublication(row.draft(), work.now());
        if (!wrong.isEmpty()) {
            return Outcome.refused(wrong);
        }
        OrganisationCard card = work.cards().get(row.organisation());
        Spot spot = work.spots().get(row.organisation());
        if (card == null || spot == null) {
            return notFound();
        }
        if (!card.provisional()) {
            return Outcome.refused(Refusal.of("catalogue.claimed", card.name()));
        }
        Listing before = work.before().get(new ExternalKey(row.organisation(), row.externalKey()));
        if (before == null) {
            return Outcome.accepted(OnBehalfResult.Change.CREATED);
        }
        ListingDraft whole = work.wording().resolved(row.draft(), card, spot);
        if (before.saysTheSame(whole, work.source())) {
            return Outcome.accepted(OnBehalfResult.Change.UNCHANGED);
        }
        List<Refusal> promised = promisedAgainst(before, whole, work.now());
        return promised.isEmpty() ? Outcome.accepted(OnBehalfResult.Change.UPDATED) : Outcome.refused(promised);
    }

    private Outcome<OnBehalfResult> enter(OnBehalfWork work, OnBehalfListing row, Map<Listing, Touch> touched) {
        Outcome<OnBehalfResult.Change> change = change(work, row);
        return change.fold(
                accepted -> {
                    OrganisationCard card = Objects.requireNonNull(work.cards().get(row.organisation()));
                    Spot spot = Objects.requireNonNull(work.spots().get(row.organisation()));
                    ExternalKey key = new ExternalKey(row.organisation(), row.externalKey());
                    Listing before = work.before().get(key);
                    if (before != null && accepted == OnBehalfResult.Change.UNCHANGED) {
                        return Outcome.accepted(new OnBehalfResult(before.id(), accepted));
                    }
                    Supplier supplier = Supplier.of(card);
                    Listing listing = before == null
                            ? new Listing(
                                    ListingId.create(),
                                    supplier,
                                    row.draft().kind(),
                                    work.liaison().name(),
                                    work.now())
                            : before;
                    say(
                            listing,
                            supplier,
                            work.wording().resolved(row.draft(), card, spot),
                            spot,
                            work.wording(),
                            work.now());
                    LocalDate listDate = card.sourceDate();
                    Instant saidAt = listDate == null
                            ? work.now()
                            : listDate.atStartOfDay(Weeks.ZONE).toInstant();
                    listing.publishedOnBehalf(
                            work.source(),
                            row.externalKey(),
                            saidAt.isAfter(work.now()) ? work.now() : saidAt,
                            work.now());
                    work.before().put(key, listing);
                    touched.putIfAbsent(listing, new Touch(accepted, row.row()));
                    return Outcome.accepted(new OnBehalfResult(listing.id(), accepted));
                },
                Outcome::<OnBehalfResult>refused);
    }

    // ── Many of one's own at once ───────────────────────────────────────────────

    /**
     * Keeps many listings at once: those of the organisation acted for, and what a liaison or operator keeps of provisional organisations. In their
     * order, in as many statements as for one.
     */
    public List<Outcome<OnBehalfResult>> keepAll(Actor actor, List<Keeping> rows, Instant now) {
        KeptRows kept = keptRows(actor, rows, true, now);
        List<Outcome<OnBehalfResult>> results = new ArrayList<>();
        Map<Listing, ListingStep> touched = new LinkedHashMap<>();
        for (Keeping row : rows) {
            results.add(weigh(kept, row)
                    .fold(
                            weighed -> Outcome.accepted(keep(kept, row, weighed, touched)),
                            Outcome::<OnBehalfResult>refused));
        }
        listings.persist(kept.made().stream());
        listings.flush();
        kept.times().forEach((listing, time) -> windows.replace(listing.id(), time.asChange(), now));
        kept.weeks().forEach((listing, week) -> timetables.keep(listing.id(), week, now));
        outbox.publishAll(touched.entrySet().stream()
                .map(entry ->
                        new ListingChanged(entry.getKey().id(), entry.getKey().revision(), entry.getValue()))
                .toList());
        return results;
    }

    /** What {@link #keepAll} would come to; nothing is written. */
    public List<Outcome<KeptChange>> foretellKeeping(Actor actor, List<Keeping> rows, Instant now) {
        KeptRows kept = keptRows(actor, rows, false, now);
        return rows.stream()
                .map(row -> weigh(kept, row)
                        .fold(
                                weighed -> Outcome.accepted(
                                        new KeptChange(weighed.change(), weighed.draft(), weighed.words())),
                                Outcome::<KeptChange>refused))
                .toList();
    }

    /**
     * Everything known of the listings that rows speak of, looked up at once.
     *
     * @param ahead the windows to come of those of which rows speak of windows
     * @param madeAhead those of them that a pattern made
     * @param followed the patterns of those of which rows speak of a pattern
     * @param times what becomes of the windows of those that were kept
     * @param weeks what those that were kept are to follow from now on
     * @param room how many more the organisation acted for may publish, as far as it is proven; what is beyond stays a draft
     */
    private record KeptRows(
            Actor actor,
            Instant now,
            Map<ListingId, Listing> byId,
            Map<String, Listing> byKey,
            Map<String, Listing> byTitle,
            Map<OrganisationId, OrganisationCard> cards,
            Map<OrganisationId, Map<SiteId, Spot>> spots,
            Wording wording,
            Map<ListingId, List<CapacityWindow>> ahead,
            Set<UUID> madeAhead,
            Map<ListingId, WeeklyPattern> followed,
            Set<Listing> made,
            Map<Listing, Rescheduling> times,
            Map<Listing, SaidPattern> weeks,
            AtomicLong room) {

        /** The one that a row speaks of, if it is there already. */
        @Nullable Listing before(Keeping row) {
            return row.listing()
                    .map(byId::get)
                    .orElseGet(() -> row.listing().isPresent()
                            ? null
                            : byKey.getOrDefault(row.externalKey(), byTitle.get(row.title())));
        }
    }

    /**
     * @param before null for one that is new
     * @param words whether it says something else of itself
     * @param key whether its supplier's lists know it by another number from now on
     */
    private record Weighed(
            OnBehalfResult.Change change,
            @Nullable Listing before,
            ListingDraft draft,
            OrganisationCard card,
            Spot spot,
            boolean words,
            boolean key,
            Rescheduling time,
            Optional<SaidPattern> week) {}

    /** @param lock whether windows are to be changed, so that nothing is promised in them meanwhile */
    private KeptRows keptRows(Actor actor, List<Keeping> rows, boolean lock, Instant now) {
        Map<ListingId, Listing> byId = new HashMap<>();
        listings.byIds(rows.stream()
                        .flatMap(row -> row.listing().stream())
                        .distinct()
                        .toList())
                .forEach(listing -> byId.put(listing.id(), listing));
        Map<String, Listing> byKey = new HashMap<>();
        Map<String, Listing> byTitle = new HashMap<>();
        Set<OrganisationId> organisations =
                byId.values().stream().map(Listing::organisation).collect(Collectors.toSet());
        actor.organisation().ifPresent(own -> {
            organisations.add(own);
            List<Keeping> unnumbered =
                    rows.stream().filter(row -> row.listing().isEmpty()).toList();
            listings.byExternalKeys(rows.stream()
                            .filter(row -> row.keyed() || row.listing().isEmpty())
                            .map(row -> new ExternalKey(own, row.externalKey()))
                            .collect(Collectors.toSet()))
                    .forEach(listing -> byKey.put(String.valueOf(listing.externalKey()), listing));
            listings.byTitles(own, unnumbered.stream().map(Keeping::title).collect(Collectors.toSet()))
                    .forEach(listing -> byTitle.putIfAbsent(listing.title(), listing));
        });
        Map<OrganisationId, Map<SiteId, Spot>> at = new HashMap<>();
        spots.allOf(organisations)
                .forEach((organisation, some) ->
                        some.forEach(spot -> at.computeIfAbsent(organisation, any -> new LinkedHashMap<>())
                                .put(spot.site(), spot)));
        KeptRows kept = new KeptRows(
                actor,
                now,
                byId,
                byKey,
                byTitle,
                registry.cards(organisations),
                at,
                new Wording(glossary.terms()),
                new HashMap<>(),
                new HashSet<>(),
                new HashMap<>(),
                new HashSet<>(),
                new LinkedHashMap<>(),
                new LinkedHashMap<>(),
                new AtomicLong(actor.organisation().map(this::roomOf).orElse(0L)));
        List<ListingId> timed = rows.stream()
                .filter(row -> row.windows().fold(Optional::isPresent, wrong -> false)
                        || row.pattern().fold(Optional::isPresent, wrong -> false))
                .flatMap(row -> Stream.ofNullable(kept.before(row)))
                .map(Listing::id)
                .distinct()
                .toList();
        if (lock && !timed.isEmpty()) {
            offers.lock(timed);
        }
        kept.ahead().putAll(windows.ahead(timed, now));
        kept.madeAhead().addAll(windows.madeAhead(timed, now));
        kept.followed().putAll(timetables.followed(timed));
        return kept;
    }

    private Outcome<Weighed> weigh(KeptRows kept, Keeping row) {
        @Nullable Listing before = kept.before(row);
        if (row.listing().isPresent() && (before == null || !mayKeep(kept, before))) {
            return notFound();
        }
        Optional<OrganisationId> organisation =
                before == null ? kept.actor().organisation() : Optional.of(before.organisation());
        OrganisationCard card = organisation.map(kept.cards()::get).orElse(null);
        Map<SiteId, Spot> sites = organisation.map(kept.spots()::get).orElse(null);
        if (card == null || sites == null || sites.isEmpty()) {
            return notFound();
        }
        Optional<Refusal> settled = before == null ? Optional.empty() : before.mayChange();
        if (settled.isPresent()) {
            return Outcome.refused(settled.get());
        }
        Outcome<ListingDraft> says =
                row.says().apply(Optional.ofNullable(before).map(Listing::asDraft));
        Outcome<Rescheduling> time = row.windows()
                .fold(
                        said -> said.map(windows -> reschedule(kept, before, windows, saysAPattern(row)))
                                .orElseGet(() -> Outcome.accepted(Rescheduling.NONE)),
                        Outcome::<Rescheduling>refused);
        Outcome<Optional<SaidPattern>> week = row.pattern()
                .fold(
                        said -> week(kept, before, said, time.fold(one -> !one.nothing(), wrong -> false)),
                        Outcome::<Optional<SaidPattern>>refused);
        if (!time.isAccepted() || !week.isAccepted()) {
            return Outcome.refused(Stream.of(says.reasons(), time.reasons(), week.reasons())
                    .flatMap(List::stream)
                    .toList());
        }
        boolean key = before != null && takesNumber(kept, row, before);
        if (before != null && key && !byNobody(kept, row, before)) {
            return Outcome.refused(Refusal.at("CODE", "catalogue.article_number_taken"));
        }
        return says.fold(
                said -> weigh(kept, before, said, key, time.orElseThrow(), week.orElseThrow(), card, sites),
                Outcome::<Weighed>refused);
    }

    private static boolean saysAPattern(Keeping row) {
        return row.pattern()
                .fold(said -> said.filter(one -> one.follows() != null).isPresent(), wrong -> false);
    }

    /**
     * The pattern a listing is to follow from now on, if that is another than before, or its windows are; one that it follows already may be as old as
     * it is.
     */
    private static Outcome<Optional<SaidPattern>> week(
            KeptRows kept, @Nullable Listing before, Optional<SaidPattern> said, boolean otherWindows) {
        Optional<SaidPattern> other = said.filter(one -> otherWindows
                || !one.isSame(Optional.ofNullable(before)
                        .map(listing -> kept.followed().get(listing.id()))));
        WeeklyPattern pattern = other.map(SaidPattern::follows).orElse(null);
        List<Refusal> wrong = pattern == null
                ? List.of()
                : PatternRules.broken(pattern, kept.now().atZone(pattern.zone()).toLocalDate());
        return wrong.isEmpty()
                ? Outcome.accepted(other)
                : Outcome.refused(wrong.stream()
                        .map(refusal -> Refusal.at(
                                "PATTERN", refusal.key(), refusal.args().toArray()))
                        .toList());
    }

    /** What a public list knows a listing by stays as it is: only its own people number their articles. */
    private static boolean takesNumber(KeptRows kept, Keeping row, Listing before) {
        return row.keyed()
                && row.listing().isPresent()
                && kept.actor().actsFor(before.organisation())
                && !row.externalKey().equals(before.externalKey());
    }

    private static boolean byNobody(KeptRows kept, Keeping row, Listing before) {
        Listing other = kept.byKey().get(row.externalKey());
        return other == null || other.id().equals(before.id());
    }

    /** What must become of the windows to come, so that they are these and no others; those that are over by now are no matter. */
    private Outcome<Rescheduling> reschedule(
            KeptRows kept, @Nullable Listing before, List<SaidWindow> said, boolean besideAPattern) {
        List<CapacityWindow> ahead = before == null ? List.of() : kept.ahead().getOrDefault(before.id(), List.of());
        Rescheduling time = Rescheduling.of(ahead, besideAPattern ? kept.madeAhead() : Set.of(), said, kept.now());
        if (time.nothing()) {
            return Outcome.accepted(time);
        }
        List<Refusal> wrong = new ArrayList<>(time.broken(kept.now()));
        if (before != null) {
            if (kept.times().containsKey(before)) {
                return Outcome.refused(Refusal.of("catalogue.changed_meanwhile"));
            }
            time.begun(kept.now()).stream()
                    .flatMap(window -> windows.inTheWay(before.id(), window.during()).stream())
                    .filter(other -> !ahead.contains(other))
                    .forEach(other -> wrong.add(Refusal.at("from", "catalogue.window_overlaps_another")));
            time.noLongerFree().forEach(stretch -> wrong.addAll(promises.standingIn(before.id(), stretch, kept.now())));
        }
        return wrong.isEmpty()
                ? Outcome.accepted(time)
                : Outcome.refused(wrong.stream().distinct().toList());
    }

    private Outcome<Weighed> weigh(
            KeptRows kept,
            @Nullable Listing before,
            ListingDraft said,
            boolean key,
            Rescheduling time,
            Optional<SaidPattern> week,
            OrganisationCard card,
            Map<SiteId, Spot> sites) {
        Spot spot = said.site() == null ? sites.values().iterator().next() : sites.get(said.site());
        if (spot == null) {
            return Outcome.refused(Refusal.at("site", "catalogue.site_unknown"));
        }
        ListingDraft whole = kept.wording().resolved(said, card, spot);
        if (before != null && before.asDraft().equals(whole)) {
            // As it stands, even when a rule that came later would refuse it today.
            OnBehalfResult.Change change = time.nothing() && week.isEmpty() && !key
                    ? OnBehalfResult.Change.UNCHANGED
                    : OnBehalfResult.Change.UPDATED;
            return Outcome.accepted(new Weighed(change, before, whole, card, spot, false, key, time, week));
        }
        List<Refusal> wrong = before == null || before.state() == ListingState.DRAFT
                ? check(whole, kept.now())
                : checkForPublication(whole, kept.now());
        if (wrong.isEmpty() && before != null) {
            wrong = promisedAgainst(before, whole, kept.now());
        }
        return wrong.isEmpty()
                ? Outcome.accepted(new Weighed(
                        before == null ? OnBehalfResult.Change.CREATED : OnBehalfResult.Change.UPDATED,
                        before,
                        whole,
                        card,
                        spot,
                        true,
                        key,
                        time,
                        week))
                : Outcome.refused(wrong);
    }

    private OnBehalfResult keep(KeptRows kept, Keeping row, Weighed weighed, Map<Listing, ListingStep> touched) {
        Listing before = weighed.before();
        if (before != null && weighed.change() == OnBehalfResult.Change.UNCHANGED) {
            return new OnBehalfResult(before.id(), weighed.change());
        }
        Supplier supplier = Supplier.of(weighed.card());
        Listing listing = before == null
                ? new Listing(
                        ListingId.create(),
                        supplier,
                        weighed.draft().kind(),
                        kept.actor().name(),
                        kept.now())
                : before;
        if (weighed.words()) {
            say(listing, supplier, weighed.draft(), weighed.spot(), kept.wording(), kept.now());
        }
        listing.confirmed(kept.actor().name(), kept.now());
        if (weighed.key()) {
            kept.byKey().remove(String.valueOf(listing.externalKey()), listing);
            listing.knownAs(row.externalKey());
            kept.byKey().put(row.externalKey(), listing);
        }
        if (!weighed.time().nothing()) {
            listing.rescheduled(kept.actor().name(), kept.now());
            kept.times().put(listing, weighed.time());
        }
        weighed.week().ifPresent(week -> {
            listing.rescheduled(kept.actor().name(), kept.now());
            kept.weeks().put(listing, week);
        });
        if (before == null) {
            listing.knownAs(row.externalKey());
            kept.made().add(listing);
            kept.byKey().put(row.externalKey(), listing);
            if (row.publish()
                    && checkForPublication(weighed.draft(), kept.now()).isEmpty()
                    && kept.room().decrementAndGet() >= 0) {
                listing.publish(kept.now());
            }
        }
        touched.putIfAbsent(
                listing,
                before == null
                        ? ListingStep.IMPORTED
                        : weighed.words() || weighed.key() ? ListingStep.REVISED : ListingStep.TIME_SAID);
        return new OnBehalfResult(listing.id(), weighed.change());
    }

    private static boolean mayKeep(KeptRows kept, Listing listing) {
        OrganisationCard card = kept.cards().get(listing.organisation());
        return kept.actor().actsFor(listing.organisation())
                || (kept.actor().is(Role.LIAISON) || kept.actor().is(Role.OPERATOR))
                        && card != null
                        && card.provisional();
    }

    // ── What others see ─────────────────────────────────────────────────────────

    /** A listing as this viewer may see it; empty when there is none for them. */
    public Optional<ListingView> view(Actor viewer, ListingId id, Instant now) {
        return showcase.view(viewer, id, now);
    }

    /** Those of the listings that this viewer may see, whole or masked. */
    public Set<ListingId> visible(Actor viewer, Collection<ListingId> ids) {
        return showcase.visible(viewer, ids);
    }

    /** Of published listings what this viewer may see, with the time that can still be had; for matching, not for pages. */
    public List<OpenSupply> open(Actor viewer, Collection<ListingId> ids, Instant now) {
        return showcase.open(viewer, ids, now);
    }

    /** What a list of hits shows, in the order asked for; what the viewer may not see is left out. */
    public List<ListingCard> cards(Actor viewer, List<ListingId> inOrder, Instant now) {
        return showcase.cards(viewer, inOrder, now);
    }

    /** What a spreadsheet may hold of these for this viewer, in the order asked for; what the viewer may not see is left out. */
    public List<ListingRow> sheet(Actor viewer, List<ListingId> inOrder, Instant now) {
        Map<ListingId, ListingRow> rows = new HashMap<>();
        showcase.sheet(viewer, listings.byIds(inOrder), now).forEach(row -> rows.put(row.id(), row));
        return inOrder.stream().map(rows::get).filter(Objects::nonNull).toList();
    }

    /** The listings of the organisation acted for that are not withdrawn, as rows of a spreadsheet. */
    public List<ListingRow> sheetOfMine(Actor actor, int page, int size, Instant now) {
        return actor.organisation()
                .map(own -> showcase.sheet(actor, listings.of(own, page, size), now).stream()
                        .filter(row -> row.state() != ListingState.WITHDRAWN)
                        .toList())
                .orElseGet(List::of);
    }

    /**
     * How much supply covers divisions and places; for liaisons, coordinators and operators.
     *
     * @param areas the beginnings of place codes, an empty one for everywhere
     * @param byCity whether places are cities, else provinces
     */
    public Optional<Coverage> coverage(Actor viewer, List<String> areas, boolean byCity, Instant now) {
        boolean may = viewer.is(Role.LIAISON) || viewer.is(Role.COORDINATOR) || viewer.is(Role.OPERATOR);
        return may ? Optional.of(coverages.of(viewer, areas, byCity, now)) : Optional.empty();
    }

    /** How many listings a supplier keeps, withdrawn ones included; for operators only. */
    public long countOf(Actor operator, OrganisationId supplier) {
        return operator.is(Role.OPERATOR) ? listings.countOf(supplier) : 0;
    }

    /**
     * What a supplier shows this viewer under its own name, the last confirmed first. What is offered anonymously is not among it: beside the name
     * it would be anonymous no more.
     */
    public List<ListingCard> shownBy(Actor viewer, OrganisationId supplier, int most, Instant now) {
        return showcase
                .cards(
                        viewer,
                        listings.publishedOf(supplier, LOOKED_THROUGH).stream()
                                .map(Listing::id)
                                .toList(),
                        now)
                .stream()
                .filter(card -> !card.masked())
                .limit(most)
                .toList();
    }

    /** What the index may hold of these; those that are not published have no document. */
    public List<ListingDocument> documents(Collection<ListingId> ids) {
        return showcase.documents(ids, clock.instant());
    }

    /** How these stand, published or not, read once. */
    public Standing standing(Collection<ListingId> ids) {
        return showcase.standing(ids, clock.instant());
    }

    /**
     * Hands over the documents of every published listing, batch by batch; for a rebuild of the index. Outside of any transaction: with
     * many listings it takes longer than one may, and each batch should see what was committed until then.
     */
    @ActivateRequestContext
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void eachPublished(int batch, Consumer<List<ListingDocument>> to) {
        Instant now = clock.instant();
        UUID last = null;
        List<Listing> next;
        while (!(next = listings.readPublishedAfter(last, batch)).isEmpty()) {
            last = next.get(next.size() - 1).id().value();
            to.accept(showcase.documentsOf(next, now));
            // What was read beside them is not kept either.
            listings.forget();
        }
    }

    /** How many of a search lie in each cell of a part of the map, known and unknown availability together. */
    public List<ScanCell> scanCells(
            Actor viewer,
            ScanQuery query,
            double west,
            double south,
            double east,
            double north,
            double cellDegrees,
            Instant now) {
        return scan.cells(viewer, query, west, south, east, north, cellDegrees, now);
    }

    /** Search in PostgreSQL, while Elasticsearch is away. */
    public Scan scan(Actor viewer, ScanQuery query, Instant now) {
        return scan.run(viewer, query, now);
    }

    /**
     * Takes over what changed of a supplier, within the very transaction that changed it: a check taken back, or a name to hide, is nowhere
     * shown a moment longer. One statement for all listings; only those that said something else get a new revision and are told of.
     */
    void supplierChanged(@Observes OrganisationChanged event) {
        registry.card(event.organisation()).ifPresent(card -> {
            Supplier supplier = Supplier.of(card);
            List<ListingChanged> changed = new ArrayList<>(copies.refresh(supplier, spots.allOf(event.organisation())));
            Map<ListingId, ListingChanged> latest = new HashMap<>();
            changed.forEach(one -> latest.merge(one.id(), one, (a, b) -> a.revision() > b.revision() ? a : b));
            if (!latest.isEmpty()) {
                for (Listing listing : listings.anonymousOf(event.organisation())) {
                    listings.getEntityManager().refresh(listing);
                    listing.supplierRenamed(() -> spots.anonymity(listing.supplier(), listing.spot()));
                }
                outbox.publishAll(latest.values());
            }
        });
    }

    /** What a supplier can prove changed: the index learns of it from its listings. It knows until when each holds, so that time goes by needs no telling. */
    void certificatesChanged(@Observes CertificateEvent event) {
        if (!(event instanceof CertificateEnding) && !(event instanceof CertificateExpired)) {
            outbox.publishAll(copies.certificatesChanged(event.organisation()));
        }
    }

    /** Two suppliers turned out to be one: the listings of the duplicate follow, within the very transaction that merges them. */
    void suppliersMerged(@Observes OrganisationsMerged event) {
        Supplier supplier = Supplier.of(registry.card(event.organisation()).orElseThrow());
        blocks.follow(event.merged(), event.organisation());
        Map<ListingId, ListingChanged> changed = new HashMap<>();
        copies.follow(event.merged(), supplier).forEach(one -> changed.put(one.id(), one));
        // What either could prove, both can from now on.
        copies.certificatesChanged(event.organisation()).forEach(one -> changed.put(one.id(), one));
        for (Listing listing : listings.anonymousOf(event.organisation())) {
            listings.getEntityManager().refresh(listing);
            listing.supplierRenamed(() -> spots.anonymity(listing.supplier(), listing.spot()));
        }
        outbox.publishAll(changed.values());
    }

    /** A supplier left: nothing of it is to be seen from that moment on. That nothing of it is promised was seen to before. */
    void supplierClosed(@Observes OrganisationClosed event) {
        Instant now = clock.instant();
        List<Listing> withdrawn = listings.standingOf(event.organisation()).stream()
                .filter(listing -> listing.withdraw(now).isEmpty())
                .toList();
        tellAll(withdrawn, ListingStep.WITHDRAWN);
    }

    // ── Giving away ─────────────────────────────────────────────────────────────

    /**
     * What of these the viewer may see and ask for, by id. Part of a running transaction: until its end none of them is withdrawn or sold in
     * another measure.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Offer> offers(Actor viewer, Collection<ListingId> ids, Instant now) {
        return offers.keptFor(viewer, ids, now);
    }

    /** Lets nobody else change these before the end of the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(Collection<ListingId> ids) {
        offers.lock(ids);
    }

    /** So much, in base units, has left the stock of a listing that is kept. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void consumed(ListingId id, BigDecimal base) {
        outbox.publish(new ListingChanged(id, offers.takeOff(id, base), ListingStep.CONSUMED));
    }

    // ── Shared steps ────────────────────────────────────────────────────────────

    private Outcome<ListingState> step(
            Actor actor, ListingId id, ListingStep name, BiFunction<Listing, String, List<Refusal>> step) {
        return listings.ownedBy(actor, id)
                .map(listing -> {
                    List<Refusal> wrong = step.apply(listing, actor.name());
                    if (!wrong.isEmpty()) {
                        return Outcome.<ListingState>refused(wrong);
                    }
                    tell(listing, name);
                    return Outcome.accepted(listing.state());
                })
                .orElseGet(Catalogue::notFound);
    }

    /** What was promised to others, and could not be kept if the listing said this. */
    private List<Refusal> promisedAgainst(Listing listing, ListingDraft draft, Instant now) {
        Quantity quantity = Listing.quantityOf(draft);
        return listing.sellsOtherwise(draft)
                ? promises.standingAgainst(
                        listing.id(), listing.sells(draft), quantity == null ? null : quantity.inBase(), now)
                : List.of();
    }

    /** The version is checked first, so that events of one listing are told in the order in which they came true. */
    private void tell(Listing listing, ListingStep step) {
        listings.flush();
        outbox.publish(new ListingChanged(listing.id(), listing.revision(), step));
    }

    /** The same for many: the versions are checked in one go, then everything is told in one go. */
    private void tellAll(Collection<Listing> changed, ListingStep step) {
        listings.flush();
        outbox.publishAll(changed.stream()
                .map(listing -> new ListingChanged(listing.id(), listing.revision(), step))
                .toList());
    }

    private void say(Listing listing, Supplier supplier, ListingDraft draft, Spot spot, Instant now) {
        say(listing, supplier, draft, spot, new Wording(glossary.terms()), now);
    }

    private void say(Listing listing, Supplier supplier, ListingDraft draft, Spot spot, Wording wording, Instant now) {
        listing.say(draft, spot, wording.termKeys(draft), () -> spots.anonymity(supplier, spot), now);
    }

    private ListingDraft resolved(ListingDraft draft, OrganisationCard card, Spot spot) {
        return new Wording(glossary.terms()).resolved(draft, card, spot);
    }

    private static boolean speaksFor(Actor actor, OrganisationId organisation) {
        return actor.actsFor(organisation) || Actor.system().equals(actor);
    }

    private static <T> Outcome<T> notFound() {
        return Outcome.refused(Refusal.of(NOT_FOUND));
    }

    private static LocalDate today(Instant now) {
        return now.atZone(Weeks.ZONE).toLocalDate();
    }
}
