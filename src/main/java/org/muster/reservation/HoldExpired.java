package org.muster.reservation;

import java.util.List;
import org.muster.shared.ListingId;

/** What was only held ended by itself. */
public record HoldExpired(HoldId hold, List<ListingId> listings) implements LedgerEvent {
    public HoldExpired {
        listings = List.copyOf(listings);
    }
}
