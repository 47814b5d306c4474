package org.muster.organisation;

import java.time.LocalDate;
import java.util.UUID;
import org.muster.shared.DomainEvent;
import org.muster.shared.OrganisationId;

/** A check ran out; the organisation counts as registered only, until it is checked again. */
public record VerificationLapsed(OrganisationId organisation, LocalDate validUntil) implements DomainEvent {

    @Override
    public String aggregateKind() {
        return "organisation";
    }

    @Override
    public UUID aggregateId() {
        return organisation.value();
    }
}
