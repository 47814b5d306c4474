package org.muster.organisation;

import java.time.LocalDate;
import java.util.UUID;
import org.muster.shared.DomainEvent;
import org.muster.shared.OrganisationId;

/** A provisional organisation was entered from a public list or by a liaison. */
public record OrganisationEnteredOnBehalf(OrganisationId organisation, String name, String source, LocalDate sourceDate)
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
