package org.muster.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.Visibility.Sight;
import org.muster.certificate.CertificateCard;
import org.muster.certificate.Certificates;
import org.muster.identity.Actor;
import org.muster.reference.Standards;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Quantity;
import org.muster.shared.Unit;

/** Turns listings into what one viewer, or the index, may know of them. */
@ApplicationScoped
class Showcase {

    private final Listings listings;
    private final Windows windows;
    private final Patterns patterns;
    private final Spots spots;
    private final GivenAway givenAway;
    private final Blocks blocks;
    private final Silence silence;
    private final Certificates certificates;
    private final Standards standards;

    Showcase(
            Listings listings,
            Windows windows,
            Patterns patterns,
            Spots spots,
            GivenAway givenAway,
            Blocks blocks,
            Silence silence,
            Certificates certificates,
            Standards standards) {
        this.listings = listings;
        this.windows = windows;
        this.patterns = patterns;
        this.spots = spots;
        this.givenAway = givenAway;
        this.blocks = blocks;
        this.silence = silence;
        this.certificates = certificates;
        this.standards = standards;
    }

    Optional<ListingView> view(Actor viewer, ListingId id, Instant now) {
        return listings.findByIdOptional(id.value()).flatMap(listing -> {
            Sight sight = sight(viewer, blocks.hiding(viewer), listing);
            return sight == Sight.HIDDEN
                    ? Optional.empty()
                    : Optional.of(view(viewer, listing, sight, schedule(listing, now), now));
        });
    }

    /** Of published listings what the viewer may see, with the time that can still be had. */
    List<OpenSupply> open(Actor viewer, Collection<ListingId> ids, Instant now) {
        List<Listing> published = published(ids);
        Schedules schedules = schedules(published.stream().map(Listing::id).toList(), now);
        Set<OrganisationId> hiding = blocks.hiding(viewer);
        return published.stream()
                .filter(listing -> sight(viewer, hiding, listing) != Sight.HIDDEN)
                .map(listing -> {
                    Schedule schedule = schedules.of(listing);
                    return new OpenSupply(
                            view(viewer, listing, sight(viewer, hiding, listing), schedule, now),
                            listing.organisation(),
                            Sale.read(listing.sells()),
                            Visibility.exactTimes(viewer) ? schedule.freeWindows(now) : List.of());
                })
                .toList();
    }

    Set<ListingId> visible(Actor viewer, Collection<ListingId> ids) {
        Set<OrganisationId> hiding = blocks.hiding(viewer);
        return listings.byIds(ids).stream()
                .filter(listing -> sight(viewer, hiding, listing) != Sight.HIDDEN)
                .map(Listing::id)
                .collect(Collectors.toSet());
    }

    List<ListingCard> cards(Actor viewer, List<ListingId> inOrder, Instant now) {
        Map<ListingId, Listing> found = new HashMap<>();
        listings.byIds(inOrder).forEach(listing -> found.put(listing.id(), listing));
        Schedules schedules = schedules(found.keySet(), now);
        Set<OrganisationId> hiding = blocks.hiding(viewer);
        Silence.Limits limits = silence.limits(now);
        return inOrder.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .filter(listing -> sight(viewer, hiding, listing) != Sight.HIDDEN)
                .map(listing -> card(viewer, hiding, limits, listing, schedules.of(listing), now))
                .toList();
    }

    /** What a spreadsheet may hold of these for this viewer; what the viewer may not see is left out. */
    List<ListingRow> sheet(Actor viewer, Collection<Listing> found, Instant now) {
        Set<OrganisationId> hiding = blocks.hiding(viewer);
        Schedules schedules = schedules(found.stream().map(Listing::id).toList(), now);
        Map<ListingId, WeeklyPattern> followed = patterns.of(found.stream()
                .filter(listing -> viewer.actsFor(listing.organisation()))
                .map(Listing::id)
                .toList());
        Set<UUID> made = windows.madeAhead(followed.keySet(), now);
        return found.stream()
                .filter(listing -> sight(viewer, hiding, listing) != Sight.HIDDEN)
                .map(listing -> sheetRow(
                        viewer,
                        hiding,
                        listing,
                        schedules.of(listing),
                        made,
                        Optional.ofNullable(followed.get(listing.id())),
                        now))
                .toList();
    }

    private ListingRow sheetRow(
            Actor viewer,
            Set<OrganisationId> hiding,
            Listing listing,
            Schedule schedule,
            Set<UUID> made,
            Optional<WeeklyPattern> pattern,
            Instant now) {
        Sight sight = sight(viewer, hiding, listing);
        boolean masked = sight == Sight.MASKED;
        ListingDraft said = listing.asDraft();
        if (!viewer.actsFor(listing.organisation())) {
            ListingView seen = view(viewer, listing, sight, schedule, now);
            said = said.but()
                    .title(seen.title())
                    .titleEn(seen.titleEn())
                    .description(seen.description())
                    .descriptionEn(seen.descriptionEn())
                    .missing(seen.missing())
                    .operations(seen.operations())
                    .products(seen.products())
                    .convertibleProducts(seen.convertibleProducts())
                    .specification(seen.specification())
                    .particulars(seen.particulars())
                    .quantity(seen.quantityDerived() && schedule.taken().left() == null ? null : seen.quantity())
                    .build();
        }
        return new ListingRow(
                listing.id(),
                viewer.actsFor(listing.organisation()) ? listing.externalKey() : null,
                listing.state(),
                said,
                masked ? null : listing.organisation(),
                masked ? null : listing.supplier().name(),
                masked ? listing.spot().cityCode() : listing.spot().placeCode(),
                viewer.actsFor(listing.organisation())
                        ? schedule.windows().stream()
                                .filter(window -> !made.contains(window.id()))
                                .toList()
                        : List.of(),
                pattern);
    }

    List<MyListing> rows(List<Listing> own, Instant now) {
        Schedules schedules = schedules(own.stream().map(Listing::id).toList(), now);
        Silence.Limits limits = silence.limits(now);
        return own.stream()
                .map(listing -> row(listing, limits, schedules.of(listing), now))
                .toList();
    }

    /** Of those of these that are published. */
    List<ListingDocument> documents(Collection<ListingId> ids, Instant now) {
        return documentsOf(published(ids), now);
    }

    private List<Listing> published(Collection<ListingId> ids) {
        return listings.readByIds(ids).stream()
                .filter(listing -> listing.state() == ListingState.PUBLISHED)
                .toList();
    }

    /** @param published read with what they do and make */
    List<ListingDocument> documentsOf(Collection<Listing> published, Instant now) {
        return documents(
                published, givenAway.changes(published.stream().map(Listing::id).toList()), now);
    }

    /** Of the published ones the documents, of the others how far they are; read once for both, what was given away of them first. */
    Standing standing(Collection<ListingId> ids, Instant now) {
        Map<ListingId, Long> changes = givenAway.changes(ids);
        List<Listing> published = new ArrayList<>();
        Map<ListingId, Long> gone = new HashMap<>();
        for (Listing listing : listings.readByIds(ids)) {
            if (listing.state() == ListingState.PUBLISHED) {
                published.add(listing);
            } else {
                gone.put(listing.id(), listing.revision() + changes.getOrDefault(listing.id(), 0L));
            }
        }
        return new Standing(documents(published, changes, now), gone);
    }

    private List<ListingDocument> documents(Collection<Listing> published, Map<ListingId, Long> changes, Instant now) {
        List<ListingId> ids = published.stream().map(Listing::id).toList();
        Schedules schedules = schedules(ids, now);
        Map<OrganisationId, List<CertificateCard>> shown = certificates.of(
                published.stream().map(Listing::organisation).distinct().toList());
        return published.stream()
                .map(listing -> document(
                        listing,
                        changes.getOrDefault(listing.id(), 0L),
                        schedules.of(listing),
                        proofs(listing, shown.getOrDefault(listing.organisation(), List.of())),
                        now))
                .toList();
    }

    private List<ListingProof> proofs(Listing listing, List<CertificateCard> shown) {
        return shown.isEmpty()
                ? List.of()
                : certificates.covering(shown, listing.makes()).stream()
                        .map(card -> ListingProof.of(card, standards))
                        .toList();
    }

    /** Windows and what is taken of them, read at once for many listings. */
    private record Schedules(Map<ListingId, List<CapacityWindow>> windows, Map<ListingId, Taken> taken) {
        Schedule of(Listing listing) {
            return new Schedule(
                    windows.getOrDefault(listing.id(), List.of()),
                    listing.declared(),
                    taken.getOrDefault(listing.id(), Taken.NOTHING));
        }
    }

    private Schedules schedules(Collection<ListingId> ids, Instant now) {
        return new Schedules(windows.ahead(ids, now), givenAway.of(ids, now));
    }

    /** When it can still be had. */
    Schedule schedule(Listing listing, Instant now) {
        return schedules(List.of(listing.id()), now).of(listing);
    }

    /** When its supplier said that it is free, whoever has it by now. */
    Schedule said(Listing listing, Instant now) {
        return new Schedule(windows.ahead(listing.id(), now), listing.declared());
    }

    Hearing hearing(Listing listing, Instant now) {
        return silence.limits(now).of(listing.lastConfirmedAt(), listing.createdAt());
    }

    /** How much can still be had: what is left of a lot, else what the listing says. */
    private static @Nullable Quantity left(Listing listing, Schedule schedule) {
        Quantity said = listing.quantity();
        BigDecimal left = schedule.taken().left();
        if (said == null || left == null) {
            return said;
        }
        Unit unit = said.unit();
        // A unit that divides without end says no more than there is.
        return new Quantity(left.divide(unit.factor(), 6, RoundingMode.DOWN), unit);
    }

    private static Sight sight(Actor viewer, Set<OrganisationId> hiding, Listing listing) {
        return Visibility.of(viewer, hiding, listing.organisation(), listing.state(), listing.confidentiality());
    }

    private ListingView view(Actor viewer, Listing listing, Sight sight, Schedule schedule, Instant now) {
        boolean masked = sight == Sight.MASKED;
        Supplier supplier = listing.supplier();
        Spot spot = listing.spot();
        ListingDraft said = listing.asDraft();
        Anonymity anonymity = masked ? spots.anonymity(supplier, spot) : null;
        Words words = anonymity == null ? listing.words() : listing.words().masked(anonymity);
        return new ListingView(
                listing.id(),
                listing.kind(),
                listing.state(),
                listing.confidentiality(),
                viewer.actsFor(listing.organisation()),
                masked,
                Visibility.contacts(viewer, sight),
                words.title(),
                words.titleEn(),
                words.description(),
                words.descriptionEn(),
                listing.divisionCode(),
                listing.supplyMode(),
                said.crewIncluded(),
                said.materialIncluded(),
                said.materialDays(),
                words.missing(),
                anonymity == null
                        ? said.operations()
                        : said.operations().stream()
                                .map(operation -> new Operation(anonymity.cut(operation.name()), operation.rate()))
                                .toList(),
                words.products(),
                words.convertibleProducts(),
                anonymity == null
                        ? said.specification()
                        : said.specification().stream()
                                .map(value -> new SpecificationValue(
                                        anonymity.cut(value.key()),
                                        value.amount(),
                                        value.unit(),
                                        anonymity.cut(value.text())))
                                .toList(),
                anonymity == null ? said.particulars() : ParticularsWords.masked(said.particulars(), anonymity),
                left(listing, schedule),
                listing.quantityDerived(),
                said.hoursPerDay(),
                said.changeoverMinutes(),
                said.minimumOrder(),
                said.orderMultiple(),
                said.readyDate(),
                listing.fixedCharge(),
                listing.price(),
                masked ? null : supplier.id(),
                masked ? null : supplier.name(),
                masked ? null : supplier.nameEn(),
                supplier.levelOn(today(now)),
                supplier.provisional(),
                masked ? spot.cityCode() : spot.placeCode(),
                masked ? spot.cityPoint() : spot.point(),
                schedule.availability(now),
                freeFrom(viewer, schedule, now),
                schedule.weeks(now),
                Visibility.exactTimes(viewer) ? notesCut(schedule.windows(), anonymity) : List.of(),
                listing.lastConfirmedAt(),
                Freshness.of(listing.lastConfirmedAt(), now),
                silence.limits(now).of(listing.lastConfirmedAt(), listing.createdAt()),
                masked ? null : listing.source());
    }

    private static List<CapacityWindow> notesCut(List<CapacityWindow> windows, @Nullable Anonymity anonymity) {
        return anonymity == null
                ? windows
                : windows.stream()
                        .map(window -> new CapacityWindow(
                                window.id(), window.during(), window.availability(), anonymity.cut(window.note())))
                        .toList();
    }

    private ListingCard card(
            Actor viewer,
            Set<OrganisationId> hiding,
            Silence.Limits limits,
            Listing listing,
            Schedule schedule,
            Instant now) {
        boolean masked = sight(viewer, hiding, listing) == Sight.MASKED;
        Supplier supplier = listing.supplier();
        Spot spot = listing.spot();
        String title = listing.title();
        String titleEn = listing.titleEn();
        if (masked) {
            Anonymity anonymity = spots.anonymity(supplier, spot);
            String cut = anonymity.cut(title);
            // A card reads no list but this one, and this one only when nothing else is left to say.
            title = Words.saysSomething(cut) ? cut : Words.inShort(anonymity.cut(listing.makes()));
            titleEn = anonymity.cutOrNull(titleEn);
        }
        return new ListingCard(
                listing.id(),
                listing.kind(),
                listing.serviceType(),
                listing.state(),
                title,
                titleEn,
                masked,
                masked ? null : supplier.id(),
                masked ? null : supplier.name(),
                masked ? null : supplier.nameEn(),
                supplier.levelOn(today(now)),
                supplier.provisional(),
                masked ? spot.cityCode() : spot.placeCode(),
                left(listing, schedule),
                listing.supplyMode(),
                listing.price(),
                schedule.availability(now),
                freeFrom(viewer, schedule, now),
                schedule.weeks(now),
                listing.lastConfirmedAt(),
                Freshness.of(listing.lastConfirmedAt(), now),
                limits.of(listing.lastConfirmedAt(), listing.createdAt()),
                listing.confidentiality(),
                masked ? spot.cityPoint() : spot.point(),
                masked ? null : listing.cover());
    }

    private static @Nullable Instant freeFrom(Actor viewer, Schedule schedule, Instant now) {
        return schedule.freeFrom(now)
                .map(from -> Visibility.exactTimes(viewer)
                        ? from
                        : Weeks.mondayOf(from).atStartOfDay(Weeks.ZONE).toInstant())
                .orElse(null);
    }

    private static MyListing row(Listing listing, Silence.Limits limits, Schedule schedule, Instant now) {
        Hearing hearing = limits.of(listing.lastConfirmedAt(), listing.createdAt());
        ListingState state = listing.state();
        Availability availability = schedule.availability(now);
        return new MyListing(
                listing.id(),
                listing.kind(),
                listing.serviceType(),
                state,
                listing.title(),
                listing.titleEn(),
                listing.quantity(),
                listing.confidentiality(),
                availability,
                schedule.weeks(now),
                listing.lastConfirmedAt(),
                Freshness.of(listing.lastConfirmedAt(), now),
                hearing,
                state == ListingState.PUBLISHED && limits.isFading(listing.lastConfirmedAt()),
                state == ListingState.PUBLISHED && (availability != Availability.NOT_FREE || !hearing.isHeard()),
                state == ListingState.DRAFT,
                state == ListingState.PUBLISHED,
                state == ListingState.PAUSED,
                state != ListingState.WITHDRAWN,
                state != ListingState.WITHDRAWN);
    }

    private ListingDocument document(
            Listing listing, long changes, Schedule schedule, List<ListingProof> proofs, Instant now) {
        Supplier supplier = listing.supplier();
        Spot spot = listing.spot();
        Anonymity anonymity =
                listing.confidentiality() == Confidentiality.ANONYMOUS ? spots.anonymity(supplier, spot) : null;
        boolean masked = anonymity != null;
        Words words = anonymity == null ? listing.words() : listing.words().masked(anonymity);
        Particulars particulars = listing.particulars();
        return new ListingDocument(
                listing.id(),
                listing.revision() + changes,
                listing.kind(),
                listing.supplyMode(),
                listing.confidentiality(),
                listing.organisation(),
                masked ? "" : supplier.name(),
                masked ? null : supplier.nameEn(),
                supplier.levelOn(today(now)),
                supplier.provisional(),
                words.title(),
                words.titleEn(),
                words.description(),
                words.descriptionEn(),
                words.products(),
                words.convertibleProducts(),
                words.operations(),
                words.specification(),
                anonymity == null ? particulars : ParticularsWords.masked(particulars, anonymity),
                listing.divisionCode(),
                spot.provinceCode(),
                spot.cityCode(),
                masked ? null : spot.countyCode(),
                masked ? spot.cityPoint() : spot.point(),
                spot.cityPoint(),
                left(listing, schedule),
                listing.price(),
                proofs,
                schedule.declaredAndLeft(),
                schedule.freeWindows(now),
                schedule.takenWindows(now),
                schedule.unknownEnd(now).orElse(null),
                schedule.end().orElse(null),
                listing.lastConfirmedAt(),
                listing.createdAt());
    }

    private static LocalDate today(Instant now) {
        return now.atZone(Weeks.ZONE).toLocalDate();
    }
}
