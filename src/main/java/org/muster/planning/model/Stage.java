package org.muster.planning.model;

/**
 * A milestone of the recipe: what belongs to it must have arrived when it begins.
 *
 * @param begins minutes after the plan's start
 * @param mayWait whether what arrives later is accepted at the requirement's price of lateness; otherwise it is refused
 */
public record Stage(String id, long begins, boolean mayWait) {

    public Stage {
        Require.notNegative(begins, "begins", id);
    }

    /** Minutes by which an arrival misses the milestone, zero when it does not. */
    public long lateness(long arrival) {
        return Math.max(0, arrival - begins);
    }
}
