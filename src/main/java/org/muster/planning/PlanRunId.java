package org.muster.planning;

import java.util.Objects;
import java.util.UUID;

/** Names one run of the planner. */
public record PlanRunId(UUID value) {

    public PlanRunId {
        Objects.requireNonNull(value, "plan run id");
    }

    static PlanRunId create() {
        return new PlanRunId(UUID.randomUUID());
    }

    /** Reads the form that {@link #toString()} writes; throws {@link IllegalArgumentException} on anything else. */
    public static PlanRunId of(String text) {
        return new PlanRunId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
