package org.muster.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void a_chinese_character_is_a_token_and_so_is_a_run_of_letters_and_digits() {
        assertThat(Words.tokens("N95口罩 5 tonnes")).containsExactly("N95", "口", "罩", "5", "tonnes");
    }

    @Test
    void full_width_letters_are_read_as_plain_ones() {
        assertThat(Words.normalised("ＫＮ９５　口罩")).isEqualTo("KN95 口罩");
    }

    @Test
    void signs_alone_are_no_words() {
        assertThat(Words.tokens("!!! — ？")).isEmpty();
    }

    @Test
    void latin_words_are_told_from_chinese_ones() {
        assertThat(Words.latin("SMS 无纺布 25gsm")).containsExactly("SMS", "25gsm");
    }
}
