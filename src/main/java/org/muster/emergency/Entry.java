package org.muster.emergency;

import java.time.Instant;

/**
 * A line of an emergency's record.
 *
 * @param detail what it was about, in the words that were used
 */
public record Entry(Instant at, String who, Deed deed, String detail) {

    public enum Deed {
        DECLARED,
        PUBLISHED,
        DOCUMENT_CHANGED,
        PEOPLE_CHANGED,
        AREAS_CHANGED,
        CLOCKS_CHANGED,
        ANSWER_TIMES_CHANGED,
        CLOSED,
        PRIORITY_SET,
        PRIORITY_EQUAL,
        NEEDS_RECEIVED,
        NEEDS_JUDGED,
        NEED_CORRECTED,
        RECIPE_TAKEN,
        RECIPE_CHANGED,
        ROLL_CALLED,
        ROLL_ANSWERED,
        TASK_DONE,
        ASKED,
        ASK_ANSWERED,
        ASK_EXPIRED,
        ASK_RISEN,
        PLAN_REPAIRED,
        CONSIGNMENT_MOVED,
        DRILL_BEGUN,
        DRILL_STEP,
        DRILL_ENDED
    }
}
