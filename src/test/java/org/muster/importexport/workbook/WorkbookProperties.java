package org.muster.importexport.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.muster.importexport.ListFormat;
import org.muster.importexport.Table;
import org.muster.shared.Outcome;

/** Whatever a person or an attacker does to a workbook, it is read or refused; nothing else comes of it. */
class WorkbookProperties {

    private static final byte[] TODAY = Spreadsheet.ofToday()
            .row("名单", "", "")
            .row("企业名称", "省", "日产能")
            .row("甲公司", "山西", 5)
            .row("乙公司", "", "198件")
            .merge("B3:B4")
            .bytes();

    private static final byte[] OLD = Spreadsheet.ofBefore2007()
            .row("企业名称", "省", "日产能")
            .row("甲公司", "山西", 5)
            .row("乙公司", "", "198件")
            .merge("B2:B3")
            .bytes();

    @Property(tries = 600)
    void a_damaged_workbook_is_read_or_refused(@ForAll long seed, @ForAll @IntRange(min = 1, max = 24) int wounds) {
        answers(new XlsxFiles(), wounded(TODAY, seed, wounds));
        answers(new XlsFiles(), wounded(OLD, seed, wounds));
    }

    @Property(tries = 200)
    void a_workbook_cut_off_anywhere_is_read_or_refused(@ForAll @IntRange(min = 8, max = 4_000) int length) {
        answers(new XlsxFiles(), java.util.Arrays.copyOf(TODAY, Math.min(length, TODAY.length)));
        answers(new XlsFiles(), java.util.Arrays.copyOf(OLD, Math.min(length * 2, OLD.length)));
    }

    @Property(tries = 200)
    void whatever_claims_to_be_a_workbook_is_read_or_refused(@ForAll byte[] rest) {
        answers(new XlsxFiles(), after(new byte[] {'P', 'K', 3, 4}, rest));
        answers(new XlsFiles(), after(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1}, rest));
    }

    @Property(tries = 100)
    void what_is_handed_back_comes_in_again_as_it_was(@ForAll("rows") List<List<String>> rows) {
        for (ListFormat files : List.of(new XlsxFiles(), new XlsFiles())) {
            assertThat(WorkbooksTest.table(files, files.write(List.of("省", "厂商名称", "规格"), rows))
                            .fold(Table::lines, reasons -> List.<Table.Line>of()))
                    .extracting(line -> List.of(line.cell(0), line.cell(1), line.cell(2)))
                    .isEqualTo(rows);
        }
    }

    private static void answers(ListFormat files, byte[] file) {
        if (files.recognises(file)) {
            Outcome<Table> outcome = WorkbooksTest.table(files, file);
            assertThat(outcome.<Boolean>fold(table -> !table.lines().isEmpty(), reasons -> !reasons.isEmpty()))
                    .isTrue();
        }
    }

    private static byte[] wounded(byte[] whole, long seed, int wounds) {
        byte[] bytes = whole.clone();
        Random random = new Random(seed);
        for (int i = 0; i < wounds; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static byte[] after(byte[] mark, byte[] rest) {
        byte[] bytes = java.util.Arrays.copyOf(mark, mark.length + rest.length);
        System.arraycopy(rest, 0, bytes, mark.length, rest.length);
        return bytes;
    }

    @Provide
    Arbitrary<List<List<String>>> rows() {
        Arbitrary<String> cell = Arbitraries.oneOf(
                Arbitraries.of("医用口罩", "1", "２０万只", "=1+1", "'=1", "<b>&amp;", "\"", "1e5", "😷罩", "  两边  "),
                Arbitraries.strings().withChars("口罩=<>&'\"\n\t 1a").ofMaxLength(12));
        return cell.list()
                .ofSize(3)
                .filter(row -> row.stream().anyMatch(one -> !one.isBlank()))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }
}
