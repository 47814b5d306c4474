package org.muster.catalogue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.muster.organisation.VerificationLevel;

/**
 * How many listings one organisation may have published at once: enough to begin with, and no room for a market of invented lines before anybody
 * has looked at its papers. What liaisons enter on behalf is not counted.
 */
public record ListingLimits(int published) {

    private static final Map<VerificationLevel, ListingLimits> IN_FORCE = Map.of(
            VerificationLevel.UNCLAIMED, new ListingLimits(10_000),
            VerificationLevel.REGISTERED, new ListingLimits(50),
            VerificationLevel.DOCUMENTS_CHECKED, new ListingLimits(5_000),
            VerificationLevel.VISITED, new ListingLimits(100_000));

    public static ListingLimits of(VerificationLevel level) {
        ListingLimits limits = IN_FORCE.get(level);
        if (limits == null) {
            throw new IllegalStateException("No limits for " + level);
        }
        return limits;
    }

    /** One line of the list of limits. */
    public record Row(VerificationLevel level, ListingLimits limits) {}

    /** Those that an organisation can reach by itself, for a page. */
    public static List<Row> all() {
        return Stream.of(VerificationLevel.values())
                .filter(level -> level != VerificationLevel.UNCLAIMED)
                .map(level -> new Row(level, of(level)))
                .toList();
    }
}
