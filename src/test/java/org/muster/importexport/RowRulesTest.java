package org.muster.importexport;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.importexport.Finding.Sentence;
import org.muster.importexport.Finding.Weight;
import org.muster.reference.Places;
import org.muster.shared.Unit;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RowRulesTest {

    private static final Places PLACES = new Places();

    private final RowRules rules = new RowRules(
            PLACES,
            text -> text.contains("口罩") ? Optional.of(Unit.of("zhi")) : Optional.empty(),
            new Mapping(List.of(
                    Column.PROVINCE, Column.CITY, Column.NAME, Column.CATEGORY, Column.PRODUCT, Column.CAPACITY)),
            Optional.empty());

    @Test
    void a_plain_row_becomes_a_firm_and_what_it_makes() {
        Reading reading = read("甘肃", "兰州市", "兰州晴川防护用品有限公司", "口罩", "一次性医用口罩", "５００００");

        assertThat(reading.entry())
                .isEqualTo(new Entry(
                        "兰州晴川防护用品有限公司", "620100", "620000", "一次性医用口罩", "口罩", "", new BigDecimal("50000"), "zhi"));
        assertThat(keys(reading)).containsExactly("unit_usual");
    }

    @Test
    void one_means_that_it_is_made_without_a_figure() {
        Reading reading = read("甘肃", "兰州市", "兰州晴川防护用品有限公司", "口罩", "医用口罩", "1");

        assertThat(entry(reading).quantity()).isEmpty();
        assertThat(keys(reading)).containsExactly("one_means_no_figure");
    }

    @ParameterizedTest
    @CsvSource({
        "安徽, 金寨县, 341524",
        "安徽省, 金寨, 341524",
        "河南, 济源市, 419001",
        "北京, 北京市, 110100",
        "上海, '', 310100",
        "'', 泰州市, 321200",
        "广西, 南宁, 450100"
    })
    void a_county_in_the_city_column_a_municipality_and_a_missing_province_are_fine(
            String province, String city, String code) {
        Reading reading = read(province, city, "某某制品有限公司", "口罩", "医用口罩", "1");

        assertThat(reading.isFlagged() || reading.isRefused()).isFalse();
        assertThat(entry(reading).placeCode()).isEqualTo(code);
    }

    @Test
    void a_city_that_lies_in_another_province_is_held_back_with_cell_reason_and_suggestion() {
        Reading reading = read("河北", "太原市", "太原北屿仪器有限公司", "医疗器材", "测温仪", "1");

        assertThat(reading.isFlagged()).isTrue();
        assertThat(reading.findings())
                .contains(new Finding(
                        Weight.FLAG,
                        Column.CITY,
                        Sentence.of("city_in_other_province", "太原市", "place:140000", "place:130000"),
                        Sentence.of("take_province", "place:140000")));
    }

    @Test
    void once_the_suggestion_is_taken_the_row_lies_where_the_city_is_and_says_so() {
        Reading taken = rules.read(line("河北", "太原市", "太原北屿仪器有限公司", "医疗器材", "测温仪", "1"), true);

        assertThat(taken.isFlagged()).isFalse();
        assertThat(entry(taken).provinceCode()).isEqualTo("140000");
        assertThat(keys(taken)).contains("taken_take_province");
        assertThat(entry(taken).key())
                .isEqualTo(entry(read("山西", "太原市", "太原北屿仪器有限公司", "医疗器材", "测温仪", "1"))
                        .key());
    }

    @Test
    void a_city_that_does_not_exist_may_be_placed_at_its_province() {
        Reading reading = read("四川", "不知道市", "四川某某有限公司", "口罩", "医用口罩", "1");

        assertThat(reading.isFlagged()).isTrue();
        assertThat(entry(reading).placeCode()).isEqualTo("510000");
    }

    @ParameterizedTest
    @CsvSource({"火星, 无名市, place_unknown", "'', '', place_missing", "'', 无名市, place_unknown"})
    void a_row_without_a_place_is_refused(String province, String city, String said) {
        Reading reading = read(province, city, "某某制品有限公司", "口罩", "医用口罩", "1");

        assertThat(reading.isRefused()).isTrue();
        assertThat(reading.entry()).isNull();
        assertThat(keys(reading)).contains(said);
    }

    @ParameterizedTest
    @CsvSource({"嘉南光电科技有限公, 嘉南光电科技有限公司", "嘉南光电科技有限, 嘉南光电科技有限公司", "嘉南光电科技股份有限, 嘉南光电科技股份有限公司", "嘉南光电有限责任公, 嘉南光电有限责任公司"})
    void a_name_that_was_cut_off_is_a_note_and_stays_as_it_is(String name, String meant) {
        Reading reading = read("北京", "北京市", name, "医疗器材", "红外测温仪", "1");

        assertThat(entry(reading).name()).isEqualTo(name);
        assertThat(reading.findings())
                .contains(new Finding(Weight.NOTE, Column.NAME, Sentence.of("name_cut_off", meant), null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"嘉南光电科技有限公司", "泰普中间体（中国）有限公司", "华大样品", "Harbour Textiles Ltd"})
    void whole_names_are_not_remarked_on(String name) {
        assertThat(keys(read("北京", "北京市", name, "口罩", "口罩", "1"))).containsExactly("one_means_no_figure");
    }

    @Test
    void every_reason_for_a_refusal_is_told_at_once() {
        assertThat(keys(read("火星", "", "", "", "", "1"))).contains("name_missing", "product_missing", "place_unknown");
    }

    @Test
    void a_row_with_more_cells_than_headings_is_refused() {
        Reading reading = read("甘肃", "兰州市", "兰州晴川", "口罩", "医用口罩", "1", "多出来的");

        assertThat(keys(reading)).contains("too_many_cells");
    }

    @Test
    void blanks_and_letters_nobody_sees_are_no_part_of_a_name() {
        Reading reading = read("甘肃", "\u3000兰州市 ", "\uFEFF兰州\u200b晴川 防护\n有限公司", "口罩", "医用口罩", "1");

        assertThat(entry(reading).name()).isEqualTo("兰州晴川 防护 有限公司");
    }

    @Test
    void the_key_of_a_row_sees_through_spelling_but_not_through_figures() {
        Entry one = entry(read("甘肃", "兰州市", "兰州（晴川）有限公司", "口罩", "Ｎ９５ 口罩", "1"));
        Entry other = entry(read("甘肃省", "兰州", "兰州(晴川)有限公司", "防护", "n95口罩", "5万"));
        Entry litres = entry(read("甘肃", "兰州市", "兰州（晴川）有限公司", "口罩", "1.5L口罩盒", "1"));
        Entry moreLitres = entry(read("甘肃", "兰州市", "兰州（晴川）有限公司", "口罩", "15L口罩盒", "1"));

        assertThat(one.key()).isEqualTo(other.key());
        assertThat(litres.key()).isNotEqualTo(moreLitres.key());
    }

    @Test
    void a_product_of_one_letter_borrows_its_category_for_the_title() {
        Entry entry = entry(read("甘肃", "兰州市", "兰州晴川有限公司", "无纺", "布", "1"));

        assertThat(entry.title()).isEqualTo("无纺布");
        assertThat(keys(read("甘肃", "兰州市", "兰州晴川有限公司", "", "布", "1"))).contains("product_too_short");
    }

    private Reading read(String... cells) {
        return rules.read(line(cells), false);
    }

    private static Table.Line line(String... cells) {
        return new Table.Line(2, new ArrayList<>(List.of(cells)));
    }

    private static Entry entry(Reading reading) {
        return Objects.requireNonNull(reading.entry(), "entry");
    }

    private static List<String> keys(Reading reading) {
        return reading.findings().stream()
                .map(finding -> finding.sentence().key())
                .toList();
    }
}
