package org.muster.reference;

import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * Office hours in China: Monday to Friday without public holidays, and the weekend days worked in return for them. Of a year whose holidays are
 * not known, every weekday counts.
 */
@Singleton
public class WorkingHours {

    /** A working day, as spans of office hours count it. */
    public static final Duration DAY = Duration.ofHours(9);

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalTime OPENS = LocalTime.of(8, 30);
    /** Nobody counts further back; a bound in case a calendar should know no working day at all. */
    private static final int MOST_DAYS = 3660;

    private final List<Holidays.Holiday> holidays;

    public WorkingHours(Holidays holidays) {
        this.holidays = holidays.years().stream()
                .flatMap(year -> year.holidays().stream())
                .toList();
    }

    /** Whether offices are open on this day. */
    public boolean isWorkingDay(LocalDate day) {
        for (Holidays.Holiday holiday : holidays) {
            if (holiday.covers(day)) {
                return holiday.worked();
            }
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The latest moment from which until now at least so much working time has passed. */
    public Instant before(Instant now, Duration workingTime) {
        Duration left = workingTime;
        ZonedDateTime local = now.atZone(ZONE);
        LocalDate day = local.toLocalDate();
        Duration here = openUntil(local.toLocalTime(), day);
        for (int i = 0; i < MOST_DAYS; i++) {
            if (here.compareTo(left) >= 0 && !here.isZero()) {
                return day.atTime(OPENS).plus(here).minus(left).atZone(ZONE).toInstant();
            }
            left = left.minus(here);
            day = day.minusDays(1);
            here = isWorkingDay(day) ? DAY : Duration.ZERO;
        }
        return day.atTime(OPENS).atZone(ZONE).toInstant();
    }

    /** How much of a day's office hours lies before this time. */
    private Duration openUntil(LocalTime time, LocalDate day) {
        if (!isWorkingDay(day) || !time.isAfter(OPENS)) {
            return Duration.ZERO;
        }
        Duration open = Duration.between(OPENS, time);
        return open.compareTo(DAY) > 0 ? DAY : open;
    }
}
