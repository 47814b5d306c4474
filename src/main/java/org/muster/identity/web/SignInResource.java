package org.muster.identity.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.muster.identity.Actor;
import org.muster.identity.CurrentActor;
import org.muster.identity.Role;
import org.muster.shell.LocalPath;
import org.muster.shell.Redirect;

/** Two addresses that need an account, so asking for them signs in or up; whoever arrives is sent on. */
@Path("/")
class SignInResource {

    private final CurrentActor actor;

    SignInResource(CurrentActor actor) {
        this.actor = actor;
    }

    @GET
    @Path("/sign-in")
    public Response signIn(@QueryParam("to") String to) {
        return Redirect.to(LocalPath.orHome(to));
    }

    /** A fresh account has no organisation yet: that is the next thing to do. */
    @GET
    @Path("/sign-up")
    public Response signUp(@QueryParam("to") String to) {
        Actor arrived = actor.get();
        String next = arrived.is(Role.MEMBER) || !arrived.roles().isEmpty() ? "/" : "/register";
        return Redirect.to(LocalPath.in(to).orElse(next));
    }
}
