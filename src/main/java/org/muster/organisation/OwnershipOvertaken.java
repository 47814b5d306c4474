package org.muster.organisation;

import java.util.UUID;
import org.muster.shared.DomainEvent;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;

/** A claim on an organisation known from a list was never decided, because it is somebody else's by now. */
public record OwnershipOvertaken(OrganisationId organisation, UUID claim, PersonId claimant) implements DomainEvent {

    @Override
    public String aggregateKind() {
        return "organisation";
    }

    @Override
    public UUID aggregateId() {
        return organisation.value();
    }
}
