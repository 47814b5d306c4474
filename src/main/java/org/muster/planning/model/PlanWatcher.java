package org.muster.planning.model;

/** Sees a planner work, and may end it. Called from the planner's threads, one at a time. */
public interface PlanWatcher {

    PlanWatcher NOBODY = best -> {};

    /** The plan or the bound became better. */
    void improved(ProvenPlan best);

    /** Asked often; once true, the planner returns the best it has. */
    default boolean cancelled() {
        return false;
    }
}
