package org.muster.consignment;

import java.util.UUID;
import org.muster.emergency.EmergencyId;
import org.muster.shared.DomainEvent;
import org.muster.shared.OrganisationId;

/** A consignment took a step; told in order for each emergency. */
public record ConsignmentMoved(
        EmergencyId emergency, UUID consignment, OrganisationId supplier, ConsignmentDeed what, ConsignmentState state)
        implements DomainEvent {

    @Override
    public String aggregateKind() {
        return "emergency";
    }

    @Override
    public UUID aggregateId() {
        return emergency.value();
    }
}
