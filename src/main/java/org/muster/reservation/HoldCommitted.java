package org.muster.reservation;

import java.util.List;
import org.muster.shared.ListingId;

/** A supplier confirmed what was held. */
public record HoldCommitted(HoldId hold, List<ListingId> listings, String reason) implements LedgerEvent {
    public HoldCommitted {
        listings = List.copyOf(listings);
    }
}
