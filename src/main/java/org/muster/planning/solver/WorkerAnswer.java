package org.muster.planning.solver;

import org.jspecify.annotations.Nullable;
import org.muster.planning.model.Plan;

/**
 * What a worker found.
 *
 * @param plan a plan that is better than the one it was given, or null
 * @param bound ticks; no plan costs less
 */
record WorkerAnswer(@Nullable Plan plan, long bound) {}
