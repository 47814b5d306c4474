package org.muster.importexport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class HeadingsTest {

    @ParameterizedTest
    @CsvSource({
        "省|市|厂商名称|产能类别|规格|日产能, PROVINCE CITY NAME CATEGORY PRODUCT CAPACITY",
        "日产能|规格|厂商名称|市|省, CAPACITY PRODUCT NAME CITY PROVINCE",
        "序号|企业名称|所在地|主要产品|日产能（万只）|联系电话|备注, IGNORED NAME PLACE PRODUCT CAPACITY PHONE NOTE",
        "Province|City|County|Company|Product|Daily capacity|Unit, PROVINCE CITY COUNTY NAME PRODUCT CAPACITY UNIT",
        "MANUFACTURER|Location|specification|Capacity per day|Remarks, NAME PLACE PRODUCT CAPACITY NOTE",
        "省份|地市|区县|生产企业|产品名称|数量|计量单位, PROVINCE CITY COUNTY NAME PRODUCT CAPACITY UNIT"
    })
    void headings_are_guessed_in_any_order_and_either_language(String headings, String columns) {
        assertThat(Headings.guess(List.of(headings.split("\\|"))))
                .isEqualTo(
                        Arrays.stream(columns.split(" ")).map(Column::valueOf).toList());
    }

    @Test
    void a_second_column_of_the_same_meaning_is_left_to_the_person() {
        assertThat(Headings.guess(List.of("企业名称", "公司名称", "备注", "说明")))
                .containsExactly(Column.NAME, Column.IGNORED, Column.NOTE, Column.NOTE);
    }

    @Test
    void unknown_headings_are_ignored_not_guessed() {
        assertThat(Headings.guess(List.of("foo", "", "厂商")))
                .containsExactly(Column.IGNORED, Column.IGNORED, Column.NAME);
    }

    @Test
    void lists_with_the_same_headings_in_another_order_have_the_same_key() {
        assertThat(Headings.key(List.of("省", "厂商名称"))).isEqualTo(Headings.key(List.of("厂商 名称", "省")));
    }
}
