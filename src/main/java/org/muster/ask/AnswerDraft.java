package org.muster.ask;

import java.util.Set;

/**
 * An answer as somebody typed it.
 *
 * @param answer the name of an {@link Answer}
 * @param conditions names of blockers
 * @param lastFour of the mobile number that is registered for the supplier; not asked of whoever is signed in
 */
public record AnswerDraft(
        String answer, Set<String> conditions, String amount, String day, String note, String name, String lastFour) {

    public AnswerDraft {
        conditions = Set.copyOf(conditions);
    }
}
