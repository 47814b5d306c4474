package org.muster.organisation.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import org.jboss.resteasy.reactive.RestPath;
import org.muster.identity.Actor;
import org.muster.identity.CurrentActor;
import org.muster.organisation.JoinOffer;
import org.muster.organisation.OrganisationRegistry;
import org.muster.shared.Refusal;
import org.muster.shell.Flash;
import org.muster.shell.Redirect;

/** Where a colleague's link leads. Chat apps open links to preview them, so looking changes nothing; only the confirming POST does. */
@Path("/join/{token}")
class JoinResource {

    private static final String BROKEN = "organisation.join_broken";

    @CheckedTemplate(basePath = "organisation")
    static class Templates {
        static native TemplateInstance join(JoinOffer.Open offer, String token, boolean signedIn);

        static native TemplateInstance join_already(JoinOffer.AlreadyIn offer);

        static native TemplateInstance join_closed(Refusal why);
    }

    private final OrganisationRegistry registry;
    private final CurrentActor actor;
    private final Flash flash;
    private final Clock clock;

    JoinResource(OrganisationRegistry registry, CurrentActor actor, Flash flash, Clock clock) {
        this.registry = registry;
        this.actor = actor;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    public Response show(@RestPath String token) {
        Actor viewer = actor.get();
        JoinOffer offer = registry.offer(viewer, token, clock.instant());
        if (offer instanceof JoinOffer.Open open) {
            return Response.ok(Templates.join(open, token, viewer.isSignedIn())).build();
        }
        if (offer instanceof JoinOffer.AlreadyIn already) {
            return Response.ok(Templates.join_already(already)).build();
        }
        return closed(((JoinOffer.Closed) offer).why());
    }

    @POST
    public Response join(@RestPath String token) {
        return registry.join(actor.get(), token, clock.instant())
                .fold(
                        organisation -> {
                            flash.say("organisation:joined");
                            return Redirect.to("/my/organisation");
                        },
                        reasons -> closed(reasons.get(0)));
    }

    private static Response closed(Refusal why) {
        Response.Status status = why.key().equals(BROKEN) ? Response.Status.NOT_FOUND : Response.Status.GONE;
        return Response.status(status).entity(Templates.join_closed(why)).build();
    }
}
