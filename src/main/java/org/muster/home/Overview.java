package org.muster.home;

import java.time.Instant;
import java.util.List;
import org.muster.shared.ListingId;

/**
 * What the first page counts, as everybody may see it.
 *
 * @param unknown of the listings, those whose availability nobody has said; they count as listings, never as free
 * @param confirmed of the listings, those that were confirmed within a week
 * @param unclaimed of the organisations, those that nobody of their own has claimed
 * @param recent the listings to show first: free ones, the latest confirmed before the others
 */
public record Overview(
        long listings,
        long unknown,
        long confirmed,
        long organisations,
        long unclaimed,
        List<ListingId> recent,
        Instant countedAt) {

    public Overview {
        recent = List.copyOf(recent);
    }
}
