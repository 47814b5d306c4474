package org.muster.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.identity.Actor;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.testing.Owners;

@QuarkusTest
class NeedDeskTest {

    private static final List<NeedColumn> COLUMNS = List.of(
            NeedColumn.CITY,
            NeedColumn.COUNTY,
            NeedColumn.INSTITUTION,
            NeedColumn.ITEM,
            NeedColumn.SPECIFICATION,
            NeedColumn.AMOUNT);

    @Inject
    EmergencyDesk emergencies;

    @Inject
    NeedDesk desk;

    @Inject
    Owners owners;

    @Inject
    Clock clock;

    @SuppressWarnings("NullAway.Init")
    private Actor coordinator;

    @SuppressWarnings("NullAway.Init")
    private EmergencyId hubei;

    @BeforeEach
    void an_emergency() {
        coordinator = owners.aCoordinator("陈统筹");
        hubei = Declarations.declared(emergencies, coordinator, "湖北", clock.instant());
    }

    @Test
    void every_row_of_a_list_is_accounted_for() {
        UUID intake = imported(
                true,
                row("xiangyangshi", "樊城区", "樊城区人民医院", "医用外科口罩", "YY 0469-2010", "1"),
                row("xiangyangshi", "樊城区", "樊城区人民医院", "医用防护口罩 | N95口罩", "GB 19083-2010", "2000"),
                row("xiangyangshi", "樊城区", "樊城区人民医院", "防护服", "GB 19082-2003", "198件"),
                row("xiangyangshi", "樊城区", "樊城区人民医院", "神秘物件", "", "7"),
                row("xiangyangshi", "樊城区", "", "", "", ""),
                row("taiyuanshi", "太原市", "太原市第一医院", "防护服", "", "50"));
        Intake account = desk.intake(coordinator, hubei, intake).orElseThrow();
        assertThat(account.total()).isEqualTo(6);
        assertThat(account.rows()).isEqualTo(Map.of(NeedState.COUNTED, 3L, NeedState.FLAGGED, 3L));
        assertThat(desk.needs(coordinator, hubei, NeedFilter.of(intake), 1, 50))
                .extracting(NeedView::row)
                .containsExactlyInAnyOrder(2, 3, 4, 5, 6, 7);
        NeedSum suits = sum("protective-suit");
        assertThat(suits.amounts()).containsExactly(Quantity.of("198", "piece"));
        NeedSum masks = sum("surgical-mask");
        assertThat(masks.amounts()).isEmpty();
        assertThat(masks.withoutFigure()).isEqualTo(1);
        assertThat(masks.area()).contains("420000");
    }

    @Test
    void the_same_institution_item_and_day_twice_is_flagged_and_merged_into_the_larger() {
        UUID first = need("咸宁市中心医院", "咸宁", "防护服", "300");
        UUID second = need("咸宁市 中心医院", "咸宁", "防护服", "500");
        NeedView twice = only(second);
        assertThat(twice.state()).isEqualTo(NeedState.FLAGGED);
        assertThat(twice.repeated()).contains(only(first).id());
        assertThat(sum("protective-suit").amounts()).containsExactly(Quantity.of("300", "piece"));

        desk.judge(coordinator, hubei, twice.id(), Judgement.MERGE, "", clock.instant())
                .orElseThrow();

        assertThat(only(first).state()).isEqualTo(NeedState.MERGED);
        assertThat(only(first).mergedInto()).contains(twice.id());
        assertThat(sum("protective-suit").amounts()).containsExactly(Quantity.of("500", "piece"));
        assertThat(sum("protective-suit").institutions()).isEqualTo(1);
    }

    @Test
    void kept_both_count() {
        need("咸宁市中心医院", "咸宁", "防护服", "300");
        UUID second = need("咸宁市中心医院", "咸宁", "防护服", "200");
        desk.judge(coordinator, hubei, only(second).id(), Judgement.KEEP, "", clock.instant())
                .orElseThrow();
        assertThat(sum("protective-suit").amounts()).containsExactly(Quantity.of("500", "piece"));
    }

    @Test
    void setting_aside_takes_a_reason_and_keeps_the_row() {
        UUID intake = need("咸宁市中心医院", "咸宁", "防护面罩", "100000000000000");
        UUID need = only(intake).id();
        assertThat(desk.judge(coordinator, hubei, need, Judgement.SET_ASIDE, " ", clock.instant())
                        .reasons())
                .extracting(Refusal::key)
                .containsExactly("need.reason_missing");
        desk.judge(coordinator, hubei, need, Judgement.SET_ASIDE, "笔误，电话核过", clock.instant())
                .orElseThrow();
        NeedView aside = only(intake);
        assertThat(aside.state()).isEqualTo(NeedState.SET_ASIDE);
        assertThat(aside.reason()).contains("笔误，电话核过");
        assertThat(aside.judgedBy()).contains("陈统筹");
    }

    @Test
    void one_click_keeps_all_that_one_rule_has_flagged() {
        imported(
                false,
                row("", "黄梅县", "黄梅县人民医院", "护目镜", "", "1"),
                row("", "黄梅县", "黄梅县中医院", "护目镜", "", "1"),
                row("", "黄梅县", "黄梅县妇幼保健院", "神秘物件", "", "4"));
        assertThat(desk.flags(coordinator, hubei))
                .containsEntry(NeedRule.SINGLE_PIECE, 2L)
                .containsEntry(NeedRule.ITEM_UNKNOWN, 1L);
        assertThat(desk.judgeAll(coordinator, hubei, NeedRule.SINGLE_PIECE, Judgement.KEEP, "", clock.instant())
                        .orElseThrow())
                .isEqualTo(2);
        assertThat(desk.flags(coordinator, hubei))
                .doesNotContainKey(NeedRule.SINGLE_PIECE)
                .containsKey(NeedRule.ITEM_UNKNOWN);
        assertThat(sum("goggles").amounts()).containsExactly(Quantity.of("2", "piece"));
    }

    @Test
    void a_slip_of_the_keyboard_stands_out_from_its_own_list() {
        List<NeedTable.Row> rows = new ArrayList<>(IntStream.range(0, 8)
                .mapToObj(i -> new NeedTable.Row(i + 2, List.of("", "宜城市", "宜城" + i + "医院", "防护服", "", "500")))
                .toList());
        rows.add(new NeedTable.Row(10, List.of("", "宜城市", "宜城九医院", "防护服", "", "5000000")));
        UUID intake = imported(false, rows.toArray(new NeedTable.Row[0]));
        assertThat(desk.needs(coordinator, hubei, NeedFilter.of(intake), 1, 50))
                .filteredOn(one -> one.state() == NeedState.FLAGGED)
                .singleElement()
                .satisfies(one ->
                        assertThat(one.findings()).extracting(NeedFinding::rule).contains(NeedRule.FAR_ABOVE_OTHERS));
    }

    @Test
    void corrected_it_is_checked_again_and_its_words_stay() {
        UUID intake = need("咸宁市中心医院", "咸宁", "神秘物件", "40");
        NeedView before = only(intake);
        desk.correct(
                        coordinator,
                        hubei,
                        before.id(),
                        WrittenNeed.typed("咸宁市中心医院", "咸宁", "护目镜", "", "40", "", "", "", "", "", ""),
                        clock.instant())
                .orElseThrow();
        NeedView after = only(intake);
        assertThat(after.state()).isEqualTo(NeedState.COUNTED);
        assertThat(after.itemKey()).contains("goggles");
        assertThat(after.written()).isEqualTo(before.written()).contains("神秘物件");
    }

    @Test
    void an_institution_asks_by_itself_once_it_is_published_and_waits_for_a_click() {
        WrittenNeed typed = WrittenNeed.typed("咸宁市中心医院", "咸宁", "防护服", "", "300", "", "", "", "", "李护士长", "13912345678");
        assertThat(desk.ask(hubei, typed, clock.instant()).isAccepted()).isFalse();
        emergencies.publish(coordinator, hubei, clock.instant()).orElseThrow();
        UUID intake = desk.ask(hubei, typed, clock.instant()).orElseThrow();
        assertThat(only(intake).state()).isEqualTo(NeedState.FLAGGED);
        assertThat(only(intake).findings()).extracting(NeedFinding::rule).contains(NeedRule.FROM_PUBLIC);
        WrittenNeed nobody = WrittenNeed.typed("咸宁市中心医院", "咸宁", "护目镜", "", "30", "", "", "", "", "", "12");
        assertThat(desk.ask(hubei, nobody, clock.instant()).reasons())
                .extracting(Refusal::field)
                .containsExactly("contactName", "contactMobile");
    }

    @Test
    void columns_that_say_too_little_or_the_same_are_refused_and_the_list_waits() {
        UUID intake = received(row("", "黄梅县", "黄梅县人民医院", "护目镜", "", "10"));
        List<NeedColumn> wrong = new ArrayList<>(COLUMNS);
        wrong.set(3, NeedColumn.COUNTY);
        assertThat(desk.columns(coordinator, hubei, intake, wrong, false, "", clock.instant())
                        .reasons())
                .extracting(Refusal::key)
                .containsExactly("need.column_item_missing", "need.column_twice");
        assertThat(desk.intake(coordinator, hubei, intake).orElseThrow().waiting())
                .isPresent();
    }

    @Test
    void nobody_else_sees_or_changes_a_need() {
        UUID intake = need("咸宁市中心医院", "咸宁", "防护面罩", "100000000000000");
        UUID need = only(intake).id();
        Actor owner = owners.anOwner();
        assertThat(desk.needs(owner, hubei, NeedFilter.of(intake), 1, 50)).isEmpty();
        assertThat(desk.need(owner, hubei, need)).isEmpty();
        assertThat(desk.sums(owner, hubei)).isEmpty();
        assertThat(desk.intakes(owner, hubei)).isEmpty();
        assertThat(desk.judge(owner, hubei, need, Judgement.KEEP, "", clock.instant())
                        .isAccepted())
                .isFalse();
        EmergencyId other = Declarations.declared(emergencies, coordinator, "山西", clock.instant());
        assertThat(desk.need(coordinator, other, need)).isEmpty();
        assertThat(desk.judge(coordinator, other, need, Judgement.KEEP, "", clock.instant())
                        .isAccepted())
                .isFalse();
    }

    private UUID need(String institution, String place, String item, String amount) {
        return desk.add(
                        coordinator,
                        hubei,
                        WrittenNeed.typed(institution, place, item, "", amount, "", "", "", "", "", ""),
                        clock.instant())
                .orElseThrow();
    }

    private NeedView only(UUID intake) {
        return desk.needs(coordinator, hubei, NeedFilter.of(intake), 1, 2).get(0);
    }

    private NeedSum sum(String item) {
        return desk.sums(coordinator, hubei).stream()
                .filter(one -> one.itemKey().equals(Optional.of(item)))
                .findFirst()
                .orElseThrow();
    }

    private int next = 2;

    private NeedTable.Row row(String... cells) {
        return new NeedTable.Row(next++, List.of(cells));
    }

    private UUID received(NeedTable.Row... rows) {
        return desk.receive(
                        coordinator,
                        hubei,
                        IntakeWay.FILE,
                        "需求.csv",
                        new NeedTable(List.of("市", "区县", "医院名称", "物资", "规格要求", "数量"), List.of(rows)),
                        clock.instant())
                .orElseThrow();
    }

    private UUID imported(boolean oneMeansNeeded, NeedTable.Row... rows) {
        UUID intake = received(rows);
        desk.columns(coordinator, hubei, intake, COLUMNS, oneMeansNeeded, "", clock.instant())
                .orElseThrow();
        return intake;
    }
}
