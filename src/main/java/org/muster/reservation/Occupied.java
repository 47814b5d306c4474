package org.muster.reservation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.muster.shared.ListingId;
import org.muster.shared.Quantity;
import org.muster.shared.TimeWindow;

/**
 * That some time of a listing is taken, never by whom.
 *
 * @param until when it ends by itself; null for what is committed
 * @param quantity so much of that day's output; null for exclusive time
 */
public record Occupied(
        ListingId listing,
        TimeWindow during,
        OccupancyState state,
        @Nullable Instant until,
        @Nullable Quantity quantity) {}
