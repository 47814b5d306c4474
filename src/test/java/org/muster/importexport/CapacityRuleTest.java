package org.muster.importexport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.importexport.CapacityRule.Figure;
import org.muster.importexport.Finding.Weight;
import org.muster.shared.Unit;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CapacityRuleTest {

    @ParameterizedTest(name = "{0} [{1}], usually {2}, list {3}: {4} {5}")
    @CsvSource({
        // cell, unit column, usual unit, chosen unit, amount, unit
        "1000000, , zhi, , 1000000, zhi",
        "５００００, , zhi, , 50000, zhi",
        "２０万只, , , , 200000, zhi",
        "1.5万, , zhi, , 15000, zhi",
        "1.5万, 只, , , 15000, zhi",
        "20, 万只, , , 200000, zhi",
        "20, 万, zhi, , 200000, zhi",
        "198件, , zhi, , 198, piece",
        "'1,200,000', , zhi, , 1200000, zhi",
        "'１，２００', , zhi, , 1200, zhi",
        "3吨, , , , 3, tonne",
        "2.5, 吨/天, , , 2.5, tonne",
        "800公斤/日, , , , 800, kilogram",
        "每天500套, , , , 500, set",
        "120箱, , zhi, , 120, carton",
        "3000支, , , , 3000, stem",
        "600 pcs/day, , , , 600, piece",
        "5000, , , zhi, 5000, zhi",
        "5000, , set, zhi, 5000, set",
        "5000米, , tonne, , 5000, metre",
        "1.2E+06, , zhi, , 1200000, zhi",
        "1吨, , , , 1, tonne",
        "1, 吨, , , 1, tonne",
        "1万, , zhi, , 10000, zhi",
        "1, 万只, , , 10000, zhi"
    })
    void capacities_are_understood_as_written(
            String cell,
            @Nullable String unitCell,
            @Nullable String usual,
            @Nullable String chosen,
            String amount,
            String unit) {
        Figure figure = read(cell, unitCell, usual, chosen);

        assertThat(figure.amount()).isEqualByComparingTo(amount);
        assertThat(figure.unit()).isEqualTo(Unit.of(unit));
        assertThat(figure.findings()).noneMatch(finding -> finding.weight() != Weight.NOTE);
    }

    @ParameterizedTest
    @CsvSource({
        "1, , one_means_no_figure",
        "１, , one_means_no_figure",
        "1.0, , one_means_no_figure",
        "1, 只, one_means_no_figure",
        "1台, , one_means_no_figure",
        "'', , no_capacity",
        "-, , no_capacity",
        "不详, , no_capacity"
    })
    void some_cells_say_that_there_is_no_figure(String cell, @Nullable String unitCell, String said) {
        Figure figure = read(cell, unitCell, "zhi", null);

        assertThat(figure.amount()).isNull();
        assertThat(figure.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.weight()).isEqualTo(Weight.NOTE);
            assertThat(finding.sentence().key()).isEqualTo(said);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "0, , zhi, capacity_zero",
        "0只, , zhi, capacity_zero",
        "-5000, , zhi, capacity_negative",
        "1000000000, , zhi, capacity_absurd",
        "100000, 万只, zhi, capacity_absurd",
        "很多, , zhi, capacity_unreadable",
        "N95, , zhi, capacity_unreadable",
        "30万/月, , zhi, capacity_not_a_day",
        "5000, 只/小时, zhi, capacity_not_a_day",
        "年产500万只, , zhi, capacity_not_a_day",
        "3吨, , zhi, unit_does_not_fit",
        "3000只, , tonne, unit_does_not_fit",
        "24小时, , zhi, unit_does_not_fit",
        "198件, 箱, zhi, units_differ",
        "500, 旮, zhi, unit_unknown",
        "500, , , no_unit",
        "0.1234567, , tonne, capacity_unreadable"
    })
    void what_cannot_be_meant_is_flagged_and_may_be_entered_without_a_figure(
            String cell, @Nullable String unitCell, @Nullable String usual, String said) {
        Figure figure = read(cell, unitCell, usual, null);

        assertThat(figure.amount()).isNull();
        assertThat(figure.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.weight()).isEqualTo(Weight.FLAG);
            assertThat(finding.sentence().key()).isEqualTo(said);
            assertThat(finding.suggestion()).isEqualTo(Finding.Sentence.of("enter_without_figure"));
        });
    }

    @Test
    void a_range_is_flagged_and_its_lower_end_suggested() {
        Figure figure = read("10-20万只", null, null, null);

        assertThat(figure.amount()).isEqualByComparingTo("100000");
        assertThat(figure.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.sentence().key()).isEqualTo("capacity_is_a_range");
            assertThat(finding.suggestion()).isEqualTo(Finding.Sentence.of("take_lower_end", "100000", "unit:zhi"));
        });
    }

    @Test
    void an_approximate_figure_is_taken_and_said_to_be_one() {
        Figure figure = read("约5万只", null, null, null);

        assertThat(figure.amount()).isEqualByComparingTo("50000");
        assertThat(figure.findings())
                .extracting(finding -> finding.sentence().key())
                .containsExactly("capacity_approximate");
    }

    @Test
    void a_unit_that_nobody_wrote_is_told() {
        assertThat(read("5000", null, "zhi", null).findings())
                .extracting(finding -> finding.sentence().key())
                .containsExactly("unit_usual");
        assertThat(read("5000", null, null, "set").findings())
                .extracting(finding -> finding.sentence().key())
                .containsExactly("unit_chosen");
    }

    @ParameterizedTest
    @CsvSource({"t, tonne", "kg, kilogram", "L, litre", "m2, square_metre", "m, metre"})
    void what_is_weighed_or_measured_is_an_assumption_that_somebody_has_to_take(String written, String code) {
        Figure figure = read("5000", null, written, null);

        assertThat(figure.amount()).isEqualByComparingTo("5000");
        assertThat(Optional.ofNullable(figure.unit()).map(Unit::code)).contains(code);
        assertThat(figure.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.weight()).isEqualTo(Finding.Weight.FLAG);
            assertThat(finding.sentence()).isEqualTo(Finding.Sentence.of("unit_usual", "unit:" + code));
            assertThat(finding.suggestion()).isEqualTo(Finding.Sentence.of("take_usual_unit", "5000", "unit:" + code));
        });
    }

    private static Figure read(
            @Nullable String cell, @Nullable String unitCell, @Nullable String usual, @Nullable String chosen) {
        return CapacityRule.read(
                cell == null ? "" : cell,
                unitCell == null ? "" : unitCell,
                Optional.ofNullable(usual).map(Unit::of),
                Optional.ofNullable(chosen).map(Unit::of));
    }
}
