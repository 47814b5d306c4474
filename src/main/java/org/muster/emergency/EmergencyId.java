package org.muster.emergency;

import java.util.Objects;
import java.util.UUID;

/** Names one emergency. */
public record EmergencyId(UUID value) {

    public EmergencyId {
        Objects.requireNonNull(value, "emergency id");
    }

    /** A fresh id, never used before. */
    public static EmergencyId create() {
        return new EmergencyId(UUID.randomUUID());
    }

    /** Reads the form that {@link #toString()} writes; throws {@link IllegalArgumentException} on anything else. */
    public static EmergencyId of(String text) {
        return new EmergencyId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
