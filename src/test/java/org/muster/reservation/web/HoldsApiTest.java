package org.muster.reservation.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.testing.SignIn;
import org.muster.testing.SignIn.Visitor;
import org.muster.testing.Tokens;
import org.muster.testing.Traders;

/** Holding and what follows, as a program does it with a token of the real Keycloak. */
@QuarkusTest
class HoldsApiTest {

    private static final String HOLDS = "/api/v1/holds";

    @ConfigProperty(name = "muster.keycloak.url")
    String keycloak;

    private final LocalDate day = LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(3);
    private Tokens tokens;
    private String line;
    private String stock;

    @BeforeEach
    void a_supplier_and_a_buyer() {
        tokens = Tokens.at(keycloak);
        Visitor wang = Traders.someoneOf("供方" + Traders.aWord(), SignIn.applicationUrl(), "supplier-wang");
        line = Traders.publishLine(wang, "整线" + Traders.aWord(), Map.of("supplyMode", "LINE_FOR_HIRE"));
        Traders.openWindow(wang, line, day + "T00:00", day.plusDays(1) + "T00:00");
        stock = Traders.publishStock(wang, "现货" + Traders.aWord(), 100);
        Traders.someoneOf("需方" + Traders.aWord(), SignIn.applicationUrl(), "buyer-li");
    }

    @Test
    void time_and_stock_are_held_confirmed_and_delivered() {
        String id = hold("buyer-li", aKey(), timeAnd(8, 10, 40))
                .statusCode(201)
                .body("state", equalTo("HELD"))
                .body("claims.state", contains("HELD", "HELD"))
                .body("claims[1].quantity.amount", equalTo("40"))
                .body("may", hasItems("release", "reduce"))
                .extract()
                .path("id");
        as("buyer-li").get(HOLDS + "/" + id).then().statusCode(200).body("id", equalTo(id));
        step("supplier-wang", id, "commit").statusCode(200).body("state", equalTo("COMMITTED"));
        as("buyer-li").get(HOLDS + "/" + id).then().statusCode(200).body("state", equalTo("COMMITTED"));
        step("supplier-wang", id, "commit")
                .statusCode(409)
                .body("refusals.key", contains("reservation.committed_committed"));
    }

    @Test
    void the_same_key_gives_the_same_answer_and_does_it_once() {
        String key = aKey();
        Map<String, Object> order = Map.of("claims", List.of(amount("60")));
        String id = hold("buyer-li", key, order).statusCode(201).extract().path("id");
        hold("buyer-li", key, order).statusCode(201).body("id", equalTo(id));
        hold("buyer-li", key, Map.of("claims", List.of(amount("10"))))
                .statusCode(422)
                .body("refusals.key", contains("reservation.key_used"));
        hold("buyer-li", aKey(), Map.of("claims", List.of(amount("60")))).statusCode(409);
        hold("buyer-li", aKey(), Map.of("claims", List.of(amount("40")))).statusCode(201);
    }

    @Test
    void a_refusal_is_a_problem_with_a_reason_in_the_language_asked_for() {
        hold("buyer-li", aKey(), timeAnd(8, 10, 1)).statusCode(201);
        Traders.someoneOf("另一需方" + Traders.aWord(), SignIn.applicationUrl(), "liaison-zhao");
        as("liaison-zhao")
                .header("Idempotency-Key", aKey())
                .header("Accept-Language", "en")
                .contentType("application/json")
                .body(timeAnd(9, 11, 1))
                .post(HOLDS)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("status", equalTo(409))
                .body("title", equalTo("The request was refused"))
                .body("refusals.key", hasItem(org.hamcrest.Matchers.startsWith("reservation.taken")))
                .body("refusals[0].text", org.hamcrest.Matchers.containsString("nothing was held"));
    }

    @Test
    void each_field_that_cannot_be_read_is_named() {
        hold(
                        "buyer-li",
                        aKey(),
                        Map.of(
                                "claims",
                                List.of(
                                        Map.of("listing", line, "from", moment(10), "to", moment(9)),
                                        Map.of("quantity", Map.of("amount", "1e999999999", "unit", "zhi")),
                                        Map.of("listing", stock))))
                .statusCode(422)
                .body("refusals.field", contains("claims.0.to", "claims.1.listing", "claims.1.quantity", "claims.2"));
        as("buyer-li")
                .contentType("application/json")
                .body(timeAnd(8, 10, 1))
                .post(HOLDS)
                .then()
                .statusCode(400)
                .body("refusals.key", contains("reservation.api_key_missing"));
        as("buyer-li")
                .header("Idempotency-Key", aKey())
                .contentType("application/json")
                .body("{\"claims\": [")
                .post(HOLDS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void what_does_not_concern_whoever_asks_looks_like_nothing() {
        String id = hold("buyer-li", aKey(), timeAnd(8, 10, 1))
                .statusCode(201)
                .extract()
                .path("id");
        Traders.someoneOf("旁人" + Traders.aWord(), SignIn.applicationUrl(), "newcomer");
        as("newcomer").get(HOLDS + "/" + id).then().statusCode(404);
        step("newcomer", id, "release").statusCode(404);
        as("newcomer").get(HOLDS + "/" + UUID.randomUUID()).then().statusCode(404);
        as("newcomer").get(HOLDS + "/nonsense").then().statusCode(404);
        as("buyer-li").get(HOLDS + "/" + id).then().body("state", equalTo("HELD"));
    }

    @Test
    void a_hold_is_reduced_extended_and_given_back() {
        String id = hold("buyer-li", aKey(), Map.of("claims", List.of(amount("50"))))
                .statusCode(201)
                .extract()
                .path("id");
        as("buyer-li")
                .header("Idempotency-Key", aKey())
                .contentType("application/json")
                .body(Map.of("quantity", Map.of("amount", "20", "unit", "zhi"), "reason", "需求减少"))
                .post(HOLDS + "/" + id + "/reduce")
                .then()
                .statusCode(200)
                .body("claims[0].quantity.amount", equalTo("20"));
        as("buyer-li")
                .header("Idempotency-Key", aKey())
                .contentType("application/json")
                .body(Map.of("until", java.time.Instant.now().plusSeconds(3_600).toString()))
                .post(HOLDS + "/" + id + "/extend")
                .then()
                .statusCode(200);
        step("buyer-li", id, "release").statusCode(200).body("state", equalTo("RELEASED"));
        hold("buyer-li", aKey(), Map.of("claims", List.of(amount("100")))).statusCode(201);
    }

    @Test
    void a_program_needs_a_token_and_an_organisation_and_a_session_is_no_token() {
        given().get(HOLDS + "/" + UUID.randomUUID())
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .contentType("application/problem+json");
        given().header("Authorization", "Bearer nonsense")
                .get(HOLDS + "/" + UUID.randomUUID())
                .then()
                .statusCode(401);
        as("operator-sun").get(HOLDS + "/" + UUID.randomUUID()).then().statusCode(403);
        Visitor signedIn = SignIn.as("buyer-li");
        assertThat(signedIn.get(HOLDS + "/" + UUID.randomUUID()).statusCode()).isEqualTo(401);
    }

    @Test
    void a_page_elsewhere_cannot_send_what_is_no_form_in_the_name_of_a_session() {
        Visitor signedIn = SignIn.as("buyer-li");
        assertThat(signedIn.postPlain("/preferences/theme", "theme=dark").statusCode())
                .isEqualTo(400);
    }

    private RequestSpecification as(String username) {
        return given().header("Authorization", "Bearer " + tokens.of(username));
    }

    private ValidatableResponse hold(String username, String key, Map<String, Object> order) {
        return as(username)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(order)
                .post(HOLDS)
                .then();
    }

    private ValidatableResponse step(String username, String hold, String step) {
        return as(username)
                .header("Idempotency-Key", aKey())
                .contentType("application/json")
                .body(Map.of("reason", "按约定"))
                .post(HOLDS + "/" + hold + "/" + step)
                .then();
    }

    private Map<String, Object> timeAnd(int from, int to, int pieces) {
        return Map.of(
                "claims",
                List.of(
                        Map.of("listing", line, "from", moment(from), "to", moment(to)),
                        amount(Integer.toString(pieces))));
    }

    private Map<String, Object> amount(String pieces) {
        return Map.of("listing", stock, "quantity", Map.of("amount", pieces, "unit", "zhi"));
    }

    private String moment(int hour) {
        return day + "T" + (hour < 10 ? "0" : "") + hour + ":00:00+08:00";
    }

    private static String aKey() {
        return UUID.randomUUID().toString();
    }
}
