package org.muster.catalogue;

/** What is known of one calendar week of a listing. */
public enum WeekState {
    /** Free in all of what is left of the week. */
    FREE,
    PARTLY,
    NOT_FREE,
    UNKNOWN
}
