package org.muster.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.StringLength;

class TradeNumberProperties {

    private static final String[] NUMERALS = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

    @Property
    void a_plain_number_is_itself(@ForAll @BigRange(min = "0", max = "999999999999") @Scale(3) BigDecimal amount) {
        assertThat(TradeNumber.parse(amount.toPlainString()).orElseThrow().least())
                .isEqualByComparingTo(amount);
    }

    @Property
    void ten_thousands_are_exact(@ForAll @BigRange(min = "0.0001", max = "99999") @Scale(4) BigDecimal amount) {
        assertThat(TradeNumber.parse(amount.toPlainString() + "万").orElseThrow().least())
                .isEqualByComparingTo(amount.movePointRight(4));
    }

    @Property
    void full_width_digits_mean_the_same(@ForAll @LongRange(min = 0, max = 999_999_999_999L) long amount) {
        StringBuilder wide = new StringBuilder();
        Long.toString(amount).chars().forEach(digit -> wide.append((char) (digit - '0' + '０')));
        assertThat(TradeNumber.parse(wide.toString()).orElseThrow().least())
                .isEqualByComparingTo(BigDecimal.valueOf(amount));
    }

    @Property
    void chinese_numerals_mean_what_they_spell(@ForAll @IntRange(min = 1, max = 99_999_999) int amount) {
        assertThat(TradeNumber.parse(spelled(amount)).orElseThrow().least())
                .as(spelled(amount))
                .isEqualByComparingTo(BigDecimal.valueOf(amount));
    }

    @Property
    void no_text_upsets_the_reader(
            @ForAll
                    @StringLength(max = 40)
                    @CharRange(from = '0', to = '9')
                    @CharRange(from = ' ', to = '~')
                    @CharRange(from = '一', to = '龥')
                    String noise,
            @ForAll @IntRange(max = 40) int cut) {
        String text = noise.substring(0, Math.min(cut, noise.length())) + "三五十百千万亿半点零两w.,-~ 吨只" + noise;
        for (TradeNumber number : TradeNumber.findIn(text)) {
            assertThat(number.written()).isEqualTo(text.substring(number.start(), number.end()));
        }
        TradeNumber.parse(text);
        TradeNumber.leading(text);
    }

    @Property
    void numerals_in_any_order_upset_nobody(@ForAll("numerals") String text) {
        for (TradeNumber number : TradeNumber.findIn(text)) {
            assertThat(number.least()).isLessThanOrEqualTo(number.most());
            assertThat(number.written()).isEqualTo(text.substring(number.start(), number.end()));
        }
        TradeNumber.parse(text);
    }

    @Provide
    Arbitrary<String> numerals() {
        return Arbitraries.strings()
                .withChars("零〇一二三五九十百千万亿半点两廿多余来几0159.,-~wk 吨个月台约+")
                .ofMaxLength(14);
    }

    /** The textbook spelling, 零 for every gap. */
    private static String spelled(int amount) {
        int high = amount / 10_000;
        int low = amount % 10_000;
        if (high == 0) {
            return section(low);
        }
        if (low == 0) {
            return section(high) + "万";
        }
        return section(high) + "万" + (low < 1000 ? "零" : "") + section(low);
    }

    private static String section(int amount) {
        StringBuilder spelled = new StringBuilder();
        String[] magnitudes = {"千", "百", "十", ""};
        int divisor = 1000;
        boolean gap = false;
        for (String magnitude : magnitudes) {
            int digit = amount / divisor % 10;
            if (digit == 0) {
                gap = spelled.length() > 0;
            } else {
                spelled.append(gap ? "零" : "").append(NUMERALS[digit]).append(magnitude);
                gap = false;
            }
            divisor /= 10;
        }
        return spelled.toString();
    }
}
