package org.muster.reservation;

import java.util.Objects;
import java.util.UUID;

/** Names one hold. */
public record HoldId(UUID value) {

    public HoldId {
        Objects.requireNonNull(value, "hold id");
    }

    /** A fresh id, never used before. */
    public static HoldId create() {
        return new HoldId(UUID.randomUUID());
    }

    /** Reads the form that {@link #toString()} writes; throws {@link IllegalArgumentException} on anything else. */
    public static HoldId of(String text) {
        return new HoldId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
