package org.muster.reservation;

import java.time.Instant;
import java.util.Optional;

/**
 * How a supplier has dealt with what others asked to hold of its listings.
 *
 * @param since requests older than this do not count
 * @param asked all of them, each listing of a request for itself; a supplier's own blocks do not count
 * @param fulfilled delivered or used
 * @param promised committed, and still to be delivered
 * @param lapsed ended by themselves because nobody answered
 * @param givenBack given back by either side, before or after it was committed
 * @param usualAnswerMinutes how long the middle one of all commitments took; empty when there is none
 */
public record SupplierRecord(
        Instant since,
        long asked,
        long fulfilled,
        long promised,
        long lapsed,
        long givenBack,
        Optional<Long> usualAnswerMinutes) {}
