package org.muster.catalogue;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.shared.DomainEvent;
import org.muster.shared.ListingId;

/**
 * What others may see of a listing changed, or whether they see it at all; a higher revision is newer.
 *
 * @param step what was done to it; null in events that an earlier release wrote
 */
public record ListingChanged(
        ListingId id, long revision, @Nullable ListingStep step) implements DomainEvent {

    @Override
    public String aggregateKind() {
        return "listing";
    }

    @Override
    public UUID aggregateId() {
        return id.value();
    }

    @Override
    public String deed() {
        return step == null ? DomainEvent.super.deed() : step.deed();
    }
}
