package org.muster.reservation.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.reservation.ClaimState;
import org.muster.shared.Quantity;

/**
 * A hold as both lists and its own page show it.
 *
 * @param who the other side: who holds it, or whose listings they are; empty when that is not said
 * @param whoUrl their page, null when that is not said
 * @param until null when it does not end by itself any more
 * @param key of the step that the row's button takes
 */
public record HoldLine(
        String id,
        ClaimState state,
        String who,
        @Nullable String whoUrl,
        List<What> what,
        Instant placedAt,
        String placedBy,
        @Nullable Instant until,
        String reason,
        boolean canCommit,
        boolean canRelease,
        boolean canConsume,
        boolean canExtend,
        boolean canReduce,
        String key) {

    /**
     * One thing that is held.
     *
     * @param claim its id
     * @param url of the listing, null when the viewer may not see it any more
     * @param quantity null for exclusive time
     * @param from null for an amount of what is on hand
     * @param days of a rate, the days in words; empty otherwise
     */
    public record What(
            String claim,
            String title,
            @Nullable String url,
            ClaimState state,
            @Nullable Quantity quantity,
            @Nullable Instant from,
            @Nullable Instant to,
            String days) {}

    public String title() {
        return what.isEmpty() ? "" : what.get(0).title();
    }

    public int others() {
        return Math.max(0, what.size() - 1);
    }
}
