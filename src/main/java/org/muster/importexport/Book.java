package org.muster.importexport;

import java.util.List;

/**
 * A file as it was read, before anybody looked for headings in it.
 *
 * @param encoding how its text was written, told to the person; empty for workbooks
 * @param separator what stands between the cells of text; empty for workbooks
 */
public record Book(FileKind kind, String encoding, String separator, List<Sheet> sheets) {

    public Book {
        sheets = List.copyOf(sheets);
    }

    /**
     * One sheet of it; text has one, without a name.
     *
     * @param lines how many there are, blank ones included
     * @param rows those in which something is written
     */
    public record Sheet(String name, boolean hidden, int lines, List<Row> rows, List<Merge> merges) {
        public Sheet {
            rows = List.copyOf(rows);
            merges = List.copyOf(merges);
        }
    }

    /** @param number as a spreadsheet numbers it, from 1 */
    public record Row(int number, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        String cell(int index) {
            return index < cells.size() ? cells.get(index) : "";
        }

        long filled() {
            return cells.stream().filter(cell -> !cell.isBlank()).count();
        }
    }

    /** Cells made one, by row numbers and column indexes, the last ones included. */
    public record Merge(int firstRow, int lastRow, int firstColumn, int lastColumn) {

        boolean isTall() {
            return lastRow > firstRow;
        }

        boolean isWide() {
            return lastColumn > firstColumn;
        }
    }
}
