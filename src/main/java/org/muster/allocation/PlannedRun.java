package org.muster.allocation;

import java.util.List;
import java.util.Optional;
import org.muster.planning.PlanRunDetail;
import org.muster.planning.PlanRunId;
import org.muster.planning.model.Leg;

/**
 * A plan with what its positions mean.
 *
 * @param before the run that it was begun from
 * @param bases what was decided for its legs; a leg without one is a market purchase
 */
public record PlannedRun(
        PlanRunDetail detail, Sense sense, PlanWish wish, Optional<PlanRunId> before, List<LegBasis> bases) {

    public PlannedRun {
        bases = List.copyOf(bases);
    }

    /** None as long as there is no answer. */
    public List<Leg> legs() {
        return detail.answer().map(answer -> answer.proven().plan().legs()).orElseGet(List::of);
    }
}
