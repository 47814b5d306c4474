package org.muster.organisation;

import java.util.List;
import java.util.function.Predicate;
import org.muster.shared.Refusal;

/** The rules of merging, each with the sentence that its breach is refused with. */
final class MergeRules {

    static final int REASON_AT_LEAST = 4;
    static final int REASON_AT_MOST = 1000;

    /** What a merge is judged by. */
    record Case(boolean byOperator, boolean ofOwn, Organisation merged, Organisation stays, String reason) {}

    record Rule(String field, String refusal, Predicate<Case> broken) {}

    static final List<Rule> IN_FORCE = List.of(
            new Rule("", "belonging.merge_operators_only", given -> !given.byOperator()),
            new Rule("", "belonging.merge_not_own", Case::ofOwn),
            new Rule(
                    "",
                    "belonging.merge_itself",
                    given -> given.merged().id().equals(given.stays().id())),
            new Rule(
                    "",
                    "belonging.merge_done_before",
                    given -> given.merged().isMerged() || given.stays().isMerged()),
            new Rule(
                    "stays",
                    "belonging.merge_registered_stays",
                    given -> given.merged().isRegistered() && !given.stays().isRegistered()),
            new Rule(
                    "reason",
                    "belonging.reason_missing",
                    given -> given.reason().strip().length() < REASON_AT_LEAST),
            new Rule(
                    "reason",
                    "belonging.reason_long",
                    given -> given.reason().strip().length() > REASON_AT_MOST));

    private MergeRules() {}

    static List<Refusal> broken(Case given) {
        return IN_FORCE.stream()
                .filter(rule -> rule.broken().test(given))
                .map(rule -> Refusal.at(rule.field(), rule.refusal()))
                .toList();
    }
}
