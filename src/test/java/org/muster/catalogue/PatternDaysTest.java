package org.muster.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.muster.catalogue.PatternDays.Said;
import org.muster.reference.Holidays;
import org.muster.shared.TimeWindow;

class PatternDaysTest {

    private static final Holidays HOLIDAYS = new Holidays();
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate MONDAY = LocalDate.of(2026, 9, 14);
    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    @Test
    void five_days_by_twelve_hours_are_five_windows_a_week() {
        List<Said> week = said(daily(WORKDAYS, "08:00", "20:00"), MONDAY, MONDAY.plusWeeks(1));
        assertThat(week).hasSize(5).allSatisfy(one -> {
            assertThat(one.availability()).isEqualTo(Availability.FREE);
            assertThat(one.during().length()).isEqualTo(Duration.ofHours(12));
        });
    }

    @Test
    void a_holiday_closes_its_days_and_a_weekend_worked_in_return_takes_mondays_hours() {
        WeeklyPattern pattern = with(daily(WORKDAYS, "08:00", "20:00"), List.of(), 2026);
        List<PatternDays.Day> days =
                PatternDays.of(pattern, HOLIDAYS, LocalDate.of(2026, 9, 20), LocalDate.of(2026, 10, 12));
        assertThat(on(days, "2026-09-20").said()).extracting(Said::availability).containsExactly(Availability.FREE);
        for (LocalDate day = LocalDate.of(2026, 10, 1);
                day.isBefore(LocalDate.of(2026, 10, 8));
                day = day.plusDays(1)) {
            assertThat(on(days, day.toString()).said()).singleElement().satisfies(one -> {
                assertThat(one.availability()).isEqualTo(Availability.NOT_FREE);
                assertThat(one.during().length()).isEqualTo(Duration.ofDays(1));
            });
        }
        assertThat(on(days, "2026-10-10").said()).extracting(Said::availability).containsExactly(Availability.FREE);
        assertThat(on(days, "2026-10-11").said()).isEmpty();
    }

    @Test
    void an_exception_comes_before_a_holiday() {
        WeeklyPattern pattern = with(
                daily(WORKDAYS, "08:00", "20:00"),
                List.of(exception("2026-10-02", "2026-10-02", "09:00", "12:00")),
                2026);
        List<PatternDays.Day> days =
                PatternDays.of(pattern, HOLIDAYS, LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 4));
        assertThat(on(days, "2026-10-02").said()).singleElement().satisfies(one -> {
            assertThat(one.availability()).isEqualTo(Availability.FREE);
            assertThat(one.during().length()).isEqualTo(Duration.ofHours(3));
        });
        assertThat(on(days, "2026-10-03").said()).extracting(Said::availability).containsExactly(Availability.NOT_FREE);
    }

    @Test
    void a_year_without_a_notice_has_its_fixed_days_and_works_no_weekend() {
        Holidays.Year year = HOLIDAYS.year(2027).orElseThrow();
        assertThat(year.announced()).isFalse();
        assertThat(year.holidays()).noneMatch(Holidays.Holiday::worked);
        assertThat(year.holidays()).anyMatch(one -> one.covers(LocalDate.of(2027, 2, 6)));
    }

    @Test
    void a_shift_past_midnight_belongs_to_the_day_it_begins_on() {
        List<Said> week = said(daily(Set.of(DayOfWeek.FRIDAY), "20:00", "04:00"), MONDAY, MONDAY.plusWeeks(1));
        assertThat(week).singleElement().satisfies(one -> {
            assertThat(one.during().from().atZone(SHANGHAI).getDayOfWeek()).isEqualTo(DayOfWeek.FRIDAY);
            assertThat(one.during().length()).isEqualTo(Duration.ofHours(8));
        });
    }

    @Test
    void round_the_clock_is_one_window_a_day_and_they_join_without_a_gap() {
        List<Said> week = said(daily(EnumSet.allOf(DayOfWeek.class), "00:00", "00:00"), MONDAY, MONDAY.plusWeeks(1));
        assertThat(week).hasSize(7);
        for (int day = 1; day < 7; day++) {
            assertThat(week.get(day).during().from())
                    .isEqualTo(week.get(day - 1).during().to());
        }
    }

    @Test
    void closing_the_rest_covers_every_moment_once() {
        WeeklyPattern pattern = new WeeklyPattern(
                BERLIN,
                MONDAY,
                null,
                true,
                List.of(
                        new WeeklyPattern.Hours(WORKDAYS, LocalTime.of(6, 0), LocalTime.of(14, 0)),
                        new WeeklyPattern.Hours(WORKDAYS, LocalTime.of(12, 0), LocalTime.of(3, 0))),
                List.of(),
                new TreeSet<>());
        List<Said> said = said(pattern, MONDAY, MONDAY.plusWeeks(8));
        for (int at = 1; at < said.size(); at++) {
            assertThat(said.get(at).during().from())
                    .isEqualTo(said.get(at - 1).during().to());
        }
    }

    @Test
    void making_it_in_steps_comes_to_the_same_as_at_once() {
        WeeklyPattern pattern = with(daily(WORKDAYS, "20:00", "06:00"), List.of(), 2026);
        List<Said> once = said(pattern, MONDAY, MONDAY.plusWeeks(6));
        List<Said> steps = new ArrayList<>();
        for (int week = 0; week < 6; week++) {
            steps.addAll(said(pattern, MONDAY.plusWeeks(week), MONDAY.plusWeeks(week + 1)));
        }
        assertThat(steps).isEqualTo(once);
    }

    @Test
    void the_night_of_a_clock_change_has_the_hours_it_has() {
        WeeklyPattern nights = new WeeklyPattern(
                BERLIN,
                LocalDate.of(2026, 3, 1),
                null,
                false,
                List.of(new WeeklyPattern.Hours(
                        EnumSet.allOf(DayOfWeek.class), LocalTime.of(22, 0), LocalTime.of(6, 0))),
                List.of(),
                new TreeSet<>());
        assertThat(length(nights, LocalDate.of(2026, 3, 28))).isEqualTo(Duration.ofHours(7));
        assertThat(length(nights, LocalDate.of(2026, 10, 24))).isEqualTo(Duration.ofHours(9));
        assertThat(length(nights, LocalDate.of(2026, 6, 24))).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void a_pattern_takes_back_only_its_own_and_nothing_that_is_promised() {
        Instant now = MONDAY.atStartOfDay(SHANGHAI).toInstant();
        var byHand = kept(now, 24, 30, false);
        var running = kept(now, -2, 3, true);
        var held = kept(now, 48, 60, true);
        var old = kept(now, 72, 80, true);
        List<Said> week = said(daily(EnumSet.allOf(DayOfWeek.class), "08:00", "20:00"), MONDAY, MONDAY.plusWeeks(1));
        PatternPlan plan = PatternPlan.of(
                List.of(byHand, running, held, old), week, Set.of(held.window().id()), now);
        assertThat(plan.change().gone()).containsExactly(old);
        assertThat(plan.promised()).isEqualTo(1);
        assertThat(plan.change().come())
                .noneMatch(come -> List.of(byHand, running, held).stream()
                        .anyMatch(kept -> kept.during().overlaps(come.during())));
    }

    @Test
    void the_same_pattern_again_changes_nothing() {
        Instant now = MONDAY.atStartOfDay(SHANGHAI).toInstant();
        List<Said> week = said(daily(WORKDAYS, "08:00", "20:00"), MONDAY, MONDAY.plusWeeks(1));
        PatternPlan first = PatternPlan.of(List.of(), week, Set.of(), now);
        PatternPlan again = PatternPlan.of(first.change().come(), week, Set.of(), now);
        assertThat(first.change().come()).hasSize(5);
        assertThat(again.change().nothing()).isTrue();
        assertThat(again.again()).hasSize(5);
    }

    private static Timetable.Kept kept(Instant now, int fromHours, int toHours, boolean fromPattern) {
        return new Timetable.Kept(
                new CapacityWindow(
                        UUID.randomUUID(),
                        new TimeWindow(now.plus(Duration.ofHours(fromHours)), now.plus(Duration.ofHours(toHours))),
                        Availability.FREE,
                        ""),
                fromPattern);
    }

    private static Duration length(WeeklyPattern pattern, LocalDate day) {
        return said(pattern, day, day.plusDays(1)).get(0).during().length();
    }

    private static List<Said> said(WeeklyPattern pattern, LocalDate from, LocalDate until) {
        return PatternDays.of(pattern, HOLIDAYS, from, until).stream()
                .flatMap(day -> day.said().stream())
                .sorted(Comparator.comparing(one -> one.during().from()))
                .toList();
    }

    private static PatternDays.Day on(List<PatternDays.Day> days, String date) {
        return days.stream()
                .filter(day -> day.date().equals(LocalDate.parse(date)))
                .findFirst()
                .orElseThrow();
    }

    private static WeeklyPattern daily(Set<DayOfWeek> days, String from, String to) {
        return new WeeklyPattern(
                SHANGHAI,
                LocalDate.of(2026, 1, 1),
                null,
                false,
                List.of(new WeeklyPattern.Hours(days, LocalTime.parse(from), LocalTime.parse(to))),
                List.of(),
                new TreeSet<>());
    }

    private static WeeklyPattern with(WeeklyPattern pattern, List<WeeklyPattern.Exception> exceptions, int year) {
        return new WeeklyPattern(
                pattern.zone(),
                pattern.starts(),
                pattern.ends(),
                pattern.restClosed(),
                pattern.hours(),
                exceptions,
                new TreeSet<>(Set.of(year)));
    }

    private static WeeklyPattern.Exception exception(
            String first, String last, @Nullable String from, @Nullable String to) {
        return new WeeklyPattern.Exception(
                LocalDate.parse(first),
                LocalDate.parse(last),
                from == null ? null : LocalTime.parse(from),
                to == null ? null : LocalTime.parse(to),
                "");
    }
}
