package org.muster.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.muster.crash.Operation.Deed;

/** Asks over the network, as any client does, and says honestly what it heard. */
final class LedgerClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Subject subject;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    LedgerClient(Subject subject) {
        this.subject = subject;
    }

    /** The operation with one more attempt. */
    Operation ask(Operation operation, Instant until) {
        Instant asked = Instant.now();
        Answer answer = answer(operation, until);
        return operation.heard(asked, Instant.now(), answer);
    }

    private Answer answer(Operation operation, Instant until) {
        String address = subject.application().url();
        if (address.isEmpty()) {
            return new Answer.Unknown("not there");
        }
        try {
            HttpResponse<String> response = client.send(
                    HttpRequest.newBuilder(URI.create(address + path(operation)))
                            .timeout(PATIENCE)
                            .header("Authorization", "Bearer " + subject.token(operation.organisation()))
                            .header("Idempotency-Key", operation.key())
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body(operation, until)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return read(response);
        } catch (IOException broken) {
            return new Answer.Unknown(broken.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Unknown("interrupted");
        }
    }

    /** A refusal is one only when the ledger gives its reason; whatever else is no yes may be either. */
    private static Answer read(HttpResponse<String> response) throws IOException {
        if (response.statusCode() >= 500 || response.statusCode() == 401) {
            return new Answer.Unknown("status " + response.statusCode());
        }
        JsonNode said = JSON.readTree(response.body());
        if (response.statusCode() < 300) {
            return new Answer.Done(said.path("id").asText());
        }
        List<String> causes = new ArrayList<>();
        said.path("refusals").forEach(refusal -> causes.add(refusal.path("key").asText()));
        return causes.isEmpty()
                ? new Answer.Unknown("status " + response.statusCode() + " " + response.body())
                : new Answer.Refused(causes);
    }

    private static String path(Operation operation) {
        return operation.deed() == Deed.HOLD
                ? "/api/v1/holds"
                : "/api/v1/holds/" + operation.hold() + "/"
                        + operation.deed().name().toLowerCase(Locale.ROOT);
    }

    private static String body(Operation operation, Instant until) {
        ObjectNode body = JSON.createObjectNode().put("reason", "storm");
        if (operation.deed() == Deed.HOLD) {
            body.put("until", until.toString());
            var claims = body.putArray("claims");
            for (Wish wish : operation.wishes()) {
                ObjectNode claim = claims.addObject().put("listing", wish.listing());
                if (wish.from() != null && wish.to() != null) {
                    claim.put("from", wish.from().toString())
                            .put("to", wish.to().toString());
                }
                if (wish.amount() != null) {
                    claim.putObject("quantity")
                            .put("amount", wish.amount().toPlainString())
                            .put("unit", "zhi");
                }
            }
        }
        return body.toString();
    }
}
