package org.muster.catalogue;

import java.util.Objects;
import java.util.UUID;

/** Names one photo of a listing. */
public record PhotoId(UUID value) {

    public PhotoId {
        Objects.requireNonNull(value, "photo id");
    }

    static PhotoId create() {
        return new PhotoId(UUID.randomUUID());
    }

    /** Reads the form that {@link #toString()} writes; throws {@link IllegalArgumentException} on anything else. */
    public static PhotoId of(String text) {
        return new PhotoId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
