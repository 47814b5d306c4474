package org.muster.organisation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.muster.identity.Actor;
import org.muster.identity.People;
import org.muster.outbox.OutboxWorker;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;

/** Against the real Keycloak: who registers and who joins is a member there soon after. */
@QuarkusTest
class IdentityProviderMirrorTest {

    private static final String WANG = "00000000-0000-4000-8000-000000000001";
    private static final String LI = "00000000-0000-4000-8000-000000000002";

    @Inject
    OrganisationRegistry registry;

    @Inject
    IdentityProviderMirror mirror;

    @Inject
    People people;

    @Inject
    Cast cast;

    @Inject
    Clock clock;

    @Inject
    OidcClient serviceAccount;

    @Inject
    OutboxWorker outbox;

    @ConfigProperty(name = "muster.keycloak.url")
    String keycloak;

    @Test
    void the_owner_and_the_colleague_are_members_of_the_organisation_at_the_identity_provider() {
        Actor wang = signedIn(WANG, "王建国");
        String name = Cast.aName();
        OrganisationId id = Cast.theIdOf(registry.register(wang, Cast.named(name), clock.instant()));
        // Whatever other tests left waiting goes first, and is no part of the minute.
        outbox.drain();
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(organisations(id)).hasSize(1);
            assertThat(members(id)).containsExactly(WANG);
        });

        Actor li = signedIn(LI, "李敏");
        Cast.theIdOf(registry.join(li, cast.aLinkFrom(Cast.actingFor(wang, id)), clock.instant()));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(members(id)).containsExactlyInAnyOrder(WANG, LI));

        Cast.theIdOf(registry.leave(Cast.actingFor(li, id), clock.instant()));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(members(id)).containsExactly(WANG));
    }

    @Test
    void being_told_twice_does_no_harm() {
        Actor wang = signedIn(WANG, "王建国");
        PersonId person = wang.person().orElseThrow();
        var registered = new OrganisationRegistered(OrganisationId.create(), Cast.aName(), person);
        mirror.deliver(List.of(registered));
        mirror.deliver(List.of(registered));
        assertThat(organisations(registered.organisation())).hasSize(1);
        assertThat(members(registered.organisation())).containsExactly(WANG);
        var left = new MemberLeft(registered.organisation(), person);
        mirror.deliver(List.of(left));
        mirror.deliver(List.of(left));
        assertThat(members(registered.organisation())).isEmpty();
    }

    private Actor signedIn(String subject, String name) {
        PersonId person = people.signedIn(subject, name, null, null, clock.instant());
        return new Actor(Optional.of(person), name, Set.of(), Optional.empty(), false);
    }

    private List<String> organisations(OrganisationId id) {
        return given().auth()
                .oauth2(token())
                .queryParam("q", "muster_id:" + id)
                .get(keycloak + "/admin/realms/muster/organizations")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("id", String.class);
    }

    private List<String> members(OrganisationId id) {
        return given().auth()
                .oauth2(token())
                .get(keycloak + "/admin/realms/muster/organizations/"
                        + organisations(id).get(0) + "/members")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("id", String.class);
    }

    private String token() {
        return serviceAccount.getTokens().await().atMost(Duration.ofSeconds(20)).getAccessToken();
    }
}
