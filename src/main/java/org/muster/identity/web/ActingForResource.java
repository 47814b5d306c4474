package org.muster.identity.web;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.muster.identity.CurrentActor;
import org.muster.identity.Membership;
import org.muster.identity.People;
import org.muster.shared.PersonId;
import org.muster.shell.Flash;
import org.muster.shell.LocalPath;
import org.muster.shell.NotFound;
import org.muster.shell.Redirect;

/** Choosing, among one's own organisations, the one to act for. */
@Path("/my/acting-for")
class ActingForResource {

    private final CurrentActor actor;
    private final People people;
    private final Flash flash;

    ActingForResource(CurrentActor actor, People people, Flash flash) {
        this.actor = actor;
        this.people = people;
        this.flash = flash;
    }

    @POST
    public Response actFor(@RestForm @DefaultValue("") String organisation, @RestForm String to) {
        if (organisation.isEmpty()) {
            actor.get().person().ifPresent(people::actForNobody);
            flash.say("shell:acting_for_nobody");
            return Redirect.to(LocalPath.orHome(to));
        }
        Membership chosen = actor.memberships().stream()
                .filter(membership -> membership.organisation().toString().equals(organisation))
                .findFirst()
                .orElseThrow(NotFound::new);
        PersonId person = actor.get().person().orElseThrow(NotFound::new);
        people.actFor(person, chosen.organisation());
        flash.say("shell:now_acting_for");
        return Redirect.to(LocalPath.orHome(to));
    }
}
