package org.muster.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;

class CreditCodeTest {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /** Published by their holders. */
    private static final List<String> REAL = List.of(
            "91330100799655058B",
            "9144030071526726XG",
            "914403001922038216",
            "91110000802100433B",
            "91110108551385082Q");

    @Example
    void codes_of_real_companies_are_read() {
        assertThat(REAL)
                .allSatisfy(code -> assertThat(CreditCode.read("creditCode", code))
                        .isEqualTo(Outcome.accepted(new CreditCode(code))));
    }

    @Example
    void a_code_tells_where_it_was_registered_and_the_organisation_code_inside() {
        var code = new CreditCode("9144030071526726XG");
        assertThat(code.registeringDivision()).isEqualTo("440300");
        assertThat(code.organisationCode()).isEqualTo("71526726X");
    }

    @Example
    void a_pasted_code_may_have_blanks_hyphens_small_and_wide_letters() {
        assertThat(CreditCode.read("creditCode", " 9133 0100-799655058b "))
                .isEqualTo(Outcome.accepted(new CreditCode("91330100799655058B")));
        assertThat(CreditCode.read("creditCode", "９１３３０１００７９９６５５０５８Ｂ"))
                .isEqualTo(Outcome.accepted(new CreditCode("91330100799655058B")));
    }

    @Example
    void the_letters_that_the_standard_leaves_out_are_refused_with_their_place() {
        for (String letter : List.of("I", "O", "S", "V", "Z")) {
            assertThat(reasons("9133010079965505" + letter + "B"))
                    .containsExactly(Refusal.at("creditCode", "organisation.credit_code_character", letter, 17));
        }
    }

    @Example
    void too_short_and_too_long_are_told_by_their_length() {
        assertThat(reasons("91330100799655058"))
                .containsExactly(Refusal.at("creditCode", "organisation.credit_code_length", 17));
        assertThat(reasons("91330100799655058BB"))
                .containsExactly(Refusal.at("creditCode", "organisation.credit_code_length", 19));
    }

    @Example
    void letters_where_the_registering_division_stands_are_refused() {
        assertThat(reasons("9133AB00799655058B"))
                .containsExactly(Refusal.at("creditCode", "organisation.credit_code_division", "33AB00"));
    }

    @Example
    void a_code_whose_inner_organisation_code_does_not_check_is_refused_even_if_its_own_check_character_fits() {
        String body = "91330100" + "799655059";
        assertThat(reasons(body + CreditCode.checkCharacter(body)))
                .containsExactly(Refusal.at("creditCode", "organisation.credit_code_organisation_part", "799655059"));
    }

    @Example
    void a_code_that_does_not_check_cannot_be_made() {
        assertThatThrownBy(() -> new CreditCode("91330100799655058C")).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void every_code_made_by_the_rules_is_read(@ForAll("codes") String code) {
        assertThat(CreditCode.read("creditCode", code)).isEqualTo(Outcome.accepted(new CreditCode(code)));
    }

    @Property
    void one_wrong_character_is_always_found(
            @ForAll("codes") String code,
            @ForAll @IntRange(max = 17) int place,
            @ForAll @IntRange(min = 1, max = 30) int shift) {
        char right = code.charAt(place);
        char wrong = ALPHABET.charAt((ALPHABET.indexOf(right) + shift) % ALPHABET.length());
        assertThat(reasons(code.substring(0, place) + wrong + code.substring(place + 1)))
                .isNotEmpty();
    }

    @Property
    void two_neighbours_swapped_are_always_found(@ForAll("codes") String code, @ForAll @IntRange(max = 16) int place) {
        char first = code.charAt(place);
        char second = code.charAt(place + 1);
        String swapped = code.substring(0, place) + second + first + code.substring(place + 2);
        assertThat(reasons(swapped).isEmpty()).isEqualTo(first == second);
    }

    @Property
    void whatever_is_typed_is_answered(@ForAll String typed) {
        assertThat(CreditCode.read("creditCode", typed)).isNotNull();
    }

    @Provide
    Arbitrary<String> codes() {
        Arbitrary<String> head = Arbitraries.strings().withChars("19ANY5").ofLength(2);
        Arbitrary<String> division = Arbitraries.strings().numeric().ofLength(6);
        Arbitrary<String> organisation =
                Arbitraries.strings().withChars(ALPHABET.toCharArray()).ofLength(8);
        return Combinators.combine(head, division, organisation)
                .as((h, d, o) -> h + d + o + CreditCode.organisationCheckCharacter(o))
                .map(body -> body + CreditCode.checkCharacter(body));
    }

    private static List<Refusal> reasons(String typed) {
        return CreditCode.read("creditCode", typed).fold(code -> List.of(), List::copyOf);
    }
}
