package org.muster.catalogue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * When a listing is free week after week, and on which days that is different.
 *
 * @param zone whose clocks the hours are read from
 * @param ends the last day, or null until further notice
 * @param restClosed whether the time outside of the hours is said to be not free; else nothing is said of it
 * @param exceptions an earlier one counts before a later one, and any before a holiday
 * @param holidayYears the years whose public holidays are taken over: closed when off, Monday's hours when worked in return
 */
public record WeeklyPattern(
        ZoneId zone,
        LocalDate starts,
        @Nullable LocalDate ends,
        boolean restClosed,
        List<Hours> hours,
        List<Exception> exceptions,
        SortedSet<Integer> holidayYears) {

    public WeeklyPattern {
        hours = List.copyOf(hours);
        exceptions = List.copyOf(exceptions);
        holidayYears = new TreeSet<>(holidayYears);
    }

    /** Free hours on some days of the week; an end that is not after its start lies on the next day. */
    public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
        public Hours {
            days = Set.copyOf(days);
        }
    }

    /** Days that differ: other hours, or closed when there are none. */
    public record Exception(
            LocalDate first,
            LocalDate last,
            @Nullable LocalTime from,
            @Nullable LocalTime to,
            String note) {

        boolean covers(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }

        public boolean closed() {
            return from == null || to == null;
        }
    }

    boolean covers(LocalDate day) {
        LocalDate end = ends;
        return !day.isBefore(starts) && (end == null || !day.isAfter(end));
    }
}
