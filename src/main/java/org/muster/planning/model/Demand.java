package org.muster.planning.model;

/**
 * A wanted output. Its requirements carry it together: the output reached is what the scarcest of them allows.
 *
 * @param priority the published priority, 1 first; see {@link PlanProblem#weightOf}
 * @param output units of output wanted
 * @param penalty ticks a unit of output that stays unmet, before the priority's weight
 */
public record Demand(String id, int priority, long output, long penalty) {

    public Demand {
        Require.positive(priority, "priority", id);
        Require.notNegative(output, "output", id);
        Require.notNegative(penalty, "penalty", id);
    }
}
