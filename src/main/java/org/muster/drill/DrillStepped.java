package org.muster.drill;

import java.util.UUID;
import org.muster.emergency.EmergencyId;
import org.muster.shared.DomainEvent;

/** A drill began, went on, or ended. */
public record DrillStepped(EmergencyId emergency, UUID drill, int told, boolean over) implements DomainEvent {

    @Override
    public String aggregateKind() {
        return "emergency";
    }

    @Override
    public UUID aggregateId() {
        return emergency.value();
    }
}
