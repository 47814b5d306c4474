package org.muster.shared;

import java.util.Objects;
import java.util.UUID;

/** Names one listing. */
public record ListingId(UUID value) {

    public ListingId {
        Objects.requireNonNull(value, "listing id");
    }

    /** A fresh id, never used before. */
    public static ListingId create() {
        return new ListingId(UUID.randomUUID());
    }

    /** Reads the form that {@link #toString()} writes; throws {@link IllegalArgumentException} on anything else. */
    public static ListingId of(String text) {
        return new ListingId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
