package org.muster.ask;

import org.muster.allocation.PlanStanding;
import org.muster.planning.PlanRunId;

/** The plan that was sent last, or the repair of it that was agreed to, and how it stands with those who were asked. */
public record PlanInForce(PlanRunId run, PlanStanding standing) {}
