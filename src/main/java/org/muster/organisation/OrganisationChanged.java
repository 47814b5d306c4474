package org.muster.organisation;

import java.util.UUID;
import org.muster.shared.DomainEvent;
import org.muster.shared.OrganisationId;

/** Something that others can see of an organisation is different: its names, division, place, source or standing level. */
public record OrganisationChanged(OrganisationId organisation) implements DomainEvent {

    @Override
    public String aggregateKind() {
        return "organisation";
    }

    @Override
    public UUID aggregateId() {
        return organisation.value();
    }
}
