package org.muster.catalogue.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.Album;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.ListingState;
import org.muster.catalogue.ListingView;
import org.muster.catalogue.Sale;
import org.muster.catalogue.SupplyMode;
import org.muster.catalogue.Weeks;
import org.muster.certificate.Certificates;
import org.muster.certificate.ShownCertificate;
import org.muster.identity.Actor;
import org.muster.identity.CurrentActor;
import org.muster.organisation.OrganisationProfile.Contacts;
import org.muster.organisation.OrganisationRegistry;
import org.muster.reference.Divisions;
import org.muster.reference.Glossary;
import org.muster.reference.Places;
import org.muster.reservation.FreeNow;
import org.muster.reservation.OccupancyState;
import org.muster.reservation.Occupied;
import org.muster.reservation.Reservations;
import org.muster.shared.OrganisationId;
import org.muster.shared.TimeWindow;
import org.muster.shell.Language;
import org.muster.shell.NotFound;
import org.muster.shell.Times;
import org.muster.shortlist.Shortlist;

/** A listing as whoever looks may see it; what they may not see is not there. */
@Path("/listings/{id}")
class ListingResource {

    @CheckedTemplate(basePath = "catalogue")
    static class Templates {
        static native TemplateInstance listing(ListingPage view);

        private Templates() {}
    }

    private static final Duration AHEAD = Duration.ofDays(366);
    private static final int MOST_TAKEN = 50;

    private final Catalogue catalogue;
    private final Album album;
    private final Reservations reservations;
    private final Shortlist shortlist;
    private final OrganisationRegistry registry;
    private final Certificates certificates;
    private final Divisions divisions;
    private final Glossary glossary;
    private final Places places;
    private final CurrentActor actor;
    private final Language language;
    private final Clock clock;

    ListingResource(
            Catalogue catalogue,
            Album album,
            Reservations reservations,
            Shortlist shortlist,
            OrganisationRegistry registry,
            Certificates certificates,
            Divisions divisions,
            Glossary glossary,
            Places places,
            CurrentActor actor,
            Language language,
            Clock clock) {
        this.catalogue = catalogue;
        this.album = album;
        this.reservations = reservations;
        this.shortlist = shortlist;
        this.registry = registry;
        this.certificates = certificates;
        this.divisions = divisions;
        this.glossary = glossary;
        this.places = places;
        this.actor = actor;
        this.language = language;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show(@RestPath String id, @RestQuery("for") @Nullable String wanted) {
        Actor viewer = actor.get();
        Instant now = clock.instant();
        ListingView listing =
                catalogue.view(viewer, ListingIds.listing(id), now).orElseThrow(NotFound::new);
        CatalogueMessages say = language.messages(CatalogueMessages.class);
        Optional<Contacts> contacts = contacts(viewer, listing);
        String titleEn = listing.titleEn();
        boolean english = !language.isChinese() && titleEn != null;
        String title = language.isChinese() || titleEn == null ? listing.title() : titleEn;
        String descriptionEn = listing.descriptionEn();
        String description = language.isChinese() || descriptionEn == null ? listing.description() : descriptionEn;
        BigDecimal hours = listing.hoursPerDay();
        Integer days = listing.materialDays();
        return Templates.listing(new ListingPage(
                listing,
                title.isBlank() ? say.kind(listing.kind()) : title,
                titleEn == null ? null : english ? listing.title() : titleEn,
                english ? "zh-CN" : "en",
                description,
                Optional.ofNullable(listing.divisionCode())
                        .flatMap(divisions::byCode)
                        .map(division -> language.isChinese() ? division.nameZh() : division.nameEn())
                        .orElse(""),
                listing.supplyMode() == SupplyMode.UNSAID ? "" : say.supply_mode_of(listing.supplyMode()),
                included(listing, say),
                days == null ? "" : say.days(days),
                hours == null ? "" : hours.toPlainString(),
                places.byCode(listing.placeCode())
                        .map(place -> places.wholeName(place, language.locale()))
                        .orElse(listing.placeCode()),
                organisationName(listing),
                viewer.isSignedIn(),
                Optional.ofNullable(listing.freeFrom())
                        .map(from -> Times.day(Weeks.mondayOf(from), language.locale()))
                        .orElse(""),
                audience(listing, say),
                ParticularsFacts.of(listing.particulars(), language.locale()),
                listing.specification().stream()
                        .map(value -> new ListingPage.Specification(
                                SpecificationNames.name(value.key(), language.locale()), value.written()))
                        .toList(),
                listing.kind() == ListingKind.PRODUCTION_LINE
                        ? ConversionPart.of(listing, wanted, glossary.terms(), language.locale())
                        : null,
                contacts.map(Contacts::mobile).orElse(null),
                contacts.map(Contacts::email).orElse(null),
                contactNote(viewer, listing, contacts, say),
                ListingPhotos.of(listing.id(), album.of(viewer, listing.id()), language.locale()),
                viewer.isSignedIn() ? ledger(listing, now) : null,
                shortlist.keeps(viewer, listing.id()),
                certificates(listing, now),
                language.locale()));
    }

    private @Nullable List<ShownCertificate> certificates(ListingView listing, Instant now) {
        OrganisationId organisation = listing.organisation();
        return organisation == null || listing.masked()
                ? null
                : certificates.shown(
                        certificates.covering(
                                certificates.of(List.of(organisation)).getOrDefault(organisation, List.of()),
                                listing.products()),
                        now);
    }

    /** What is given away of it in the time to come; whose it is, nobody learns here. */
    private ListingPage.@Nullable Ledger ledger(ListingView listing, Instant now) {
        FreeNow free = reservations.freeNow(List.of(listing.id()), now).get(listing.id());
        if (free == null) {
            return null;
        }
        return new ListingPage.Ledger(
                listing.state() == ListingState.PUBLISHED
                        && free.sale() != Sale.NOTHING
                        && (listing.mine() || listing.hearing().isHeard()),
                free.free(),
                free.left(),
                free.heldUntil(),
                reservations.occupied(List.of(listing.id()), new TimeWindow(now, now.plus(AHEAD)), now).stream()
                        .filter(taken -> taken.during() != null)
                        .sorted(Comparator.comparing(taken -> taken.during().from()))
                        .limit(MOST_TAKEN)
                        .map(taken -> taken(taken, now))
                        .toList());
    }

    private ListingPage.Taken taken(Occupied taken, Instant now) {
        return new ListingPage.Taken(
                taken.quantity() != null
                        ? Times.day(taken.during().from().atZone(Weeks.ZONE).toLocalDate(), language.locale())
                        : Times.moment(taken.during().from(), language.zone(), language.locale(), now) + " – "
                                + Times.moment(taken.during().to(), language.zone(), language.locale(), now),
                taken.quantity(),
                taken.state() == OccupancyState.HELD ? taken.until() : null);
    }

    private Optional<Contacts> contacts(Actor viewer, ListingView listing) {
        OrganisationId organisation = listing.organisation();
        return listing.contactAllowed() && organisation != null
                ? registry.profile(viewer, organisation).flatMap(profile -> profile.contacts())
                : Optional.empty();
    }

    private static String contactNote(
            Actor viewer, ListingView listing, Optional<Contacts> contacts, CatalogueMessages say) {
        if (listing.masked() || listing.provisional() || contacts.isPresent()) {
            return "";
        }
        return viewer.organisation().isPresent() ? say.contact_verified() : say.contact_sign_in();
    }

    private String organisationName(ListingView listing) {
        String english = listing.organisationNameEn();
        String name = listing.organisationName();
        return !language.isChinese() && english != null ? english : name == null ? "" : name;
    }

    private static String included(ListingView listing, CatalogueMessages say) {
        return Stream.of(
                        said(listing.crewIncluded(), say.with_crew(), say.without_crew()),
                        said(listing.materialIncluded(), say.with_material(), say.without_material()))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(say.comma()));
    }

    private static String said(@Nullable Boolean included, String yes, String no) {
        return included == null ? "" : included ? yes : no;
    }

    private static String audience(ListingView listing, CatalogueMessages say) {
        if (listing.state() != ListingState.PUBLISHED) {
            return say.audience_hidden();
        }
        return switch (listing.confidentiality()) {
            case PUBLIC -> say.audience_public();
            case VERIFIED_BUYERS -> say.audience_verified();
            case ANONYMOUS -> say.audience_anonymous();
            case COORDINATORS_ONLY -> say.audience_coordinators();
        };
    }
}
