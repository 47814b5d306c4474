package org.muster.identity.keycloak;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.runtime.TokensHelper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.muster.identity.IdentityMirror;
import org.muster.identity.keycloak.KeycloakAdmin.KnownOrganization;
import org.muster.identity.keycloak.KeycloakAdmin.NewOrganization;
import org.muster.shared.OrganisationId;

/**
 * Keeps Keycloak's organisations like ours. Ours is found again by its id, kept there as an attribute; its name there is unique, ours need
 * not be, so a second one of a name carries the start of its id.
 */
@ApplicationScoped
class KeycloakDirectory implements IdentityMirror {

    private static final Logger LOG = Logger.getLogger(KeycloakDirectory.class);

    private static final String OUR_ID = "muster_id";
    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;
    private static final int NO_MEMBER = 400;
    private static final int NAME_SUFFIX = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final KeycloakAdmin keycloak;
    private final OidcClient serviceAccount;
    private final String realm;
    private final TokensHelper tokens = new TokensHelper();

    KeycloakDirectory(
            @RestClient KeycloakAdmin keycloak,
            OidcClient serviceAccount,
            @ConfigProperty(name = "muster.keycloak.realm", defaultValue = "muster") String realm) {
        this.keycloak = keycloak;
        this.serviceAccount = serviceAccount;
        this.realm = realm;
    }

    @Override
    public void organisationRegistered(OrganisationId organisation, String name) {
        if (find(organisation).isPresent()) {
            return;
        }
        if (!created(organisation, name) && find(organisation).isEmpty()) {
            String told = name + " (" + organisation.toString().substring(0, NAME_SUFFIX) + ")";
            if (!created(organisation, told) && find(organisation).isEmpty()) {
                throw new IllegalStateException("Keycloak takes organisation " + organisation + " under no name");
            }
        }
    }

    @Override
    public void memberJoined(OrganisationId organisation, String subject) {
        KnownOrganization known = find(organisation)
                .orElseThrow(
                        () -> new IllegalStateException("Keycloak has not been told of organisation " + organisation));
        try {
            keycloak.addMember(token(), realm, known.id(), subject);
        } catch (WebApplicationException refused) {
            int status = refused.getResponse().getStatus();
            if (status == NOT_FOUND) {
                // Keycloak has just shown the organisation, so it is the account that is gone there: nobody is left to
                // be a member.
                LOG.infof("Account %s is not known to Keycloak; not told of %s", subject, organisation);
            } else if (status != CONFLICT) {
                throw refused;
            }
            // Otherwise told before: a member already.
        }
    }

    @Override
    public void memberLeft(OrganisationId organisation, String subject) {
        find(organisation).ifPresent(known -> {
            try {
                keycloak.removeMember(token(), realm, known.id(), subject);
            } catch (WebApplicationException refused) {
                // Told before, or never a member there: gone either way. Keycloak says so with a 400.
                if (refused.getResponse().getStatus() != NOT_FOUND
                        && refused.getResponse().getStatus() != NO_MEMBER) {
                    throw refused;
                }
            }
        });
    }

    private boolean created(OrganisationId organisation, String name) {
        try {
            keycloak.create(
                    token(),
                    realm,
                    new NewOrganization(
                            name, organisation.toString(), true, Map.of(OUR_ID, List.of(organisation.toString()))));
            return true;
        } catch (WebApplicationException refused) {
            if (refused.getResponse().getStatus() == CONFLICT) {
                return false;
            }
            throw refused;
        }
    }

    private Optional<KnownOrganization> find(OrganisationId organisation) {
        return keycloak.organizations(token(), realm, OUR_ID + ":" + organisation).stream()
                .findFirst();
    }

    private String token() {
        return "Bearer "
                + tokens.getTokens(serviceAccount).await().atMost(PATIENCE).getAccessToken();
    }
}
