package org.muster.reservation;

import java.util.List;
import java.util.UUID;
import org.muster.shared.DomainEvent;
import org.muster.shared.ListingId;

/** Something happened to a hold. Told in order for each hold; whoever shows listings reads anew what it names. */
public sealed interface LedgerEvent extends DomainEvent
        permits HoldPlaced, HoldCommitted, HoldReleased, HoldReduced, HoldExtended, HoldConsumed, HoldExpired {

    HoldId hold();

    /** Those touched, each once. */
    List<ListingId> listings();

    @Override
    default String aggregateKind() {
        return "hold";
    }

    @Override
    default UUID aggregateId() {
        return hold().value();
    }
}
