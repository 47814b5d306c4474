package org.muster.challenge;

/** Where a claim stands. */
public enum ClaimState {
    MADE,
    ACCEPTED,
    DECLINED,
    WITHDRAWN;

    /** Whether it counts, or may come to count. */
    public boolean stands() {
        return this == MADE || this == ACCEPTED;
    }
}
