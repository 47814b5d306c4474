package org.muster.planning.model;

/** Finds a plan and proves how good it is. Pure: the same problem with an effort in rounds gives the same answer. */
public interface Planner {

    /** The best plan found within the problem's effort; always a plan that keeps every rule, if need be one that leaves everything unmet but the pins. */
    ProvenPlan plan(PlanProblem problem, PlanWatcher watcher);
}
