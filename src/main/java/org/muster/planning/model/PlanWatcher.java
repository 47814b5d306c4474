package org.muster.planning.model;

/** Sees a planner work, and may end it. */
public interface PlanWatcher {

    PlanWatcher NOBODY = best -> {};

    /** The plan or the bound became better. Called by the thread that called the planner, which works on when this returns. */
    void improved(ProvenPlan best);

    /** Asked often, by all threads of the planner at once; when true, the planner returns the best it has. */
    default boolean cancelled() {
        return false;
    }
}
