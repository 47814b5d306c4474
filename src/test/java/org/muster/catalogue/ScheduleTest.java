package org.muster.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.catalogue.Availability.FREE;
import static org.muster.catalogue.Availability.NOT_FREE;
import static org.muster.catalogue.Availability.UNKNOWN;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.muster.shared.TimeWindow;

class ScheduleTest {

    /** A Wednesday, noon in China. */
    private static final Instant NOW = Instant.parse("2026-11-25T04:00:00Z");

    @Test
    void without_windows_the_declared_word_counts() {
        for (Availability declared : Availability.values()) {
            assertThat(new Schedule(List.of(), declared).availability(NOW)).isEqualTo(declared);
        }
    }

    @Test
    void windows_that_are_over_say_nothing_any_more() {
        Schedule schedule = new Schedule(List.of(window("2026-11-01", "2026-11-10", FREE)), NOT_FREE);
        assertThat(schedule.availability(NOW)).isEqualTo(NOT_FREE);
        assertThat(schedule.freeFrom(NOW)).isEmpty();
    }

    @Test
    void a_free_window_ahead_makes_it_free_whatever_was_declared() {
        Schedule schedule = new Schedule(
                List.of(window("2026-11-24", "2026-12-01", NOT_FREE), window("2026-12-05", "2026-12-08", FREE)),
                NOT_FREE);
        assertThat(schedule.availability(NOW)).isEqualTo(FREE);
        assertThat(schedule.freeFrom(NOW)).contains(midnight("2026-12-05"));
    }

    @Test
    void only_taken_windows_make_it_not_free_and_a_doubt_makes_it_unknown() {
        assertThat(new Schedule(List.of(window("2026-11-24", "2026-12-01", NOT_FREE)), FREE).availability(NOW))
                .isEqualTo(NOT_FREE);
        assertThat(new Schedule(
                                List.of(
                                        window("2026-11-24", "2026-12-01", NOT_FREE),
                                        window("2026-12-01", "2026-12-03", UNKNOWN)),
                                FREE)
                        .availability(NOW))
                .isEqualTo(UNKNOWN);
    }

    @Test
    void what_is_free_already_is_free_from_now_on() {
        assertThat(new Schedule(List.of(window("2026-11-20", "2026-12-01", FREE)), UNKNOWN).freeFrom(NOW))
                .contains(NOW);
    }

    @Test
    void adjoining_free_windows_are_one_stretch() {
        Schedule schedule = new Schedule(
                List.of(
                        window("2026-12-03", "2026-12-07", FREE),
                        window("2026-12-01", "2026-12-03", FREE),
                        window("2026-12-09", "2026-12-10", FREE)),
                UNKNOWN);
        assertThat(schedule.freeWindows(NOW))
                .containsExactly(
                        new TimeWindow(midnight("2026-12-01"), midnight("2026-12-07")),
                        new TimeWindow(midnight("2026-12-09"), midnight("2026-12-10")));
    }

    @Test
    void weeks_run_from_monday_in_china_and_the_first_counts_from_now() {
        Schedule schedule = new Schedule(
                List.of(
                        window("2026-11-25", "2026-12-07", FREE),
                        window("2026-12-08", "2026-12-09", FREE),
                        window("2026-12-14", "2026-12-21", NOT_FREE)),
                UNKNOWN);
        assertThat(schedule.weeks(NOW))
                .containsExactly(
                        WeekState.FREE,
                        WeekState.FREE,
                        WeekState.PARTLY,
                        WeekState.NOT_FREE,
                        WeekState.UNKNOWN,
                        WeekState.UNKNOWN,
                        WeekState.UNKNOWN,
                        WeekState.UNKNOWN);
    }

    @Test
    void a_window_widens_to_whole_weeks_and_no_further() {
        TimeWindow midweek = new TimeWindow(midnight("2026-12-02"), midnight("2026-12-04"));
        TimeWindow week = new TimeWindow(midnight("2026-11-30"), midnight("2026-12-07"));
        assertThat(Weeks.widened(midweek)).isEqualTo(week);
        assertThat(Weeks.widened(week)).isEqualTo(week);
    }

    @Test
    void silence_ages_a_listing_step_by_step() {
        assertThat(Freshness.of(NOW, NOW)).isEqualTo(Freshness.FRESH);
        assertThat(Freshness.of(NOW.minus(Freshness.FRESH.upTo()), NOW)).isEqualTo(Freshness.FRESH);
        assertThat(Freshness.of(NOW.minus(Freshness.FRESH.upTo()).minusSeconds(1), NOW))
                .isEqualTo(Freshness.AGEING);
        assertThat(Freshness.of(NOW.minus(Freshness.AGEING.upTo()).minusSeconds(1), NOW))
                .isEqualTo(Freshness.STALE);
        assertThat(Freshness.of(NOW.minus(Freshness.STALE.upTo()).minusSeconds(1), NOW))
                .isEqualTo(Freshness.SILENT);
        assertThat(Freshness.of(Instant.parse("2020-01-31T00:00:00Z"), NOW)).isEqualTo(Freshness.SILENT);
    }

    @Test
    void what_is_taken_is_cut_out_of_what_is_free() {
        Schedule schedule = new Schedule(
                List.of(window("2026-11-26", "2026-12-04", FREE)),
                UNKNOWN,
                taken(stretch("2026-11-29", "2026-11-30"), stretch("2026-11-26", "2026-11-27")));
        assertThat(schedule.freeWindows(NOW))
                .containsExactly(stretch("2026-11-27", "2026-11-29"), stretch("2026-11-30", "2026-12-04"));
        assertThat(schedule.takenWindows(NOW))
                .containsExactly(stretch("2026-11-26", "2026-11-27"), stretch("2026-11-29", "2026-11-30"));
        assertThat(schedule.availability(NOW)).isEqualTo(FREE);
    }

    @Test
    void taken_throughout_it_is_not_free_but_unknown_where_nobody_knows() {
        Taken all = taken(stretch("2026-11-24", "2026-12-04"));
        assertThat(new Schedule(List.of(window("2026-11-24", "2026-12-04", FREE)), UNKNOWN, all).availability(NOW))
                .isEqualTo(NOT_FREE);
        assertThat(new Schedule(
                                List.of(
                                        window("2026-11-24", "2026-12-04", FREE),
                                        window("2026-12-04", "2026-12-06", UNKNOWN)),
                                FREE,
                                all)
                        .availability(NOW))
                .isEqualTo(UNKNOWN);
    }

    @Test
    void a_lot_of_which_nothing_is_left_is_not_free_whatever_was_declared() {
        Schedule schedule = new Schedule(List.of(), FREE, new Taken(List.of(), BigDecimal.ZERO));
        assertThat(schedule.availability(NOW)).isEqualTo(NOT_FREE);
        assertThat(new Schedule(List.of(), FREE, new Taken(List.of(), BigDecimal.ONE)).availability(NOW))
                .isEqualTo(FREE);
    }

    private static Taken taken(TimeWindow... stretches) {
        return new Taken(List.of(stretches), null);
    }

    private static TimeWindow stretch(String from, String to) {
        return window(from, to, FREE).during();
    }

    private static CapacityWindow window(String from, String to, Availability availability) {
        return new CapacityWindow(UUID.randomUUID(), new TimeWindow(midnight(from), midnight(to)), availability, "");
    }

    private static Instant midnight(String day) {
        return LocalDate.parse(day).atStartOfDay(Weeks.ZONE).toInstant();
    }
}
