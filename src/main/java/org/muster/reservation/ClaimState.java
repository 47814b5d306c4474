package org.muster.reservation;

/** Where a claim stands, and the one place that says which way it may go. */
public enum ClaimState {
    /** Until a moment, then it ends by itself. */
    HELD,
    /** The supplier has confirmed it; it does not end by itself. */
    COMMITTED,
    /** Delivered or used. */
    CONSUMED,
    /** Given back. */
    RELEASED,
    /** Ended by itself. */
    EXPIRED;

    /** Whether something is taken by it. */
    public boolean isLive() {
        return this == HELD || this == COMMITTED;
    }

    boolean mayBecome(ClaimState next) {
        return switch (next) {
            case HELD -> false;
            case COMMITTED, EXPIRED -> this == HELD;
            case CONSUMED -> this == COMMITTED;
            case RELEASED -> isLive();
        };
    }
}
