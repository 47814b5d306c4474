package org.muster.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.Test;

/** The real servers are there, each in the shape that the application relies on. */
@QuarkusTest
class StackTest {

    @Inject
    AgroalDataSource database;

    @Inject
    RestClient elasticsearch;

    @ConfigProperty(name = "muster.keycloak.url")
    String keycloak;

    @Test
    void the_database_is_PostgreSQL_18_and_we_are_not_its_owner() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT current_user, current_setting('server_version_num')::int")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("muster_app");
            assertThat(row.getInt(2)).isBetween(180_000, 189_999);
        }
    }

    @Test
    void the_application_may_not_change_the_schema() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("CREATE TABLE smuggled (id int)"))
                    .hasMessageContaining("permission denied for schema public");
        }
    }

    @Test
    void the_search_cluster_is_healthy() throws IOException {
        var answer = elasticsearch.performRequest(new Request("GET", "/_cluster/health"));
        assertThat(new String(answer.getEntity().getContent().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8))
                .containsAnyOf("\"status\":\"green\"", "\"status\":\"yellow\"");
    }

    @Test
    void the_realm_announces_itself_under_the_name_that_tokens_carry() {
        given().get(keycloak + "/realms/muster/.well-known/openid-configuration")
                .then()
                .statusCode(200)
                .body("issuer", equalTo(keycloak + "/realms/muster"));
    }

    @Test
    void a_person_signs_in_and_brings_their_roles() {
        assertThat(SignIn.as("liaison-zhao").get("/testing/who-am-i").body())
                .contains("liaison-zhao", "liaison")
                .doesNotContain("operator");
    }

    @Test
    void nobody_is_asked_to_sign_in() {
        assertThat(SignIn.asNobody().get("/testing/who-am-i").uri().toString()).startsWith(keycloak);
    }

    @Test
    void a_person_signs_in_through_the_browser() {
        try (var window = Browser.open(Look.phone())) {
            var page = window.newPage();
            SignIn.through(page, "operator-sun");
            PlaywrightAssertions.assertThat(page.getByRole(AriaRole.HEADING)).hasText("operator-sun");
        }
    }
}
