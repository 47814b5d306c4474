package org.muster.ask;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.muster.allocation.Comparison;
import org.muster.allocation.Growth;
import org.muster.planning.PlanRunId;
import org.muster.shared.Money;

/**
 * How the plan in force stands, and what repairs it.
 *
 * @param inForce the plan that suppliers were asked for; empty as long as there is none
 * @param causes what it has to be repaired for
 * @param grown of what more is wanted by now than it was made for
 * @param proposed the repair that waits for the office
 * @param limits up to where repairs apply by themselves; empty where each is agreed to
 * @param past the last first
 */
public record RepairView(
        Optional<PlanRunId> inForce,
        List<RepairCause> causes,
        List<Growth> grown,
        Optional<Proposed> proposed,
        Optional<RepairLimits> limits,
        List<Past> past) {

    public RepairView {
        causes = List.copyOf(causes);
        grown = List.copyOf(grown);
        past = List.copyOf(past);
    }

    /**
     * @param working whether it is still being planned, or carried out
     * @param failed whether there is no plan
     * @param dearer what it costs more, below zero for less
     * @param chanceBefore how likely all of it is there in time
     */
    public record Proposed(
            PlanRunId run,
            boolean working,
            boolean failed,
            List<RepairMove> moves,
            List<Comparison.OutputChange> outputs,
            Optional<Money> dearer,
            Optional<Double> chanceBefore,
            Optional<Double> chanceAfter) {
        public Proposed {
            moves = List.copyOf(moves);
            outputs = List.copyOf(outputs);
        }
    }

    public record Past(
            PlanRunId run, PlanRunId before, RepairState state, String decidedBy, Instant at, List<RepairMove> moves) {
        public Past {
            moves = List.copyOf(moves);
        }
    }
}
