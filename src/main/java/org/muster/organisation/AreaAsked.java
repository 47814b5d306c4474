package org.muster.organisation;

import java.util.UUID;
import org.muster.shared.DomainEvent;
import org.muster.shared.PersonId;

/** A liaison asks to check for an area. */
public record AreaAsked(UUID delegation, PersonId liaison, String placeCode, String office) implements DomainEvent {

    @Override
    public String aggregateKind() {
        return "delegation";
    }

    @Override
    public UUID aggregateId() {
        return delegation;
    }
}
