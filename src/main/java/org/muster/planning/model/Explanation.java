package org.muster.planning.model;

import java.util.List;

/**
 * A plan in answers.
 *
 * @param legs one for each leg, in the plan's order
 * @param nearMisses one for each arc of a requirement that the plan does not use, nearest first within each requirement
 * @param bindings components of which more would help, the most helpful first
 * @param remainders components of unmet outputs
 */
public record Explanation(
        List<WhyLeg> legs, List<NearMiss> nearMisses, List<Binding> bindings, List<Remainder> remainders) {

    public Explanation {
        legs = List.copyOf(legs);
        nearMisses = List.copyOf(nearMisses);
        bindings = List.copyOf(bindings);
        remainders = List.copyOf(remainders);
    }
}
