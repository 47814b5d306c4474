package org.muster.catalogue;

import java.util.UUID;
import org.muster.shared.DomainEvent;
import org.muster.shared.ListingId;

/** What others may see of a listing changed, or whether they see it at all; a higher revision is newer. */
public record ListingChanged(ListingId id, long revision) implements DomainEvent {

    @Override
    public String aggregateKind() {
        return "listing";
    }

    @Override
    public UUID aggregateId() {
        return id.value();
    }
}
