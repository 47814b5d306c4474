package org.muster.importexport;

import java.util.Objects;
import java.util.UUID;

/** Names one import. */
public record ImportId(UUID value) {

    public ImportId {
        Objects.requireNonNull(value, "import id");
    }

    static ImportId create() {
        return new ImportId(UUID.randomUUID());
    }

    /** Reads the form that {@link #toString()} writes; throws {@link IllegalArgumentException} on anything else. */
    public static ImportId of(String text) {
        return new ImportId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
