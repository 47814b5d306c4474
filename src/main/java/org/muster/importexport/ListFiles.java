package org.muster.importexport;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;

/** Reads and writes the files that lists come in, each by the adapter that knows its format. */
@ApplicationScoped
public class ListFiles {

    private final List<ListFormat> formats;

    @Inject
    ListFiles(@All List<ListFormat> formats) {
        // Any bytes might be text, so text comes last.
        this.formats = formats.stream()
                .sorted(Comparator.comparing(ListFormat::kind).reversed())
                .toList();
    }

    /**
     * The table in these bytes, or why there is none.
     *
     * @param sheet the sheet to read; blank for the one that looks most like a list
     */
    public Outcome<Table> read(byte[] file, String sheet) {
        return formats.stream()
                .filter(format -> format.recognises(file))
                .findFirst()
                .map(format -> format.read(file).fold(book -> Table.in(book, sheet), Outcome::<Table>refused))
                .orElseGet(() -> Outcome.refused(Refusal.at("file", "importexport.file_is_no_text")));
    }

    /** A file that spreadsheets open, in which no cell is taken for a formula. */
    byte[] write(FileKind kind, List<String> headers, List<List<String>> rows) {
        return formats.stream()
                .filter(format -> format.kind() == kind)
                .findFirst()
                .orElseThrow()
                .write(headers, rows);
    }
}
