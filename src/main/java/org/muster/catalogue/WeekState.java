package org.muster.catalogue;

import java.util.List;

/** What is known of one calendar week of a listing. */
public enum WeekState {
    /** Free in all of what is left of the week. */
    FREE,
    PARTLY,
    NOT_FREE,
    UNKNOWN;

    /** Whether anything was said of any of these weeks; a lot on the shelf, say, is simply there. */
    public static boolean anySaid(List<WeekState> weeks) {
        return weeks.stream().anyMatch(week -> week != UNKNOWN);
    }
}
