package org.muster.identity.keycloak;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The few calls of Keycloak's admin interface that Muster makes. */
@RegisterRestClient(configKey = "keycloak")
@Path("/admin/realms/{realm}/organizations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface KeycloakAdmin {

    record NewOrganization(String name, String alias, boolean enabled, Map<String, List<String>> attributes) {}

    record KnownOrganization(String id, String name) {}

    /** @param query {@code attribute:value} */
    @GET
    List<KnownOrganization> organizations(
            @HeaderParam("Authorization") String token,
            @PathParam("realm") String realm,
            @QueryParam("q") String query);

    @POST
    void create(
            @HeaderParam("Authorization") String token, @PathParam("realm") String realm, NewOrganization organization);

    @POST
    @Path("/{id}/members")
    void addMember(
            @HeaderParam("Authorization") String token,
            @PathParam("realm") String realm,
            @PathParam("id") String organization,
            String subject);

    @DELETE
    @Path("/{id}/members/{subject}")
    void removeMember(
            @HeaderParam("Authorization") String token,
            @PathParam("realm") String realm,
            @PathParam("id") String organization,
            @PathParam("subject") String subject);
}
