package org.muster.importexport;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muster.importexport.ImportRows.Decision;
import org.muster.importexport.ImportRows.Row;
import org.muster.importexport.ImportRows.Verdict;

/**
 * Reads the rows of a list from the first to the last, batch after batch, and foretells what becomes of each. It remembers what the rows above
 * said; a worker that has not read them itself tells it of them again.
 */
final class DryRun {

    private static final Set<String> TOTALS =
            Set.of("合计", "小计", "总计", "共计", "累计", "total", "subtotal", "grandtotal", "sum");

    /** A sum is called so at the beginning of its row. */
    private static final int FIRST_CELLS = 4;

    private final List<String> headings;
    private final Above above;
    private final Reader reader;
    private final Repeats repeats = new Repeats();
    private final Foretelling foretelling;

    /** Who foretells what entering rows comes to, each batch on top of those before. */
    interface Foretelling {
        List<Verdict> foretell(List<Row> rows, Instant now);
    }

    DryRun(List<String> headers, Mapping mapping, Reader reader, Foretelling foretelling) {
        this.headings = headers.stream().map(Headings::folded).toList();
        this.above = new Above(mapping);
        this.reader = reader;
        this.foretelling = foretelling;
    }

    /** What becomes of these, which come next. */
    List<Verdict> read(List<Row> rows, Instant now) {
        List<Verdict> verdicts = new ArrayList<>();
        List<Row> waiting = new ArrayList<>();
        for (Row row : rows) {
            Optional<Reading> noRow = noRow(row);
            // What is no row says nothing of the rows below it.
            Above.Filled filled = noRow.isPresent() ? new Above.Filled(row.line(), List.of()) : above.fill(row.line());
            if (row.done()) {
                remember(row);
                continue;
            }
            Verdict verdict = verdict(row, noRow.orElseGet(() -> reading(row, filled)));
            if (verdict.outcome() == RowOutcome.WAITING) {
                waiting.add(row.with(verdict));
            } else {
                verdicts.add(verdict);
            }
        }
        if (!waiting.isEmpty()) {
            verdicts.addAll(foretelling.foretell(waiting, now));
        }
        return verdicts;
    }

    /** These were read before, by somebody else. */
    void remember(List<Row> rows, Instant now) {
        List<Row> entered = new ArrayList<>();
        for (Row row : rows) {
            if (noRow(row).isEmpty()) {
                above.fill(row.line());
            }
            remember(row);
            if (!row.done() && row.outcome().isEntered() && row.entry() != null) {
                entered.add(row);
            }
        }
        if (!entered.isEmpty()) {
            foretelling.foretell(entered, now);
        }
    }

    private void remember(Row row) {
        Entry entry = row.entry();
        if (entry != null && row.outcome().isEntered()) {
            repeats.add(row.number(), entry, List.of(), true);
        }
    }

    /** Headings that a printed list repeats on each page, and sums. */
    private Optional<Reading> noRow(Row row) {
        List<String> folded = row.line().cells().stream().map(Headings::folded).toList();
        if (folded.equals(headings)) {
            return Optional.of(Reading.refused(Finding.refusal(null, "headings_repeated")));
        }
        return folded.stream().limit(FIRST_CELLS).anyMatch(TOTALS::contains)
                ? Optional.of(Reading.refused(Finding.refusal(null, "row_is_a_total")))
                : Optional.empty();
    }

    private Reading reading(Row row, Above.Filled filled) {
        Reading reading = reader.read(filled.line(), row.line(), row.isTaken());
        return reading.isRefused()
                ? reading
                : reading.after(filled.columns().stream()
                        .map(column -> Finding.note(column, "as_above"))
                        .toList());
    }

    private Verdict verdict(Row row, Reading reading) {
        Entry entry = reading.entry();
        if (reading.isRefused() || entry == null) {
            return Verdict.read(row.number(), RowOutcome.REFUSED, null, reading.findings());
        } else if (reading.isFlagged()) {
            return Verdict.read(row.number(), flagged(row), entry, reading.findings());
        } else if (row.decision() == Decision.DROPPED && entry.said() != null) {
            // Why it was held back is said by whoever foretells what it comes to; the rows below do not repeat it.
            return Verdict.read(row.number(), RowOutcome.WAITING, entry, reading.findings());
        } else if (row.decision() == Decision.DROPPED) {
            return Verdict.read(row.number(), RowOutcome.DROPPED, entry, reading.findings());
        }
        Repeats.Beside beside = repeats.add(row.number(), entry, reading.findings(), row.isTaken());
        if (beside.flagged()) {
            return Verdict.read(row.number(), flagged(row), entry, beside.findings());
        } else if (beside.same() != null) {
            return Verdict.read(row.number(), RowOutcome.UNCHANGED, null, beside.findings());
        }
        return Verdict.read(row.number(), RowOutcome.WAITING, entry, beside.findings());
    }

    private static RowOutcome flagged(Row row) {
        return row.decision() == Decision.DROPPED ? RowOutcome.DROPPED : RowOutcome.FLAGGED;
    }
}
