package org.muster.challenge;

import java.util.Objects;
import java.util.UUID;

/** Names one challenge. */
public record ChallengeId(UUID value) {

    public ChallengeId {
        Objects.requireNonNull(value, "challenge id");
    }

    /** A fresh id, never used before. */
    public static ChallengeId create() {
        return new ChallengeId(UUID.randomUUID());
    }

    /** Reads the form that {@link #toString()} writes; throws {@link IllegalArgumentException} on anything else. */
    public static ChallengeId of(String text) {
        return new ChallengeId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
