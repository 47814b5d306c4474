package org.muster.reservation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.muster.shared.ListingId;
import org.muster.shared.TimeWindow;

/**
 * One row of what is taken: exclusive time, an amount of a lot, or an amount of one day.
 *
 * @param until when it ends by itself; null for what is committed
 * @param amount in base units
 */
record Cell(
        HoldId hold,
        ClaimId claim,
        ListingId listing,
        String sells,
        @Nullable Instant until,
        @Nullable TimeWindow during,
        @Nullable LocalDate day,
        @Nullable BigDecimal amount) {

    /** Everybody takes rows in this order, so that two requests wait for each other and do not block each other. */
    static final Comparator<Cell> ORDER = Comparator.comparing(
                    (Cell cell) -> cell.listing().value())
            .thenComparing(cell -> cell.day() == null ? LocalDate.MIN : cell.day())
            .thenComparing(cell -> {
                TimeWindow time = cell.during();
                return time == null ? Instant.MIN : time.from();
            });

    /** As an entry tells that it takes nothing any more: no time, no end, and its amount given back to the balance. */
    Cell given() {
        return new Cell(hold, claim, listing, sells, null, null, day, amount == null ? null : amount.negate());
    }

    /** As an entry tells that it takes the same as before, until this moment. */
    Cell unchanged(@Nullable Instant end) {
        return new Cell(hold, claim, listing, sells, end, during, day, amount == null ? null : BigDecimal.ZERO);
    }
}
