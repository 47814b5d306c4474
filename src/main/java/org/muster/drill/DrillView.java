package org.muster.drill;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.muster.planning.PlanRunId;
import org.muster.recipe.Bilingual;
import org.muster.shared.Quantity;

/**
 * A drill as it is known by now: what has not happened yet nobody knows.
 *
 * @param repairs how often the plan was repaired; what these added stands behind its own legs
 * @param played the moment that is played now, counted from when it began
 */
public record DrillView(
        UUID id,
        PlanRunId run,
        long seed,
        int speed,
        String begunBy,
        Instant begunAt,
        Optional<Instant> endedAt,
        Instant played,
        int repairs,
        List<LegView> legs) {

    public DrillView {
        legs = List.copyOf(legs);
    }

    public boolean playing() {
        return endedAt.isEmpty();
    }

    /**
     * @param answer empty as long as there is none
     * @param planned when the plan says that it is there
     * @param arrivedAt in the time that is played; empty as long as it is not there
     * @param lateMinutes by how much that is later than planned
     */
    public record LegView(
            String supplier,
            Bilingual thing,
            Quantity quantity,
            Optional<StepKind> answer,
            Optional<Instant> answeredAt,
            Instant planned,
            Optional<Instant> arrivedAt,
            long lateMinutes) {}

    public long count(StepKind kind) {
        return legs.stream()
                .filter(leg -> leg.answer().filter(one -> one == kind).isPresent())
                .count();
    }

    public long arrived() {
        return legs.stream().filter(leg -> leg.arrivedAt().isPresent()).count();
    }
}
