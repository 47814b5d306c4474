package org.muster.certificate.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.muster.identity.Actor;
import org.muster.identity.CurrentActor;
import org.muster.identity.Role;
import org.muster.organisation.AreaDelegation;
import org.muster.organisation.Delegations;
import org.muster.reference.Places;
import org.muster.shared.Refusal;
import org.muster.shell.Flash;
import org.muster.shell.Language;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;

/** The areas in which liaisons check: asked for by them, granted and taken back by operators. */
@Path("/admin/areas")
class AreaResource {

    @CheckedTemplate(basePath = "certificate")
    static class Templates {
        static native TemplateInstance areas(AreasPage view);

        private Templates() {}
    }

    /** @param reason what was typed, when it was refused */
    record Line(AreaDelegation delegation, String place, String reason) {
        public boolean granted() {
            return delegation.grantedAt().isPresent();
        }
    }

    record AreasPage(
            List<Line> lines, boolean operator, boolean liaison, String area, String office, List<Refusal> refusals) {}

    private final Delegations delegations;
    private final Places places;
    private final CurrentActor actor;
    private final Language language;
    private final Flash flash;
    private final Clock clock;

    AreaResource(
            Delegations delegations, Places places, CurrentActor actor, Language language, Flash flash, Clock clock) {
        this.delegations = delegations;
        this.places = places;
        this.actor = actor;
        this.language = language;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    public TemplateInstance list() {
        return page("", "", "", "", List.of());
    }

    @POST
    public Response ask(@RestForm @DefaultValue("") String area, @RestForm @DefaultValue("") String office) {
        return delegations
                .ask(actor.get(), area, office, clock.instant())
                .fold(
                        asked -> {
                            flash.say("certificate:area_asked");
                            return Redirect.to("/admin/areas");
                        },
                        reasons -> Refused.page(page(area, office, "", "", reasons)));
    }

    @POST
    @Path("{id}")
    public Response decide(
            @RestPath String id,
            @RestForm("do") @DefaultValue("") String what,
            @RestForm @DefaultValue("") String reason) {
        return delegations
                .decide(actor.get(), CertificateIds.any(id), what.equals("grant"), reason, clock.instant())
                .fold(
                        decided -> {
                            flash.say("certificate:area_decided");
                            return Redirect.to("/admin/areas");
                        },
                        reasons -> Refused.page(page("", "", id, reason, reasons)));
    }

    private TemplateInstance page(String area, String office, String typedAt, String reason, List<Refusal> refusals) {
        Actor viewer = actor.get();
        boolean operator = viewer.is(Role.OPERATOR);
        List<Line> lines = (operator ? delegations.all(viewer) : delegations.own(viewer))
                .stream()
                        .map(one -> new Line(
                                one,
                                Optional.of(one.placeCode())
                                        .flatMap(places::byCode)
                                        .map(place -> places.wholeName(place, language.locale()))
                                        .orElse(one.placeCode()),
                                one.id().toString().equals(typedAt) ? reason : ""))
                        .toList();
        return Templates.areas(new AreasPage(lines, operator, viewer.is(Role.LIAISON), area, office, refusals));
    }
}
