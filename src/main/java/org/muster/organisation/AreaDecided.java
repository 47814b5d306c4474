package org.muster.organisation;

import java.util.UUID;
import org.muster.shared.DomainEvent;
import org.muster.shared.PersonId;

/**
 * An operator let a liaison check for an area, or no longer.
 *
 * @param granted false when it was refused or taken back
 */
public record AreaDecided(
        UUID delegation, PersonId liaison, String placeCode, boolean granted, String reason, PersonId by)
        implements DomainEvent {

    @Override
    public String aggregateKind() {
        return "delegation";
    }

    @Override
    public UUID aggregateId() {
        return delegation;
    }

    @Override
    public String deed() {
        return granted ? "AreaGranted" : "AreaEnded";
    }
}
