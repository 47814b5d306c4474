package org.muster.planning.model;

import java.util.List;

/**
 * @param answer the plan; its bound holds whenever the stages begin
 * @param milestones minutes at which each stage begins at the latest, and the end
 */
public record StagedPlan(ProvenPlan answer, List<Long> milestones, Schedule schedule) {

    public StagedPlan {
        milestones = List.copyOf(milestones);
    }
}
