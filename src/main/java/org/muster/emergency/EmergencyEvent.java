package org.muster.emergency;

import java.util.UUID;
import org.muster.shared.DomainEvent;

/** Something that happened to an emergency. */
public interface EmergencyEvent extends DomainEvent {

    EmergencyId emergency();

    @Override
    default String aggregateKind() {
        return "emergency";
    }

    @Override
    default UUID aggregateId() {
        return emergency().value();
    }
}
