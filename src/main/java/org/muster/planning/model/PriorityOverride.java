package org.muster.planning.model;

/**
 * A coordinator gives a demand more than its fair share. Never without a reason, and what it takes from others is shown.
 *
 * @param output units of output that the demand is to reach
 * @param reason code of the published list of reasons
 */
public record PriorityOverride(int demand, long output, String reason) {

    public PriorityOverride {
        Require.notNegative(demand, "demand", "an override");
        Require.positive(output, "output", "an override");
        Require.that(!reason.isBlank(), "The override of demand %d has no reason", demand);
    }
}
