package org.muster.importexport.workbook;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamException;
import org.muster.importexport.Book;
import org.muster.importexport.FileKind;
import org.muster.importexport.ListFormat;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;

/**
 * Workbooks of today: a zip archive of XML. Read in two passes, first what the sheets refer to, then the sheets, each as a stream, so that memory
 * holds the cells and nothing of the XML. What may unfold out of the archive is bounded before anything is read.
 */
@ApplicationScoped
class XlsxFiles implements ListFormat {

    private static final long MOST_UNFOLDED = 400L * 1024 * 1024;
    private static final int MOST_PARTS = 5_000;

    /** Spreadsheets fold a hundredfold at the very most; beyond this, and beyond a size that does no harm, it is a bomb. */
    private static final int MOST_FOLDED = 200;

    private static final long HARMLESS = 64L * 1024 * 1024;

    @Override
    public FileKind kind() {
        return FileKind.XLSX;
    }

    @Override
    public boolean recognises(byte[] file) {
        return file.length > 3 && file[0] == 'P' && file[1] == 'K' && file[2] == 3 && file[3] == 4;
    }

    @Override
    public Outcome<Book> read(byte[] file) {
        try {
            long most = Math.min(MOST_UNFOLDED, Math.max(HARMLESS, (long) file.length * MOST_FOLDED));
            var allowance = new Inflating.Allowance(most);
            Workbook workbook = workbook(file, allowance);
            return Outcome.accepted(new Book(FileKind.XLSX, "", "", sheets(file, workbook, allowance)));
        } catch (Unreadable unreadable) {
            return Outcome.refused(unreadable.refusal());
        } catch (IOException | XMLStreamException | IllegalArgumentException e) {
            // A name in no encoding, a part that is cut off, XML that is none.
            return Outcome.refused(Refusal.at("file", "importexport.workbook_unreadable"));
        }
    }

    private static Workbook workbook(byte[] file, Inflating.Allowance allowance)
            throws IOException, XMLStreamException {
        Set<String> names = new HashSet<>();
        Workbook.Builder builder = new Workbook.Builder();
        eachPart(file, allowance, (name, content) -> {
            names.add(name);
            if (names.size() > MOST_PARTS) {
                throw new Unreadable("file_unfolds_too_far");
            }
            builder.take(name, content);
        });
        if (names.stream().anyMatch(name -> name.endsWith("vbaproject.bin"))) {
            throw new Unreadable("file_has_macros");
        } else if (names.contains("xl/workbook.bin")) {
            throw new Unreadable("file_is_a_binary_workbook");
        } else if (!builder.isComplete()) {
            throw new Unreadable("file_is_an_archive");
        }
        return builder.build();
    }

    private static List<Book.Sheet> sheets(byte[] file, Workbook workbook, Inflating.Allowance allowance)
            throws IOException, XMLStreamException {
        Map<String, SheetReader.Content> read = new HashMap<>();
        Set<String> wanted = workbook.parts();
        SheetReader reader = new SheetReader(workbook);
        eachPart(file, allowance, (name, content) -> {
            if (wanted.contains(name)) {
                read.put(name, reader.read(content));
            }
        });
        return workbook.sheets().stream()
                .filter(sheet -> read.containsKey(sheet.part()))
                .map(sheet -> {
                    SheetReader.Content content = read.getOrDefault(sheet.part(), SheetReader.Content.NOTHING);
                    return new Book.Sheet(
                            sheet.name(), sheet.hidden(), content.lastRow(), content.rows(), content.merges());
                })
                .toList();
    }

    private interface PartReader {
        void read(String name, InputStream content) throws IOException, XMLStreamException;
    }

    private static void eachPart(byte[] file, Inflating.Allowance allowance, PartReader reader)
            throws IOException, XMLStreamException {
        try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                InputStream content = new Inflating(archive, allowance);
                reader.read(entry.getName().replace('\\', '/').toLowerCase(Locale.ROOT), content);
                // What nobody wanted counts too.
                content.transferTo(java.io.OutputStream.nullOutputStream());
            }
        }
    }

    @Override
    public byte[] write(List<String> headers, List<List<String>> rows) {
        return XlsxWriter.write(headers, rows);
    }
}
