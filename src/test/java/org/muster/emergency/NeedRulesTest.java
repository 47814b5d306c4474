package org.muster.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.muster.reference.Place;
import org.muster.reference.Places;
import org.muster.reference.ShippedTerms;
import org.muster.reference.Standards;
import org.muster.reference.Term;
import org.muster.reference.Terms;
import org.muster.shared.Quantity;

/** What is noticed about a need: one test a rule, its quiet case included. */
class NeedRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2020, 1, 26);

    private static final Terms TERMS = ShippedTerms.terms();

    private final Places places = new Places();
    private final Standards standards = new Standards();

    // ── As it was written ───────────────────────────────────────────────────────

    @Test
    void several_things_in_a_cell_are_alternatives_and_two_words_for_one_thing_are_not() {
        ReadNeed need = read("协和医院", "武汉", "医用防护口罩 | N95口罩", "", "500");
        assertThat(need.item().map(Term::key)).contains("medical-protective-mask");
        assertThat(need.alternatives()).extracting(Term::key).containsExactly("n95-respirator");
        assertThat(rules(need)).contains(NeedRule.ALTERNATIVES);
        ReadNeed words = read("协和医院", "武汉", "防护帽/医用帽/圆帽", "", "500");
        assertThat(words.item().map(Term::key)).contains("medical-cap");
        assertThat(words.alternatives()).isEmpty();
        assertThat(rules(words)).doesNotContain(NeedRule.ALTERNATIVES);
    }

    @Test
    void a_tick_is_no_figure_where_the_list_ticks() {
        WrittenNeed tick = written("协和医院", "武汉", "防护服", "", "1");
        ReadNeed ticked = reader(true).read(tick);
        assertThat(ticked.amount()).isEmpty();
        assertThat(rules(ticked)).contains(NeedRule.NO_FIGURE);
        assertThat(ticked.isFlagged()).isFalse();
        assertThat(reader(false).read(tick).amount()).contains(Quantity.of("1", "piece"));
        assertThat(rules(read("协和医院", "武汉", "防护服", "", ""))).contains(NeedRule.NO_FIGURE);
        assertThat(rules(read("协和医院", "武汉", "防护服", "", "20"))).doesNotContain(NeedRule.NO_FIGURE);
    }

    @Test
    void an_edition_that_was_replaced_is_noticed_with_its_successor() {
        ReadNeed need = read("协和医院", "武汉", "防护服", "GB 19082-2003", "100");
        assertThat(need.standards()).containsExactly("GB 19082-2003");
        assertThat(finding(need, NeedRule.EDITION_SUPERSEDED).args()).containsExactly("GB 19082-2003", "GB 19082-2009");
        assertThat(rules(read("协和医院", "武汉", "医用外科口罩", "YY 0469-2011", "100")))
                .doesNotContain(NeedRule.EDITION_SUPERSEDED, NeedRule.EDITION_UNKNOWN);
    }

    @Test
    void an_edition_that_never_was_is_noticed_and_not_refused() {
        ReadNeed need = read("协和医院", "武汉", "医用外科口罩", "YY 0469-2010", "100");
        assertThat(finding(need, NeedRule.EDITION_UNKNOWN).args().get(0)).isEqualTo("YY 0469-2010");
        assertThat(need.standards()).containsExactly("YY 0469");
        assertThat(need.isFlagged()).isFalse();
    }

    @Test
    void standards_that_look_alike_are_not_taken_for_equal() {
        assertThat(rules(read("协和医院", "武汉", "N95口罩", "GB 19083-2010 或 GB 2626-2006", "100")))
                .contains(NeedRule.LOOK_ALIKES);
        assertThat(rules(read("协和医院", "武汉", "N95口罩", "GB 19083-2010", "100"))).doesNotContain(NeedRule.LOOK_ALIKES);
    }

    @Test
    void packs_are_counted_in_pieces_where_the_row_says_what_one_holds() {
        ReadNeed need = read("协和医院", "武汉", "医用外科口罩", "2000只/箱", "30箱");
        assertThat(need.amount()).contains(Quantity.of("60000", "zhi"));
        assertThat(rules(need)).contains(NeedRule.UNPACKED);
        assertThat(plausible(need)).doesNotContain(NeedRule.PACK_OPEN);
    }

    @Test
    void amounts_are_read_as_people_write_them() {
        assertThat(read("协和医院", "武汉", "医用外科口罩", "", "2万只").amount()).contains(Quantity.of("20000", "zhi"));
        assertThat(read("协和医院", "武汉", "防护服", "", "198件").amount()).contains(Quantity.of("198", "piece"));
        assertThat(rules(read("协和医院", "武汉", "防护服", "", "3-5万"))).contains(NeedRule.RANGE);
        ReadNeed rubbish = read("协和医院", "武汉", "防护服", "", "越多越好");
        assertThat(rules(rubbish)).contains(NeedRule.AMOUNT_UNREADABLE);
        assertThat(rubbish.isFlagged()).isTrue();
    }

    @Test
    void places_are_found_in_the_narrowest_cell_or_the_name_and_said_when_they_are_not() {
        assertThat(read("来凤县中心医院", "", "防护服", "", "5").place().map(Place::nameZh))
                .contains("来凤县");
        ReadNeed nowhere = read("仁爱医院", "某个地方", "防护服", "", "5");
        assertThat(rules(nowhere)).contains(NeedRule.PLACE_UNKNOWN);
        // Two provinces have a Chaoyang district; neither is where this emergency is.
        assertThat(rules(read("第一医院", "朝阳区", "防护服", "", "5"))).contains(NeedRule.PLACE_AMBIGUOUS);
    }

    @Test
    void what_nobody_knows_is_flagged_and_stays_as_written() {
        ReadNeed need = read("协和医院", "武汉", "神秘物件", "", "5");
        assertThat(rules(need)).contains(NeedRule.ITEM_UNKNOWN);
        assertThat(need.written().item()).isEqualTo("神秘物件");
        assertThat(rules(read("", "武汉", "", "", "5"))).contains(NeedRule.INSTITUTION_MISSING, NeedRule.ITEM_MISSING);
    }

    @Test
    void days_and_people_are_numbers() {
        WrittenNeed typed = WrittenNeed.typed("协和医院", "武汉", "防护服", "", "5", "", "后天", "很多", "3天", "", "");
        ReadNeed need = reader(false).read(typed);
        assertThat(rules(need)).contains(NeedRule.DATE_UNREADABLE, NeedRule.NUMBER_UNREADABLE);
        assertThat(need.days()).contains(3);
    }

    // ── Plausible ───────────────────────────────────────────────────────────────

    @Test
    void a_need_elsewhere_is_flagged() {
        assertThat(plausible(read("市医院", "太原", "防护服", "", "50"))).contains(NeedRule.OUT_OF_AREA);
        assertThat(plausible(read("市医院", "武汉", "防护服", "", "50"))).doesNotContain(NeedRule.OUT_OF_AREA);
    }

    @Test
    void a_day_that_is_past_is_flagged() {
        assertThat(plausible(on("2020-01-25"))).contains(NeedRule.NEEDED_IN_PAST);
        assertThat(plausible(on("2020-01-26"))).doesNotContain(NeedRule.NEEDED_IN_PAST);
    }

    @Test
    void tonnes_of_masks_are_flagged_and_sets_of_suits_are_not() {
        assertThat(plausible(read("市医院", "武汉", "医用外科口罩", "", "2吨"))).contains(NeedRule.UNIT_DOES_NOT_FIT);
        assertThat(plausible(read("市医院", "武汉", "防护服", "", "200套"))).doesNotContain(NeedRule.UNIT_DOES_NOT_FIT);
        assertThat(plausible(read("市医院", "武汉", "熔喷布", "", "2吨"))).doesNotContain(NeedRule.UNIT_DOES_NOT_FIT);
    }

    @Test
    void cartons_without_their_contents_are_flagged() {
        assertThat(plausible(read("市医院", "武汉", "医用外科口罩", "", "30箱"))).containsExactly(NeedRule.PACK_OPEN);
    }

    @Test
    void a_thousand_million_is_flagged() {
        assertThat(plausible(read("市医院", "武汉", "防护面罩", "", "100000000000000"))).contains(NeedRule.TOO_LARGE);
        assertThat(plausible(read("市医院", "武汉", "防护面罩", "", "999999999"))).doesNotContain(NeedRule.TOO_LARGE);
    }

    @Test
    void more_a_head_and_day_than_anybody_uses_is_flagged() {
        // 100 people for 10 days: 8 surgical masks a head and day are 8,000.
        assertThat(plausible(perHead("8000"))).doesNotContain(NeedRule.PER_HEAD);
        assertThat(plausible(perHead("9000"))).contains(NeedRule.PER_HEAD);
        assertThat(plausible(read("市医院", "武汉", "医用外科口罩", "", "9000"))).doesNotContain(NeedRule.PER_HEAD);
    }

    @Test
    void a_single_piece_of_a_consumable_is_flagged_and_a_single_machine_is_not() {
        assertThat(plausible(read("市医院", "武汉", "防护服", "", "1"))).contains(NeedRule.SINGLE_PIECE);
        assertThat(plausible(read("市医院", "武汉", "呼吸机", "", "1"))).doesNotContain(NeedRule.SINGLE_PIECE);
        assertThat(plausible(read("市医院", "武汉", "防护服", "", "2"))).doesNotContain(NeedRule.SINGLE_PIECE);
    }

    @Test
    void what_is_far_above_what_others_ask_for_is_flagged_once_there_are_others() {
        List<BigDecimal> others = new ArrayList<>(
                IntStream.range(0, 6).mapToObj(i -> new BigDecimal(500)).toList());
        Plausibility.Usual usual = Plausibility.Usual.of(others);
        assertThat(Plausibility.farAboveOthers(Quantity.of("50001", "piece"), usual))
                .isPresent();
        assertThat(Plausibility.farAboveOthers(Quantity.of("50000", "piece"), usual))
                .isEmpty();
        assertThat(Plausibility.farAboveOthers(
                        Quantity.of("50001", "piece"), Plausibility.Usual.of(others.subList(0, 5))))
                .isEmpty();
        assertThat(Plausibility.Usual.of(List.of()).count()).isZero();
    }

    // ── Chats ───────────────────────────────────────────────────────────────────

    @Test
    void a_chat_gives_a_row_for_each_thing_and_keeps_what_it_does_not_understand() {
        List<WrittenNeed> rows = PastedNeeds.read("""
            武汉市第一医院急需：医用外科口罩2万只，防护服 500 套
            黄石市中心医院
            1. N95口罩 3000只
            2、护目镜
            请联系 5 个人
            """, TERMS);
        assertThat(rows).hasSize(5);
        assertThat(rows)
                .extracting(WrittenNeed::institution)
                .containsExactly("武汉市第一医院", "武汉市第一医院", "黄石市中心医院", "黄石市中心医院", "黄石市中心医院");
        assertThat(rows).extracting(WrittenNeed::amount).containsExactly("2万只", "500 套", "3000只", "", "");
        assertThat(rows.get(4).whole()).contains("请联系 5 个人");
    }

    @Test
    void headings_are_guessed_and_ticks_are_seen() {
        NeedTable table = new NeedTable(
                List.of("市", "区县", "医院名称", "物资", "规格要求", "数量"),
                List.of(
                        new NeedTable.Row(2, List.of("黄冈", "蕲春县", "县医院", "防护服", "", "1")),
                        new NeedTable.Row(3, List.of("黄冈", "蕲春县", "县医院", "护目镜", "", "1")),
                        new NeedTable.Row(4, List.of("黄冈", "蕲春县", "县医院", "手术衣", "", "300"))));
        assertThat(table.guess())
                .containsExactly(
                        NeedColumn.CITY,
                        NeedColumn.COUNTY,
                        NeedColumn.INSTITUTION,
                        NeedColumn.ITEM,
                        NeedColumn.SPECIFICATION,
                        NeedColumn.AMOUNT);
        assertThat(table.looksTicked(table.guess())).isTrue();
        NeedTable figures = new NeedTable(table.headers(), table.rows().subList(2, 3));
        assertThat(figures.looksTicked(figures.guess())).isFalse();
    }

    private ReadNeed on(String day) {
        return reader(false).read(WrittenNeed.typed("市医院", "武汉", "防护服", "", "50", "", day, "", "", "", ""));
    }

    private ReadNeed perHead(String amount) {
        return reader(false).read(WrittenNeed.typed("市医院", "武汉", "医用外科口罩", "", amount, "", "", "100", "10", "", ""));
    }

    private ReadNeed read(String institution, String place, String item, String specification, String amount) {
        return reader(false).read(written(institution, place, item, specification, amount));
    }

    private static WrittenNeed written(
            String institution, String place, String item, String specification, String amount) {
        return WrittenNeed.typed(institution, place, item, specification, amount, "", "", "", "", "", "");
    }

    private NeedReader reader(boolean oneMeansNeeded) {
        return new NeedReader(TERMS, places, standards, hubei(), oneMeansNeeded, Optional.empty(), TODAY);
    }

    private List<Place> hubei() {
        return List.of(places.byCode("420000").orElseThrow());
    }

    private List<NeedRule> plausible(ReadNeed need) {
        return new Plausibility(TERMS, places, hubei(), new DailyUse(), TODAY)
                .of(need).stream().map(NeedFinding::rule).toList();
    }

    private static List<NeedRule> rules(ReadNeed need) {
        return need.findings().stream().map(NeedFinding::rule).toList();
    }

    private static NeedFinding finding(ReadNeed need, NeedRule rule) {
        return need.findings().stream()
                .filter(one -> one.rule() == rule)
                .findFirst()
                .orElseThrow();
    }
}
