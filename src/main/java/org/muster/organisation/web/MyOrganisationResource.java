package org.muster.organisation.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.muster.identity.CurrentActor;
import org.muster.organisation.InvitationView;
import org.muster.organisation.Invite;
import org.muster.organisation.OrganisationRegistry;
import org.muster.organisation.OwnOrganisation;
import org.muster.organisation.ProfileChange;
import org.muster.organisation.VerificationLevel;
import org.muster.organisation.VerificationWish;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;
import org.muster.shell.Choice;
import org.muster.shell.Flash;
import org.muster.shell.Language;
import org.muster.shell.NotFound;
import org.muster.shell.QrCode;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;

/** The organisation somebody acts for: its profile, its people, its verification. */
@Path("/my/organisation")
class MyOrganisationResource {

    private static final Invite NOBODY = new Invite("", "", "", false);
    private static final VerificationWish DOCUMENTS = new VerificationWish(VerificationLevel.DOCUMENTS_CHECKED, "");

    @CheckedTemplate(basePath = "organisation")
    static class Templates {
        static native TemplateInstance my_organisation(MyPage view);

        static native TemplateInstance invitation(InvitationPage view);
    }

    /**
     * @param profile what the profile form shows: what is stored, or what was typed and refused
     * @param division the standing division in words, or nothing
     * @param derivedDivision what the words on products say the division is, or nothing
     */
    record MyPage(
            OwnOrganisation own,
            ProfileChange profile,
            Invite invite,
            VerificationWish wish,
            List<Refusal> refusals,
            List<Choice> candidates,
            List<Choice> divisions,
            List<Choice> levels,
            List<LevelLimits> limits,
            String division,
            String derivedDivision,
            String place) {}

    /**
     * @param link the whole address; null when the invitation is no longer open
     * @param message what to copy into a chat
     */
    record InvitationPage(InvitationView invitation, String organisationName, String link, String message) {}

    private final OrganisationRegistry registry;
    private final CurrentActor actor;
    private final PlaceNames places;
    private final DivisionNames divisions;
    private final Language language;
    private final Flash flash;
    private final Clock clock;

    MyOrganisationResource(
            OrganisationRegistry registry,
            CurrentActor actor,
            PlaceNames places,
            DivisionNames divisions,
            Language language,
            Flash flash,
            Clock clock) {
        this.registry = registry;
        this.actor = actor;
        this.places = places;
        this.divisions = divisions;
        this.language = language;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show() {
        OwnOrganisation own = own();
        return Templates.my_organisation(page(own, stored(own), NOBODY, DOCUMENTS, List.of()));
    }

    @POST
    public Response change(
            @RestForm @DefaultValue("0") int version,
            @RestForm @DefaultValue("") String nameEn,
            @RestForm @DefaultValue("") String mobile,
            @RestForm @DefaultValue("") String email,
            @RestForm @DefaultValue("") String place,
            @RestForm @DefaultValue("") String placeCode,
            @RestForm @DefaultValue("") String makes,
            @RestForm @DefaultValue("") String division,
            @RestForm @DefaultValue("") String creditCode) {
        var typed = new ProfileChange(version, nameEn, mobile, email, place, placeCode, makes, division, creditCode);
        Outcome<?> changed = registry.changeProfile(actor.get(), typed, clock.instant());
        if (changed instanceof Outcome.Refused<?> refused) {
            return Refused.page(Templates.my_organisation(page(own(), typed, NOBODY, DOCUMENTS, refused.reasons())));
        }
        flash.say("organisation:profile_saved");
        return Redirect.to("/my/organisation");
    }

    @POST
    @Path("/invitations")
    public Response invite(
            @RestForm @DefaultValue("") String invitedName,
            @RestForm @DefaultValue("") String invitedMobile,
            @RestForm @DefaultValue("") String invitedEmail,
            @RestForm @DefaultValue("false") boolean owner) {
        var typed = new Invite(invitedName, invitedMobile, invitedEmail, owner);
        return registry.invite(actor.get(), typed, clock.instant())
                .fold(id -> Redirect.to("/my/organisation/invitations/" + id), refusals -> {
                    OwnOrganisation own = own();
                    return Refused.page(Templates.my_organisation(page(own, stored(own), typed, DOCUMENTS, refusals)));
                });
    }

    @GET
    @Path("/invitations/{id}")
    public TemplateInstance invitation(@RestPath String id, @Context UriInfo uri) {
        Instant now = clock.instant();
        InvitationView invitation = registry.invitation(actor.get(), OrganisationIds.invitation(id), now)
                .orElseThrow(NotFound::new);
        String name = own().card().name();
        String link = invitation.token() == null ? "" : link(uri, invitation.token());
        String message = language.messages(OrganisationMessages.class)
                .invitation_message(invitation.invitedName(), invitation.inviterName(), name, link);
        return Templates.invitation(new InvitationPage(invitation, name, link, message));
    }

    @GET
    @Path("/invitations/{id}/qr.svg")
    @Produces("image/svg+xml")
    public Response qrCode(@RestPath String id, @Context UriInfo uri) {
        InvitationView invitation = registry.invitation(actor.get(), OrganisationIds.invitation(id), clock.instant())
                .orElseThrow(NotFound::new);
        if (invitation.token() == null) {
            throw new NotFound();
        }
        // It opens a door: no cache on the way keeps it.
        CacheControl noStore = new CacheControl();
        noStore.setNoStore(true);
        return Response.ok(QrCode.svg(link(uri, invitation.token())))
                .cacheControl(noStore)
                .build();
    }

    @POST
    @Path("/invitations/{id}/revoke")
    public Response revoke(@RestPath String id) {
        Instant now = clock.instant();
        InvitationView invitation = registry.invitation(actor.get(), OrganisationIds.invitation(id), now)
                .orElseThrow(NotFound::new);
        return registry.revoke(actor.get(), invitation.id(), now)
                .fold(
                        done -> {
                            flash.say("organisation:invitation_revoked");
                            return Redirect.to("/my/organisation");
                        },
                        refusals -> {
                            OwnOrganisation own = own();
                            return Refused.page(
                                    Templates.my_organisation(page(own, stored(own), NOBODY, DOCUMENTS, refusals)));
                        });
    }

    @POST
    @Path("/verification")
    public Response requestVerification(
            @RestForm @DefaultValue("") String wanted, @RestForm @DefaultValue("") String note) {
        VerificationLevel level = wanted.equals(VerificationLevel.VISITED.name())
                ? VerificationLevel.VISITED
                : VerificationLevel.DOCUMENTS_CHECKED;
        var wish = new VerificationWish(level, note);
        return registry.requestVerification(actor.get(), wish, clock.instant())
                .fold(
                        done -> {
                            flash.say("organisation:verification_asked");
                            return Redirect.to("/my/organisation");
                        },
                        refusals -> {
                            OwnOrganisation own = own();
                            return Refused.page(
                                    Templates.my_organisation(page(own, stored(own), NOBODY, wish, refusals)));
                        });
    }

    private OwnOrganisation own() {
        return registry.own(actor.get(), clock.instant()).orElseThrow(NotFound::new);
    }

    private static ProfileChange stored(OwnOrganisation own) {
        return new ProfileChange(
                own.version(),
                Objects.requireNonNullElse(own.card().nameEn(), ""),
                Objects.requireNonNullElse(own.mobile(), ""),
                Objects.requireNonNullElse(own.email(), ""),
                own.site().name(),
                own.card().placeCode(),
                own.makes(),
                own.divisionCorrected() ? Objects.requireNonNullElse(own.card().divisionCode(), "") : "",
                Objects.requireNonNullElse(own.creditCode(), ""));
    }

    private MyPage page(
            OwnOrganisation own, ProfileChange profile, Invite invite, VerificationWish wish, List<Refusal> refusals) {
        Locale locale = language.locale();
        OrganisationMessages words = language.messages(OrganisationMessages.class);
        return new MyPage(
                own,
                profile,
                invite,
                wish,
                refusals,
                places.candidates(profile.place(), locale),
                divisions.choices(locale),
                List.of(
                        Choice.of(
                                VerificationLevel.DOCUMENTS_CHECKED.name(),
                                words.level(VerificationLevel.DOCUMENTS_CHECKED)),
                        Choice.of(VerificationLevel.VISITED.name(), words.level(VerificationLevel.VISITED))),
                LevelLimits.seenFrom(own.card().level()),
                divisions.full(own.card().divisionCode(), locale),
                divisions.full(registry.divisionOf(profile.makes()).orElse(null), locale),
                places.full(own.card().placeCode(), locale));
    }

    private static String link(UriInfo uri, String token) {
        return uri.getBaseUriBuilder().path("join").path(token).build().toString();
    }
}
