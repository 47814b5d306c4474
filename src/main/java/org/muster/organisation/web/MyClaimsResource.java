package org.muster.organisation.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.muster.identity.CurrentActor;
import org.muster.organisation.ClaimedOrganisation;
import org.muster.organisation.Ownership;
import org.muster.shared.Refusal;
import org.muster.shell.Flash;
import org.muster.shell.Redirect;
import org.muster.shell.Refused;

/** The organisations that somebody has claimed, and what became of it. */
@Path("/my/claims")
class MyClaimsResource {

    @CheckedTemplate(basePath = "organisation")
    static class Templates {
        static native TemplateInstance my_claims(MyClaimsPage view);
    }

    record MyClaimsPage(List<ClaimedOrganisation> claims, List<Refusal> refusals) {}

    private final Ownership ownership;
    private final CurrentActor actor;
    private final Flash flash;
    private final Clock clock;

    MyClaimsResource(Ownership ownership, CurrentActor actor, Flash flash, Clock clock) {
        this.ownership = ownership;
        this.actor = actor;
        this.flash = flash;
        this.clock = clock;
    }

    @GET
    public TemplateInstance list() {
        return page(List.of());
    }

    @POST
    @Path("/{id}/withdraw")
    public Response withdraw(@RestPath String id) {
        return ownership
                .withdraw(actor.get(), OrganisationIds.any(id), clock.instant())
                .fold(
                        done -> {
                            flash.say("belonging:claim_withdrawn");
                            return Redirect.to("/my/claims");
                        },
                        refusals -> Refused.page(page(refusals)));
    }

    private TemplateInstance page(List<Refusal> refusals) {
        return Templates.my_claims(new MyClaimsPage(ownership.own(actor.get()), refusals));
    }
}
