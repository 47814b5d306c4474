package org.muster.catalogue;

import java.util.UUID;
import org.muster.shared.DomainEvent;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;

/**
 * Listings of which their supplier has said nothing for so long that they are soon given to nobody.
 *
 * @param listings how many there are
 * @param one of them, with its title
 */
public record SupplyFallingSilent(OrganisationId organisation, int listings, ListingId one, String title)
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
