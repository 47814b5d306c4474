package org.muster.importexport.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes one sheet of texts, row by row. Every cell is a text and formatted as one: no spreadsheet takes any of it for a formula, or 001 for 1. */
final class XlsxWriter {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private XlsxWriter() {}

    static byte[] write(List<String> headers, List<List<String>> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes);
                Writer out = new OutputStreamWriter(archive, StandardCharsets.UTF_8)) {
            part(
                    archive,
                    out,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
                            + " Extension=\"rels\""
                            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default"
                            + " Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\""
                            + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override"
                            + " PartName=\"/xl/styles.xml\""
                            + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/><Override"
                            + " PartName=\"/xl/worksheets/sheet1.xml\""
                            + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
                            + "</Types>");
            part(
                    archive,
                    out,
                    "_rels/.rels",
                    "<Relationships xmlns=\"" + RELATIONS + "\"><Relationship Id=\"rId1\" Type=\"" + OFFICE
                            + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            part(
                    archive,
                    out,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                            + "\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            part(
                    archive,
                    out,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"" + RELATIONS + "\"><Relationship Id=\"rId1\" Type=\"" + OFFICE
                            + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\""
                            + OFFICE
                            + "/styles\" Target=\"styles.xml\"/></Relationships>");
            // Format 49 is text; style 2 is the same in bold, for the headings.
            part(
                    archive,
                    out,
                    "xl/styles.xml",
                    "<styleSheet xmlns=\"" + MAIN + "\"><fonts count=\"2\"><font><sz val=\"11\"/></font><font><b/><sz"
                            + " val=\"11\"/></font></fonts><fills count=\"2\"><fill><patternFill"
                            + " patternType=\"none\"/></fill><fill><patternFill"
                            + " patternType=\"gray125\"/></fill></fills><borders"
                            + " count=\"1\"><border/></borders><cellStyleXfs"
                            + " count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"3\"><xf/><xf"
                            + " numFmtId=\"49\" applyNumberFormat=\"1\"/><xf numFmtId=\"49\""
                            + " fontId=\"1\" applyNumberFormat=\"1\""
                            + " applyFont=\"1\"/></cellXfs></styleSheet>");
            archive.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            out.write(HEAD + "<worksheet xmlns=\"" + MAIN
                    + "\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\""
                    + " activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols><col min=\"1\""
                    + " max=\""
                    + Math.max(1, headers.size()) + "\" width=\"18\" customWidth=\"1\"/></cols><sheetData>");
            row(out, 1, headers, 2);
            for (int i = 0; i < rows.size(); i++) {
                row(out, i + 2, rows.get(i), 1);
            }
            out.write("</sheetData></worksheet>");
            out.flush();
            archive.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void part(ZipOutputStream archive, Writer out, String name, String content) throws IOException {
        archive.putNextEntry(new ZipEntry(name));
        out.write(HEAD + content);
        out.flush();
        archive.closeEntry();
    }

    private static void row(Writer out, int number, List<String> cells, int style) throws IOException {
        out.write("<row r=\"" + number + "\">");
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            if (!cell.isEmpty()) {
                out.write("<c r=\"" + letters(i) + number + "\" s=\"" + style
                        + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
                escaped(out, cell);
                out.write("</t></is></c>");
            }
        }
        out.write("</row>\n");
    }

    /** What XML may not hold is left out; a line break stays one whatever the reader makes of its white space. */
    private static void escaped(Writer out, String text) throws IOException {
        for (int i = 0; i < text.length(); ) {
            int letter = text.codePointAt(i);
            i += Character.charCount(letter);
            switch (letter) {
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '&' -> out.write("&amp;");
                case '\r' -> out.write("&#13;");
                default -> {
                    if (letter >= ' ' && letter < 0xD800
                            || letter == '\n'
                            || letter == '\t'
                            || letter > 0xDFFF && letter < 0xFFFE
                            || letter > 0xFFFF) {
                        out.write(Character.toString(letter));
                    }
                }
            }
        }
    }

    private static String letters(int column) {
        StringBuilder letters = new StringBuilder();
        for (int rest = column; rest >= 0; rest = rest / 26 - 1) {
            letters.insert(0, (char) ('A' + rest % 26));
        }
        return letters.toString();
    }
}
