package org.muster.crash;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a client asked for of one listing: a time for itself alone, or an amount of what is on hand.
 *
 * @param amount null when time is asked for
 */
record Wish(
        String listing,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable BigDecimal amount) {

    static Wish time(String listing, Instant from, Instant to) {
        return new Wish(listing, from, to, null);
    }

    static Wish amount(String listing, long amount) {
        return new Wish(listing, null, null, BigDecimal.valueOf(amount));
    }
}
