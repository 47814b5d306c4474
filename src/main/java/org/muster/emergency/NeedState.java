package org.muster.emergency;

/** Whether a need is part of the sums. */
public enum NeedState {
    COUNTED,
    /** Waits for a click. */
    FLAGGED,
    /** Flagged, and kept as it is by somebody. */
    KEPT,
    /** Says what another says. */
    MERGED,
    SET_ASIDE;

    public boolean counts() {
        return this == COUNTED || this == KEPT;
    }
}
