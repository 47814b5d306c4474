package org.muster.shared;

import java.util.Objects;
import java.util.UUID;

/** Names one site. */
public record SiteId(UUID value) {

    public SiteId {
        Objects.requireNonNull(value, "site id");
    }

    /** A fresh id, never used before. */
    public static SiteId create() {
        return new SiteId(UUID.randomUUID());
    }

    /** Reads the form that {@link #toString()} writes; throws {@link IllegalArgumentException} on anything else. */
    public static SiteId of(String text) {
        return new SiteId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
