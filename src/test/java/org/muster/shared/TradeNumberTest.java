package org.muster.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TradeNumberTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    20万            | 200000
                    ２０万          | 200000
                    二十万          | 200000
                    1.5万           | 15000
                    ０．５万        | 5000
                    20w             | 200000
                    20k             | 20000
                    3w5             | 35000
                    3万5            | 35000
                    3万5千          | 35000
                    1万2000         | 12000
                    2千5百          | 2500
                    5百万           | 5000000
                    1.2亿           | 120000000
                    一亿二千万      | 120000000
                    两百五          | 250
                    一百零五        | 105
                    一千零一十      | 1010
                    一万二          | 12000
                    十二            | 12
                    廿五            | 25
                    壹佰贰拾        | 120
                    二〇二〇        | 2020
                    三点五          | 3.5
                    1,000,000       | 1000000
                    １，０００      | 1000
                    5 million       | 5000000
                    .5              | 0.5
                    0               | 0
                    """)
    void numbers_are_read_as_the_trade_writes_them(String written, BigDecimal amount) {
        assertThat(TradeNumber.parse(written)).hasValueSatisfying(number -> {
            assertThat(number.exactly()).hasValue(plain(amount));
            assertThat(number.unit()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    198件           | 198       | piece
                    20 万 pcs       | 200000    | piece
                    三台            | 3         | machine
                    两吨半          | 2.5       | tonne
                    半吨            | 0.5       | tonne
                    １．５Ｔ        | 1.5       | tonne
                    2000公斤        | 2000      | kilogram
                    5两             | 5         | liang
                    二十两          | 20        | liang
                    3个小时         | 3         | hour
                    20kg            | 20        | kilogram
                    175mm           | 175       | millimetre
                    25g/m²          | 25        | gsm
                    """)
    void a_unit_behind_it_is_read_too(String written, BigDecimal amount, String unit) {
        assertThat(TradeNumber.parse(written)).hasValueSatisfying(number -> {
            assertThat(number.exactly()).hasValue(plain(amount));
            assertThat(number.unit()).hasValue(Unit.of(unit));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    3-5万           | 30000 | 50000
                    ３～５万        | 30000 | 50000
                    3万至5万        | 30000 | 50000
                    500-1万         | 500   | 10000
                    五百到一千      | 500   | 1000
                    三五万          | 30000 | 50000
                    七八百          | 700   | 800
                    100—120         | 100   | 120
                    """)
    void a_range_has_two_ends(String written, BigDecimal least, BigDecimal most) {
        assertThat(TradeNumber.parse(written)).hasValueSatisfying(number -> {
            assertThat(number.least()).isEqualByComparingTo(least);
            assertThat(number.most()).isEqualByComparingTo(most);
            assertThat(number.exactly()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"约20万只", "20多万", "20万左右", "20W+", "大约二十万", "about 200,000", "20余万只"})
    void about_so_many_says_so(String written) {
        assertThat(TradeNumber.parse(written)).hasValueSatisfying(number -> {
            assertThat(number.approximate()).isTrue();
            assertThat(number.least()).isEqualByComparingTo("200000");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "万", "abc", "N95", "-5", "1,0000", "1.2.3", "1e5", "百台", "几十万", "20瓦片", "--", "5-3"})
    void anything_else_is_no_number(String written) {
        assertThat(TradeNumber.parse(written)).isEmpty();
    }

    @Test
    void a_chat_line_gives_its_numbers_in_order() {
        assertThat(written("平面机1拖2三台，日产20万，缺熔喷布")).containsExactly("1", "2", "三台", "20万");
    }

    @Test
    void models_standards_telephones_and_dates_are_no_amounts() {
        assertThat(written("KN95口罩，GB 19083-2010，YY/T 0969-2013，电话13812345678，2月15日起，2020-02-15"))
                .isEmpty();
    }

    @Test
    void words_that_hold_a_numeral_stay_words() {
        assertThat(written("一次性三层口罩，十堰三奇，一拖二，第3条线")).isEmpty();
    }

    @Test
    void what_follows_a_number_is_left_to_the_caller() {
        assertThat(TradeNumber.leading(" 5000捆扎带")).hasValueSatisfying(number -> {
            assertThat(number.least()).isEqualByComparingTo("5000");
            assertThat(number.end()).isEqualTo(6);
        });
    }

    @Test
    void a_number_without_a_unit_takes_the_one_expected() {
        assertThat(TradeNumber.parse("20万").orElseThrow().leastIn(Unit.of("zhi")))
                .isEqualTo(Quantity.of("200000", "zhi"));
    }

    private static List<String> written(String text) {
        return TradeNumber.findIn(text).stream().map(TradeNumber::written).toList();
    }

    private static BigDecimal plain(BigDecimal amount) {
        return new Quantity(amount, Unit.of("piece")).amount();
    }
}
