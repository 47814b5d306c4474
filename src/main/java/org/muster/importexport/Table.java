package org.muster.importexport;

import java.util.List;
import org.muster.shared.Outcome;

/**
 * A list as it was read from a file.
 *
 * @param encoding how the text was written, told to the person; empty for workbooks
 * @param separator what stands between the cells of text; empty for workbooks
 * @param blankLines lines without anything in them; they are no rows
 * @param titleLines lines above the headings; they are no rows either
 * @param sheets the sheets the rows come from
 * @param leftOut sheets with other headings, which were not read
 */
public record Table(
        FileKind kind,
        String encoding,
        String separator,
        List<String> headers,
        List<Line> lines,
        int blankLines,
        int titleLines,
        List<Part> sheets,
        List<LeftOut> leftOut) {

    /**
     * One row.
     *
     * @param number as a spreadsheet numbers it; rows of a further sheet count on, see {@link Part}
     */
    public record Line(int number, List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }

        public String cell(int index) {
            return index < cells.size() ? cells.get(index) : "";
        }
    }

    /**
     * A sheet that was read.
     *
     * @param before how much its row numbers were raised, so that no two rows of a file have one
     */
    public record Part(String name, int before, int rows) {}

    /** A sheet that was not read, and how many lines it has. */
    public record LeftOut(String name, int lines) {}

    /**
     * The list in a file, or why there is none.
     *
     * @param sheet the sheet to read; blank for the one that looks most like a list
     */
    public static Outcome<Table> in(Book book, String sheet) {
        return TableFinder.find(book, sheet);
    }

    public Table {
        headers = List.copyOf(headers);
        lines = List.copyOf(lines);
        sheets = List.copyOf(sheets);
        leftOut = List.copyOf(leftOut);
    }
}
