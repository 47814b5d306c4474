package org.muster.challenge;

import java.util.Set;

/**
 * A challenge as it is typed.
 *
 * @param emergency the id of the emergency it is for; blank for none
 * @param limits one on a line, such as {@code 过滤效率 ≥ 95 %}
 * @param amount with its unit, such as {@code 20 吨}
 * @param closesAt the last moment for claims, local date and time
 * @param neededBy a day
 * @param papers names of kinds of certificates
 */
public record ChallengeDraft(
        String emergency,
        String title,
        String titleEn,
        String item,
        String specification,
        String limits,
        String amount,
        String place,
        String closesAt,
        String neededBy,
        String unlocks,
        String unlocksEn,
        Set<String> papers) {

    public ChallengeDraft {
        papers = Set.copyOf(papers);
    }

    public static ChallengeDraft blank(String emergency) {
        return new ChallengeDraft(emergency, "", "", "", "", "", "", "", "", "", "", "", Set.of());
    }
}
