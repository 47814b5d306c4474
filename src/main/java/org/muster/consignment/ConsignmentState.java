package org.muster.consignment;

/** Where a consignment stands; it only ever moves on. */
public enum ConsignmentState {
    /** It will leave, with this vehicle, at that time. */
    COMMITTED,
    DISPATCHED,
    ARRIVED,
    /** All of it or some; the rest was rejected. */
    ACCEPTED,
    /** All of it. */
    REJECTED;

    public boolean isJudged() {
        return this == ACCEPTED || this == REJECTED;
    }

    /** Whether it is not there yet. */
    public boolean isAway() {
        return this == COMMITTED || this == DISPATCHED;
    }
}
