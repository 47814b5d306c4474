package org.muster.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What came of going over the whole chain.
 *
 * @param by the operator's name, or what started it
 * @param seals how many were gone over, up to the first break
 * @param entries how many were found as they were sealed
 * @param waiting how many were not sealed yet
 * @param head the hash of the last seal, in hexadecimal digits; worth noting outside of the database
 */
public record Verification(
        Instant at,
        Duration took,
        String by,
        long seals,
        long entries,
        long waiting,
        Optional<String> head,
        Optional<ChainBreak> firstBreak) {

    public boolean sound() {
        return firstBreak.isEmpty();
    }
}
