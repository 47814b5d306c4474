package org.muster.importexport;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.shared.DomainEvent;

/** A list was entered: on behalf of the makers it names, or by a supplier for itself; then it has no source. */
public record ImportFinished(
        ImportId job,
        String fileName,
        String source,
        @Nullable LocalDate sourceDate,
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
