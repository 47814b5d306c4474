package org.muster.organisation.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.muster.attachment.AttachmentContent;
import org.muster.identity.CurrentActor;
import org.muster.organisation.ClaimedOrganisation;
import org.muster.organisation.Ownership;
import org.muster.shared.Refusal;
import org.muster.shell.Choice;
import org.muster.shell.Download;
import org.muster.shell.Flash;
import org.muster.shell.Language;
import org.muster.shell.NotFound;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;

/** Claims that wait for operators, and for the liaisons of their areas. */
@Path("/claims")
class ClaimsResource {

    private static final String GRANT = "GRANT";
    private static final String REFUSE = "REFUSE";

    @CheckedTemplate(basePath = "organisation")
    static class Templates {
        static native TemplateInstance claims(QueuePage view);

        static native TemplateInstance claim_case(CasePage view);
    }

    record Line(ClaimedOrganisation claim, String place) {}

    record QueuePage(List<Line> lines) {}

    record CasePage(
            ClaimedOrganisation claim,
            String place,
            String verdict,
            List<Choice> verdicts,
            String reason,
            List<Refusal> refusals) {}

    private final Ownership ownership;
    private final CurrentActor actor;
    private final PlaceNames places;
    private final Language language;
    private final Flash flash;
    private final Clock clock;

    ClaimsResource(
            Ownership ownership, CurrentActor actor, PlaceNames places, Language language, Flash flash, Clock clock) {
        this.ownership = ownership;
        this.actor = actor;
        this.places = places;
        this.language = language;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    public TemplateInstance queue() {
        return Templates.claims(new QueuePage(ownership.waiting(actor.get()).stream()
                .map(claim -> new Line(claim, place(claim)))
                .toList()));
    }

    @GET
    @Path("/{id}")
    public TemplateInstance show(@RestPath String id) {
        return page(claim(id), "", "", List.of());
    }

    @GET
    @Path("/{id}/document")
    public Response document(@RestPath String id) {
        AttachmentContent document =
                ownership.documentOf(actor.get(), OrganisationIds.any(id)).orElseThrow(NotFound::new);
        return Download.of(
                document.bytes(),
                document.card().type().mediaType(),
                document.card().fileName(),
                document.card().sha256());
    }

    @POST
    @Path("/{id}")
    public Response decide(
            @RestPath String id,
            @RestForm @DefaultValue("") String verdict,
            @RestForm @DefaultValue("") String reason) {
        ClaimedOrganisation claim = claim(id);
        if (!verdict.equals(GRANT) && !verdict.equals(REFUSE)) {
            return Refused.page(
                    page(claim, verdict, reason, List.of(Refusal.at("verdict", "belonging.claim_verdict_missing"))));
        }
        return ownership
                .decide(actor.get(), claim.id(), verdict.equals(GRANT), reason, clock.instant())
                .fold(
                        done -> {
                            flash.say(verdict.equals(GRANT) ? "belonging:claim_granted" : "belonging:claim_refused");
                            return Redirect.to("/claims");
                        },
                        refusals -> Refused.page(page(claim(id), verdict, reason, refusals)));
    }

    private ClaimedOrganisation claim(String id) {
        return ownership.byId(actor.get(), OrganisationIds.any(id)).orElseThrow(NotFound::new);
    }

    private TemplateInstance page(ClaimedOrganisation claim, String verdict, String reason, List<Refusal> refusals) {
        BelongingMessages words = language.messages(BelongingMessages.class);
        return Templates.claim_case(new CasePage(
                claim,
                place(claim),
                verdict,
                List.of(
                        new Choice(
                                GRANT,
                                claim.into()
                                        .map(into -> words.claim_grant_into(into.name()))
                                        .orElse(words.claim_grant())),
                        new Choice(REFUSE, words.claim_refuse())),
                reason,
                refusals));
    }

    private String place(ClaimedOrganisation claim) {
        return places.full(claim.organisation().placeCode(), language.locale());
    }
}
