package org.muster.importexport.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.muster.importexport.Book;
import org.muster.importexport.FileKind;
import org.muster.importexport.Headings;
import org.muster.importexport.ListFormat;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;

/** CSV as it comes out of spreadsheets and databases: any of three separators, quoted or not, with or without a byte order mark. */
@ApplicationScoped
class CsvFiles implements ListFormat {

    private static final int MOST_LETTERS_IN_A_CELL = 2_000;
    private static final int LOOKED_AT = 20;
    private static final List<Character> SEPARATORS = List.of(',', ';', '\t');
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** What makes a spreadsheet take a cell for a formula. */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    /** Titles and headings of some lists; what is beyond them is one row too many for certain. */
    private static final int MOST_RECORDS = MOST_ROWS + 100;

    @Override
    public FileKind kind() {
        return FileKind.CSV;
    }

    @Override
    public boolean recognises(byte[] file) {
        return true;
    }

    @Override
    public Outcome<Book> read(byte[] file) {
        Optional<Decoding> decoding = Decoding.of(file);
        if (decoding.isEmpty()) {
            return Outcome.refused(Refusal.at("file", "importexport.file_is_no_text"));
        }
        String text = decoding.get().text();
        if (text.isBlank()) {
            return Outcome.refused(Refusal.at("file", "importexport.file_is_empty"));
        }
        return book(text, separator(text), decoding.get().encoding());
    }

    private static Outcome<Book> book(String text, char separator, String encoding) {
        List<Book.Row> rows = new ArrayList<>();
        int number = 0;
        try {
            for (CsvRecord record : reader(text, separator)) {
                number++;
                List<String> cells = record.getFields();
                if (cells.stream().anyMatch(CsvFiles::swallowedLines)) {
                    return quoteNotClosed(number);
                } else if (rows.size() == MOST_RECORDS) {
                    return Outcome.refused(Refusal.at("file", "importexport.too_many_rows", MOST_ROWS));
                } else if (!cells.stream().allMatch(String::isBlank)) {
                    rows.add(new Book.Row(
                            number, cells.stream().map(CsvFiles::withoutGuard).toList()));
                }
            }
        } catch (CsvParseException e) {
            return quoteNotClosed(number + 1);
        }
        return Outcome.accepted(new Book(
                FileKind.CSV,
                encoding,
                String.valueOf(separator),
                List.of(new Book.Sheet("", false, number, rows, List.of()))));
    }

    /** A quotation mark that is never closed swallows the rest of the file into one cell; so does one that another row's mark closes. */
    private static Outcome<Book> quoteNotClosed(int row) {
        return Outcome.refused(Refusal.at("file", "importexport.quote_not_closed", row));
    }

    /** The one that brings the most known headings; between equals the one that cuts the most rows into as many cells as the headings. */
    private static char separator(String text) {
        return SEPARATORS.stream()
                .max(Comparator.comparingLong((Character candidate) -> known(text, candidate))
                        .thenComparingLong(candidate -> alike(text, candidate)))
                .orElseThrow();
    }

    private static long known(String text, char separator) {
        // Titles may stand above the headings.
        return firstRecords(text, separator).stream()
                .mapToLong(record -> Headings.known(record.getFields()))
                .max()
                .orElse(0);
    }

    /** How many lines are as wide as most of them, were they cut so. */
    private static long alike(String text, char separator) {
        List<CsvRecord> first = firstRecords(text, separator);
        int width = first.stream().mapToInt(CsvRecord::getFieldCount).max().orElse(0);
        return width < 2
                ? 0
                : first.stream()
                                        .filter(record -> record.getFieldCount() == width)
                                        .count()
                                * MOST_COLUMNS
                        + Math.min(width, MOST_COLUMNS);
    }

    private static List<CsvRecord> firstRecords(String text, char separator) {
        List<CsvRecord> first = new ArrayList<>();
        try {
            Iterator<CsvRecord> records = reader(text, separator).iterator();
            while (records.hasNext() && first.size() < LOOKED_AT) {
                CsvRecord record = records.next();
                if (!record.getFields().stream().allMatch(String::isBlank)) {
                    first.add(record);
                }
            }
        } catch (CsvParseException e) {
            return first;
        }
        return first;
    }

    private static CsvReader<CsvRecord> reader(String text, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .ofCsvRecord(text);
    }

    private static boolean swallowedLines(String cell) {
        return cell.length() > MOST_LETTERS_IN_A_CELL && cell.indexOf('\n') >= 0;
    }

    @Override
    public byte[] write(List<String> headers, List<List<String>> rows) {
        StringWriter text = new StringWriter();
        text.write(BYTE_ORDER_MARK);
        try (CsvWriter writer =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            Stream.concat(Stream.of(headers), rows.stream())
                    .forEach(cells -> writer.writeRecord(
                            cells.stream().map(CsvFiles::guarded).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String guarded(String cell) {
        return isFormula(cell, 0) ? "'" + cell : cell;
    }

    /** What {@link #guarded} did to a cell that comes back corrected. */
    private static String withoutGuard(String cell) {
        return cell.startsWith("'") && isFormula(cell, 1) ? cell.substring(1) : cell;
    }

    /** Whether a formula begins here, behind any guards there are already. */
    private static boolean isFormula(String cell, int from) {
        int at = from;
        while (at < cell.length() && cell.charAt(at) == '\'') {
            at++;
        }
        return at < cell.length() && FORMULA_STARTS.indexOf(cell.charAt(at)) >= 0;
    }
}
