package org.muster.organisation;

import java.util.UUID;
import org.muster.shared.DomainEvent;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;

/**
 * Two turned out to be one. Whoever keeps something of the merged one lets it follow, within the transaction that merges them.
 *
 * @param merged what was found twice; its address leads on from now
 */
public record OrganisationsMerged(OrganisationId organisation, OrganisationId merged, String reason, PersonId by)
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
