package org.muster.board;

import java.time.Instant;
import java.util.List;
import org.muster.planning.PlanRunId;

/**
 * How the plan in force is carried out.
 *
 * @param start from when it counts, and {@code deadline} until when all of it has to be released
 * @param steps what takes time, what begins first first
 * @param legs in the order of the plan
 * @param balances one for each requirement, in the order of the plan
 */
public record Carried(
        PlanRunId run,
        Instant start,
        Instant deadline,
        List<CarriedStep> steps,
        List<CarriedLeg> legs,
        List<Balance> balances) {

    public Carried {
        steps = List.copyOf(steps);
        legs = List.copyOf(legs);
        balances = List.copyOf(balances);
    }
}
