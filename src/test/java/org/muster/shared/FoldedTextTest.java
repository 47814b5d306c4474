package org.muster.shared;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class FoldedTextTest {

    @Example
    void width_case_dashes_and_blanks_are_folded_away() {
        assertThat(FoldedText.fold("ＫＮ９５　Ｍａｓｋ—㎏")).isEqualTo("kn95 mask-kg");
    }

    @Example
    void a_place_in_the_folded_text_leads_back_to_the_written_one() {
        FoldedText folded = FoldedText.of("重㎏ Ａ");
        assertThat(folded.text()).isEqualTo("重kg a");
        assertThat(folded.written(1, 3)).isEqualTo("㎏");
        assertThat(folded.written(4, 5)).isEqualTo("Ａ");
    }

    @Example
    void hyphens_and_blanks_are_one_when_spaced() {
        assertThat(FoldedText.of("Non - woven_fabric").spaced().text()).isEqualTo("non woven fabric");
    }

    @Property
    void whatever_was_written_can_be_folded(@ForAll String written) {
        FoldedText folded = FoldedText.of(written);
        assertThat(folded.written(0, folded.length())).hasSizeLessThanOrEqualTo(written.length());
        assertThat(folded.spaced().length()).isLessThanOrEqualTo(folded.length());
        assertThat(FoldedText.of(folded.text()).spaced().text())
                .isEqualTo(folded.spaced().text());
    }
}
