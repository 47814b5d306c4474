package org.muster.organisation;

import java.util.UUID;
import org.muster.shared.DomainEvent;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;

/** A link that nobody had used was taken back. */
public record InvitationRevoked(OrganisationId organisation, InvitationId invitation, PersonId by)
        implements DomainEvent {

    @Override
    public String aggregateKind() {
        return "organisation";
    }

    @Override
    public UUID aggregateId() {
        return organisation.value();
    }
}
