package org.muster.crash;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a ledger's tables hold when all is quiet again.
 *
 * @param entries the history, in its own order
 * @param taken what is occupied now
 * @param lots what is on hand and promised of each lot
 * @param claims where each claim stands by the ledger's own word, for claims that have a row
 */
record LedgerState(List<Entry> entries, List<Taken> taken, Map<String, Lot> lots, Map<String, Stage> claims) {

    enum Stage {
        HELD,
        COMMITTED,
        CONSUMED,
        RELEASED,
        EXPIRED;

        boolean lives() {
            return this == HELD || this == COMMITTED;
        }

        boolean mayFollow(@Nullable Stage before) {
            return switch (this) {
                case HELD -> before == null;
                case COMMITTED, EXPIRED -> before == HELD;
                case CONSUMED -> before == COMMITTED;
                case RELEASED -> before == HELD || before == COMMITTED;
            };
        }
    }

    /**
     * One line of the history.
     *
     * @param by the organisation that did it; null for the ledger itself
     * @param key under which it was asked; null for the ledger itself
     * @param from with {@code to}, the exclusive time; null for an amount
     * @param amount what this adds to what is promised of the listing, below zero when it gives back
     * @param until when what is held ends by itself
     */
    record Entry(
            long number,
            Instant at,
            Stage stage,
            String hold,
            String claim,
            String listing,
            @Nullable String by,
            @Nullable String key,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable BigDecimal amount,
            @Nullable Instant until) {}

    /** One row of what is occupied. */
    record Taken(
            String claim,
            String listing,
            Stage stage,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable BigDecimal amount) {}

    /**
     * One lot.
     *
     * @param stocked what was put there before the first operation
     */
    record Lot(BigDecimal stocked, BigDecimal onHand, BigDecimal reserved) {}
}
