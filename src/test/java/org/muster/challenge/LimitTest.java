package org.muster.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class LimitTest {

    @Test
    void a_limit_is_read_as_people_write_it() {
        assertThat(Limit.read("过滤效率≥95%")).contains(new Limit("过滤效率", Limit.Bound.AT_LEAST, new BigDecimal("95"), "%"));
        assertThat(Limit.read(" 克重 不高于 25 g/m² "))
                .contains(new Limit("克重", Limit.Bound.AT_MOST, new BigDecimal("25"), "g/m²"));
        assertThat(Limit.read("filtration at least 99.5 %"))
                .contains(new Limit("filtration", Limit.Bound.AT_LEAST, new BigDecimal("99.5"), "%"));
        assertThat(Limit.read("回潮率 <= 3")).contains(new Limit("回潮率", Limit.Bound.AT_MOST, new BigDecimal("3"), ""));
    }

    @Test
    void what_names_no_bound_or_no_figure_is_no_limit() {
        assertThat(Limit.read("过滤效率高")).isEmpty();
        assertThat(Limit.read("≥ 95 %")).isEmpty();
        assertThat(Limit.read("过滤效率 ≥ 很多")).isEmpty();
    }

    @Test
    void what_is_written_is_read_again() {
        Limit limit = new Limit("压差", Limit.Bound.AT_MOST, new BigDecimal("49"), "Pa");
        assertThat(Limit.read(limit.written())).contains(limit);
    }

    @Test
    void the_figure_itself_keeps_the_limit() {
        Limit least = new Limit("过滤效率", Limit.Bound.AT_LEAST, new BigDecimal("95"), "%");
        assertThat(least.isKeptBy(new BigDecimal("95.0"))).isTrue();
        assertThat(least.isKeptBy(new BigDecimal("94.9"))).isFalse();
        Limit most = new Limit("克重", Limit.Bound.AT_MOST, new BigDecimal("25"), "g");
        assertThat(most.isKeptBy(new BigDecimal("25"))).isTrue();
        assertThat(most.isKeptBy(new BigDecimal("25.1"))).isFalse();
    }
}
