package org.muster.emergency;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What came in at once, and what became of its rows.
 *
 * @param waiting the list whose columns nobody has named yet
 * @param rows how many of its rows are in each state; together they are all of its rows
 */
public record Intake(
        UUID id,
        IntakeWay way,
        String source,
        Instant receivedAt,
        String receivedBy,
        Optional<NeedTable> waiting,
        Map<NeedState, Long> rows) {

    public Intake {
        rows = Map.copyOf(rows);
    }

    public long total() {
        return rows.values().stream().mapToLong(Long::longValue).sum();
    }
}
