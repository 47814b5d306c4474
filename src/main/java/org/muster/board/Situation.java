package org.muster.board;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.muster.emergency.EmergencyView;
import org.muster.emergency.Entry;

/**
 * How an emergency stood at a moment.
 *
 * @param asked how many asks stood how
 * @param changes what was done in the day before, the last first
 * @param handOvers of the day before, the last first
 */
public record Situation(
        EmergencyView emergency,
        Instant from,
        Instant asOf,
        Map<Standing, Long> asked,
        List<Entry> changes,
        List<HandOver> handOvers) {

    public Situation {
        asked = Map.copyOf(asked);
        changes = List.copyOf(changes);
        handOvers = List.copyOf(handOvers);
    }

    /** How an ask stood. */
    public enum Standing {
        PROMISED,
        WAITING_FOR_SUPPLIER,
        WAITING_FOR_OFFICE,
        /** Declined, silent, taken back or lost. */
        GONE
    }

    public long count(Standing standing) {
        return asked.getOrDefault(standing, 0L);
    }
}
