package org.muster.planning.model;

import java.util.List;

/**
 * An allocation.
 *
 * @param legs at most one an arc, by position of the arc
 * @param outputs units of output reached, one a demand
 */
public record Plan(List<Leg> legs, List<Long> outputs, PlanCost cost) {

    public Plan {
        legs = List.copyOf(legs);
        outputs = List.copyOf(outputs);
    }
}
