package org.muster.search;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

    /** The same stretches of time, in order, with those that touch or overlap joined into one. */
    static List<TimeWindow> joined(List<TimeWindow> windows) {
        List<TimeWindow> joined = new ArrayList<>();
        windows.stream().sorted(Comparator.comparing(TimeWindow::from)).forEach(next -> {
            int last = joined.size() - 1;
            if (last >= 0 && !next.from().isAfter(joined.get(last).to())) {
                TimeWindow before = joined.get(last);
                joined.set(
                        last, new TimeWindow(before.from(), before.to().isAfter(next.to()) ? before.to() : next.to()));
            } else {
                joined.add(next);
            }
        });
        return joined;
    }

    private static LocalDate monday(Instant moment) {
        return moment.atZone(ZONE).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
