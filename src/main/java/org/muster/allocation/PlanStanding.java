package org.muster.allocation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.muster.shared.Quantity;

/**
 * How a plan in force stands with those who were asked. Legs are named by the positions of their arcs.
 *
 * @param asked legs that count still
 * @param gone legs that do not count any more: declined, silent, taken back or lost
 */
public record PlanStanding(Map<Integer, Asked> asked, Set<Integer> gone) {

    public PlanStanding {
        asked = Map.copyOf(asked);
        gone = Set.copyOf(gone);
    }

    /** How firm a leg is. */
    public enum Firmness {
        /** The supplier has said yes. */
        PROMISED,
        /** The supplier has not said no. */
        ASKED,
        /** The supplier says something else, and the office has not agreed. */
        OPEN
    }

    /**
     * @param quantity in the supplier's unit; empty for exclusive time
     * @param arrives when it is there, where its supplier said another day than was planned
     */
    public record Asked(Firmness firmness, Optional<Quantity> quantity, Optional<Instant> arrives) {}

    /** Those that no repair moves. */
    public List<Integer> frozen() {
        return asked.entrySet().stream()
                .filter(one -> one.getValue().firmness() != Firmness.OPEN)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
