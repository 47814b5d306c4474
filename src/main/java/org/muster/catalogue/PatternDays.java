package org.muster.catalogue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.reference.Holidays;
import org.muster.shared.TimeWindow;

/**
 * The windows that a weekly pattern comes to, day by day. The same pattern and days give the same windows, however often and in however
 * many steps they are made: each day stands for itself, and a shift past midnight belongs to the day on which it begins.
 */
final class PatternDays {

    /** One day and why it is as it is. */
    record Day(LocalDate date, @Nullable Reason reason, List<Said> said) {}

    /** Why a day differs from the week: an exception of the supplier's, or a public holiday. */
    record Reason(String note, Holidays.@Nullable Holiday holiday) {}

    record Said(TimeWindow during, Availability availability, String note) {}

    private PatternDays() {}

    /** @param until the first day no longer made */
    static List<Day> of(WeeklyPattern pattern, Holidays holidays, LocalDate from, LocalDate until) {
        List<Holidays.Holiday> off = pattern.holidayYears().stream()
                .flatMap(year -> holidays.year(year).stream())
                .flatMap(year -> year.holidays().stream())
                .toList();
        List<Day> days = new ArrayList<>();
        Instant taken = Instant.MIN;
        // The eve as well: its last shift may reach into the first day.
        for (LocalDate date = from.minusDays(1); date.isBefore(until); date = date.plusDays(1)) {
            Day day = day(pattern, off, date, taken);
            for (Said said : day.said()) {
                taken = said.during().to();
            }
            if (!date.isBefore(from)) {
                days.add(day);
            }
        }
        return days;
    }

    private static Day day(WeeklyPattern pattern, List<Holidays.Holiday> holidays, LocalDate date, Instant taken) {
        if (!pattern.covers(date)) {
            return new Day(date, null, List.of());
        }
        List<WeeklyPattern.Exception> different = pattern.exceptions().stream()
                .filter(exception -> exception.covers(date))
                .toList();
        if (!different.isEmpty()) {
            WeeklyPattern.Exception first = different.get(0);
            // Several hours on one day are several exceptions; a closed one that comes first closes the day.
            List<TimeWindow> free = first.closed()
                    ? List.of()
                    : different.stream()
                            .flatMap(one -> span(date, one.from(), one.to(), pattern.zone()).stream())
                            .toList();
            return new Day(
                    date,
                    new Reason(first.note(), null),
                    said(date, free, first.closed() || pattern.restClosed(), pattern.zone(), first.note(), taken));
        }
        Optional<Holidays.Holiday> holiday =
                holidays.stream().filter(one -> one.covers(date)).findFirst();
        if (holiday.isPresent()) {
            boolean worked = holiday.get().worked();
            List<TimeWindow> free = worked ? week(pattern, date, DayOfWeek.MONDAY) : List.of();
            return new Day(
                    date,
                    new Reason("", holiday.get()),
                    said(
                            date,
                            free,
                            !worked || pattern.restClosed(),
                            pattern.zone(),
                            holiday.get().nameZh(),
                            taken));
        }
        return new Day(
                date,
                null,
                said(date, week(pattern, date, date.getDayOfWeek()), pattern.restClosed(), pattern.zone(), "", taken));
    }

    private static List<TimeWindow> week(WeeklyPattern pattern, LocalDate date, DayOfWeek like) {
        return pattern.hours().stream()
                .filter(hours -> hours.days().contains(like))
                .flatMap(hours -> span(date, hours.from(), hours.to(), pattern.zone()).stream())
                .toList();
    }

    /** Free windows by time, none over another nor over what the eve took, and the rest of the day closed if it is. */
    private static List<Said> said(
            LocalDate date, List<TimeWindow> free, boolean restClosed, ZoneId zone, String note, Instant taken) {
        List<Said> said = new ArrayList<>();
        Instant end = taken;
        for (TimeWindow window : merged(free)) {
            Instant from = window.from().isBefore(end) ? end : window.from();
            if (from.isBefore(window.to())) {
                said.add(new Said(new TimeWindow(from, window.to()), Availability.FREE, note));
                end = window.to();
            }
        }
        if (restClosed) {
            Instant start = moment(date.atStartOfDay(), zone, false);
            Instant midnight = moment(date.plusDays(1).atStartOfDay(), zone, false);
            start = start.isBefore(taken) ? taken : start;
            if (start.isBefore(midnight)) {
                List<TimeWindow> open = said.stream().map(Said::during).toList();
                Timetable.without(new TimeWindow(start, midnight), open)
                        .forEach(part -> said.add(new Said(part, Availability.NOT_FREE, note)));
            }
        }
        return said.stream()
                .sorted(Comparator.comparing(one -> one.during().from()))
                .toList();
    }

    private static List<TimeWindow> merged(List<TimeWindow> windows) {
        List<TimeWindow> merged = new ArrayList<>();
        windows.stream().sorted(Comparator.comparing(TimeWindow::from)).forEach(next -> {
            int last = merged.size() - 1;
            if (last >= 0 && !next.from().isAfter(merged.get(last).to())) {
                TimeWindow before = merged.get(last);
                merged.set(
                        last, new TimeWindow(before.from(), before.to().isAfter(next.to()) ? before.to() : next.to()));
            } else {
                merged.add(next);
            }
        });
        return merged;
    }

    private static Stream<TimeWindow> stream(Instant from, Instant to) {
        return from.isBefore(to) ? Stream.of(new TimeWindow(from, to)) : Stream.empty();
    }

    private static List<TimeWindow> span(
            LocalDate date, @Nullable LocalTime from, @Nullable LocalTime to, ZoneId zone) {
        if (from == null || to == null) {
            return List.of();
        }
        LocalDate endDate = to.isAfter(from) ? date : date.plusDays(1);
        return stream(moment(date.atTime(from), zone, false), moment(endDate.atTime(to), zone, true))
                .toList();
    }

    /** The moment a clock on the wall shows this: one it skips is when it skips, one it shows twice is the first for a start, the second for an end. */
    static Instant moment(LocalDateTime wall, ZoneId zone, boolean end) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(wall);
        if (transition != null && transition.isGap()) {
            return transition.getInstant();
        }
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(wall);
        return wall.toInstant(offsets.get(end ? offsets.size() - 1 : 0));
    }
}
