package org.muster.reservation;

import java.util.List;
import org.muster.shared.ListingId;

/** Something is held for somebody. */
public record HoldPlaced(HoldId hold, List<ListingId> listings, String reason) implements LedgerEvent {
    public HoldPlaced {
        listings = List.copyOf(listings);
    }
}
