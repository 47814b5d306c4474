package org.muster.importexport;

import java.time.Instant;
import java.time.LocalDate;

/** An import as a list of imports shows it. */
public record ImportSummary(
        ImportId id,
        String fileName,
        String source,
        LocalDate sourceDate,
        ImportState state,
        int rowCount,
        String enteredBy,
        Instant createdAt) {}
