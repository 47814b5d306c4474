package org.muster.organisation;

import java.util.UUID;
import org.muster.shared.DomainEvent;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;

/** Somebody joined an organisation by a signed link. */
public record ColleagueJoined(OrganisationId organisation, PersonId person, InvitationId invitation)
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
