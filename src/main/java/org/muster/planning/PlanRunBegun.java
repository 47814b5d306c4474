package org.muster.planning;

import java.util.UUID;
import org.muster.planning.model.Profile;
import org.muster.shared.DomainEvent;

/** Somebody asked for a plan. */
public record PlanRunBegun(PlanRunId run, UUID subject, Profile profile, long seed) implements DomainEvent {

    @Override
    public String aggregateKind() {
        return "plan_run";
    }

    @Override
    public UUID aggregateId() {
        return run.value();
    }
}
