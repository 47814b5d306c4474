package org.muster.catalogue;

import java.time.Duration;
import java.time.Instant;

/** How long ago somebody last said that a listing still stands. */
public enum Freshness {
    FRESH(Duration.ofDays(7)),
    AGEING(Duration.ofDays(30)),
    STALE(Duration.ofDays(90)),
    /** Nobody has said anything for a season. */
    SILENT(Duration.ofSeconds(Long.MAX_VALUE));

    private final Duration upTo;

    Freshness(Duration upTo) {
        this.upTo = upTo;
    }

    /** The longest age that still counts as this; beyond all measure for the last. */
    public Duration upTo() {
        return upTo;
    }

    public static Freshness of(Instant lastConfirmedAt, Instant now) {
        Duration age = Duration.between(lastConfirmedAt, now);
        for (Freshness freshness : values()) {
            if (age.compareTo(freshness.upTo) <= 0) {
                return freshness;
            }
        }
        return SILENT;
    }
}
