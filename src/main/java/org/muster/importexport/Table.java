package org.muster.importexport;

import java.util.List;

/**
 * A list as it was read from a file.
 *
 * @param encoding how the file was written, told to the person
 * @param separator what stands between the cells
 * @param blankLines lines without anything in them; they are no rows
 */
public record Table(String encoding, char separator, List<String> headers, List<Line> lines, int blankLines) {

    /**
     * One row.
     *
     * @param number as a spreadsheet numbers it: the headings are row 1
     */
    public record Line(int number, List<String> cells) {
        public Line {
            cells = List.copyOf(cells);
        }

        public String cell(int index) {
            return index < cells.size() ? cells.get(index) : "";
        }
    }

    public Table {
        headers = List.copyOf(headers);
        lines = List.copyOf(lines);
    }
}
