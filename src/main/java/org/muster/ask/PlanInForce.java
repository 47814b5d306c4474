package org.muster.ask;

import java.util.Map;
import java.util.UUID;
import org.muster.allocation.PlanStanding;
import org.muster.planning.PlanRunId;

/**
 * The plan that was sent last, or the repair of it that was agreed to, and how it stands with those who were asked.
 *
 * @param asks for each leg that was asked for, by the position of its arc, the ask that counts, or the last that came to nothing
 */
public record PlanInForce(PlanRunId run, PlanStanding standing, Map<Integer, UUID> asks) {

    public PlanInForce {
        asks = Map.copyOf(asks);
    }
}
