package org.muster.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.muster.catalogue.Availability;
import org.muster.catalogue.CapacityWindow;
import org.muster.catalogue.web.WeekGrid.State;
import org.muster.shared.TimeWindow;

class WeekGridTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @Test
    void an_hour_shows_what_was_said_of_it_and_the_rest_is_unknown() {
        WeekGrid grid = WeekGrid.of(
                MONDAY, SHANGHAI, List.of(free("2026-11-24T08:00", "2026-11-24T12:00", SHANGHAI)), List.of());
        assertThat(slot(grid, 1, 7).state()).isEqualTo(State.UNKNOWN);
        assertThat(slot(grid, 1, 8).state()).isEqualTo(State.FREE);
        assertThat(slot(grid, 1, 8).head()).isTrue();
        assertThat(slot(grid, 1, 9).head()).isFalse();
        assertThat(slot(grid, 1, 12).state()).isEqualTo(State.UNKNOWN);
    }

    @Test
    void what_is_held_stands_before_what_is_free() {
        Instant until = at("2026-11-24T07:00", SHANGHAI);
        WeekGrid grid = WeekGrid.of(
                MONDAY,
                SHANGHAI,
                List.of(free("2026-11-24T08:00", "2026-11-24T20:00", SHANGHAI)),
                List.of(new WeekGrid.Taken(window("2026-11-24T10:00", "2026-11-24T12:30", SHANGHAI), false, until)));
        assertThat(slot(grid, 1, 9).state()).isEqualTo(State.FREE);
        assertThat(slot(grid, 1, 10).state()).isEqualTo(State.HELD);
        assertThat(slot(grid, 1, 10).until()).isEqualTo(until);
        assertThat(slot(grid, 1, 12).state()).isEqualTo(State.MIXED);
        assertThat(slot(grid, 1, 12).runs()).hasSize(2);
        assertThat(grid.days().get(1).runs()).hasSize(5);
    }

    @Test
    void the_week_in_which_the_clocks_go_forward_lacks_an_hour() {
        LocalDate monday = LocalDate.of(2026, 3, 23);
        WeekGrid grid = WeekGrid.of(monday, BERLIN, List.of(), List.of());
        assertThat(slot(grid, 6, 2).state()).isEqualTo(State.SKIPPED);
        assertThat(slot(grid, 6, 2).during()).isNull();
        assertThat(total(grid)).isEqualTo(Duration.ofHours(7 * 24 - 1));
        assertThat(WeekGrid.week(monday, BERLIN).length()).isEqualTo(total(grid));
    }

    @Test
    void the_week_in_which_the_clocks_go_back_has_an_hour_that_lasts_two() {
        LocalDate monday = LocalDate.of(2026, 10, 19);
        WeekGrid grid =
                WeekGrid.of(monday, BERLIN, List.of(free("2026-10-25T02:00", "2026-10-25T03:00", BERLIN)), List.of());
        assertThat(slot(grid, 6, 2).twice()).isTrue();
        assertThat(length(slot(grid, 6, 2))).isEqualTo(Duration.ofHours(2));
        assertThat(slot(grid, 6, 2).state()).isEqualTo(State.FREE);
        assertThat(total(grid)).isEqualTo(Duration.ofHours(7 * 24 + 1));
    }

    @Test
    void weeks_are_written_as_the_standard_has_them() {
        assertThat(IsoWeek.written(MONDAY)).isEqualTo("2026-W48");
        assertThat(IsoWeek.monday("2026-W48")).contains(MONDAY);
        assertThat(IsoWeek.monday("2026-11-26")).contains(MONDAY);
        assertThat(IsoWeek.monday("2026-W53")).contains(LocalDate.of(2026, 12, 28));
        assertThat(IsoWeek.monday("2027-W53")).isEmpty();
        assertThat(IsoWeek.monday("nonsense")).isEmpty();
    }

    private static Duration total(WeekGrid grid) {
        return grid.days().stream()
                .flatMap(day -> day.slots().stream())
                .map(WeekGridTest::length)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration length(WeekGrid.Slot slot) {
        TimeWindow during = slot.during();
        return during == null ? Duration.ZERO : during.length();
    }

    private static WeekGrid.Slot slot(WeekGrid grid, int day, int hour) {
        return grid.days().get(day).slots().get(hour);
    }

    private static CapacityWindow free(String from, String to, ZoneId zone) {
        return new CapacityWindow(UUID.randomUUID(), window(from, to, zone), Availability.FREE, "");
    }

    private static TimeWindow window(String from, String to, ZoneId zone) {
        return new TimeWindow(at(from, zone), at(to, zone));
    }

    private static Instant at(String wall, ZoneId zone) {
        return LocalDateTime.parse(wall).atZone(zone).toInstant();
    }
}
