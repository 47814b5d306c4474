package org.muster.emergency;

import java.util.Set;

/**
 * The five answers as they were typed.
 *
 * @param running running?
 * @param stock stock?
 * @param output output a day?
 * @param materialDays days of material?
 * @param missing what is missing?
 * @param answeredBy who says so
 * @param lastFour the last digits of the registered mobile, asked for where it came by the link
 */
public record RollAnswerDraft(
        String running,
        String stock,
        String output,
        String materialDays,
        Set<String> missing,
        String note,
        String answeredBy,
        String lastFour) {

    public RollAnswerDraft {
        missing = Set.copyOf(missing);
    }
}
