package org.muster.allocation;

import java.util.Optional;
import org.muster.planning.PlanRunId;
import org.muster.planning.PlanRunView;

/**
 * One of an emergency's plans.
 *
 * @param before the run that it was begun from to see what is otherwise
 */
public record RunLine(PlanRunView run, PlanWish wish, Optional<PlanRunId> before) {}
