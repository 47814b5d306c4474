package org.muster.reservation;

import java.util.List;
import org.muster.shared.ListingId;

/** Something was given back before its time. */
public record HoldReleased(HoldId hold, List<ListingId> listings, String reason) implements LedgerEvent {
    public HoldReleased {
        listings = List.copyOf(listings);
    }
}
