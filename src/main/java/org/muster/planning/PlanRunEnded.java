package org.muster.planning;

import java.util.UUID;
import org.muster.shared.DomainEvent;

/** A plan was made, or will not be. */
public record PlanRunEnded(PlanRunId run, UUID subject, PlanRunState state) implements DomainEvent {

    @Override
    public String aggregateKind() {
        return "plan_run";
    }

    @Override
    public UUID aggregateId() {
        return run.value();
    }
}
