package org.muster.importexport;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muster.identity.Actor;
import org.muster.importexport.workbook.Spreadsheet;
import org.muster.shared.Outcome;
import org.muster.shared.Quantity;

/** Files built like the worst that people sent in January, each accounted for to the last row. */
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WorstListsTest {

    @Inject
    Desk desk;

    @Inject
    Imports imports;

    @Inject
    ListFiles files;

    @Inject
    Clock clock;

    @ParameterizedTest
    @EnumSource(
            value = FileKind.class,
            names = {"XLSX", "XLS"})
    void a_workbook_with_everything_in_it_is_accounted_for_to_the_last_row(FileKind kind) {
        Actor liaison = desk.aLiaison();
        String brand = desk.aBrand();
        ImportId id = checked(liaison, worst(brand, kind), kind, 0);
        ImportView view = desk.view(liaison, id);

        assertThat(view.rowCount()).isEqualTo(11);
        assertThat(view.titleLines()).isEqualTo(2);
        assertThat(view.blankLines()).isEqualTo(2);
        assertThat(view.counts().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(view.rowCount());
        assertThat(view.leftOut()).containsExactly(new Table.LeftOut("说明", 1));

        // As above, and merged down.
        assertThat(desk.row(liaison, id, 7).placeCode()).contains("140100");
        assertThat(desk.row(liaison, id, 7).quantity()).contains(Quantity.of(30_000, unit("zhi")));
        // 198 in a cell whose format says 件.
        assertThat(desk.row(liaison, id, 8).quantity()).contains(Quantity.of(198, unit("piece")));
        // 20 cartons of 5L*4瓶.
        assertThat(desk.row(liaison, id, 10).quantity()).contains(Quantity.of(400, unit("litre")));
        // 500箱 of 100支.
        assertThat(desk.row(liaison, id, 11).quantity()).contains(Quantity.of(50_000, unit("stem")));
        assertThat(keys(desk.row(liaison, id, 12))).containsExactly("headings_repeated");
        assertThat(keys(desk.row(liaison, id, 13))).contains("cells_shifted");
        assertThat(desk.row(liaison, id, 13).outcome()).isEqualTo(RowOutcome.FLAGGED);
        assertThat(keys(desk.row(liaison, id, 15))).containsExactly("row_is_a_total");
        // The other sheet has its columns in another order.
        assertThat(desk.rows(liaison, id).get(10).cell(Column.NAME)).isEqualTo("晋中" + brand + "制品有限公司");

        desk.decided(liaison, id, FlagDecision.TAKE, 13);
        Desk.accepted(imports.run(liaison, id, clock.instant()));
        desk.inState(liaison, id, ImportState.DONE);
        assertThat(desk.view(liaison, id).done()).isEqualTo(9);
        assertThat(desk.organisations(brand)).isEqualTo(9);

        // What was refused comes back as the same kind of file, with the reasons, and is a list again.
        byte[] back = imports.notEntered(liaison, id, "未导入原因", row -> "原因" + row.number())
                .orElseThrow();
        Table again = ((Outcome.Accepted<Table>) files.read(back, "")).value();
        assertThat(again.kind()).isEqualTo(kind);
        assertThat(again.lines()).hasSize(2);
        assertThat(again.headers()).endsWith("未导入原因");
    }

    @Test
    void the_same_workbook_again_changes_nothing() {
        Actor liaison = desk.aLiaison();
        byte[] file = worst(desk.aBrand(), FileKind.XLSX);
        ImportId first = checked(liaison, file, FileKind.XLSX, 0);
        Desk.accepted(imports.run(liaison, first, clock.instant()));
        desk.inState(liaison, first, ImportState.DONE);

        ImportId second = checked(liaison, file, FileKind.XLSX, 0);
        Desk.accepted(imports.run(liaison, second, clock.instant()));
        desk.inState(liaison, second, ImportState.DONE);

        ImportView view = desk.view(liaison, second);
        assertThat(view.count(RowOutcome.CREATED) + view.count(RowOutcome.UPDATED))
                .isZero();
        assertThat(view.count(RowOutcome.UNCHANGED)).isEqualTo(8);
    }

    @Test
    void a_list_longer_than_a_batch_goes_on_after_a_restart_and_still_knows_the_rows_above() {
        Actor liaison = desk.aLiaison();
        String brand = desk.aBrand();
        StringBuilder csv = new StringBuilder("省,市,企业名称,产品,日产能\n");
        for (int i = 0; i < 1_200; i++) {
            csv.append(i == 0 ? "山西,太原市," : ",,").append("太原" + brand + "第" + (i % 1_100) + "厂,医用口罩,5000只\n");
        }
        ImportId id = checked(liaison, csv.toString().getBytes(StandardCharsets.UTF_8), FileKind.CSV, 0, 1);

        ImportView view = desk.view(liaison, id);
        assertThat(view.count(RowOutcome.CREATED)).isEqualTo(1_100);
        assertThat(view.count(RowOutcome.UNCHANGED)).isEqualTo(100);
    }

    private static byte[] worst(String brand, FileKind kind) {
        Spreadsheet spreadsheet = kind == FileKind.XLSX ? Spreadsheet.ofToday() : Spreadsheet.ofBefore2007();
        return spreadsheet
                .row("某省应急物资生产企业名单")
                .merge("A1:G1")
                .row("填报单位：某省工信厅", "", "", "", "", LocalDate.of(2020, 1, 29))
                .blank()
                .row("省\n份", "城 市", "企业名称", "产品", "日产能", "单位", "包装规格")
                .row("山西", "太原市", "太原\u200b" + brand + "防护用品有限公司", "医用口罩", "２０万", "只", "")
                .row("", "大同市", "大同" + brand + "防护用品有限公司", "医用口罩", "1万只", "", "")
                .row("", "太原市", "太原" + brand + "卫材有限公司", "医用口罩", 30000, "只", "")
                .row("", "临汾市", "临汾" + brand + "服装有限公司", "防护服", "", "", "")
                .formatted(8, 4, 198, "0\"件\"")
                .blank()
                .row("", "运城市", "运城" + brand + "日化有限公司", "消毒液", 20, "件", "5L*4瓶/件")
                .row("", "长治市", "长治" + brand + "器械有限公司", "压舌板", "500箱", "", "100支/箱")
                .row("省份", "城市", "企业名称", "产品", "日产能", "单位", "包装规格")
                .row("", "山西", "阳泉市", "阳泉" + brand + "制品有限公司", "医用口罩", "800", "只")
                .row("", "朔州市", "朔州" + brand + "制品有限公司", "医用口罩", "", "", "")
                .row("合计", "", "", "", 231498, "", "")
                .sheet("第二批")
                .row("产品", "省份", "城市", "企业名称", "日产能", "单位", "包装规格")
                .row("护目镜", "山西", "晋中市", "晋中" + brand + "制品有限公司", 300, "副", "")
                .sheet("说明")
                .row("每行一家企业")
                .bytes();
    }

    private ImportId checked(Actor liaison, byte[] file, FileKind kind, Integer... above) {
        ImportId id = Desk.accepted(imports.receive(
                liaison, new Delivery(Purpose.ON_BEHALF, "名单." + kind.ending(), ""), file, clock.instant()));
        Desk.accepted(imports.describe(liaison, id, Desk.SAID, clock.instant()));
        List<ColumnGuess> guessed = imports.columns(liaison, id);
        Set<Integer> asAbove = guessed.stream()
                .filter(ColumnGuess::asAbove)
                .map(ColumnGuess::index)
                .collect(java.util.stream.Collectors.toSet());
        assertThat(asAbove).containsExactlyInAnyOrder(above);
        Desk.accepted(imports.mapColumns(
                liaison, id, guessed.stream().map(ColumnGuess::guess).toList(), asAbove));
        return desk.inState(liaison, id, ImportState.CHECKED);
    }

    private static org.muster.shared.Unit unit(String code) {
        return org.muster.shared.Unit.of(code);
    }

    private static List<String> keys(RowView row) {
        return row.findings().stream().map(finding -> finding.sentence().key()).toList();
    }
}
