package org.muster.organisation;

import java.util.UUID;
import org.muster.shared.DomainEvent;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;

/** A signed link for a colleague was made; the link itself and the contacts stay out of the event. */
public record ColleagueInvited(OrganisationId organisation, InvitationId invitation, PersonId by)
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
