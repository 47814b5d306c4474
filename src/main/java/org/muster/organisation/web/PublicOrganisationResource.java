package org.muster.organisation.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestPath;
import org.muster.certificate.Certificates;
import org.muster.certificate.ShownCertificate;
import org.muster.identity.Actor;
import org.muster.identity.CurrentActor;
import org.muster.identity.Role;
import org.muster.organisation.OrganisationProfile;
import org.muster.organisation.OrganisationRegistry;
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
            boolean mayVerify) {}

    private final OrganisationRegistry registry;
    private final Certificates certificates;
    private final CurrentActor actor;
    private final PlaceNames places;
    private final DivisionNames divisions;
    private final Language language;
    private final Clock clock;

    PublicOrganisationResource(
            OrganisationRegistry registry,
            Certificates certificates,
            CurrentActor actor,
            PlaceNames places,
            DivisionNames divisions,
            Language language,
            Clock clock) {
        this.registry = registry;
        this.certificates = certificates;
        this.actor = actor;
        this.places = places;
        this.divisions = divisions;
        this.language = language;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show(@RestPath String id) {
        Actor viewer = actor.get();
        OrganisationProfile profile =
                registry.profile(viewer, Ids.organisation(id)).orElseThrow(NotFound::new);
        Locale locale = language.locale();
        String english = profile.card().nameEn() == null ? "" : profile.card().nameEn();
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
                viewer.is(Role.OPERATOR) && !profile.card().provisional()));
    }
}
