package org.muster.importexport.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muster.importexport.FileKind;
import org.muster.importexport.ListFormat;
import org.muster.importexport.Table;
import org.muster.shared.Outcome;
import org.muster.testing.BesideOthers;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@BesideOthers
class WorkbooksTest {

    /** Both kinds of workbooks, each with its reader. */
    enum Age {
        TODAY,
        BEFORE_2007;

        Spreadsheet spreadsheet() {
            return this == TODAY ? Spreadsheet.ofToday() : Spreadsheet.ofBefore2007();
        }

        ListFormat files() {
            return this == TODAY ? new XlsxFiles() : new XlsFiles();
        }

        Table read(Spreadsheet spreadsheet) {
            return accepted(read(spreadsheet.bytes()));
        }

        Outcome<Table> read(byte[] file) {
            assertThat(files().recognises(file)).isTrue();
            return table(files(), file);
        }
    }

    @ParameterizedTest
    @EnumSource(Age.class)
    void title_rows_merged_cells_and_blank_rows_are_told_apart_from_rows(Age age) {
        Table table = age.read(age.spreadsheet()
                .row("某省应急物资生产企业名单（第三批）")
                .merge("A1:F1")
                .row("填报单位：某省工信厅", "", "", "", "日期：", LocalDate.of(2020, 1, 29))
                .blank()
                .row("序号", "省", "市", "企业名称", "产品", "日产能")
                .row(1, "山西", "太原市", "太原晴川防护用品有限公司", "医用口罩", 20000)
                .row(2, "", "", "太原晨岭防护用品有限公司", "医用口罩", "3万只")
                .row(3, "", "大同市", "大同暮川防护用品有限公司", "防护服", 198)
                .merge("B5:B7")
                .merge("C5:C6")
                .blank()
                .row("合计", "", "", "", "", 50198));

        assertThat(table.headers()).containsExactly("序号", "省", "市", "企业名称", "产品", "日产能");
        assertThat(table.lines())
                .containsExactly(
                        new Table.Line(5, List.of("1", "山西", "太原市", "太原晴川防护用品有限公司", "医用口罩", "20000")),
                        new Table.Line(6, List.of("2", "山西", "太原市", "太原晨岭防护用品有限公司", "医用口罩", "3万只")),
                        new Table.Line(7, List.of("3", "山西", "大同市", "大同暮川防护用品有限公司", "防护服", "198")),
                        new Table.Line(9, List.of("合计", "", "", "", "", "50198")));
        assertThat(table.titleLines()).isEqualTo(2);
        assertThat(table.blankLines()).isEqualTo(2);
        assertThat(table.kind()).isEqualTo(age.files().kind());
    }

    @ParameterizedTest
    @EnumSource(Age.class)
    void headings_of_two_rows_become_one(Age age) {
        Table table = age.read(age.spreadsheet()
                .row("企业名称", "地点", "", "产品", "日产能", "备注")
                .row("", "省", "市", "", "", "")
                .merge("A1:A2")
                .merge("B1:C1")
                .merge("D1:D2")
                .merge("E1:E2")
                .merge("F1:F2")
                .row("兰州晴川防护用品有限公司", "甘肃", "兰州市", "医用口罩", 5000, "急"));

        assertThat(table.headers()).containsExactly("企业名称", "省", "市", "产品", "日产能", "备注");
        assertThat(table.lines()).extracting(Table.Line::number).containsExactly(3);
    }

    @ParameterizedTest
    @EnumSource(Age.class)
    void numbers_read_as_a_person_sees_them(Age age) {
        Table table = age.read(age.spreadsheet()
                .row("企业名称", "日产能", "日期", "电话", "比例", "合计")
                .row("甲公司", 0.1 + 0.2, LocalDate.of(2020, 2, 1), 13800138000d, "", "")
                .formatted(2, 4, 0.5, "0%")
                .formula(2, 5, "1+2")
                .row("乙公司", "", "", "", "", "")
                .formatted(3, 1, 198, "0\"件\"")
                .row("丙公司", "", "", "", "", "")
                .formatted(4, 1, 1.5, "0.0\"万只\"")
                .row("丁公司", "", "", "", "", "")
                .formatted(5, 1, 123456, "0!.0,\"万\""));

        assertThat(table.lines().get(0).cells()).containsExactly("甲公司", "0.3", "2020-02-01", "13800138000", "50%", "3");
        assertThat(table.lines()).extracting(line -> line.cell(1)).containsExactly("0.3", "198件", "1.5万只", "123456");
    }

    @ParameterizedTest
    @EnumSource(Age.class)
    void sheets_with_the_same_headings_are_read_together_and_others_are_told(Age age) {
        Table table = age.read(age.spreadsheet()
                .row("企业名称", "省", "产品")
                .row("甲公司", "山西", "口罩")
                .row("丁公司", "山西", "口罩")
                .row("戊公司", "山西", "口罩")
                .sheet("二")
                .row("第二批")
                .row("产品", "企业名称", "省")
                .row("防护服", "乙公司", "河北")
                .row("护目镜", "丙公司", "河北")
                .sheet("填表说明")
                .row("每行一家企业")
                .sheet("字典")
                .hidden()
                .row("企业名称", "省", "产品")
                .row("x", "y", "z"));

        assertThat(table.lines())
                .extracting(Table.Line::cells)
                .containsExactly(
                        List.of("甲公司", "山西", "口罩"),
                        List.of("丁公司", "山西", "口罩"),
                        List.of("戊公司", "山西", "口罩"),
                        List.of("乙公司", "河北", "防护服"),
                        List.of("丙公司", "河北", "护目镜"));
        assertThat(table.lines()).extracting(Table.Line::number).doesNotHaveDuplicates();
        assertThat(table.sheets()).containsExactly(new Table.Part("名单", 0, 3), new Table.Part("二", 4, 2));
        assertThat(table.leftOut()).containsExactly(new Table.LeftOut("填表说明", 1), new Table.LeftOut("字典", 2));
    }

    @Test
    void a_sheet_can_be_asked_for_by_name() {
        byte[] file = Spreadsheet.ofToday()
                .row("企业名称", "省", "产品")
                .row("甲公司", "山西", "口罩")
                .sheet("设备")
                .row("设备名称", "台数")
                .row("口罩机", 3)
                .bytes();
        var files = new XlsxFiles();

        assertThat(files.read(file)
                        .fold(book -> Table.in(book, " 设备 "), Outcome::<Table>refused)
                        .fold(Table::headers, reasons -> List.<String>of()))
                .containsExactly("设备名称", "台数");
        assertThat(keys(files.read(file).fold(book -> Table.in(book, "没有"), Outcome::<Table>refused)))
                .containsExactly("importexport.sheet_not_found");
    }

    @ParameterizedTest
    @EnumSource(Age.class)
    void what_is_handed_back_comes_in_again_and_no_cell_of_it_is_a_formula(Age age) throws IOException {
        List<String> cells = List.of("=1+1", "+86", "-5", "@sum", "布,\"<好>\"&", "第一行\n第二行", "007");
        byte[] file = age.files().write(List.of("a", "b", "c", "d", "e", "f", "g"), List.of(cells));

        assertThat(accepted(table(age.files(), file)).lines().get(0).cells()).isEqualTo(cells);
        try (var workbook =
                org.apache.poi.ss.usermodel.WorkbookFactory.create(new java.io.ByteArrayInputStream(file))) {
            for (var cell : workbook.getSheetAt(0).getRow(1)) {
                assertThat(cell.getCellType()).isEqualTo(org.apache.poi.ss.usermodel.CellType.STRING);
            }
        }
    }

    @Test
    void an_archive_that_unfolds_without_end_is_refused_before_it_fills_the_memory() throws IOException {
        byte[] bomb = archive(
                "xl/workbook.xml", "<workbook><sheets><sheet name=\"a\" id=\"r1\"/></sheets></workbook>", out -> {
                    byte[] zeros = new byte[1024 * 1024];
                    for (int i = 0; i < 600; i++) {
                        out.write(zeros);
                    }
                });

        assertThat(bomb.length).isLessThan(2 * 1024 * 1024);
        assertThat(keys(table(new XlsxFiles(), bomb))).containsExactly("importexport.file_unfolds_too_far");
    }

    @Test
    void entities_that_multiply_are_no_text() throws IOException {
        String laughs =
                "<!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]><workbook><sheets><sheet name=\"&b;\""
                        + " id=\"r1\"/></sheets></workbook>";

        assertThat(keys(table(new XlsxFiles(), archive("xl/workbook.xml", laughs, out -> {}))))
                .containsExactly("importexport.workbook_unreadable");
    }

    @Test
    void macros_are_refused_in_words() throws IOException {
        byte[] file = archive("xl/workbook.xml", "<workbook/>", out -> {}, "xl/vbaProject.bin");

        assertThat(keys(table(new XlsxFiles(), file))).containsExactly("importexport.file_has_macros");
    }

    @Test
    void an_archive_of_something_else_is_no_workbook() throws IOException {
        assertThat(keys(table(new XlsxFiles(), archive("readme.txt", "hello", out -> {}))))
                .containsExactly("importexport.file_is_an_archive");
    }

    @Test
    void fifty_thousand_rows_are_read_and_one_more_is_refused() {
        List<List<String>> rows = java.util.stream.IntStream.range(0, ListFormat.MOST_ROWS + 1)
                .mapToObj(i -> List.of("第" + i + "公司", "口罩", "山西"))
                .toList();
        var files = new XlsxFiles();
        List<String> headings = List.of("企业名称", "产品", "省");

        assertThat(accepted(table(files, files.write(headings, rows.subList(1, rows.size()))))
                        .lines())
                .hasSize(ListFormat.MOST_ROWS);
        assertThat(keys(table(files, files.write(headings, rows)))).containsExactly("importexport.too_many_rows");
    }

    @Test
    void the_kinds_know_their_files() {
        assertThat(new XlsxFiles().kind()).isEqualTo(FileKind.XLSX);
        assertThat(new XlsFiles().recognises(Spreadsheet.ofToday().row("a").bytes()))
                .isFalse();
        assertThat(new XlsxFiles()
                        .recognises(Spreadsheet.ofBefore2007().row("a").bytes()))
                .isFalse();
    }

    private interface Filling {
        void fill(ZipOutputStream out) throws IOException;
    }

    private static byte[] archive(String part, String content, Filling filling, String... more) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry(part));
            out.write(content.getBytes(StandardCharsets.UTF_8));
            out.closeEntry();
            for (String name : more) {
                out.putNextEntry(new ZipEntry(name));
                out.closeEntry();
            }
            out.putNextEntry(new ZipEntry("xl/media/image1.bin"));
            filling.fill(out);
            out.closeEntry();
        }
        return bytes.toByteArray();
    }

    static Outcome<Table> table(ListFormat files, byte[] file) {
        return files.read(file).fold(book -> Table.in(book, ""), Outcome::<Table>refused);
    }

    private static Table accepted(Outcome<Table> outcome) {
        assertThat(keys(outcome)).isEmpty();
        return ((Outcome.Accepted<Table>) outcome).value();
    }

    private static List<String> keys(Outcome<Table> outcome) {
        return outcome.fold(
                table -> List.<String>of(),
                reasons -> reasons.stream().map(reason -> reason.key()).toList());
    }
}
