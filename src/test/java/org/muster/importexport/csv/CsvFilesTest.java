package org.muster.importexport.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.importexport.ListFormat;
import org.muster.importexport.Table;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CsvFilesTest {

    private static final String LIST = "省,市,厂商名称,规格\n甘肃,兰州市,兰州晴川防护用品有限公司,医用口罩\n";

    private final CsvFiles files = new CsvFiles();

    @ParameterizedTest
    @CsvSource({
        "UTF-8, '', UTF-8",
        "UTF-8, EFBBBF, UTF-8 (BOM)",
        "UTF-16LE, FFFE, UTF-16",
        "UTF-16BE, FEFF, UTF-16",
        "UTF-16LE, '', UTF-16",
        "GB18030, '', GB18030"
    })
    void the_same_list_is_read_from_every_encoding(String charset, String mark, String told) {
        Table table = read(join(java.util.HexFormat.of().parseHex(mark), LIST.getBytes(Charset.forName(charset))));

        assertThat(table.encoding()).isEqualTo(told);
        assertThat(table.headers()).containsExactly("省", "市", "厂商名称", "规格");
        assertThat(table.lines()).containsExactly(new Table.Line(2, List.of("甘肃", "兰州市", "兰州晴川防护用品有限公司", "医用口罩")));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void every_usual_separator_is_recognised(String separator) {
        Table table = read(LIST.replace(",", separator));

        assertThat(table.separator()).isEqualTo(separator);
        assertThat(table.headers()).hasSize(4);
    }

    @Test
    void a_separator_that_cuts_every_row_alike_wins_where_no_heading_is_known() {
        assertThat(read("a;b;c\n1,5;2;3\n1,7;2;3\n").separator()).isEqualTo(";");
    }

    @Test
    void quoted_cells_hold_separators_quotes_and_line_breaks() {
        Table table = read("名称,产品\n\"甲,乙公司\",\"说\"\"好\"\"\n的布\"\n丙公司,丁布\n");

        assertThat(table.lines())
                .containsExactly(
                        new Table.Line(2, List.of("甲,乙公司", "说\"好\"\n的布")), new Table.Line(3, List.of("丙公司", "丁布")));
    }

    @Test
    void blank_lines_are_told_and_rows_keep_the_number_a_spreadsheet_shows() {
        Table table = read("名称,产品\n\n甲公司,布\n , \n乙公司,布\n\n");

        assertThat(table.blankLines()).isEqualTo(3);
        assertThat(table.lines()).extracting(Table.Line::number).containsExactly(3, 5);
    }

    @Test
    void short_rows_are_read_and_long_rows_keep_what_stands_beyond_the_headings() {
        Table table = read("名称,产品,备注\n甲公司,布\n乙公司,布,急,多出来的\n");

        assertThat(table.lines().get(0).cell(2)).isEmpty();
        assertThat(table.lines().get(1).cells()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"名称,产品\n甲公司,\"布\n乙公司,布\n", "名称,产品\n甲公司,\"布\"匹\n乙公司,布\n"})
    void a_quotation_mark_that_would_swallow_rows_is_refused_with_its_row(String text) {
        assertThat(refusal(text)).isEqualTo(Refusal.at("file", "importexport.quote_not_closed", 2));
    }

    @Test
    void a_quotation_mark_that_another_row_closes_is_refused_too() {
        String swallowed = "甲公司,\"布\n" + "乙公司,布\n".repeat(400) + "丙公司,布\"\n丁公司,布\n";

        assertThat(refusal("名称,产品\n" + swallowed)).isEqualTo(Refusal.at("file", "importexport.quote_not_closed", 2));
    }

    @Test
    void what_is_no_list_is_refused_with_what_to_do() {
        assertThat(refusal(" \n ").key()).isEqualTo("importexport.file_is_empty");
        assertThat(refusal("名称,产品\n").key()).isEqualTo("importexport.headings_only");
        assertThat(refusal("名称\n甲公司\n").key()).isEqualTo("importexport.one_column_only");
        assertThat(refusal("c,".repeat(ListFormat.MOST_COLUMNS) + "c\n1,2\n").key())
                .isEqualTo("importexport.too_many_columns");
        assertThat(refusal(new byte[] {'P', 'K', 3, 4, 20, 0}).key()).isEqualTo("importexport.file_is_no_text");
        assertThat(refusal(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 1, 2})
                        .key())
                .isEqualTo("importexport.file_is_no_text");
    }

    @Test
    void fifty_thousand_rows_are_read_and_one_more_is_refused() {
        String rows = "甲公司,布\n".repeat(ListFormat.MOST_ROWS);

        assertThat(read("名称,产品\n" + rows).lines()).hasSize(ListFormat.MOST_ROWS);
        assertThat(refusal("名称,产品\n" + rows + "乙公司,布\n").key()).isEqualTo("importexport.too_many_rows");
    }

    @Test
    void a_written_file_opens_in_a_spreadsheet_and_no_cell_is_a_formula() {
        List<String> cells = List.of("=1+1", "+86", "-5", "@sum", "布,\"好\"", "");

        byte[] file = files.write(List.of("a", "b", "c", "d", "e", "f"), List.of(cells));

        assertThat(new String(file, StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFa,b,c,d,e,f\r\n'=1+1,'+86,'-5,'@sum,\"布,\"\"好\"\"\",\r\n");
    }

    @Test
    void what_was_written_reads_the_same_when_it_comes_back() {
        List<String> cells = List.of("=1+1", "-5", "布,\"好\"", "第一行\n第二行");

        Table back = read(files.write(List.of("a", "b", "c", "d"), List.of(cells)));

        assertThat(back.lines().get(0).cells()).isEqualTo(cells);
    }

    private Table read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private Table read(byte[] file) {
        List<Refusal> reasons = new ArrayList<>();
        Outcome<Table> outcome = table(file);
        if (outcome instanceof Outcome.Refused<Table> refused) {
            reasons.addAll(refused.reasons());
        }
        assertThat(reasons).isEmpty();
        return ((Outcome.Accepted<Table>) outcome).value();
    }

    private Refusal refusal(String text) {
        return refusal(text.getBytes(StandardCharsets.UTF_8));
    }

    private Refusal refusal(byte[] file) {
        return ((Outcome.Refused<Table>) table(file)).reasons().get(0);
    }

    private static byte[] join(byte[] mark, byte[] text) {
        byte[] joined = java.util.Arrays.copyOf(mark, mark.length + text.length);
        System.arraycopy(text, 0, joined, mark.length, text.length);
        return joined;
    }

    private Outcome<Table> table(byte[] file) {
        return files.read(file).fold(book -> Table.in(book, ""), Outcome::<Table>refused);
    }
}
