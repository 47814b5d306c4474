package org.muster.planning.solver;

import org.muster.planning.model.Plan;
import org.muster.planning.model.PlanProblem;

/**
 * What a worker is asked for: a better plan than the known one, or the proof that there is none.
 *
 * @param plan the best plan known
 * @param bound ticks below which no plan is known to lie
 * @param seconds after which a solver that can stop by itself does; the others are killed
 */
record WorkerTask(Engine engine, PlanProblem problem, Plan plan, long bound, double seconds) {}
