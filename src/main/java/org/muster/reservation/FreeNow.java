package org.muster.reservation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.Sale;
import org.muster.shared.ListingId;
import org.muster.shared.Quantity;

/**
 * What can be had of a listing at this moment.
 *
 * @param free whether anything can be had; what nobody said is not free
 * @param left of a lot, or of today's output; null for exclusive time
 * @param heldUntil when somebody's hold that stands in the way ends by itself; null when none does
 */
public record FreeNow(
        ListingId listing,
        Sale sale,
        boolean free,
        @Nullable Quantity left,
        @Nullable Instant heldUntil) {}
