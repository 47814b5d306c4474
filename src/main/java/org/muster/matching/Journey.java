package org.muster.matching;

import java.time.Duration;
import java.time.Instant;
import org.muster.shared.Point;

/**
 * The way from a supplier to where something is needed, by lorry. The figures are common practice and not measured: plan with a carrier's own
 * as soon as there is one.
 */
public record Journey(long kilometres, Duration takes) {

    /** Roads are about so much longer than the straight line. */
    static final double DETOUR = 1.3;

    static final double KILOMETRES_AN_HOUR = 60;

    /** Loading, papers and unloading. */
    static final Duration HANDLING = Duration.ofHours(4);

    static Journey between(Point from, Point to) {
        double road = from.kilometresTo(to) * DETOUR;
        long minutes = (long) Math.ceil(road / KILOMETRES_AN_HOUR * 60);
        return new Journey(Math.round(road), HANDLING.plusMinutes(minutes));
    }

    /** The last moment to leave. */
    Instant latestStart(Instant neededBy) {
        return neededBy.minus(takes);
    }
}
