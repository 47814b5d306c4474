package org.muster.importexport;

import java.util.List;
import org.muster.shared.Outcome;

/** Reads and writes files of one kind; an adapter knows the format. */
public interface ListFormat {

    int MOST_ROWS = 50_000;

    /** What this house hands out has more than sixty, and people put some of their own beside them. */
    int MOST_COLUMNS = 120;

    FileKind kind();

    /** Whether these bytes look like a file of this kind; asked in the order of {@link FileKind}, text last. */
    boolean recognises(byte[] file);

    /** What is written in these bytes, or why it cannot be read. */
    Outcome<Book> read(byte[] file);

    /** A file that spreadsheets open, in which no cell is taken for a formula. */
    byte[] write(List<String> headers, List<List<String>> rows);
}
