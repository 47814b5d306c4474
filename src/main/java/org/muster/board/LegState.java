package org.muster.board;

/** Where a leg of the plan in force stands. */
public enum LegState {
    /** Nobody was asked for it yet. */
    PLANNED,
    /** Asked for, or answered with something that the office has not agreed to. */
    ASKED,
    PROMISED,
    /** Something of it is under way, or there and not judged. */
    ON_THE_WAY,
    /** All that was promised came and was accepted. */
    ACCEPTED,
    /** Declined, silent, taken back or lost. */
    LOST
}
