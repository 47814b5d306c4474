package org.muster.search.elasticsearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/** Settings and fields of the index, as {@code search/listings.json} has them. Any change of that file makes a new version, and Muster rebuilds the index at its start. */
@Singleton
class Shape {

    private static final String FILE = "/search/listings.json";

    private final JsonNode json;
    private final String version;

    Shape(ObjectMapper mapper) {
        try (var file = Objects.requireNonNull(Shape.class.getResourceAsStream(FILE), FILE)) {
            this.json = mapper.readTree(file);
            this.version = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(json.toString().getBytes(StandardCharsets.UTF_8)))
                    .substring(0, 12);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java knows SHA-256", e);
        }
    }

    String version() {
        return version;
    }

    /** The request that creates an index of this shape. */
    ObjectNode creation() {
        ObjectNode creation = json.deepCopy();
        creation.withObject("/mappings/_meta").put("shape", version);
        return creation;
    }
}
