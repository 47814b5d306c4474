package org.muster.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Year;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.muster.reference.Standards;
import org.muster.shared.Outcome;

/** Whatever is typed or pasted: it is read or refused in words, never an error, and what was read once is read the same again. */
class CertificateReadingProperties {

    private static final Year THIS_YEAR = Year.of(2026);
    private static final Standards STANDARDS = new Standards();

    @Property(tries = 3000)
    void any_text_is_a_number_or_refused(@ForAll CertificateKind kind, @ForAll("nearlyNumbers") String typed) {
        Outcome<CertificateNumber> read = CertificateNumber.read("number", kind, typed, THIS_YEAR);
        if (read.isAccepted()) {
            String value = read.orElseThrow().value();
            assertThat(value).hasSizeLessThanOrEqualTo(80).doesNotContainPattern("\\p{Cntrl}");
            assertThat(CertificateNumber.read("number", kind, value, THIS_YEAR)
                            .orElseThrow()
                            .value())
                    .isEqualTo(value);
            assertThat(CertificateNumber.stored(kind, value).rule())
                    .isEqualTo(read.orElseThrow().rule());
        } else {
            assertThat(read.reasons())
                    .allSatisfy(reason -> assertThat(reason.field()).isEqualTo("number"));
        }
    }

    @Property(tries = 1000)
    void any_text_is_a_list_of_standards(@ForAll("nearlyStandards") String typed) {
        List<CitedStandard> cited = CitedStandard.read(typed, STANDARDS);
        for (CitedStandard one : cited) {
            assertThat(one.written()).isNotBlank();
            one.standing(STANDARDS);
        }
        String again =
                String.join("、", cited.stream().map(CitedStandard::written).toList());
        assertThat(CitedStandard.read(again, STANDARDS)).isEqualTo(cited);
    }

    @Provide
    Arbitrary<String> nearlyNumbers() {
        Arbitrary<String> pieces = Arbitraries.of(
                "国",
                "鲁",
                "苏常",
                "械注",
                "准",
                "进",
                "许",
                "械备",
                "食",
                "药监",
                "械生产许",
                "械经营备",
                "卫消证字",
                "(",
                "〔",
                "2020",
                "２０２１",
                "2",
                "3",
                "14",
                "0001",
                "第",
                "号",
                "SC",
                "XK16-001-00123",
                "CNAS L",
                "CMA",
                "9137",
                " ",
                "\u200b",
                "·",
                "A",
                "/");
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(12).map(list -> String.join("", list)),
                Arbitraries.of(NumberRule.values()).map(NumberRule::example),
                Arbitraries.strings().ofMaxLength(120));
    }

    @Provide
    Arbitrary<String> nearlyStandards() {
        Arbitrary<String> pieces = Arbitraries.of(
                "YY",
                "GB",
                "/T",
                " ",
                "0469",
                "19083",
                "-",
                ":",
                "2011",
                "2023",
                "、",
                ",",
                "ISO",
                "9001",
                "EN 14683",
                "+AC",
                ";",
                "企业标准",
                "Q/3702",
                "\n",
                "ＧＢ");
        return Arbitraries.oneOf(
                pieces.list().ofMaxSize(14).map(list -> String.join("", list)),
                Arbitraries.strings().ofMaxLength(200));
    }
}
