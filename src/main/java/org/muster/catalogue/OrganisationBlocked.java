package org.muster.catalogue;

import java.util.UUID;
import org.muster.shared.DomainEvent;
import org.muster.shared.OrganisationId;

/** A supplier shows another organisation nothing of its listings any more. */
public record OrganisationBlocked(OrganisationId supplier, OrganisationId other) implements DomainEvent {

    @Override
    public String aggregateKind() {
        return "organisation";
    }

    @Override
    public UUID aggregateId() {
        return supplier.value();
    }
}
