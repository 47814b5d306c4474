package org.muster.importexport;

import java.util.List;
import org.muster.shared.Outcome;

/** Reads and writes the files that lists come in; an adapter knows their format. */
public interface ListFiles {

    /** The table in these bytes, or why there is none. */
    Outcome<Table> read(byte[] file);

    /** A file that spreadsheets open, in which no cell is taken for a formula. */
    byte[] write(List<String> headers, List<List<String>> rows);
}
