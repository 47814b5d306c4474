package org.muster.catalogue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.shared.ListingId;
import org.muster.shared.Refusal;
import org.muster.shared.TimeWindow;

/**
 * Port to whoever gives capacity away: what stands in the way of a change, because it was promised to somebody. Asked inside of the
 * transaction that makes the change; nothing new is promised between the question and the end of that transaction.
 */
public interface Promises {

    /**
     * Why this stretch of time cannot cease to be free; nothing when nobody was promised any of it. The listing was locked before
     * ({@code Offers.lock}): listings come before windows in the one order in which everybody locks.
     */
    List<Refusal> standingIn(ListingId listing, TimeWindow during, Instant now);

    /**
     * Why the listing cannot sell this from now on.
     *
     * @param sells the sale with its dimension
     * @param quantityBase on hand, or a day's output, in base units
     */
    List<Refusal> standingAgainst(ListingId listing, String sells, @Nullable BigDecimal quantityBase, Instant now);
}
