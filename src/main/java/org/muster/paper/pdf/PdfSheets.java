package org.muster.paper.pdf;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.muster.paper.Sheet;
import org.muster.paper.SheetPrinter;

/** Sets a sheet on A4 in Noto Sans SC; only the characters that are used go into the file. */
@ApplicationScoped
class PdfSheets implements SheetPrinter {

    private static final String FONT = "/fonts/NotoSansSC-Regular.ttf";
    private static final float MARGIN = 64;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float TEXT = 11;
    private static final float LEADING = 19;
    /** Of a table of letters; readers take no larger ones. */
    private static final int MOST_IN_A_BLOCK = 100;
    /** No line begins with one of these. */
    private static final String CLOSING = "，。、；：）〕》”";
    /** Shares of the width: goods, quantity, batch, lot, use by. */
    private static final float[] COLUMNS = {0.28f, 0.18f, 0.19f, 0.19f, 0.16f};

    @Override
    public byte[] print(Sheet sheet) {
        try (PDDocument document = new PDDocument();
                InputStream file = Objects.requireNonNull(PdfSheets.class.getResourceAsStream(FONT), FONT);
                TrueTypeFont font = new TTFParser(true).parse(new RandomAccessReadBuffer(file))) {
            // One glyph for two letters, such as ff, stands for neither in the table of letters: it could not be read
            // back.
            font.setEnableGsub(false);
            PDType0Font loaded = PDType0Font.load(document, font, true);
            Map<Integer, Integer> letters = new TreeMap<>();
            try (var pen = new Pen(document, loaded, letters)) {
                set(sheet, pen);
            }
            document.getDocumentInformation().setTitle(sheet.title() + " " + sheet.number());
            // Cuts the font down to what is used; only then can its table of letters be replaced.
            document.save(OutputStream.nullOutputStream());
            loaded.getCOSObject().setItem(COSName.TO_UNICODE, readable(document, letters));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Which letter each glyph stands for. The font draws radicals such as ⽂ by the glyph of 文, and the library would name the radical: nobody could
     * search for what is written, or copy it.
     */
    private static PDStream readable(PDDocument document, Map<Integer, Integer> letters) throws IOException {
        StringBuilder map = new StringBuilder("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                + "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                + "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                + "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        List<Map.Entry<Integer, Integer>> all = List.copyOf(letters.entrySet());
        for (int from = 0; from < all.size(); from += MOST_IN_A_BLOCK) {
            List<Map.Entry<Integer, Integer>> block = all.subList(from, Math.min(from + MOST_IN_A_BLOCK, all.size()));
            map.append(block.size()).append(" beginbfchar\n");
            for (Map.Entry<Integer, Integer> one : block) {
                map.append("<%04X> <".formatted(one.getKey()));
                for (char unit : Character.toChars(one.getValue())) {
                    map.append("%04X".formatted((int) unit));
                }
                map.append(">\n");
            }
            map.append("endbfchar\n");
        }
        map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        return new PDStream(
                document,
                new ByteArrayInputStream(map.toString().getBytes(StandardCharsets.US_ASCII)),
                COSName.FLATE_DECODE);
    }

    private static void set(Sheet sheet, Pen pen) throws IOException {
        if (!sheet.banner().isEmpty()) {
            pen.centred(sheet.banner(), 24);
        }
        pen.centred(sheet.title(), 20);
        pen.centred(sheet.number(), TEXT);
        pen.skip(LEADING);
        pen.paragraph(sheet.addressee());
        for (String line : sheet.paragraphs()) {
            pen.paragraph(line);
        }
        pen.skip(LEADING / 2);
        pen.row(sheet.header());
        for (List<String> row : sheet.rows()) {
            pen.row(row);
        }
        pen.skip(LEADING / 2);
        for (String line : sheet.closing()) {
            pen.paragraph(line);
        }
        pen.skip(LEADING);
        pen.paragraph(sheet.proof());
    }

    /** Writes from top to bottom, and goes on on a new page where one is full. */
    private static final class Pen implements AutoCloseable {

        private final PDDocument document;
        private final PDFont font;
        private final Map<Integer, Integer> letters;
        private PDPageContentStream page;
        private float y;

        /** @param letters filled with the letter of each code that is written */
        @SuppressWarnings("NullAway.Init") // the first page is turned to at once
        Pen(PDDocument document, PDFont font, Map<Integer, Integer> letters) throws IOException {
            this.document = document;
            this.font = font;
            this.letters = letters;
            turn();
        }

        private void turn() throws IOException {
            PDPage next = new PDPage(PDRectangle.A4);
            document.addPage(next);
            page = new PDPageContentStream(document, next);
            y = PDRectangle.A4.getHeight() - MARGIN;
        }

        private void need(float height) throws IOException {
            if (y - height < MARGIN) {
                page.close();
                turn();
            }
        }

        void skip(float height) {
            y -= height;
        }

        void centred(String text, float size) throws IOException {
            for (String line : wrapped(text, WIDTH, size)) {
                need(size * 1.7f);
                y -= size * 1.7f;
                write(line, MARGIN + (WIDTH - width(line, size)) / 2, y, size);
            }
        }

        void paragraph(String text) throws IOException {
            for (String line : wrapped(text, WIDTH, TEXT)) {
                need(LEADING);
                y -= LEADING;
                write(line, MARGIN, y, TEXT);
            }
        }

        void row(List<String> cells) throws IOException {
            List<List<String>> lines = new ArrayList<>();
            int most = 1;
            for (int i = 0; i < COLUMNS.length; i++) {
                List<String> cell = wrapped(cells.get(i), COLUMNS[i] * WIDTH - 8, TEXT);
                lines.add(cell);
                most = Math.max(most, cell.size());
            }
            float height = most * LEADING + 6;
            need(height);
            float x = MARGIN;
            for (int i = 0; i < COLUMNS.length; i++) {
                float wide = COLUMNS[i] * WIDTH;
                page.addRect(x, y - height, wide, height);
                page.stroke();
                for (int line = 0; line < lines.get(i).size(); line++) {
                    write(lines.get(i).get(line), x + 4, y - (line + 1) * LEADING + 3, TEXT);
                }
                x += wide;
            }
            y -= height;
        }

        /** Chinese may break anywhere; other words stay whole unless they are longer than a line. */
        private List<String> wrapped(String text, float room, float size) throws IOException {
            List<String> lines = new ArrayList<>();
            StringBuilder line = new StringBuilder();
            int breakAt = -1;
            for (int at = 0; at < text.length(); ) {
                int letter = text.codePointAt(at);
                at += Character.charCount(letter);
                String shown = shown(letter);
                if (width(line + shown, size) > room && line.length() > 0 && CLOSING.indexOf(letter) < 0) {
                    int end =
                            letter == ' ' || breakAt <= 0 || Character.isIdeographic(letter) ? line.length() : breakAt;
                    String rest = line.substring(end).stripLeading();
                    lines.add(line.substring(0, end).stripTrailing());
                    line = new StringBuilder(rest);
                    breakAt = -1;
                }
                if (letter != ' ' || line.length() > 0) {
                    line.append(shown);
                }
                if (letter == ' ' || Character.isIdeographic(letter) || CLOSING.indexOf(letter) >= 0) {
                    breakAt = line.length();
                }
            }
            lines.add(line.toString().stripTrailing());
            return lines;
        }

        /** What the font does not have must not make the whole paper fail. */
        private String shown(int letter) {
            String text = Character.toString(letter);
            try {
                font.encode(text);
                return text;
            } catch (IOException | IllegalArgumentException notInTheFont) {
                return "□";
            }
        }

        private float width(String text, float size) throws IOException {
            return font.getStringWidth(text) / 1000 * size;
        }

        private void write(String text, float x, float baseline, float size) throws IOException {
            for (int letter : text.codePoints().toArray()) {
                byte[] code = font.encode(Character.toString(letter));
                letters.put((code[0] & 0xFF) << 8 | code[1] & 0xFF, letter);
            }
            page.beginText();
            page.setFont(font, size);
            page.newLineAtOffset(x, baseline);
            page.showText(text);
            page.endText();
        }

        @Override
        public void close() throws IOException {
            page.close();
        }
    }
}
