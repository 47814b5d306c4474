package org.muster.recipe;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The recipes that ship with the product, {@code recipe/library.json}: reference data, changed by a release and a higher version only. */
final class Library {

    /** A figure stays the decimal it was written as. */
    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Library() {}

    static List<Recipe> read() {
        try (InputStream in = Objects.requireNonNull(
                Library.class.getResourceAsStream("/recipe/library.json"), "recipe/library.json")) {
            return List.of(JSON.readValue(in, Recipe[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
