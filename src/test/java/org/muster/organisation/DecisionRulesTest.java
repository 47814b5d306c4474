package org.muster.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.muster.shared.Refusal;

class DecisionRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate NEXT_YEAR = TODAY.plusYears(1);

    @Test
    void a_reasoned_dated_grant_of_a_requested_level_breaks_no_rule() {
        assertThat(refusals(grant("营业执照与公示系统一致", NEXT_YEAR))).isEmpty();
    }

    @Test
    void a_decision_without_a_reason_is_refused() {
        assertThat(refusals(grant("好", NEXT_YEAR))).containsExactly("organisation.decision_reason_missing");
    }

    @Test
    void a_grant_says_until_when() {
        assertThat(refusals(grant("营业执照一致", null))).containsExactly("organisation.decision_valid_until_missing");
    }

    @Test
    void a_grant_that_ends_today_is_none() {
        assertThat(refusals(grant("营业执照一致", TODAY))).containsExactly("organisation.decision_valid_until_past");
    }

    @Test
    void a_grant_for_more_than_three_years_is_refused() {
        assertThat(refusals(grant("营业执照一致", TODAY.plusYears(3)))).isEmpty();
        assertThat(refusals(grant("营业执照一致", TODAY.plusYears(3).plusDays(1))))
                .containsExactly("organisation.decision_valid_until_far");
    }

    @Test
    void nothing_is_granted_without_a_credit_code() {
        assertThat(refusals(
                        grant("营业执照一致", NEXT_YEAR), true, false, true, false, VerificationLevel.REGISTERED, true, true))
                .containsExactly("organisation.decision_needs_credit_code");
    }

    @Test
    void nobody_decides_on_their_own_organisation() {
        assertThat(refusals(
                        grant("营业执照一致", NEXT_YEAR), true, true, true, true, VerificationLevel.REGISTERED, true, true))
                .containsExactly("organisation.decision_not_on_own");
    }

    @Test
    void only_operators_decide() {
        assertThat(refusals(
                        grant("营业执照一致", NEXT_YEAR), false, false, true, true, VerificationLevel.REGISTERED, true, true))
                .containsExactly("organisation.decision_operators_only");
    }

    @Test
    void what_another_operator_decided_meanwhile_is_not_decided_again() {
        assertThat(refusals(
                        grant("营业执照一致", NEXT_YEAR),
                        true,
                        false,
                        true,
                        true,
                        VerificationLevel.REGISTERED,
                        false,
                        false))
                .containsExactly("organisation.decision_made_meanwhile");
    }

    @Test
    void without_a_request_there_is_nothing_to_refuse_and_without_a_level_nothing_to_withdraw() {
        assertThat(refusals(plain(Verdict.REFUSE), true, false, true, true, VerificationLevel.REGISTERED, false, true))
                .containsExactly("organisation.decision_nothing_to_refuse");
        assertThat(refusals(
                        plain(Verdict.WITHDRAW), true, false, true, true, VerificationLevel.REGISTERED, false, true))
                .containsExactly("organisation.decision_nothing_to_withdraw");
        assertThat(refusals(plain(Verdict.WITHDRAW), true, false, true, true, VerificationLevel.VISITED, false, true))
                .isEmpty();
    }

    @Test
    void an_unclaimed_organisation_is_not_verified() {
        assertThat(refusals(
                        grant("营业执照一致", NEXT_YEAR), true, false, false, true, VerificationLevel.UNCLAIMED, true, true))
                .contains("organisation.decision_needs_registered");
    }

    private static Judgement grant(String reason, @Nullable LocalDate until) {
        return new Judgement(Verdict.GRANT_DOCUMENTS, reason, Optional.ofNullable(until), Optional.empty());
    }

    private static Judgement plain(Verdict verdict) {
        return new Judgement(verdict, "材料不符合要求", Optional.empty(), Optional.empty());
    }

    private static List<String> refusals(Judgement judgement) {
        return refusals(judgement, true, false, true, true, VerificationLevel.REGISTERED, true, true);
    }

    private static List<String> refusals(
            Judgement judgement,
            boolean operator,
            boolean own,
            boolean registered,
            boolean creditCode,
            VerificationLevel standing,
            boolean requestOpen,
            boolean sameRequest) {
        return DecisionRules.broken(new DecisionRules.Case(
                        operator,
                        false,
                        DecisionRules.Proposal.NONE,
                        own,
                        registered,
                        creditCode,
                        standing,
                        requestOpen,
                        sameRequest,
                        judgement,
                        TODAY))
                .stream()
                .map(Refusal::key)
                .toList();
    }
}
