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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.muster.certificate.CertificateEvent;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.organisation.OrganisationCard;
import org.muster.organisation.OrganisationChanged;
import org.muster.organisation.OrganisationRegistry;
import org.muster.organisation.VerificationLevel;
import org.muster.outbox.Outbox;
import org.muster.reference.Division;
import org.muster.reference.Glossary;
import org.muster.reference.Terms;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
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

    private final Listings listings;
    private final Windows windows;
    private final Showcase showcase;
    private final ListingScan scan;
    private final Spots spots;
    private final SupplierCopies copies;
    private final Offers offers;
    private final Promises promises;
    private final OrganisationRegistry registry;
    private final Glossary glossary;
    private final Outbox outbox;
    private final Clock clock;

    Catalogue(
            Listings listings,
            Windows windows,
            Showcase showcase,
            ListingScan scan,
            Spots spots,
            SupplierCopies copies,
            Offers offers,
            Promises promises,
            OrganisationRegistry registry,
            Glossary glossary,
            Outbox outbox,
            Clock clock) {
        this.listings = listings;
        this.windows = windows;
        this.showcase = showcase;
        this.scan = scan;
        this.spots = spots;
        this.copies = copies;
        this.offers = offers;
        this.promises = promises;
        this.registry = registry;
        this.glossary = glossary;
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
        VerificationLevel level = registry.card(listing.organisation())
                .map(OrganisationCard::level)
                .orElse(VerificationLevel.REGISTERED);
        int most = ListingLimits.of(level).published();
        return listings.countPublishedOf(listing.organisation()) < most
                ? List.of()
                : List.of(Refusal.of("catalogue.listings_at_most", most));
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
        if (!liaison.is(Role.LIAISON) && !liaison.is(Role.OPERATOR)) {
            return Outcome.refused(Refusal.of("catalogue.only_liaisons"));
        }
        List<Refusal> wrong = checkForPublication(draft, now);
        if (!wrong.isEmpty()) {
            return Outcome.refused(wrong);
        }
        Optional<OrganisationCard> card = registry.card(organisation);
        Optional<Spot> spot = spots.of(organisation, draft.site());
        if (card.isEmpty() || spot.isEmpty()) {
            return notFound();
        }
        if (!card.get().provisional()) {
            return Outcome.refused(Refusal.of("catalogue.claimed", card.get().name()));
        }
        Supplier supplier = Supplier.of(card.get());
        ListingDraft whole = resolved(draft, card.get(), spot.get());
        LocalDate listDate = card.get().sourceDate();
        Instant saidAt =
                listDate == null ? now : listDate.atStartOfDay(Weeks.ZONE).toInstant();
        Optional<Listing> before = listings.byExternalKey(organisation, externalKey);
        if (before.isPresent() && before.get().saysTheSame(whole, source)) {
            return Outcome.accepted(new OnBehalfResult(before.get().id(), OnBehalfResult.Change.UNCHANGED));
        }
        List<Refusal> promised =
                before.map(listing -> promisedAgainst(listing, whole, now)).orElseGet(List::of);
        if (!promised.isEmpty()) {
            return Outcome.refused(promised);
        }
        Listing listing =
                before.orElseGet(() -> new Listing(ListingId.create(), supplier, draft.kind(), liaison.name(), now));
        say(listing, supplier, whole, spot.get(), now);
        listing.publishedOnBehalf(source, externalKey, saidAt.isAfter(now) ? now : saidAt, now);
        if (before.isEmpty()) {
            listings.persist(listing);
        }
        tell(listing, ListingStep.ENTERED_ON_BEHALF);
        return Outcome.accepted(new OnBehalfResult(
                listing.id(), before.isEmpty() ? OnBehalfResult.Change.CREATED : OnBehalfResult.Change.UPDATED));
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

    /** What the index may hold of these; those that are not published have no document. */
    public List<ListingDocument> documents(Collection<ListingId> ids) {
        return showcase.documents(listings.publishedByIds(ids), clock.instant());
    }

    /** How far the listings are, whether published or not: no document of theirs is older than what was read here before it. */
    public Map<ListingId, Long> versions(Collection<ListingId> ids) {
        return showcase.versions(ids);
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
        while (!(next = listings.publishedAfter(last, batch)).isEmpty()) {
            last = next.get(next.size() - 1).id().value();
            to.accept(showcase.documents(next, now));
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
                    listing.supplierRenamed(spots.anonymity(listing.supplier(), listing.spot()));
                }
                outbox.publishAll(latest.values());
            }
        });
    }

    /** What a supplier can prove changed: the index learns of it from its listings. */
    void certificatesChanged(@Observes CertificateEvent event) {
        outbox.publishAll(copies.certificatesChanged(event.organisation()));
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
        return listing.sellsOtherwise(draft.supplyMode(), quantity)
                ? promises.standingAgainst(
                        listing.id(),
                        listing.sells(draft.supplyMode(), quantity),
                        quantity == null ? null : quantity.inBase(),
                        now)
                : List.of();
    }

    /** The version is checked first, so that events of one listing are told in the order in which they came true. */
    private void tell(Listing listing, ListingStep step) {
        listings.flush();
        outbox.publish(new ListingChanged(listing.id(), listing.revision(), step));
    }

    private void say(Listing listing, Supplier supplier, ListingDraft draft, Spot spot, Instant now) {
        Terms terms = glossary.terms();
        Map<String, String> termKeys = new HashMap<>();
        Stream.concat(draft.products().stream(), draft.convertibleProducts().stream())
                .forEach(name -> terms.mentions(name).stream()
                        .filter(mention -> mention.start() == 0 && mention.end() == name.length())
                        .findFirst()
                        .ifPresent(mention -> termKeys.put(name, mention.term().key())));
        listing.say(draft, spot, termKeys, spots.anonymity(supplier, spot), now);
    }

    /** The draft with its site and industry division filled in. */
    private ListingDraft resolved(ListingDraft draft, OrganisationCard card, Spot spot) {
        String division = draft.divisionCode();
        if (division == null) {
            division = glossary.terms()
                    .divisionOf(String.join(" ", draft.products()) + " " + draft.title())
                    .map(Division::code)
                    .orElse(card.divisionCode());
        }
        return draft.but().at(spot.site()).division(division).build();
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
