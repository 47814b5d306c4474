package org.muster.importexport;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.shared.Unit;

/**
 * An import as its page shows it.
 *
 * @param columns how its headings were mapped; empty before that
 * @param counts how many rows have which outcome; together they are the rows of the file
 * @param looked rows that the dry run is through with
 * @param done rows that the run has entered
 * @param toEnter rows that the run has still to enter
 * @param newOrganisations organisations that nobody knew before
 */
public record ImportView(
        ImportId id,
        String fileName,
        Purpose purpose,
        FileKind kind,
        String encoding,
        String separator,
        List<Table.Part> sheets,
        List<Table.LeftOut> leftOut,
        int titleLines,
        List<String> headers,
        List<Column> columns,
        String source,
        @Nullable LocalDate sourceDate,
        Optional<Unit> defaultUnit,
        ImportState state,
        int rowCount,
        int blankLines,
        Map<RowOutcome, Integer> counts,
        int looked,
        int done,
        int toEnter,
        int newOrganisations,
        String enteredBy,
        Instant createdAt,
        @Nullable String runBy,
        @Nullable Instant runAt,
        @Nullable Instant finishedAt,
        boolean mayMapColumns,
        boolean mayDecide,
        boolean mayCancel) {

    public int count(RowOutcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }

    /** Rows that the person gets back as a file. */
    public int notEntered() {
        return count(RowOutcome.REFUSED) + count(RowOutcome.FLAGGED) + count(RowOutcome.NOT_RUN);
    }

    /** How many rows the work at hand is through with, of {@link #rowCount}. */
    public int progress() {
        return state == ImportState.RUNNING ? rowCount - toEnter : looked;
    }
}
