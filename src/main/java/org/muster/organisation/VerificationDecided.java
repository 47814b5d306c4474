package org.muster.organisation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.shared.DomainEvent;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;

/**
 * An operator decided on an organisation's verification.
 *
 * @param level the level it has from then on
 * @param validUntil last day of the level, when it was granted
 */
public record VerificationDecided(
        OrganisationId organisation,
        UUID decision,
        Verdict verdict,
        VerificationLevel level,
        String reason,
        @Nullable LocalDate validUntil,
        PersonId by)
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
