package org.muster.crash;

/** Something that a ledger must never do, and where it did it. */
record Violation(Kind kind, String what) {

    enum Kind {
        /** Acknowledged, and gone. */
        LOST,
        /** There, though it was refused or nobody ever asked for it. */
        GHOST,
        /** Done in part. */
        TORN,
        /** Not what was asked for. */
        ALTERED,
        /** The same key got two answers, or did two things. */
        TWO_ANSWERS,
        /** Two had the same time, or more was promised than there was. */
        OVERLAP,
        /** A step that cannot follow the one before. */
        BROKEN_STEP,
        /** Settled first, written later. */
        OUT_OF_ORDER,
        /** Expired, though its time had not come. */
        EXPIRED_EARLY,
        /** The history and what is occupied tell two stories. */
        DISAGREES,
        /** The sums do not add up. */
        BALANCE,
        /** Refused as taken, while nobody can have had it. */
        REFUSED_WITHOUT_CAUSE
    }
}
