package org.muster.search.elasticsearch;

import static org.muster.search.elasticsearch.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.muster.search.IndexAway;
import org.muster.search.IndexedListing;
import org.muster.shared.ListingId;

/** Many documents in one request, each under the revision of its listing: what is older than what is there changes nothing. */
final class Bulk {

    private static final int CONFLICT = 409;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;

    private Bulk() {}

    static void index(StringBuilder lines, String index, List<IndexedListing> listings, Wire wire) {
        for (IndexedListing listing : listings) {
            Map<String, Object> to = object(
                    "_index",
                    index,
                    "_id",
                    listing.id().toString(),
                    "version",
                    listing.revision(),
                    "version_type",
                    "external_gte");
            lines.append(wire.json(object("index", to))).append('\n');
            lines.append(wire.json(Documents.of(listing))).append('\n');
        }
    }

    static void delete(StringBuilder lines, String index, ListingId id, long revision, Wire wire) {
        Map<String, Object> from =
                object("_index", index, "_id", id.toString(), "version", revision, "version_type", "external_gte");
        lines.append(wire.json(object("delete", from))).append('\n');
    }

    /** Throws {@link IndexAway} when the index could not take it now, {@link IllegalStateException} when it never will. */
    static void send(StringBuilder lines, Wire wire) {
        if (lines.isEmpty()) {
            return;
        }
        JsonNode answer = wire.lines("/_bulk", lines.toString());
        if (!answer.path("errors").asBoolean()) {
            return;
        }
        for (JsonNode item : answer.path("items")) {
            JsonNode result = item.elements().next();
            int status = result.path("status").asInt();
            if (status < 300 || status == CONFLICT || status == NOT_FOUND) {
                continue;
            }
            String why = "Elasticsearch refused " + result.path("_id").asText() + " with " + status + ": "
                    + result.path("error").path("reason").asText();
            if (status == TOO_MANY || status >= 500) {
                throw new IndexAway(why);
            }
            throw new IllegalStateException(why);
        }
    }
}
