package org.muster.organisation;

import java.util.UUID;
import org.muster.shared.DomainEvent;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;

/** An organisation asked to be verified. */
public record VerificationRequested(OrganisationId organisation, VerificationLevel wanted, PersonId by)
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
