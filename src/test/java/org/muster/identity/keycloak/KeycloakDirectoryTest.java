package org.muster.identity.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.junit.jupiter.api.Test;
import org.muster.identity.IdentityMirror;
import org.muster.identity.keycloak.KeycloakAdmin.KnownOrganization;
import org.muster.shared.OrganisationId;

/** Against the real Keycloak: what Muster knows is told there, and telling it twice is harmless. */
@QuarkusTest
class KeycloakDirectoryTest {

    private static final String WANG = "00000000-0000-4000-8000-000000000001";

    @Inject
    IdentityMirror mirror;

    @RestClient
    KeycloakAdmin keycloak;

    @Inject
    OidcClient serviceAccount;

    @Test
    void an_organisation_and_its_member_are_told_once_however_often() {
        OrganisationId id = OrganisationId.create();
        for (int time = 0; time < 2; time++) {
            mirror.organisationRegistered(id, "青岛无纺布厂 " + id);
            mirror.memberJoined(id, WANG);
        }
        assertThat(known(id)).extracting(KnownOrganization::name).containsExactly("青岛无纺布厂 " + id);
    }

    @Test
    void two_organisations_may_share_a_name() {
        OrganisationId one = OrganisationId.create();
        OrganisationId other = OrganisationId.create();
        String name = "宏达机械厂 " + one;
        mirror.organisationRegistered(one, name);
        mirror.organisationRegistered(other, name);
        assertThat(known(one)).hasSize(1);
        assertThat(known(other))
                .singleElement()
                .satisfies(told -> assertThat(told.name()).startsWith(name + " ("));
    }

    @Test
    void a_member_of_an_organisation_not_told_yet_has_to_wait() {
        assertThatThrownBy(() -> mirror.memberJoined(OrganisationId.create(), WANG))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_member_whose_account_is_gone_there_holds_nobody_up() {
        OrganisationId id = OrganisationId.create();
        mirror.organisationRegistered(id, "东莞耳带厂 " + id);
        mirror.memberJoined(id, "00000000-0000-4000-8000-0000000000ff");
        mirror.memberLeft(id, "00000000-0000-4000-8000-0000000000ff");
        mirror.memberJoined(id, WANG);
        assertThat(known(id)).hasSize(1);
    }

    private List<KnownOrganization> known(OrganisationId id) {
        String token = serviceAccount
                .getTokens()
                .await()
                .atMost(Duration.ofSeconds(20))
                .getAccessToken();
        return keycloak.organizations("Bearer " + token, "muster", "muster_id:" + id);
    }
}
