package org.muster.importexport;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An import as a list of imports shows it. */
public record ImportSummary(
        ImportId id,
        String fileName,
        String source,
        @Nullable LocalDate sourceDate,
        ImportState state,
        int rowCount,
        String enteredBy,
        Instant createdAt) {}
