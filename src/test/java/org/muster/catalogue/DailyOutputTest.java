package org.muster.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muster.shared.Quantity;

class DailyOutputTest {

    @Test
    void the_slowest_operation_decides() {
        assertThat(DailyOutput.of(
                        List.of(at("100", "zhi", RatePer.MINUTE), at("4000", "zhi", RatePer.HOUR)), hours("20")))
                .contains(Quantity.of("80000", "zhi"));
    }

    @Test
    void a_shift_is_eight_hours_and_a_day_is_what_it_says() {
        assertThat(DailyOutput.of(List.of(at("1000", "zhi", RatePer.SHIFT)), hours("12")))
                .contains(Quantity.of("1500", "zhi"));
        assertThat(DailyOutput.of(List.of(at("1000", "zhi", RatePer.DAY)), hours("12")))
                .contains(Quantity.of("1000", "zhi"));
    }

    @Test
    void without_hours_it_runs_round_the_clock() {
        assertThat(DailyOutput.of(List.of(at("10", "zhi", RatePer.HOUR)), null)).contains(Quantity.of("240", "zhi"));
    }

    @Test
    void units_of_one_kind_compare_across_their_sizes() {
        assertThat(DailyOutput.of(
                        List.of(at("1", "tonne", RatePer.HOUR), at("900", "kilogram", RatePer.HOUR)), hours("10")))
                .contains(Quantity.of("9000", "kilogram"));
    }

    @Test
    void what_counts_different_things_is_not_worked_out() {
        assertThat(DailyOutput.of(List.of(at("1", "tonne", RatePer.HOUR), at("900", "zhi", RatePer.HOUR)), hours("10")))
                .isEmpty();
        assertThat(DailyOutput.of(List.of(new Operation("包装", null)), hours("10")))
                .isEmpty();
        assertThat(DailyOutput.of(List.of(), null)).isEmpty();
    }

    private static Operation at(String amount, String unit, RatePer per) {
        return new Operation("工序", new Rate(Quantity.of(amount, unit), per));
    }

    private static BigDecimal hours(String hours) {
        return new BigDecimal(hours);
    }
}
