package org.muster.importexport.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.usermodel.BuiltinFormats;

/**
 * What the sheets of a workbook refer to: their names, the texts they share, the formats of their numbers.
 *
 * @param formats the index and the code of the number format of each cell style
 */
record Workbook(List<Listed> sheets, List<String> texts, List<Format> formats, boolean since1904) {

    private static final int MOST_LETTERS = 60_000_000;
    private static final int MOST_SHEETS = 500;

    /** @param part the part of the archive that holds it, in small letters */
    record Listed(String name, String part, boolean hidden) {}

    record Format(int index, String code) {
        static final Format GENERAL = new Format(0, "General");
    }

    Set<String> parts() {
        return sheets.stream().map(Listed::part).collect(Collectors.toSet());
    }

    String text(int index) {
        return index >= 0 && index < texts.size() ? texts.get(index) : "";
    }

    Format format(int style) {
        return style >= 0 && style < formats.size() ? formats.get(style) : Format.GENERAL;
    }

    /** Puts a workbook together from the parts of an archive, which come in any order. */
    static final class Builder {

        private record Entry(String name, String relation, boolean hidden) {}

        private final List<Entry> entries = new ArrayList<>();
        private final Map<String, String> targets = new HashMap<>();
        private final List<String> texts = new ArrayList<>();
        private final Map<Integer, String> codes = new HashMap<>();
        private final List<Integer> styles = new ArrayList<>();
        private boolean since1904;
        private boolean complete;

        void take(String part, InputStream content) throws IOException, XMLStreamException {
            switch (part) {
                case "xl/workbook.xml" -> readWorkbook(Xml.reader(content));
                case "xl/_rels/workbook.xml.rels" -> readRelations(Xml.reader(content));
                case "xl/sharedstrings.xml" -> readTexts(Xml.reader(content));
                case "xl/styles.xml" -> readStyles(Xml.reader(content));
                default -> {
                    // Pictures, themes and the sheets themselves, which are read once all this is known.
                }
            }
        }

        boolean isComplete() {
            return complete;
        }

        Workbook build() {
            List<Listed> sheets = new ArrayList<>();
            for (Entry entry : entries) {
                String target = targets.get(entry.relation());
                if (target != null) {
                    String path = target.startsWith("/") ? target.substring(1) : "xl/" + target;
                    sheets.add(new Listed(entry.name(), path.toLowerCase(Locale.ROOT), entry.hidden()));
                }
            }
            return new Workbook(
                    sheets,
                    texts,
                    styles.stream()
                            .map(index -> new Format(index, codes.getOrDefault(index, builtIn(index))))
                            .toList(),
                    since1904);
        }

        private static String builtIn(int index) {
            String code = BuiltinFormats.getBuiltinFormat(index);
            return code == null ? "General" : code;
        }

        private void readWorkbook(XMLStreamReader xml) throws XMLStreamException {
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                    continue;
                }
                switch (xml.getLocalName()) {
                    case "workbook" -> complete = true;
                    case "workbookPr" -> since1904 = Xml.isTrue(Xml.attribute(xml, "date1904"));
                    case "sheet" -> {
                        if (entries.size() == MOST_SHEETS) {
                            throw new Unreadable("file_unfolds_too_far");
                        }
                        entries.add(new Entry(
                                Xml.attribute(xml, "name"),
                                Xml.attribute(xml, "id"),
                                Xml.attribute(xml, "state")
                                        .toLowerCase(Locale.ROOT)
                                        .contains("hidden")));
                    }
                    default -> {
                        // Views, names and properties say nothing of the rows.
                    }
                }
            }
        }

        private void readRelations(XMLStreamReader xml) throws XMLStreamException {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("Relationship")) {
                    targets.put(Xml.attribute(xml, "Id"), Xml.attribute(xml, "Target"));
                }
            }
        }

        private void readTexts(XMLStreamReader xml) throws XMLStreamException {
            long letters = 0;
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("si")) {
                    String text = Xml.richText(xml, "si");
                    letters += text.length() + 16;
                    if (letters > MOST_LETTERS) {
                        throw new Unreadable("file_unfolds_too_far");
                    }
                    texts.add(text);
                }
            }
        }

        private void readStyles(XMLStreamReader xml) throws XMLStreamException {
            boolean ofCells = false;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.END_ELEMENT
                        && xml.getLocalName().equals("cellXfs")) {
                    ofCells = false;
                } else if (event == XMLStreamConstants.START_ELEMENT) {
                    switch (xml.getLocalName()) {
                        case "numFmt" ->
                            codes.put(Xml.number(Xml.attribute(xml, "numFmtId"), 0), Xml.attribute(xml, "formatCode"));
                        case "cellXfs" -> ofCells = true;
                        case "xf" -> {
                            if (ofCells) {
                                styles.add(Xml.number(Xml.attribute(xml, "numFmtId"), 0));
                            }
                        }
                        default -> {
                            // Fonts, fills and borders.
                        }
                    }
                }
            }
        }
    }
}
