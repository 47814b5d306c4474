package org.muster.reservation;

import java.util.List;
import org.muster.shared.ListingId;

/** What is held is held longer. */
public record HoldExtended(HoldId hold, List<ListingId> listings, String reason) implements LedgerEvent {
    public HoldExtended {
        listings = List.copyOf(listings);
    }
}
