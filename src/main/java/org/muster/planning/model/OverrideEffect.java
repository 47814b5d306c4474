package org.muster.planning.model;

import java.util.List;

/**
 * What an override does.
 *
 * @param fair the plan without it
 * @param overridden the plan with it
 * @param gained units of output that the favoured demand reaches more
 * @param lost units of output that each demand reaches less, zero for the favoured one
 * @param moved units on legs that the fair plan had and the other has not, one a demand
 */
public record OverrideEffect(
        PriorityOverride override,
        ProvenPlan fair,
        ProvenPlan overridden,
        long gained,
        List<Long> lost,
        List<Long> moved) {

    public OverrideEffect {
        lost = List.copyOf(lost);
        moved = List.copyOf(moved);
    }

    /** Units taken from others. */
    public long movedFromOthers() {
        long sum = 0;
        for (int d = 0; d < moved.size(); d++) {
            sum += d == override.demand() ? 0 : moved.get(d);
        }
        return sum;
    }
}
