package org.muster.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.shared.Money;
import org.muster.shared.Quantity;
import org.muster.shell.Figures.Figure;

class FiguresTest {

    private static final Locale ZH = Locale.forLanguageTag("zh");
    private static final Locale EN = Locale.ENGLISH;

    @ParameterizedTest
    @CsvSource({
        "9999, '9,999', ''",
        "10000, 1, 万",
        "200000, 20, 万",
        "123456, 12.35, 万",
        "99999999, 1, 亿",
        "100000000, 1, 亿",
        "2500000000, 25, 亿",
        "0.25, 0.25, ''",
    })
    void chinese_readers_count_in_ten_thousands(String amount, String number, String scale) {
        Figure figure = Figures.quantity(Quantity.of(amount, "piece"), ZH);

        assertThat(figure.number()).isEqualTo(number);
        assertThat(figure.unit())
                .isEqualTo(scale + Quantity.of(amount, "piece").unit().name(ZH));
    }

    @Test
    void what_is_rounded_is_exact_in_the_title() {
        assertThat(Figures.quantity(Quantity.of("123456", "piece"), ZH).exact()).startsWith("123,456 ");
    }

    @Test
    void english_readers_count_in_thousands() {
        assertThat(Figures.quantity(Quantity.of("1234567.5", "kg"), EN).number())
                .isEqualTo("1,234,567.5");
    }

    @Test
    void a_number_keeps_every_digit() {
        assertThat(Figures.number(new BigDecimal("1234.567890"))).isEqualTo("1,234.56789");
        assertThat(Figures.number(new BigDecimal("1E+6"))).isEqualTo("1,000,000");
    }

    @Test
    void a_yuan_is_not_taken_for_a_yen() {
        assertThat(Figures.money(Money.yuan("1234.50"), ZH)).isEqualTo("¥1,234.50");
        assertThat(Figures.money(Money.yuan("1234.50"), EN)).isEqualTo("CNY 1,234.50");
        assertThat(Figures.money(new Money(500, Currency.getInstance("JPY")), ZH))
                .isEqualTo("JPY 500");
    }

    @Test
    void a_tax_rate_is_a_percentage() {
        assertThat(Figures.percent(new BigDecimal("0.1300"))).isEqualTo("13%");
    }
}
