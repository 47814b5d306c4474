package org.muster.organisation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.shared.DomainEvent;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;

/**
 * An organisation left of its own will. Whoever keeps something of it that others see takes it out of sight, within the transaction in which it leaves.
 *
 * @param creditCode as it was checked by then; the record that stays has none
 */
public record OrganisationClosed(
        OrganisationId organisation, String name, @Nullable String creditCode, String reason, PersonId by)
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
