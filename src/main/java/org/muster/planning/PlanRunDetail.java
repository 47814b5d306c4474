package org.muster.planning;

import java.util.Optional;
import org.muster.planning.model.PlanAnswer;
import org.muster.planning.model.PlanOrder;
import org.muster.planning.model.ProvenPlan;

/**
 * A run with all that was asked and answered.
 *
 * @param best the best plan so far, while it runs or where it was ended
 * @param answer once it has ended by itself or was ended by somebody; empty where it failed
 */
public record PlanRunDetail(PlanRunView run, PlanOrder order, Optional<ProvenPlan> best, Optional<PlanAnswer> answer) {}
