package org.muster.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.muster.shared.TimeWindow;

/** Free on every day from the first to the last, both included, as days go in the asker's zone. */
public record FreeDates(LocalDate first, LocalDate last, ZoneId zone) {

    public FreeDates {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("The last day comes before the first: " + first + " to " + last);
        }
    }

    /** What people signed in are answered for. */
    public TimeWindow exact() {
        return new TimeWindow(
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** What visitors are answered for: every week that the dates touch, whole. */
    public TimeWindow wholeWeeks() {
        return Weeks.around(exact());
    }

    public boolean isOver(Instant now) {
        return !exact().to().isAfter(now);
    }
}
