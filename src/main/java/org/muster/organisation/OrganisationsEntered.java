package org.muster.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.muster.shared.DomainEvent;

/**
 * Many provisional organisations were entered from a public list, at once: one deed that names every one of them.
 *
 * @param organisations those that nobody knew before
 * @param names what each of these is called, in the same order
 */
public record OrganisationsEntered(
        UUID id, String source, LocalDate sourceDate, List<UUID> organisations, List<String> names)
        implements DomainEvent {

    public OrganisationsEntered {
        organisations = List.copyOf(organisations);
        names = List.copyOf(names);
    }

    /** The trail finds the line of each organisation under this name, too. */
    @Override
    public String aggregateKind() {
        return "organisations";
    }

    @Override
    public UUID aggregateId() {
        return id;
    }

    @Override
    public String deed() {
        return "OrganisationsEnteredOnBehalf";
    }
}
