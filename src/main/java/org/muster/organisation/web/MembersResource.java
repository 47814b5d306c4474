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
import org.muster.identity.CurrentActor;
import org.muster.organisation.Colleagues;
import org.muster.organisation.OrganisationRegistry;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;
import org.muster.shell.Flash;
import org.muster.shell.NotFound;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;

/** Who belongs to the organisation somebody acts for, as what, and who goes. */
@Path("/my/organisation")
class MembersResource {

    @CheckedTemplate(basePath = "organisation")
    static class Templates {
        static native TemplateInstance members(MembersPage view);
    }

    record MembersPage(Colleagues colleagues, List<Refusal> refusals) {}

    private static final String MEMBERS = "/my/organisation/members";

    private final OrganisationRegistry registry;
    private final CurrentActor actor;
    private final Flash flash;
    private final Clock clock;

    MembersResource(OrganisationRegistry registry, CurrentActor actor, Flash flash, Clock clock) {
        this.registry = registry;
        this.actor = actor;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    @Path("/members")
    public TemplateInstance show() {
        return page(List.of());
    }

    @POST
    @Path("/members/{person}/part")
    public Response part(@RestPath String person, @RestForm @DefaultValue("false") boolean owner) {
        return after(
                registry.makeOwner(actor.get(), Ids.person(person), owner, clock.instant()),
                owner ? "belonging:made_owner" : "belonging:made_colleague",
                MEMBERS);
    }

    @POST
    @Path("/members/{person}/remove")
    public Response remove(@RestPath String person) {
        return after(
                registry.removeMember(actor.get(), Ids.person(person), clock.instant()), "belonging:removed", MEMBERS);
    }

    @POST
    @Path("/leave")
    public Response leave() {
        return after(registry.leave(actor.get(), clock.instant()), "belonging:left", "/");
    }

    private Response after(Outcome<?> outcome, String says, String next) {
        return outcome.fold(
                done -> {
                    flash.say(says);
                    return Redirect.to(next);
                },
                refusals -> Refused.page(page(refusals)));
    }

    private TemplateInstance page(List<Refusal> refusals) {
        return Templates.members(
                new MembersPage(registry.colleagues(actor.get()).orElseThrow(NotFound::new), refusals));
    }
}
