package org.muster.organisation;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.function.Predicate;
import org.muster.shared.Refusal;

/** The rules of a verification decision, each with the sentence that its breach is refused with. */
final class DecisionRules {

    static final Period USUALLY_GOOD_FOR = Period.ofYears(1);
    static final Period GOOD_FOR_AT_MOST = Period.ofYears(3);
    private static final int REASON_AT_LEAST = 4;
    private static final int REASON_AT_MOST = 1000;

    /** Who proposed the highest level, seen from whoever decides now. */
    enum Proposal {
        NONE,
        BY_SELF,
        BY_ANOTHER
    }

    /**
     * What a decision is judged by.
     *
     * @param byDelegate a liaison to whom the organisation's area was delegated
     */
    record Case(
            boolean byOperator,
            boolean byDelegate,
            Proposal proposal,
            boolean ofOwnOrganisation,
            boolean registered,
            boolean hasCreditCode,
            VerificationLevel standing,
            boolean requestOpen,
            boolean requestStillTheSame,
            Judgement judgement,
            LocalDate today) {

        boolean grants() {
            return judgement.verdict() != null && judgement.verdict().isDated();
        }

        boolean is(Verdict verdict) {
            return judgement.verdict() == verdict;
        }
    }

    record Rule(String field, String refusal, Predicate<Case> broken) {}

    static final List<Rule> IN_FORCE = List.of(
            new Rule("", "organisation.decision_operators_only", given -> !given.byOperator() && !given.byDelegate()),
            new Rule("", "organisation.decision_not_on_own", Case::ofOwnOrganisation),
            new Rule("", "organisation.decision_needs_registered", given -> !given.registered()),
            new Rule("", "organisation.decision_made_meanwhile", given -> !given.requestStillTheSame()),
            new Rule(
                    "verdict",
                    "organisation.decision_missing",
                    given -> given.judgement().verdict() == null),
            new Rule(
                    "verdict",
                    "organisation.decision_not_delegated",
                    given -> !given.byOperator()
                            && given.judgement().verdict() != null
                            && !given.judgement().verdict().isDelegated()),
            new Rule(
                    "verdict",
                    "organisation.decision_needs_proposal",
                    given -> given.is(Verdict.GRANT_VISITED) && given.proposal() == Proposal.NONE),
            new Rule(
                    "verdict",
                    "organisation.decision_needs_second_person",
                    given -> given.is(Verdict.GRANT_VISITED) && given.proposal() == Proposal.BY_SELF),
            new Rule(
                    "verdict",
                    "organisation.decision_proposed_already",
                    given -> given.is(Verdict.PROPOSE_VISITED) && given.proposal() != Proposal.NONE),
            new Rule(
                    "verdict",
                    "organisation.decision_needs_credit_code",
                    given -> given.grants() && !given.hasCreditCode()),
            new Rule(
                    "verdict",
                    "organisation.decision_nothing_to_refuse",
                    given -> given.is(Verdict.REFUSE) && !given.requestOpen()),
            new Rule(
                    "verdict",
                    "organisation.decision_nothing_to_withdraw",
                    given -> given.is(Verdict.WITHDRAW)
                            && !given.standing().isAtLeast(VerificationLevel.DOCUMENTS_CHECKED)),
            new Rule(
                    "reason",
                    "organisation.decision_reason_missing",
                    given -> given.judgement().reason().strip().length() < REASON_AT_LEAST),
            new Rule(
                    "reason",
                    "organisation.decision_reason_long",
                    given -> given.judgement().reason().strip().length() > REASON_AT_MOST),
            new Rule(
                    "validUntil",
                    "organisation.decision_valid_until_missing",
                    given -> given.grants() && given.judgement().validUntil().isEmpty()),
            new Rule(
                    "validUntil",
                    "organisation.decision_valid_until_past",
                    given -> given.grants()
                            && given.judgement()
                                    .validUntil()
                                    .filter(until -> !until.isAfter(given.today()))
                                    .isPresent()),
            new Rule(
                    "validUntil",
                    "organisation.decision_valid_until_far",
                    given -> given.grants()
                            && given.judgement()
                                    .validUntil()
                                    .filter(until -> until.isAfter(given.today().plus(GOOD_FOR_AT_MOST)))
                                    .isPresent()));

    private DecisionRules() {}

    static List<Refusal> broken(Case given) {
        return IN_FORCE.stream()
                .filter(rule -> rule.broken().test(given))
                .map(rule -> Refusal.at(rule.field(), rule.refusal()))
                .toList();
    }
}
