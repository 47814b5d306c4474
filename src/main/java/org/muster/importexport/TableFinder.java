package org.muster.importexport;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;

/**
 * Finds the list in a file as people send it: below title lines, with headings of one or two rows, cells merged over several rows, spread over
 * several sheets. Pure. Every line is accounted for: it is a row, a heading, a title, blank, or on a sheet that is told to be left out.
 */
final class TableFinder {

    /** Nobody puts more lines above the headings. */
    private static final int LOOKED_AT = 30;

    private TableFinder() {}

    /** A sheet with headings found. */
    private record Found(Book.Sheet sheet, List<String> headers, List<Table.Line> lines, int titles, int blank) {

        long known() {
            return Headings.known(headers);
        }
    }

    static Outcome<Table> find(Book book, String wanted) {
        List<Book.Sheet> written =
                book.sheets().stream().filter(sheet -> !sheet.rows().isEmpty()).toList();
        if (written.isEmpty()) {
            return refused("file_is_empty");
        }
        String name = wanted.strip();
        List<Found> found = new ArrayList<>();
        for (Book.Sheet sheet : written) {
            if (name.isEmpty() ? !sheet.hidden() : sheet.name().strip().equalsIgnoreCase(name)) {
                found.add(found(sheet));
            }
        }
        if (found.isEmpty()) {
            return name.isEmpty()
                    ? refused("file_is_empty")
                    : Outcome.refused(Refusal.at("sheet", "importexport.sheet_not_found", name, names(written)));
        }
        Found best = found.stream()
                .filter(one -> !one.lines().isEmpty() && one.headers().size() >= 2)
                .max(Comparator.comparingLong(Found::known)
                        .thenComparingInt(one -> one.lines().size()))
                .orElse(found.get(0));
        if (best.headers().size() > ListFormat.MOST_COLUMNS) {
            return refused("too_many_columns", best.headers().size(), ListFormat.MOST_COLUMNS);
        } else if (best.headers().size() < 2) {
            return refused("one_column_only");
        } else if (best.lines().isEmpty()) {
            return refused("headings_only");
        }
        return together(book, written, found, best);
    }

    /** The best sheet, and every other one with the same headings behind it. */
    private static Outcome<Table> together(Book book, List<Book.Sheet> written, List<Found> found, Found best) {
        List<Table.Line> lines = new ArrayList<>();
        List<Table.Part> parts = new ArrayList<>();
        Set<Book.Sheet> read = new HashSet<>();
        int blank = 0;
        int titles = 0;
        int before = 0;
        for (Found one : found) {
            Optional<int[]> order = one == best ? Optional.of(asTheyAre(one)) : order(best.headers(), one.headers());
            if (order.isEmpty() || one.lines().isEmpty()) {
                continue;
            }
            read.add(one.sheet());
            parts.add(new Table.Part(one.sheet().name(), before, one.lines().size()));
            for (Table.Line line : one.lines()) {
                lines.add(new Table.Line(before + line.number(), ordered(line.cells(), order.get())));
            }
            before = lines.get(lines.size() - 1).number();
            blank += one.blank();
            titles += one.titles();
            if (lines.size() > ListFormat.MOST_ROWS) {
                return refused("too_many_rows", ListFormat.MOST_ROWS);
            }
        }
        return Outcome.accepted(new Table(
                book.kind(),
                book.encoding(),
                book.separator(),
                best.headers(),
                lines,
                blank,
                titles,
                parts,
                written.stream()
                        .filter(sheet -> !read.contains(sheet))
                        .map(sheet ->
                                new Table.LeftOut(sheet.name(), sheet.rows().size()))
                        .toList()));
    }

    private static Found found(Book.Sheet sheet) {
        Map<Integer, List<Book.Merge>> merges = new HashMap<>();
        for (Book.Merge merge : sheet.merges()) {
            merges.computeIfAbsent(merge.firstRow(), row -> new ArrayList<>()).add(merge);
        }
        int at = headingRow(sheet.rows());
        Book.Row top = sheet.rows().get(at);
        int below = at + 1;
        List<String> headers = top.cells();
        if (below < sheet.rows().size()
                && isOfTwoRows(
                        top, sheet.rows().get(below), merges.getOrDefault(top.number(), List.<Book.Merge>of()))) {
            headers = joined(top, sheet.rows().get(below), merges.getOrDefault(top.number(), List.<Book.Merge>of()));
            below++;
        }
        List<Table.Line> lines = lines(sheet, below);
        int lastHeading = sheet.rows().get(below - 1).number();
        int blankBefore = top.number() - 1 - at;
        return new Found(
                sheet,
                withoutTrailingBlanks(headers),
                lines,
                at,
                blankBefore + sheet.lines() - lastHeading - lines.size());
    }

    /** The row that holds the most known headings; where no two are known, the first with several cells. */
    private static int headingRow(List<Book.Row> rows) {
        int best = -1;
        long most = 1;
        int first = -1;
        for (int i = 0; i < Math.min(rows.size(), LOOKED_AT); i++) {
            long known = Headings.known(rows.get(i).cells());
            if (known > most) {
                best = i;
                most = known;
            }
            if (first < 0 && rows.get(i).filled() >= 2) {
                first = i;
            }
        }
        return best >= 0 ? best : Math.max(first, 0);
    }

    /** Headings of two rows: some merged down over both, or a wide one above several of their own. */
    private static boolean isOfTwoRows(Book.Row top, Book.Row next, List<Book.Merge> merges) {
        boolean down = merges.stream().anyMatch(merge -> merge.isTall() && merge.lastRow() == next.number());
        boolean wide = merges.stream()
                .anyMatch(merge -> merge.isWide()
                        && !next.cell(merge.firstColumn()).isBlank()
                        && Headings.known(List.of(next.cell(merge.firstColumn()))) == 1);
        return next.number() == top.number() + 1
                && (down || wide && next.filled() < top.cells().size());
    }

    private static List<String> joined(Book.Row top, Book.Row next, List<Book.Merge> merges) {
        List<String> headers = new ArrayList<>();
        for (int i = 0; i < Math.max(top.cells().size(), next.cells().size()); i++) {
            int column = i;
            String above = merges.stream()
                    .filter(merge -> merge.firstColumn() <= column && column <= merge.lastColumn())
                    .findFirst()
                    .map(merge -> top.cell(merge.firstColumn()))
                    .orElse(top.cell(i))
                    .strip();
            String own = next.cell(i).strip();
            headers.add(own.isEmpty() ? above : own);
        }
        return headers;
    }

    /** What is merged down over several rows is said of each of them. */
    private static List<Table.Line> lines(Book.Sheet sheet, int from) {
        Map<Integer, List<Book.Merge>> tall = new HashMap<>();
        for (Book.Merge merge : sheet.merges()) {
            if (merge.isTall()) {
                tall.computeIfAbsent(merge.firstRow(), row -> new ArrayList<>()).add(merge);
            }
        }
        List<Table.Line> lines = new ArrayList<>();
        List<Saying> said = new ArrayList<>();
        for (Book.Row row : sheet.rows().subList(from, sheet.rows().size())) {
            said.removeIf(one -> one.merge().lastRow() < row.number());
            List<String> cells = row.cells();
            for (Saying one : said) {
                int column = one.merge().firstColumn();
                if (row.cell(column).isBlank()) {
                    cells = with(cells, column, one.cell());
                }
            }
            for (Book.Merge merge : tall.getOrDefault(row.number(), List.of())) {
                if (!row.cell(merge.firstColumn()).isBlank()) {
                    said.add(new Saying(merge, row.cell(merge.firstColumn())));
                }
            }
            lines.add(new Table.Line(row.number(), cells));
        }
        return lines;
    }

    private record Saying(Book.Merge merge, String cell) {}

    private static List<String> with(List<String> cells, int column, String cell) {
        List<String> more = new ArrayList<>(cells);
        while (more.size() <= column) {
            more.add("");
        }
        more.set(column, cell);
        return more;
    }

    private static List<String> withoutTrailingBlanks(List<String> headers) {
        int end = headers.size();
        while (end > 0 && headers.get(end - 1).isBlank()) {
            end--;
        }
        return headers.subList(0, end).stream()
                .map(header -> header.replaceAll("\\p{Cf}", "")
                        .replaceAll("[\\s\\u00a0\\u3000]+", " ")
                        .strip())
                .toList();
    }

    private static int[] asTheyAre(Found one) {
        return java.util.stream.IntStream.range(0, one.headers().size()).toArray();
    }

    /** Where each heading of the one stands in the other; empty when they are not the same headings. */
    private static Optional<int[]> order(List<String> of, List<String> in) {
        List<String> own = of.stream().map(Headings::folded).toList();
        List<String> other = in.stream().map(Headings::folded).toList();
        if (own.equals(other)) {
            return Optional.of(java.util.stream.IntStream.range(0, of.size()).toArray());
        }
        if (own.size() != other.size()
                || new HashSet<>(own).size() < own.size()
                || !new HashSet<>(own).equals(new HashSet<>(other))) {
            return Optional.empty();
        }
        return Optional.of(own.stream().mapToInt(other::indexOf).toArray());
    }

    /** The cells by that order, and behind them what stands beyond the headings. */
    private static List<String> ordered(List<String> cells, int[] order) {
        List<String> ordered = new ArrayList<>(Math.max(order.length, cells.size()));
        for (int from : order) {
            ordered.add(from < cells.size() ? cells.get(from) : "");
        }
        for (int i = order.length; i < cells.size(); i++) {
            ordered.add(cells.get(i));
        }
        int end = ordered.size();
        while (end > 0 && ordered.get(end - 1).isEmpty() && end > cells.size()) {
            end--;
        }
        return ordered.subList(0, end);
    }

    private static String names(List<Book.Sheet> sheets) {
        return String.join("、", sheets.stream().map(Book.Sheet::name).toList());
    }

    private static <T> Outcome<T> refused(String key, Object... args) {
        return Outcome.refused(Refusal.at("file", "importexport." + key, args));
    }
}
