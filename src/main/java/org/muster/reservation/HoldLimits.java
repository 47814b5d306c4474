package org.muster.reservation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.muster.organisation.VerificationLevel;

/**
 * How much one organisation may hold at once without buying, and for how long: against hoarding. What a supplier blocks of its own is not
 * counted, and what a supplier has confirmed does not count any more.
 *
 * @param holds at once
 * @param longest from being placed to its end, extensions included
 */
public record HoldLimits(int holds, Duration longest) {

    /** Unless somebody says otherwise: long enough for a telephone call. */
    public static final Duration USUAL = Duration.ofMinutes(30);

    /** What a supplier blocks of its own, without confirming it. */
    public static final Duration LONGEST_OWN = Duration.ofDays(30);

    /** A plan for a large event asks for some hundred things. */
    public static final int MOST_CLAIMS = 400;

    private static final Map<VerificationLevel, HoldLimits> IN_FORCE = Map.of(
            VerificationLevel.UNCLAIMED, new HoldLimits(0, USUAL),
            VerificationLevel.REGISTERED, new HoldLimits(5, Duration.ofHours(2)),
            VerificationLevel.DOCUMENTS_CHECKED, new HoldLimits(50, Duration.ofHours(24)),
            VerificationLevel.VISITED, new HoldLimits(200, Duration.ofHours(72)));

    public static HoldLimits of(VerificationLevel level) {
        HoldLimits limits = IN_FORCE.get(level);
        if (limits == null) {
            throw new IllegalStateException("No limits for " + level);
        }
        return limits;
    }

    /** One line of the list of limits. */
    public record Row(VerificationLevel level, HoldLimits limits) {}

    /** All that are in force, for a page. */
    public static List<Row> all() {
        return IN_FORCE.keySet().stream()
                .sorted()
                .map(level -> new Row(level, of(level)))
                .toList();
    }
}
