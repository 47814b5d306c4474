package org.muster.organisation;

import java.util.UUID;
import org.muster.shared.DomainEvent;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;

/** Whether an organisation known from a list is theirs who said so; it is registered from then on, or part of theirs. */
public record OwnershipDecided(
        OrganisationId organisation, UUID claim, boolean granted, PersonId claimant, String reason, PersonId by)
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
