package org.muster.reservation;

import java.util.List;
import org.muster.shared.ListingId;

/** What was committed has been delivered or used. */
public record HoldConsumed(HoldId hold, List<ListingId> listings, String reason) implements LedgerEvent {
    public HoldConsumed {
        listings = List.copyOf(listings);
    }
}
