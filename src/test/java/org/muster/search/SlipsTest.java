package org.muster.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.reference.Mention;
import org.muster.reference.ShippedTerms;
import org.muster.reference.Terms;

/** Over the glossary as it ships. */
class SlipsTest {

    private static final Terms TERMS = ShippedTerms.terms();
    private static final Slips SLIPS = new Slips(TERMS);

    @ParameterizedTest
    @CsvSource({
        "meltblwn, meltblwn, meltblown",
        "surgcal mask, surgcal mask, surgical mask",
        "need 5000 nitril gloves, nitril gloves, nitrile gloves",
        "goggels, goggels, goggles",
        "鼻粱条, 鼻粱条, 鼻梁条",
        "护目境 防雾, 护目境, 护目镜",
        "丁晶手套 现货, 丁晶手套, 丁腈手套"
    })
    void a_slip_means_the_term_that_is_a_letter_away(String words, String written, String meant) {
        assertThat(guesses(words)).singleElement().satisfies(guess -> {
            assertThat(guess.written()).isEqualTo(written);
            assertThat(guess.term()).isEqualTo(TERMS.called(meant).orElseThrow());
            assertThat(words.substring(guess.start(), guess.end())).isEqualTo(written);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "口罩",
                "surgical masks",
                "N95",
                "KN96",
                "MFR1500",
                "包装袋",
                "手术巾",
                "注塑件",
                "welds",
                "青岛",
                "",
                "3M",
                "Haier refrigerator",
                "可转产口罩的生产线"
            })
    void what_is_known_short_a_model_or_another_word_is_no_slip(String words) {
        assertThat(guesses(words)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"goggels, goggles, 1", "mask, mask, 0", "'', abc, 3", "meltblwn, meltblown, 1", "abcd, badc, 2"})
    void letters_left_out_added_changed_or_swapped_are_counted(String one, String other, int distance) {
        assertThat(Slips.distance(one, other)).isEqualTo(distance);
        assertThat(Slips.distance(other, one)).isEqualTo(distance);
    }

    @Test
    void sentences_that_ask_what_could_make_something_are_understood() {
        assertThat(List.of("可转产口罩的生产线", "可以转产口罩的企业", "哪些产线能改产口罩", "转产口罩", "能转做口罩的线"))
                .allSatisfy(words ->
                        assertThat(Conversions.askedIn(words)).as(words).contains("口罩"));
        assertThat(List.of(
                        "lines that can be converted to masks",
                        "convertible to masks",
                        "Production lines which could be switched over to making masks"))
                .allSatisfy(words ->
                        assertThat(Conversions.askedIn(words)).as(words).contains("masks"));
        assertThat(List.of("口罩生产线", "mask line", "converter", "改性塑料", "转产", "convertible"))
                .allSatisfy(words ->
                        assertThat(Conversions.askedIn(words)).as(words).isEmpty());
    }

    private static List<Mention> guesses(String words) {
        return SLIPS.in(words, TERMS.mentions(words));
    }
}
