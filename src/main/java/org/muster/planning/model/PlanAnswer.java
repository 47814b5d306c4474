package org.muster.planning.model;

import java.util.List;

/**
 * A plan with everything that can be said of it.
 *
 * @param milestones minutes at which each stage begins, and the end of the last one where stages follow each other
 * @param outlook how likely it is that what the plan promises is there in time
 * @param hedges standbys that make it likelier, the best for its cost first
 */
public record PlanAnswer(
        ProvenPlan proven,
        List<Long> milestones,
        Schedule schedule,
        Explanation explanation,
        Outlook outlook,
        List<Hedge> hedges) {

    public PlanAnswer {
        milestones = List.copyOf(milestones);
        hedges = List.copyOf(hedges);
    }
}
