package org.muster.importexport;

import java.time.LocalDate;
import java.util.UUID;
import org.muster.shared.DomainEvent;

/** A list was entered on behalf of the makers it names. */
public record ImportFinished(
        ImportId job,
        String fileName,
        String source,
        LocalDate sourceDate,
        int created,
        int updated,
        int unchanged,
        int notEntered)
        implements DomainEvent {

    @Override
    public String aggregateKind() {
        return "import";
    }

    @Override
    public UUID aggregateId() {
        return job.value();
    }
}
