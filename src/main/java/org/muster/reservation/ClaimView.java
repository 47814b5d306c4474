package org.muster.reservation;

import java.time.Instant;
import java.util.List;

/**
 * One claim of a hold.
 *
 * @param what as it was asked for, or as it was reduced to
 * @param onMine the viewer acts for the supplier of its listing
 * @param days of a live rate, what is taken of each day
 */
public record ClaimView(
        ClaimId id, Claim what, ClaimState state, Instant changedAt, boolean onMine, List<DayShare> days) {
    public ClaimView {
        days = List.copyOf(days);
    }
}
