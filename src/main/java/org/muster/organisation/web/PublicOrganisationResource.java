package org.muster.organisation.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.ListingCard;
import org.muster.certificate.Certificates;
import org.muster.certificate.ShownCertificate;
import org.muster.identity.Actor;
import org.muster.identity.CurrentActor;
import org.muster.identity.Role;
import org.muster.organisation.DuplicateDesk;
import org.muster.organisation.OrganisationProfile;
import org.muster.organisation.OrganisationRegistry;
import org.muster.reservation.Reservations;
import org.muster.reservation.SupplierRecord;
import org.muster.shared.OrganisationId;
import org.muster.shell.Language;
import org.muster.shell.NotFound;

/** An organisation as everybody may see it. */
@Path("/organisations/{id}")
class PublicOrganisationResource {

    @CheckedTemplate(basePath = "organisation")
    static class Templates {
        static native TemplateInstance organisation(OrganisationPage view);
    }

    /** A site, with its place in words. */
    record SiteLine(String name, String place) {}

    /**
     * @param otherName the name in the other language, or nothing
     * @param mayVerify whether the viewer decides on verification
     * @param mayEnterCertificates whether the viewer may say which certificates it has
     */
    record OrganisationPage(
            OrganisationProfile profile,
            String name,
            String otherName,
            String place,
            String division,
            List<SiteLine> sites,
            List<ShownCertificate> certificates,
            boolean signedIn,
            boolean mayVerify,
            boolean mayEnterCertificates,
            List<ListingLine> listings,
            Optional<SupplierRecord> record,
            String usualAnswer) {}

    /** A listing that it shows to this viewer. */
    record ListingLine(ListingCard card, String title) {}

    private static final int LISTINGS_SHOWN = 20;

    private final OrganisationRegistry registry;
    private final Certificates certificates;
    private final CurrentActor actor;
    private final PlaceNames places;
    private final DivisionNames divisions;
    private final DuplicateDesk duplicates;
    private final Catalogue catalogue;
    private final Reservations reservations;
    private final Language language;
    private final Clock clock;

    PublicOrganisationResource(
            OrganisationRegistry registry,
            Certificates certificates,
            CurrentActor actor,
            PlaceNames places,
            DivisionNames divisions,
            DuplicateDesk duplicates,
            Catalogue catalogue,
            Reservations reservations,
            Language language,
            Clock clock) {
        this.registry = registry;
        this.certificates = certificates;
        this.actor = actor;
        this.places = places;
        this.divisions = divisions;
        this.duplicates = duplicates;
        this.catalogue = catalogue;
        this.reservations = reservations;
        this.language = language;
        this.clock = clock;
    }

    private String answerTime(long minutes) {
        BelongingMessages words = language.messages(BelongingMessages.class);
        Duration time = Duration.ofMinutes(minutes);
        if (time.toHours() < 2) {
            return words.answer_minutes(minutes);
        }
        return time.toDays() < 2 ? words.answer_hours(time.toHours()) : words.answer_days(time.toDays());
    }

    private String title(ListingCard card) {
        return language.isChinese() ? card.title() : Objects.requireNonNullElse(card.titleEn(), card.title());
    }

    @GET
    public Response show(@RestPath String id) {
        OrganisationId asked = OrganisationIds.organisation(id);
        OrganisationId stands = duplicates.standsAs(asked);
        return stands.equals(asked)
                ? Response.ok(page(asked)).build()
                : Response.status(Response.Status.MOVED_PERMANENTLY)
                        .header(HttpHeaders.LOCATION, "/organisations/" + stands)
                        .build();
    }

    private TemplateInstance page(OrganisationId id) {
        Actor viewer = actor.get();
        Instant now = clock.instant();
        OrganisationProfile profile = registry.profile(viewer, id).orElseThrow(NotFound::new);
        Locale locale = language.locale();
        String english = profile.card().nameEn() == null ? "" : profile.card().nameEn();
        Optional<SupplierRecord> record = profile.card().provisional()
                ? Optional.empty()
                : reservations.record(viewer, profile.card().id(), now);
        boolean inEnglish = !language.isChinese() && !english.isEmpty();
        return Templates.organisation(new OrganisationPage(
                profile,
                inEnglish ? english : profile.card().name(),
                inEnglish ? profile.card().name() : english,
                places.full(profile.card().placeCode(), locale),
                divisions.full(profile.card().divisionCode(), locale),
                profile.sites().stream()
                        .map(site -> new SiteLine(site.name(), places.full(site.placeCode(), locale)))
                        .toList(),
                certificates.shown(profile.card().id(), clock.instant()),
                viewer.isSignedIn(),
                viewer.is(Role.OPERATOR) && !profile.card().provisional(),
                certificates.unclaimed(viewer, id).isPresent(),
                catalogue.shownBy(viewer, profile.card().id(), LISTINGS_SHOWN, now).stream()
                        .map(card -> new ListingLine(card, title(card)))
                        .toList(),
                record,
                record.flatMap(SupplierRecord::usualAnswerMinutes)
                        .map(this::answerTime)
                        .orElse("")));
    }
}
