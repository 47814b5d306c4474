package org.muster.testing;

import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.TreeSet;

/** Tells a signed-in person who they are; only there in tests. */
@Path("/testing/who-am-i")
@Authenticated
class WhoAmIResource {

    private final SecurityIdentity identity;

    WhoAmIResource(SecurityIdentity identity) {
        this.identity = identity;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public String whoAmI() {
        return "<!DOCTYPE html><html lang=\"en\"><title>Who am I</title><h1>%s</h1><p>%s</p></html>"
                .formatted(identity.getPrincipal().getName(), new TreeSet<>(identity.getRoles()));
    }
}
