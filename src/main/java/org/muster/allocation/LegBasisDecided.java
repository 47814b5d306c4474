package org.muster.allocation;

import java.util.UUID;
import org.muster.planning.PlanRunId;
import org.muster.shared.DomainEvent;

/** By what right a leg of a plan is had was decided. */
public record LegBasisDecided(PlanRunId run, int arc, LegalBasis basis, String authority, String document)
        implements DomainEvent {

    @Override
    public String aggregateKind() {
        return "plan_run";
    }

    @Override
    public UUID aggregateId() {
        return run.value();
    }
}
