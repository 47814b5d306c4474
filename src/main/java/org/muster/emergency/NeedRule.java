package org.muster.emergency;

import java.util.Locale;

/** What can be noticed about a need. A note is said beside it; a flag keeps it out of the sums until somebody clicks. Each has one sentence. */
public enum NeedRule {
    // Read as they were written
    INSTITUTION_MISSING(true),
    ITEM_MISSING(true),
    ITEM_UNKNOWN(true),
    PLACE_UNKNOWN(true),
    PLACE_AMBIGUOUS(true),
    AMOUNT_UNREADABLE(true),
    DATE_UNREADABLE(true),
    NUMBER_UNREADABLE(true),
    /** Needed, and nobody said how much. */
    NO_FIGURE(false),
    /** The lower end of a range counts. */
    RANGE(false),
    /** Several things in one cell, any of which will do. */
    ALTERNATIVES(false),
    EDITION_SUPERSEDED(false),
    EDITION_UNKNOWN(false),
    /** Several standards that look alike and are not equal. */
    LOOK_ALIKES(false),
    /** Packs were counted in pieces, as the row says what one holds. */
    UNPACKED(false),

    // Plausible
    OUT_OF_AREA(true),
    NEEDED_IN_PAST(true),
    UNIT_DOES_NOT_FIT(true),
    /** Packs, and nobody said what one holds. */
    PACK_OPEN(true),
    TOO_LARGE(true),
    PER_HEAD(true),
    FAR_ABOVE_OTHERS(true),
    /** One piece of what is used by the thousand: perhaps a tick and not a figure. */
    SINGLE_PIECE(true),
    DUPLICATE(true),
    /** Nobody knows yet whether it is really that institution. */
    FROM_PUBLIC(true);

    private final boolean flag;

    NeedRule(boolean flag) {
        this.flag = flag;
    }

    public boolean isFlag() {
        return flag;
    }

    /** The key of its sentence. */
    String sentence() {
        return "need." + name().toLowerCase(Locale.ROOT);
    }
}
