package org.muster.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;

class CertificateNumberTest {

    private static final Year THIS_YEAR = Year.of(2026);

    @ParameterizedTest
    @EnumSource(NumberRule.class)
    void the_example_of_every_rule_follows_it(NumberRule rule) {
        rule.kinds()
                .forEach(kind -> assertThat(
                                read(kind, rule.example()).orElseThrow().rule())
                        .as(kind + " " + rule.example())
                        .contains(rule));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            REGISTRATION         | 国械注准 2020314 0001          | 国械注准20203140001
            REGISTRATION         | 鲁械注准２０２０２１４０１２３      | 鲁械注准20202140123
            REGISTRATION         | 国械注进20212140456           | 国械注进20212140456
            REGISTRATION         | 国械注许20193100007           | 国械注许20193100007
            REGISTRATION         | 国食药监械（准）字2012第3640123号 | 国食药监械(准)字2012第3640123号
            FILING               | 鲁青械备20200123             | 鲁青械备20200123号
            FILING               | 国械备20210045号             | 国械备20210045号
            PRODUCTION_LICENCE   | 鲁食药监械生产许20150012号      | 鲁食药监械生产许20150012号
            DISTRIBUTION_LICENCE | 京朝药监械经营备20220345号      | 京朝药监械经营备20220345号
            HYGIENE_LICENCE      | 鲁卫消证字［2020］第0123号      | 鲁卫消证字(2020)第0123号
            LABORATORY           | cnas l12345                 | CNASL12345
            """)
    void it_is_written_one_way_however_it_was_typed(CertificateKind kind, String typed, String written) {
        assertThat(read(kind, typed).orElseThrow().value()).isEqualTo(written);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            REGISTRATION       | 鲁械注准20203140123   | number_needs_state
            REGISTRATION       | 国械注准20202140123   | number_needs_province
            REGISTRATION       | 鲁械注进20202140123   | number_needs_state
            REGISTRATION       | 国械注准20201140123   | number_device_class
            REGISTRATION       | 甲械注准20202140123   | number_unknown_issuer
            REGISTRATION       | 国械注准20273140001   | number_year
            REGISTRATION       | 国械注准20123140001   | number_before_rule
            REGISTRATION       | 国械注准2020314000    | number_not_by_rule
            REGISTRATION       | 12345               | number_not_by_rule
            REGISTRATION       | 鲁青械备20200123号     | number_of_other_kind_filing
            FILING             | 国械注准20203140001   | number_of_other_kind_registration
            FOOD_LICENCE       | SC10637021100016    | number_check_digit
            BUSINESS_LICENCE   | 91370211DEM000015W  | credit_code_check_digit
            LABORATORY         | 239901180123        | number_unknown_place
            TEST_REPORT        | ''                  | number_missing
            """)
    void what_contradicts_its_rule_is_refused_with_the_reason(CertificateKind kind, String typed, String reason) {
        assertThat(reasons(kind, typed)).anySatisfy(key -> assertThat(key).endsWith("." + reason));
    }

    @Test
    void a_number_says_who_issued_it_when_and_for_what_class() {
        CertificateNumber number =
                read(CertificateKind.REGISTRATION, "鲁械注准20202140123").orElseThrow();
        assertThat(number.issuerPlace()).contains("370000");
        assertThat(number.year()).contains(Year.of(2020));
        assertThat(number.deviceClass()).isEqualTo(OptionalInt.of(2));
        assertThat(read(CertificateKind.REGISTRATION, "国械注准20203140001")
                        .orElseThrow()
                        .issuerPlace())
                .contains(Issuers.STATE);
    }

    @Test
    void where_no_public_rule_numbers_papers_any_number_is_taken_as_written() {
        CertificateNumber number =
                read(CertificateKind.TEST_REPORT, " W2026-0113／A ").orElseThrow();
        assertThat(number.value()).isEqualTo("W2026-0113/A");
        assertThat(number.rule()).isEqualTo(Optional.empty());
        assertThat(read(CertificateKind.EMERGENCY_REGISTRATION, "粤应急备[2020]12号").isAccepted())
                .isTrue();
    }

    @Test
    void a_check_figure_catches_every_single_wrong_figure_of_a_food_licence() {
        String right = "10637021100013";
        assertThat(CertificateNumber.checksByMod1110(right)).isTrue();
        for (int at = 0; at < right.length(); at++) {
            for (char figure = '0'; figure <= '9'; figure++) {
                if (figure != right.charAt(at)) {
                    String wrong = right.substring(0, at) + figure + right.substring(at + 1);
                    assertThat(CertificateNumber.checksByMod1110(wrong))
                            .as(wrong)
                            .isFalse();
                }
            }
        }
    }

    private static Outcome<CertificateNumber> read(CertificateKind kind, String typed) {
        return CertificateNumber.read("number", kind, typed, THIS_YEAR);
    }

    private static List<String> reasons(CertificateKind kind, String typed) {
        return read(kind, typed).reasons().stream().map(Refusal::key).toList();
    }
}
