package org.muster.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardsTest {

    private static final Standards STANDARDS = new Standards();

    @ParameterizedTest
    @CsvSource({
        "符合 YY 0469-2011 的口罩, YY 0469-2011",
        "YY0469-2011, YY 0469-2011",
        "ＧＢ　１９０８３－２０１０, GB 19083-2010",
        "GB/T 7543-2020, GB/T 7543-2020",
        "GBT 32610-2016, GB/T 32610-2016",
        "EN 14683:2019+AC:2019, EN 14683:2019",
        "EN14683-2019 Type IIR, EN 14683:2019",
        "iso 13485:2016, ISO 13485:2016"
    })
    void a_citation_is_recognised_however_it_is_written(String text, String designation) {
        assertThat(STANDARDS.mentionedIn(text))
                .extracting(StandardEdition::designation)
                .containsExactly(designation);
    }

    @Test
    void a_standard_without_its_year_means_all_its_editions() {
        assertThat(STANDARDS.mentionedIn("按GB 19083生产"))
                .extracting(StandardEdition::edition)
                .containsExactly("2003", "2010", "2023");
    }

    @Test
    void an_edition_that_does_not_exist_is_told_and_not_taken_for_another() {
        List<Standards.Citation> citations = STANDARDS.citations("YY 0469-2010");
        assertThat(citations).singleElement().satisfies(citation -> {
            assertThat(citation.edition()).hasValue("2010");
            assertThat(citation.known()).isEmpty();
        });
    }

    @Test
    void a_longer_number_is_another_standard() {
        assertThat(STANDARDS.citations("GB 190830 和 GB 26260")).isEmpty();
    }

    @Test
    void editions_are_in_force_by_date() {
        StandardEdition old = STANDARDS.byDesignation("YY 0469-2011").orElseThrow();
        StandardEdition next = STANDARDS.byDesignation("YY 0469-2023").orElseThrow();
        assertThat(old.inForceOn(LocalDate.of(2026, 11, 30))).isTrue();
        assertThat(old.inForceOn(LocalDate.of(2026, 12, 1))).isFalse();
        assertThat(next.inForceOn(LocalDate.of(2026, 11, 30))).isFalse();
    }

    @Test
    void every_successor_exists_or_is_a_later_edition_of_its_own() {
        assertThat(STANDARDS.all())
                .hasSizeGreaterThan(60)
                .allSatisfy(edition -> edition.successor()
                        .ifPresent(successor -> assertThat(STANDARDS.byDesignation(successor))
                                .as(successor)
                                .isPresent()));
    }
}
