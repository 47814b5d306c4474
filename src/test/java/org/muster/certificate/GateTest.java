package org.muster.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.muster.certificate.Gate.Clause;
import org.muster.certificate.Gate.Reason;
import org.muster.reference.Glossary;
import org.muster.reference.Standards;
import org.muster.shared.OrganisationId;

@QuarkusTest
class GateTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Requirement A_REGISTRATION = Requirement.of(CertificateKind.REGISTRATION);

    @Inject
    Standards standards;

    @Inject
    Glossary glossary;

    @Test
    void nothing_shown_proves_nothing() {
        assertThat(judge(A_REGISTRATION).passes()).isFalse();
        assertThat(judge(A_REGISTRATION).by()).isEmpty();
    }

    @Test
    void the_right_kind_on_a_day_of_its_validity_passes() {
        assertThat(judge(A_REGISTRATION, aRegistration()).passes()).isTrue();
    }

    @Test
    void it_counts_on_its_last_day_and_not_on_the_day_after() {
        CertificateCard card = valid(LocalDate.of(2025, 1, 1), DAY);
        assertThat(gate().judge(A_REGISTRATION, List.of(card), DAY).passes()).isTrue();
        assertThat(gate().judge(A_REGISTRATION, List.of(card), DAY.plusDays(1)).failures())
                .singleElement()
                .satisfies(result -> {
                    assertThat(result.reason()).isEqualTo(Reason.EXPIRED);
                    assertThat(result.shown()).isEqualTo("2026-11-22");
                });
        assertThat(reasons(gate().judge(A_REGISTRATION, List.of(card), LocalDate.of(2024, 12, 31))))
                .containsExactly(Reason.NOT_YET_VALID);
    }

    @Test
    void without_a_last_day_it_goes_on() {
        assertThat(judge(A_REGISTRATION, valid(null, null)).passes()).isTrue();
    }

    @Test
    void its_end_is_near_sixty_days_ahead() {
        CertificateCard card = valid(null, DAY.plusDays(59));
        assertThat(card.on(DAY)).isEqualTo(ValidityState.ENDING);
        assertThat(card.isValidOn(DAY)).isTrue();
        assertThat(card.on(DAY.minusDays(1))).isEqualTo(ValidityState.VALID);
    }

    @Test
    void an_edition_is_that_edition() {
        assertThat(standard("YY 0469-2011", wanted("YY 0469", "2011", false))).isEqualTo(Reason.PASSES);
        assertThat(standard("YY0469-2023", wanted("YY 0469", "2023", false))).isEqualTo(Reason.PASSES);
    }

    @Test
    void a_successor_passes_only_when_it_was_asked_for_and_a_predecessor_never() {
        assertThat(standard("YY 0469-2023", wanted("YY 0469", "2011", true))).isEqualTo(Reason.PASSES_AS_SUCCESSOR);
        assertThat(standard("YY 0469-2023", wanted("YY 0469", "2011", false)))
                .isEqualTo(Reason.SUCCESSOR_NOT_ASKED_FOR);
        assertThat(standard("YY 0469-2004", wanted("YY 0469", "2011", true))).isEqualTo(Reason.OTHER_EDITION);
    }

    @Test
    void a_successor_of_a_successor_is_one_and_so_is_one_of_another_code() {
        assertThat(standard("YY 0469-2023", wanted("YY 0469", "2004", true))).isEqualTo(Reason.PASSES_AS_SUCCESSOR);
        assertThat(standard("GB/T 7543-2020", wanted("GB 7543", "2006", true))).isEqualTo(Reason.PASSES_AS_SUCCESSOR);
        assertThat(standard("GB/T 7543-2020", wanted("GB 7543", "2006", false)))
                .isEqualTo(Reason.SUCCESSOR_NOT_ASKED_FOR);
    }

    @Test
    void look_alikes_are_never_equal() {
        // N95 by NIOSH, KN95 by GB 2626, and the medical GB 19083
        assertThat(standard("GB 2626-2019", wanted("GB 19083", "2010", true))).isEqualTo(Reason.LOOK_ALIKE);
        assertThat(standard("42 CFR 84-1995", wanted("GB 19083", null, true))).isEqualTo(Reason.LOOK_ALIKE);
        assertThat(standard("GB 19083-2010", wanted("GB 2626", "2019", true))).isEqualTo(Reason.LOOK_ALIKE);
        assertThat(standard("ISO 9001:2015", wanted("GB 19083", "2010", true))).isEqualTo(Reason.OTHER_STANDARD);
    }

    @Test
    void an_edition_unknown_or_unsaid_is_flagged_as_such() {
        assertThat(standard("YY 0469-2030", wanted("YY 0469", "2011", true))).isEqualTo(Reason.EDITION_UNKNOWN);
        assertThat(standard("YY 0469", wanted("YY 0469", "2011", true))).isEqualTo(Reason.EDITION_UNSAID);
        assertThat(standard("企业标准 Q/370211-2020", wanted("YY 0469", "2011", true)))
                .isEqualTo(Reason.OTHER_STANDARD);
        assertThat(standard("", wanted("YY 0469", "2011", true))).isEqualTo(Reason.NO_STANDARD);
    }

    @Test
    void where_any_edition_will_do_it_has_to_be_in_force_that_day() {
        Requirement any = wanted("GB 19083", null, false);
        assertThat(standard("GB 19083-2023", any)).isEqualTo(Reason.PASSES);
        assertThat(standard("GB 19083-2010", any)).isEqualTo(Reason.EDITION_NOT_IN_FORCE);
        CertificateCard old = citing("GB 19083-2010");
        assertThat(gate().judge(any, List.of(old), LocalDate.of(2025, 11, 30)).passes())
                .isTrue();
    }

    @Test
    void of_several_standards_on_a_paper_the_nearest_counts() {
        assertThat(standard("GB 2626-2019、YY 0469-2023", wanted("YY 0469", "2023", false)))
                .isEqualTo(Reason.PASSES);
    }

    @Test
    void a_scope_covers_what_is_narrower_and_nothing_broader() {
        CertificateCard surgical = scoped("surgical-mask");
        CertificateCard all = scoped("medical-mask");
        assertThat(judge(A_REGISTRATION.covering("surgical-mask"), surgical).passes())
                .isTrue();
        assertThat(judge(A_REGISTRATION.covering("surgical-mask"), all).passes())
                .isTrue();
        assertThat(reasons(judge(A_REGISTRATION.covering("medical-mask"), surgical)))
                .containsExactly(Reason.NOT_COVERED);
        assertThat(judge(A_REGISTRATION.covering("medical-mask"), scoped()).passes())
                .isTrue();
    }

    @Test
    void each_product_asked_for_has_to_be_covered() {
        assertThat(judge(A_REGISTRATION.covering("surgical-mask", "protective-suit"), scoped("surgical-mask"))
                        .failures())
                .extracting(Gate.Result::shown)
                .containsExactly("protective-suit");
    }

    @Test
    void what_nobody_checked_passes_only_where_that_is_enough_and_what_was_rejected_never() {
        CertificateCard stated = aRegistration();
        CertificateCard rejected = checked(CheckState.REJECTED);
        assertThat(judge(A_REGISTRATION, stated).passes()).isTrue();
        assertThat(reasons(judge(A_REGISTRATION.thatIsConfirmed(), stated))).containsExactly(Reason.NOT_CHECKED);
        assertThat(judge(A_REGISTRATION.thatIsConfirmed(), checked(CheckState.CONFIRMED))
                        .passes())
                .isTrue();
        assertThat(reasons(judge(A_REGISTRATION, rejected))).containsExactly(Reason.REJECTED);
    }

    @Test
    void anothers_certificate_does_not_do_where_the_holder_has_to_be_the_supplier() {
        CertificateCard commissioned = card(
                CertificateKind.REGISTRATION,
                Relation.COMMISSIONED_PRODUCTION,
                List.of(),
                "",
                null,
                null,
                CheckState.STATED);
        assertThat(judge(A_REGISTRATION, commissioned).passes()).isTrue();
        assertThat(reasons(judge(A_REGISTRATION.ofTheHolder(), commissioned)))
                .containsExactly(Reason.OF_ANOTHER_HOLDER);
    }

    @Test
    void two_halves_do_not_make_a_whole() {
        CertificateCard expiredWithScope = card(
                CertificateKind.REGISTRATION,
                Relation.OWN,
                List.of("surgical-mask"),
                "",
                null,
                DAY.minusDays(1),
                CheckState.STATED);
        CertificateCard validForSuits = scoped("protective-suit");
        Gate.Answer answer = judge(A_REGISTRATION.covering("surgical-mask"), expiredWithScope, validForSuits);
        assertThat(answer.passes()).isFalse();
        assertThat(answer.failures()).hasSize(1);
    }

    @Test
    void the_paper_that_comes_nearest_tells_what_is_missing() {
        CertificateCard other =
                card(CertificateKind.TEST_REPORT, Relation.OWN, List.of(), "", null, null, CheckState.STATED);
        CertificateCard expired = valid(null, DAY.minusDays(3));
        Gate.Answer answer = judge(A_REGISTRATION, other, expired);
        assertThat(answer.by()).contains(expired);
        assertThat(answer.failures()).extracting(Gate.Result::clause).containsExactly(Clause.DAY);
    }

    private Reason standard(String cited, Requirement wanted) {
        return judge(wanted, citing(cited)).results().stream()
                .filter(result -> result.clause() == Clause.STANDARD)
                .map(Gate.Result::reason)
                .findFirst()
                .orElseThrow();
    }

    private static Requirement wanted(String code, @Nullable String edition, boolean orSuccessor) {
        return A_REGISTRATION.withStandard(code, edition, orSuccessor);
    }

    private Gate gate() {
        return new Gate(standards, glossary.terms());
    }

    private Gate.Answer judge(Requirement requirement, CertificateCard... shown) {
        return gate().judge(requirement, Arrays.asList(shown), DAY);
    }

    private static List<Reason> reasons(Gate.Answer answer) {
        return answer.failures().stream().map(Gate.Result::reason).toList();
    }

    private CertificateCard aRegistration() {
        return valid(LocalDate.of(2024, 1, 1), LocalDate.of(2028, 12, 31));
    }

    private CertificateCard valid(@Nullable LocalDate from, @Nullable LocalDate to) {
        return card(CertificateKind.REGISTRATION, Relation.OWN, List.of(), "", from, to, CheckState.STATED);
    }

    private CertificateCard citing(String written) {
        return card(CertificateKind.REGISTRATION, Relation.OWN, List.of(), written, null, null, CheckState.STATED);
    }

    private CertificateCard scoped(String... keys) {
        return card(CertificateKind.REGISTRATION, Relation.OWN, List.of(keys), "", null, null, CheckState.STATED);
    }

    private CertificateCard checked(CheckState state) {
        return card(CertificateKind.REGISTRATION, Relation.OWN, List.of(), "", null, null, state);
    }

    private CertificateCard card(
            CertificateKind kind,
            Relation relation,
            List<String> scope,
            String cited,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            CheckState check) {
        return new CertificateCard(
                CertificateId.create(),
                new OrganisationId(UUID.randomUUID()),
                kind,
                "国械注准20203140001",
                Optional.of(NumberRule.DEVICE_REGISTRATION),
                "国家药品监督管理局",
                relation,
                "某某公司",
                scope,
                "",
                CitedStandard.read(cited, standards),
                from,
                to,
                check,
                null,
                false);
    }
}
