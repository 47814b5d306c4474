package org.muster.organisation;

import java.time.LocalDate;
import java.util.UUID;
import org.muster.shared.DomainEvent;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;

/** An owner lets a liaison keep the listings up to a day. */
public record LiaisonLetIn(OrganisationId organisation, PersonId liaison, LocalDate until, PersonId by)
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
