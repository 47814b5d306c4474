package org.muster.catalogue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import org.muster.shared.TimeWindow;

/** Calendar weeks as suppliers count them: from Monday midnight to Monday midnight in China, whoever looks. */
public final class Weeks {

    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** How many weeks a strip shows, this one included. */
    public static final int SHOWN = 8;

    private Weeks() {}

    /** The Monday on which the week of this moment begins. */
    public static LocalDate mondayOf(Instant moment) {
        return moment.atZone(ZONE).toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    public static TimeWindow beginning(LocalDate monday) {
        return new TimeWindow(
                monday.atStartOfDay(ZONE).toInstant(),
                monday.plusWeeks(1).atStartOfDay(ZONE).toInstant());
    }

    /** The smallest run of whole weeks that holds this window. */
    public static TimeWindow widened(TimeWindow window) {
        LocalDate last = mondayOf(window.to());
        Instant lastStart = last.atStartOfDay(ZONE).toInstant();
        return new TimeWindow(
                mondayOf(window.from()).atStartOfDay(ZONE).toInstant(),
                lastStart.equals(window.to())
                        ? lastStart
                        : last.plusWeeks(1).atStartOfDay(ZONE).toInstant());
    }
}
