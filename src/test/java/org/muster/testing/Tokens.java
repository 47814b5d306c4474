package org.muster.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Access tokens of the people of the development realm, for programs that speak in their name. */
public final class Tokens {

    /** A token of the realm is good for five minutes. */
    private static final Duration FRESH = Duration.ofMinutes(3);

    private static final String CLIENT = "muster-tests";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    /** One for each Keycloak: a password is checked slowly, as it should be. */
    private static final Map<String, Tokens> KNOWN = new ConcurrentHashMap<>();

    private record Token(String text, Instant got) {}

    private final String keycloak;
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();

    /** @param keycloak its address, without the realm */
    public static Tokens at(String keycloak) {
        return KNOWN.computeIfAbsent(keycloak, Tokens::new);
    }

    private Tokens(String keycloak) {
        this.keycloak = keycloak;
        // The realm of production lets nobody sign in without its pages; tests bring a client that may.
        var administrator = token("master", "admin-cli", "admin", "muster-dev");
        var status = send(HttpRequest.newBuilder(URI.create(keycloak + "/admin/realms/muster/clients"))
                        .header("Authorization", "Bearer " + administrator)
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "{\"clientId\":\"" + CLIENT
                                                + "\",\"publicClient\":true,\"standardFlowEnabled\":false,\"directAccessGrantsEnabled\":true}")))
                .statusCode();
        if (status != 201 && status != 409) {
            throw new AssertionError("The client " + CLIENT + " could not be made: " + status);
        }
    }

    public String of(String username) {
        return tokens.compute(
                        username,
                        (who, known) -> known != null && known.got().plus(FRESH).isAfter(Instant.now())
                                ? known
                                : new Token(token("muster", CLIENT, who, "muster-dev"), Instant.now()))
                .text();
    }

    private String token(String realm, String client, String username, String password) {
        var answer = send(HttpRequest.newBuilder(
                        URI.create(keycloak + "/realms/" + realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(new TreeMap<>(Map.of(
                        "grant_type", "password",
                        "client_id", client,
                        "username", username,
                        "password", password))))));
        try {
            JsonNode token = JSON.readTree(answer.body()).path("access_token");
            if (token.isMissingNode()) {
                throw new AssertionError("No token for " + username + ": " + answer.body());
            }
            return token.asText();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(
                    request.timeout(Duration.ofSeconds(30)).build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
