package org.muster.reservation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule of the proof has words for operators. */
class RuleWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"rules", "rules_en"})
    void every_rule_has_words_and_every_word_its_rule(String file) throws IOException {
        Properties words = new Properties();
        try (var in = RuleWordsTest.class.getResourceAsStream("/reservation/" + file + ".properties")) {
            words.load(in);
        }
        assertThat(words.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(Prover.RULES.keySet().stream()
                        .map(rule -> rule.replace(' ', '_'))
                        .collect(Collectors.toSet()));
    }
}
