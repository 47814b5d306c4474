package org.muster.importexport.workbook;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.muster.importexport.Book;
import org.muster.importexport.ListFormat;

/** Reads the XML of one sheet: the rows in which something is written, and which cells were made one. */
final class SheetReader {

    /** Titles and headings included; what is beyond is a row too many for certain. */
    private static final int MOST_ROWS = ListFormat.MOST_ROWS + 100;

    /** Far to the right people leave notes; a list is not there. */
    private static final int MOST_COLUMNS = 400;

    private static final int MOST_CELLS = 3_000_000;
    private static final int MOST_MERGES = 200_000;

    record Content(List<Book.Row> rows, List<Book.Merge> merges) {
        static final Content NOTHING = new Content(List.of(), List.of());

        int lastRow() {
            return rows.isEmpty() ? 0 : rows.get(rows.size() - 1).number();
        }
    }

    private final Workbook workbook;
    private int cells;

    SheetReader(Workbook workbook) {
        this.workbook = workbook;
    }

    Content read(InputStream content) throws XMLStreamException {
        XMLStreamReader xml = Xml.reader(content);
        List<Book.Row> rows = new ArrayList<>();
        List<Book.Merge> merges = new ArrayList<>();
        int number = 0;
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("row")) {
                number = Math.max(number + 1, Xml.number(Xml.attribute(xml, "r"), number + 1));
                List<String> row = row(xml);
                if (row.stream().anyMatch(cell -> !cell.isBlank())) {
                    if (rows.size() == MOST_ROWS) {
                        throw new Unreadable("too_many_rows", ListFormat.MOST_ROWS);
                    }
                    rows.add(new Book.Row(number, row));
                }
            } else if (xml.getLocalName().equals("mergeCell") && merges.size() < MOST_MERGES) {
                Book.Merge merge = merge(Xml.attribute(xml, "ref"));
                if (merge != null) {
                    merges.add(merge);
                }
            }
        }
        return new Content(rows, merges);
    }

    private List<String> row(XMLStreamReader xml) throws XMLStreamException {
        List<String> row = new ArrayList<>();
        int column = -1;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
                int written = column(Xml.attribute(xml, "r"));
                column = written < 0 ? column + 1 : written;
                String text = cell(xml);
                if (column < MOST_COLUMNS && !text.isEmpty()) {
                    while (row.size() < column) {
                        row.add("");
                    }
                    if (row.size() == column) {
                        row.add(text);
                    }
                    if (++cells > MOST_CELLS) {
                        throw new Unreadable("file_unfolds_too_far");
                    }
                }
            }
        }
        return row;
    }

    private String cell(XMLStreamReader xml) throws XMLStreamException {
        String type = Xml.attribute(xml, "t");
        int style = Xml.number(Xml.attribute(xml, "s"), -1);
        String value = "";
        String inline = "";
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("c")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "v" -> value = Xml.plainText(xml, "v");
                    case "is" -> inline = Xml.richText(xml, "is");
                    default -> {
                        // A formula; what it came to stands beside it.
                    }
                }
            }
        }
        return switch (type) {
            case "s" -> workbook.text(Xml.number(value.strip(), -1));
            case "inlineStr" -> inline;
            case "str", "d", "e" -> value;
            case "b" -> Xml.isTrue(value.strip()) ? "TRUE" : "FALSE";
            default -> number(value.strip(), style);
        };
    }

    private String number(String value, int style) {
        if (value.isEmpty()) {
            return "";
        }
        double number;
        try {
            number = Double.parseDouble(value);
        } catch (NumberFormatException e) {
            return value;
        }
        Workbook.Format format = workbook.format(style);
        return Double.isFinite(number)
                ? CellFormat.text(number, format.index(), format.code(), workbook.since1904())
                : value;
    }

    /** From 0; negative where the file does not say. */
    private static int column(String reference) {
        int column = 0;
        int i = 0;
        for (; i < reference.length() && i < 4 && isLetter(reference.charAt(i)); i++) {
            column = column * 26 + reference.toUpperCase(Locale.ROOT).charAt(i) - 'A' + 1;
        }
        return i == 0 ? -1 : column - 1;
    }

    private static boolean isLetter(char letter) {
        return letter >= 'A' && letter <= 'Z' || letter >= 'a' && letter <= 'z';
    }

    private static Book.@org.jspecify.annotations.Nullable Merge merge(String reference) {
        String[] ends = reference.split(":", -1);
        if (ends.length != 2) {
            return null;
        }
        int firstRow = Xml.number(ends[0].replaceAll("[^0-9]", ""), -1);
        int lastRow = Xml.number(ends[1].replaceAll("[^0-9]", ""), -1);
        int firstColumn = column(ends[0].replace("$", ""));
        int lastColumn = column(ends[1].replace("$", ""));
        return firstRow < 1 || lastRow < firstRow || firstColumn < 0 || lastColumn < firstColumn
                ? null
                : new Book.Merge(firstRow, lastRow, firstColumn, lastColumn);
    }
}
