package org.muster.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void money_is_whole_minor_units() {
        assertThat(Money.yuan("185.00").minor()).isEqualTo(18_500);
        assertThat(Money.of(new BigDecimal("500"), Currency.getInstance("JPY")).minor())
                .isEqualTo(500);
        assertThat(Money.yuan("0.15").major()).isEqualByComparingTo("0.15");
    }

    @Test
    void a_fraction_of_a_fen_is_refused() {
        assertThatThrownBy(() -> Money.yuan("0.155")).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void two_currencies_have_no_sum() {
        Money dollars = Money.of(BigDecimal.ONE, Currency.getInstance("USD"));
        assertThatThrownBy(() -> Money.yuan("1").plus(dollars)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nobody_pays_in_gold() {
        assertThatThrownBy(() -> new Money(1, Currency.getInstance("XAU")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
