package org.muster.board;

import java.util.UUID;
import org.muster.emergency.EmergencyId;
import org.muster.shared.DomainEvent;

/** Somebody else is on shift from here on. */
public record HandedOver(EmergencyId emergency, String from, String to) implements DomainEvent {

    @Override
    public String aggregateKind() {
        return "emergency";
    }

    @Override
    public UUID aggregateId() {
        return emergency.value();
    }
}
