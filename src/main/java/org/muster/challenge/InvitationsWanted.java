package org.muster.challenge;

import java.util.UUID;
import org.muster.shared.DomainEvent;
import org.muster.shared.OrganisationId;

/** An organisation said whether it wants to be invited to challenges. */
public record InvitationsWanted(OrganisationId organisation, boolean wanted) implements DomainEvent {

    @Override
    public String aggregateKind() {
        return "organisation";
    }

    @Override
    public UUID aggregateId() {
        return organisation.value();
    }
}
