package org.muster.reservation;

import java.util.List;
import org.muster.shared.ListingId;

/** Some of a claim was given back. */
public record HoldReduced(HoldId hold, List<ListingId> listings, String reason) implements LedgerEvent {
    public HoldReduced {
        listings = List.copyOf(listings);
    }
}
