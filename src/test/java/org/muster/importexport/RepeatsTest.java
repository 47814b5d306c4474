package org.muster.importexport;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.muster.importexport.Repeats.Beside;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RepeatsTest {

    private final Repeats repeats = new Repeats();

    @Test
    void the_same_row_twice_counts_once() {
        repeats.add(2, masks("50000"), List.of(), false);

        Beside second = repeats.add(7, masks("50000.0"), List.of(), false);

        assertThat(second.same()).isEqualTo(2);
        assertThat(second.findings()).containsExactly(Finding.note(null, "same_as_row", 2));
    }

    @Test
    void two_figures_of_one_firm_and_product_are_held_back() {
        repeats.add(2, masks("50000"), List.of(), false);

        Beside second = repeats.add(7, masks("80000"), List.of(), false);

        assertThat(second.flagged()).isTrue();
        assertThat(second.findings().get(0).column()).isEqualTo(Column.CAPACITY);
    }

    @Test
    void a_row_that_was_taken_stands_for_the_rows_after_it() {
        repeats.add(2, masks("50000"), List.of(), false);
        Beside taken = repeats.add(7, masks("80000"), List.of(), true);

        Beside third = repeats.add(9, masks("80000"), List.of(), false);

        assertThat(taken.flagged()).isFalse();
        assertThat(taken.findings()).anyMatch(Repeats::replacesAnotherRow);
        assertThat(third.same()).isEqualTo(7);
    }

    @Test
    void another_product_of_the_firm_is_a_row_of_its_own() {
        repeats.add(2, masks("50000"), List.of(), false);

        Beside other =
                repeats.add(3, new Entry("甲公司", "620100", "620000", "防护服", "", "", null, null), List.of(), false);

        assertThat(other.same()).isNull();
        assertThat(other.flagged()).isFalse();
    }

    private static Entry masks(String amount) {
        return new Entry("甲公司", "620100", "620000", "口罩", "", "", new BigDecimal(amount), "zhi");
    }
}
