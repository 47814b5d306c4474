package org.muster.importexport.workbook;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFCell;
import org.apache.poi.hssf.usermodel.HSSFRow;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.muster.importexport.Book;
import org.muster.importexport.FileKind;
import org.muster.importexport.ListFormat;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;

/** Binary workbooks of before 2007, which old systems still write. They do not unfold, so their size alone bounds the memory they take. */
@ApplicationScoped
class XlsFiles implements ListFormat {

    /** What its sheets can hold, headings included. */
    private static final int ROWS_OF_A_SHEET = 65_536;

    private static final int MOST_COLUMNS = 256;

    /** Control characters, which no list means and no database keeps. */
    private static final Pattern WITHOUT_MEANING = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]");

    @Override
    public FileKind kind() {
        return FileKind.XLS;
    }

    @Override
    public boolean recognises(byte[] file) {
        return file.length > 7
                && file[0] == (byte) 0xD0
                && file[1] == (byte) 0xCF
                && file[2] == 0x11
                && file[3] == (byte) 0xE0;
    }

    @Override
    public Outcome<Book> read(byte[] file) {
        try (POIFSFileSystem container = new POIFSFileSystem(new ByteArrayInputStream(file))) {
            var root = container.getRoot();
            if (root.hasEntry("EncryptedPackage")) {
                return refused("file_is_encrypted");
            } else if (root.hasEntry("_VBA_PROJECT_CUR") || root.hasEntry("_VBA_PROJECT")) {
                return refused("file_has_macros");
            } else if (!root.hasEntry("Workbook") && !root.hasEntry("WORKBOOK") && !root.hasEntry("Book")) {
                return refused("file_is_no_workbook");
            }
            try (HSSFWorkbook workbook = new HSSFWorkbook(root, false)) {
                List<Book.Sheet> sheets = new ArrayList<>();
                for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                    sheets.add(sheet(
                            workbook.getSheetAt(i),
                            workbook.getSheetName(i),
                            workbook.isSheetHidden(i) || workbook.isSheetVeryHidden(i),
                            workbook.getInternalWorkbook().isUsing1904DateWindowing()));
                }
                return Outcome.accepted(new Book(FileKind.XLS, "", "", sheets));
            }
        } catch (Unreadable unreadable) {
            return Outcome.refused(unreadable.refusal());
        } catch (EncryptedDocumentException e) {
            return refused("file_is_encrypted");
        } catch (OldExcelFormatException e) {
            return refused("file_is_too_old");
        } catch (IOException | RuntimeException e) {
            // The library throws whatever it stumbles over in a broken file.
            return refused("workbook_unreadable");
        }
    }

    private static Book.Sheet sheet(HSSFSheet sheet, String name, boolean hidden, boolean since1904) {
        List<Book.Row> rows = new ArrayList<>();
        for (Row row : sheet) {
            List<String> cells = cells((HSSFRow) row, since1904);
            if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                rows.add(new Book.Row(row.getRowNum() + 1, cells));
            }
        }
        List<Book.Merge> merges = new ArrayList<>();
        for (CellRangeAddress range : sheet.getMergedRegions()) {
            merges.add(new Book.Merge(
                    range.getFirstRow() + 1, range.getLastRow() + 1, range.getFirstColumn(), range.getLastColumn()));
        }
        return new Book.Sheet(
                name, hidden, rows.isEmpty() ? 0 : rows.get(rows.size() - 1).number(), rows, merges);
    }

    private static List<String> cells(HSSFRow row, boolean since1904) {
        List<String> cells = new ArrayList<>();
        int last = Math.min(MOST_COLUMNS, Math.max(0, row.getLastCellNum()));
        for (int i = 0; i < last; i++) {
            HSSFCell cell = row.getCell(i, Row.MissingCellPolicy.RETURN_BLANK_AS_NULL);
            cells.add(cell == null ? "" : text(cell, since1904));
        }
        while (!cells.isEmpty() && cells.get(cells.size() - 1).isEmpty()) {
            cells.remove(cells.size() - 1);
        }
        return cells;
    }

    private static String text(HSSFCell cell, boolean since1904) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case STRING ->
                WITHOUT_MEANING
                        .matcher(cell.getRichStringCellValue().getString())
                        .replaceAll("");
            case NUMERIC ->
                CellFormat.text(
                        cell.getNumericCellValue(),
                        cell.getCellStyle().getDataFormat(),
                        cell.getCellStyle().getDataFormatString(),
                        since1904);
            case BOOLEAN -> cell.getBooleanCellValue() ? "TRUE" : "FALSE";
            case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
            default -> "";
        };
    }

    @Override
    public byte[] write(List<String> headers, List<List<String>> rows) {
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            var style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat("@"));
            HSSFSheet sheet = null;
            int at = 0;
            for (int i = 0; i <= rows.size(); i++) {
                if (sheet == null || at == ROWS_OF_A_SHEET) {
                    sheet = workbook.createSheet("Sheet" + (workbook.getNumberOfSheets() + 1));
                    fill(sheet.createRow(0), headers, style);
                    at = 1;
                }
                if (i < rows.size()) {
                    fill(sheet.createRow(at++), rows.get(i), style);
                }
            }
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text cells in a text format: never a formula. */
    private static void fill(HSSFRow row, List<String> cells, org.apache.poi.hssf.usermodel.HSSFCellStyle style) {
        for (int i = 0; i < Math.min(MOST_COLUMNS, cells.size()); i++) {
            if (!cells.get(i).isEmpty()) {
                HSSFCell cell = row.createCell(i, CellType.STRING);
                cell.setCellStyle(style);
                cell.setCellValue(cells.get(i));
            }
        }
    }

    private static Outcome<Book> refused(String key) {
        return Outcome.refused(Refusal.at("file", "importexport." + key));
    }
}
