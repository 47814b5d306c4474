package org.muster.organisation;

import java.time.LocalDate;
import java.util.UUID;
import org.muster.shared.DomainEvent;
import org.muster.shared.OrganisationId;

/** A list told more of what a provisional organisation makes, or speaks of a later day; nothing that its listings show. */
public record OrganisationLearned(OrganisationId organisation, String source, LocalDate sourceDate)
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
