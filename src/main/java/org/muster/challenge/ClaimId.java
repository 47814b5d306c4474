package org.muster.challenge;

import java.util.Objects;
import java.util.UUID;

/** Names one claim. */
public record ClaimId(UUID value) {

    public ClaimId {
        Objects.requireNonNull(value, "claim id");
    }

    /** A fresh id, never used before. */
    public static ClaimId create() {
        return new ClaimId(UUID.randomUUID());
    }

    /** Reads the form that {@link #toString()} writes; throws {@link IllegalArgumentException} on anything else. */
    public static ClaimId of(String text) {
        return new ClaimId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
