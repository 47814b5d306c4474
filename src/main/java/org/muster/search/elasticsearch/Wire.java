package org.muster.search.elasticsearch;

import static org.muster.search.elasticsearch.Json.object;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.entity.ContentType;
import org.apache.http.nio.entity.NStringEntity;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RequestOptions;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.RestClient;
import org.jspecify.annotations.Nullable;
import org.muster.search.IndexAway;

/** Requests to Elasticsearch and their answers, both JSON; everything that goes wrong on the way is {@link IndexAway}. */
@Singleton
class Wire {

    private static final ContentType LINES = ContentType.create("application/x-ndjson", "UTF-8");
    /** A person waits: beyond this PostgreSQL answers instead. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Whoever asks for a whole bill of resources waits longer, and PostgreSQL would take longer still. */
    private static final Duration PATIENCE_FOR_EACH_MORE = Duration.ofMillis(500);

    /** A page asks no more than so many searches at once. */
    private static final int PAGE = 4;

    private static final int TRIES_AT_A_ROLLOVER = 2;
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERROR = 500;

    private final RestClient client;
    private final ObjectMapper mapper;

    Wire(RestClient client, ObjectMapper mapper) {
        this.client = client;
        this.mapper = mapper;
    }

    /** Several searches in one round trip; they run side by side there. */
    List<JsonNode> searches(String index, List<Map<String, Object>> searches) {
        StringBuilder lines = new StringBuilder();
        String header = json(object("index", index));
        for (Map<String, Object> search : searches) {
            lines.append(header).append('\n').append(json(search)).append('\n');
        }
        Request request = new Request("POST", "/_msearch");
        request.setOptions(patientFor(searches.size()));
        request.setEntity(new NStringEntity(lines.toString(), LINES));
        JsonNode responses = perform(request).path("responses");
        for (int again = 0; again < TRIES_AT_A_ROLLOVER && metARollover(responses); again++) {
            responses = perform(request).path("responses");
        }
        List<JsonNode> answers = new ArrayList<>();
        for (JsonNode answer : responses) {
            if (answer.has("error")) {
                throw new IndexAway("Elasticsearch refused a search: " + answer.path("error"));
            }
            if (answer.path("timed_out").asBoolean()
                    || answer.path("_shards").path("failed").asInt() > 0) {
                throw new IndexAway("Elasticsearch answered a search in part only");
            }
            answers.add(answer);
        }
        if (answers.size() != searches.size()) {
            throw new IndexAway("Elasticsearch answered " + answers.size() + " of " + searches.size() + " searches");
        }
        return answers;
    }

    private static RequestOptions patientFor(int searches) {
        int patience = Math.toIntExact(PATIENCE.plus(PATIENCE_FOR_EACH_MORE.multipliedBy(Math.max(0, searches - PAGE)))
                .toMillis());
        return RequestOptions.DEFAULT.toBuilder()
                .setRequestConfig(RequestConfig.custom()
                        .setConnectTimeout(Math.toIntExact(PATIENCE.toMillis()))
                        .setConnectionRequestTimeout(patience)
                        .setSocketTimeout(patience)
                        .build())
                .build();
    }

    /**
     * Whether the index may have been removed under a search; the alias stands for the next one by now. It shows in many ways, by how far the
     * search had come: no such index, no shard, a closed shard, an answer of no shard. What the index itself refuses is none of them.
     */
    private static boolean metARollover(JsonNode responses) {
        for (JsonNode response : responses) {
            int status = response.path("status").asInt();
            if (response.path("_shards").path("failed").asInt() > 0
                    || (response.has("error") && (status == NOT_FOUND || status >= SERVER_ERROR))) {
                return true;
            }
        }
        return false;
    }

    JsonNode lines(String path, String lines) {
        Request request = new Request("POST", path);
        request.setEntity(new NStringEntity(lines, LINES));
        return perform(request);
    }

    JsonNode send(String method, String path, @Nullable Object body) {
        Request request = new Request(method, path);
        if (body != null) {
            request.setJsonEntity(json(body));
        }
        return perform(request);
    }

    String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Maps, lists, texts and numbers are always JSON", e);
        }
    }

    private JsonNode perform(Request request) {
        try {
            Response response = client.performRequest(request);
            try (InputStream body = response.getEntity().getContent()) {
                return mapper.readTree(body);
            }
        } catch (ResponseException e) {
            throw new IndexAway(
                    "Elasticsearch answered " + e.getResponse().getStatusLine().getStatusCode() + " to "
                            + request.getMethod() + " " + request.getEndpoint(),
                    e);
        } catch (IOException e) {
            throw new IndexAway("Elasticsearch does not answer: " + e.getMessage(), e);
        }
    }
}
