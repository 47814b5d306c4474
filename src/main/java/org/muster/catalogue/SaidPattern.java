package org.muster.catalogue;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a supplier says of the week of a listing.
 *
 * @param follows null when it is to follow no pattern
 */
public record SaidPattern(@Nullable WeeklyPattern follows) {

    public static final SaidPattern NONE = new SaidPattern(null);

    /** Whether the listing follows just this already. A note is compared as a cell can hold it: on one line. */
    boolean isSame(Optional<WeeklyPattern> before) {
        WeeklyPattern now = follows;
        return now == null
                ? before.isEmpty()
                : before.map(pattern -> folded(pattern).equals(folded(now))).orElse(false);
    }

    private static WeeklyPattern folded(WeeklyPattern pattern) {
        List<WeeklyPattern.Exception> exceptions = pattern.exceptions().stream()
                .map(day -> new WeeklyPattern.Exception(
                        day.first(),
                        day.last(),
                        day.closed() ? null : day.from(),
                        day.closed() ? null : day.to(),
                        Rescheduling.folded(day.note())))
                .toList();
        return new WeeklyPattern(
                pattern.zone(),
                pattern.starts(),
                pattern.ends(),
                pattern.restClosed(),
                pattern.hours(),
                exceptions,
                pattern.holidayYears());
    }
}
