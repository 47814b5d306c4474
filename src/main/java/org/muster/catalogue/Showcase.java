package org.muster.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.Visibility.Sight;
import org.muster.identity.Actor;
import org.muster.shared.ListingId;

/** Turns listings into what one viewer, or the index, may know of them. */
@ApplicationScoped
class Showcase {

    private final Listings listings;
    private final Windows windows;
    private final Spots spots;

    Showcase(Listings listings, Windows windows, Spots spots) {
        this.listings = listings;
        this.windows = windows;
        this.spots = spots;
    }

    Optional<ListingView> view(Actor viewer, ListingId id, Instant now) {
        return listings.findByIdOptional(id.value()).flatMap(listing -> {
            Sight sight = sight(viewer, listing);
            return sight == Sight.HIDDEN ? Optional.empty() : Optional.of(view(viewer, listing, sight, now));
        });
    }

    List<ListingCard> cards(Actor viewer, List<ListingId> inOrder, Instant now) {
        Map<ListingId, Listing> found = new HashMap<>();
        listings.byIds(inOrder).forEach(listing -> found.put(listing.id(), listing));
        Map<ListingId, List<CapacityWindow>> ahead = windows.ahead(found.keySet(), now);
        return inOrder.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .filter(listing -> sight(viewer, listing) != Sight.HIDDEN)
                .map(listing -> card(viewer, listing, schedule(listing, ahead), now))
                .toList();
    }

    List<MyListing> rows(List<Listing> own, Instant now) {
        Map<ListingId, List<CapacityWindow>> ahead =
                windows.ahead(own.stream().map(Listing::id).toList(), now);
        return own.stream()
                .map(listing -> row(listing, schedule(listing, ahead), now))
                .toList();
    }

    List<ListingDocument> documents(Collection<Listing> published, Instant now) {
        Map<ListingId, List<CapacityWindow>> ahead =
                windows.ahead(published.stream().map(Listing::id).toList(), now);
        return published.stream()
                .map(listing -> document(listing, schedule(listing, ahead), now))
                .toList();
    }

    Schedule schedule(Listing listing, Instant now) {
        return new Schedule(windows.ahead(listing.id(), now), listing.declared());
    }

    private static Schedule schedule(Listing listing, Map<ListingId, List<CapacityWindow>> ahead) {
        return new Schedule(ahead.getOrDefault(listing.id(), List.of()), listing.declared());
    }

    private static Sight sight(Actor viewer, Listing listing) {
        return Visibility.of(viewer, listing.organisation(), listing.state(), listing.confidentiality());
    }

    private ListingView view(Actor viewer, Listing listing, Sight sight, Instant now) {
        boolean masked = sight == Sight.MASKED;
        Supplier supplier = listing.supplier();
        Spot spot = listing.spot();
        ListingDraft said = listing.asDraft();
        Anonymity anonymity = masked ? spots.anonymity(supplier, spot) : null;
        Words words = anonymity == null ? listing.words() : listing.words().masked(anonymity);
        Schedule schedule = schedule(listing, now);
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
                listing.quantity(),
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

    private ListingCard card(Actor viewer, Listing listing, Schedule schedule, Instant now) {
        boolean masked = sight(viewer, listing) == Sight.MASKED;
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
                listing.quantity(),
                listing.supplyMode(),
                listing.price(),
                schedule.availability(now),
                freeFrom(viewer, schedule, now),
                schedule.weeks(now),
                listing.lastConfirmedAt(),
                Freshness.of(listing.lastConfirmedAt(), now),
                listing.confidentiality(),
                masked ? spot.cityPoint() : spot.point());
    }

    private static @Nullable Instant freeFrom(Actor viewer, Schedule schedule, Instant now) {
        return schedule.freeFrom(now)
                .map(from -> Visibility.exactTimes(viewer)
                        ? from
                        : Weeks.mondayOf(from).atStartOfDay(Weeks.ZONE).toInstant())
                .orElse(null);
    }

    private static MyListing row(Listing listing, Schedule schedule, Instant now) {
        ListingState state = listing.state();
        Availability availability = schedule.availability(now);
        return new MyListing(
                listing.id(),
                listing.kind(),
                state,
                listing.title(),
                listing.titleEn(),
                listing.quantity(),
                listing.confidentiality(),
                availability,
                schedule.weeks(now),
                listing.lastConfirmedAt(),
                Freshness.of(listing.lastConfirmedAt(), now),
                state == ListingState.PUBLISHED && availability != Availability.NOT_FREE,
                state == ListingState.DRAFT,
                state == ListingState.PUBLISHED,
                state == ListingState.PAUSED,
                state != ListingState.WITHDRAWN,
                state != ListingState.WITHDRAWN);
    }

    private ListingDocument document(Listing listing, Schedule schedule, Instant now) {
        boolean masked = listing.confidentiality() == Confidentiality.ANONYMOUS;
        Supplier supplier = listing.supplier();
        Spot spot = listing.spot();
        Words words = masked ? listing.words().masked(spots.anonymity(supplier, spot)) : listing.words();
        return new ListingDocument(
                listing.id(),
                listing.revision(),
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
                listing.divisionCode(),
                spot.provinceCode(),
                spot.cityCode(),
                masked ? null : spot.countyCode(),
                masked ? spot.cityPoint() : spot.point(),
                spot.cityPoint(),
                listing.quantity(),
                listing.declared(),
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
