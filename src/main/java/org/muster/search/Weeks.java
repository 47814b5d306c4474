package org.muster.search;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.muster.shared.TimeWindow;

/** Calendar weeks, Monday to Sunday in China: the finest grain of time that visitors get. */
final class Weeks {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Weeks() {}

    /** The Monday on which the week of this moment began. */
    static Instant startOf(Instant moment) {
        return monday(moment).atStartOfDay(ZONE).toInstant();
    }

    /** The first Monday at or after this moment. */
    static Instant endOf(Instant moment) {
        Instant start = startOf(moment);
        return start.equals(moment)
                ? moment
                : monday(moment).plusWeeks(1).atStartOfDay(ZONE).toInstant();
    }

    /** The window, widened to the weeks it touches. */
    static TimeWindow around(TimeWindow window) {
        return new TimeWindow(startOf(window.from()), endOf(window.to()));
    }

    private static LocalDate monday(Instant moment) {
        return moment.atZone(ZONE).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
