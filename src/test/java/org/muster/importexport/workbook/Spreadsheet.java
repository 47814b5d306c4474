package org.muster.importexport.workbook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A workbook that another program writes, cell by cell, for the readers to be tried on. */
public final class Spreadsheet {

    private final Workbook workbook;
    private Sheet sheet;
    private int next;

    private Spreadsheet(Workbook workbook) {
        this.workbook = workbook;
        this.sheet = workbook.createSheet("名单");
    }

    public static Spreadsheet ofToday() {
        return new Spreadsheet(new XSSFWorkbook());
    }

    public static Spreadsheet ofBefore2007() {
        return new Spreadsheet(new HSSFWorkbook());
    }

    public Spreadsheet sheet(String name) {
        sheet = workbook.createSheet(name);
        next = 0;
        return this;
    }

    public Spreadsheet hidden() {
        workbook.setSheetHidden(workbook.getSheetIndex(sheet), true);
        return this;
    }

    /** A row of texts, numbers, days and an empty text for a cell that is not there. */
    public Spreadsheet row(Object... cells) {
        Row row = sheet.createRow(next++);
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].equals("")) {
                fill(row.createCell(i), cells[i]);
            }
        }
        return this;
    }

    public Spreadsheet blank() {
        next++;
        return this;
    }

    /** A number that shows a unit which only its format holds. */
    public Spreadsheet formatted(int row, int column, double value, String format) {
        Cell cell = sheet.getRow(row - 1).createCell(column);
        cell.setCellValue(value);
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        cell.setCellStyle(style);
        return this;
    }

    public Spreadsheet formula(int row, int column, String formula) {
        Cell cell = sheet.getRow(row - 1).createCell(column);
        cell.setCellFormula(formula);
        workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(cell);
        return this;
    }

    /** As a spreadsheet writes it: {@code A3:A5}. */
    public Spreadsheet merge(String range) {
        sheet.addMergedRegion(CellRangeAddress.valueOf(range));
        return this;
    }

    public byte[] bytes() {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                workbook) {
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fill(Cell cell, Object content) {
        if (content instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (content instanceof LocalDate day) {
            cell.setCellValue(day);
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat("yyyy/m/d"));
            cell.setCellStyle(style);
        } else {
            cell.setCellValue(content.toString());
        }
    }
}
