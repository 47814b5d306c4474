package org.muster.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.catalogue.Suppliers.aMaskLine;
import static org.muster.catalogue.Suppliers.accepted;
import static org.muster.catalogue.Suppliers.refused;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.identity.Actor;
import org.muster.shared.ListingId;

@QuarkusTest
class TimetablesTest {

    @Inject
    Timetables timetables;

    @Inject
    Catalogue catalogue;

    @Inject
    Suppliers suppliers;

    @Inject
    Clock clock;

    private Actor supplier = Actor.visitor();
    private ListingId line = ListingId.create();

    @BeforeEach
    void a_published_line() {
        supplier = suppliers.aSupplier();
        line = suppliers.published(supplier, aMaskLine("口罩线").build());
    }

    @Test
    void a_stretch_cuts_the_window_it_lies_in() {
        say(2, 9, Availability.FREE);
        say(4, 5, Availability.NOT_FREE);
        assertThat(windows())
                .extracting(CapacityWindow::during)
                .containsExactly(suppliers.daysFromNow(2, 4), suppliers.daysFromNow(4, 5), suppliers.daysFromNow(5, 9));
        assertThat(windows())
                .extracting(CapacityWindow::availability)
                .containsExactly(Availability.FREE, Availability.NOT_FREE, Availability.FREE);
    }

    @Test
    void a_stretch_joins_what_it_fills_the_gap_of() {
        say(2, 4, Availability.FREE);
        say(5, 9, Availability.FREE);
        say(4, 5, Availability.FREE);
        assertThat(windows()).extracting(CapacityWindow::during).containsExactly(suppliers.daysFromNow(2, 9));
    }

    @Test
    void what_was_said_can_be_taken_back() {
        say(2, 9, Availability.FREE);
        say(3, 4, null);
        assertThat(windows())
                .extracting(CapacityWindow::during)
                .containsExactly(suppliers.daysFromNow(2, 3), suppliers.daysFromNow(4, 9));
    }

    @Test
    void of_several_stretches_all_are_said_or_none() {
        assertThat(refused(timetables.say(
                        supplier,
                        line,
                        List.of(suppliers.daysFromNow(2, 3), suppliers.daysFromNow(-9, -8)),
                        Availability.FREE,
                        "",
                        clock.instant())))
                .containsExactly("catalogue.window_over");
        assertThat(windows()).isEmpty();
    }

    @Test
    void the_index_hears_of_it() {
        long before = catalogue.documents(List.of(line)).get(0).revision();
        say(2, 9, Availability.FREE);
        ListingDocument after = catalogue.documents(List.of(line)).get(0);
        assertThat(after.revision()).isGreaterThan(before);
        assertThat(after.freeWindows()).containsExactly(suppliers.daysFromNow(2, 9));
    }

    @Test
    void of_another_organisation_nothing_can_be_said() {
        Actor other = suppliers.aSupplier();
        assertThat(refused(timetables.say(
                        other, line, List.of(suppliers.daysFromNow(2, 3)), Availability.FREE, "", clock.instant())))
                .containsExactly(Catalogue.NOT_FOUND);
        assertThat(refused(timetables.follow(other, line, nights(), clock.instant())))
                .containsExactly(Catalogue.NOT_FOUND);
        assertThat(timetables.pattern(other, line)).isEmpty();
        assertThat(timetables.windows(other, line, suppliers.daysFromNow(0, 30)))
                .isEmpty();
    }

    @Test
    void a_preview_changes_nothing_and_saving_makes_just_that() {
        Instant now = clock.instant();
        PatternPreview preview = accepted(timetables.preview(supplier, line, days(), now));
        assertThat(windows()).isEmpty();
        accepted(timetables.follow(supplier, line, days(), now));
        assertThat(windows()).hasSize(preview.added());
        assertThat(timetables.pattern(supplier, line)).contains(days());
        PatternPreview again = accepted(timetables.preview(supplier, line, days(), now));
        assertThat(again.added()).isZero();
        assertThat(again.removed()).isZero();
    }

    @Test
    void a_changed_pattern_takes_its_own_back_and_leaves_what_was_set_by_hand() {
        say(3, 4, Availability.NOT_FREE);
        accepted(timetables.follow(supplier, line, days(), clock.instant()));
        accepted(timetables.follow(supplier, line, nights(), clock.instant()));
        assertThat(windows())
                .filteredOn(window -> window.during().overlaps(suppliers.daysFromNow(3, 4)))
                .extracting(CapacityWindow::during)
                .containsExactly(suppliers.daysFromNow(3, 4));
        assertThat(windows())
                .filteredOn(window -> window.availability() == Availability.FREE
                        && window.during().from().isAfter(clock.instant().plus(Duration.ofDays(5))))
                .allSatisfy(window -> assertThat(
                                window.during().from().atZone(Weeks.ZONE).getHour())
                        .isEqualTo(22));
        accepted(timetables.stopFollowing(supplier, line, clock.instant()));
        assertThat(windows()).extracting(CapacityWindow::availability).contains(Availability.NOT_FREE);
        assertThat(windows())
                .noneMatch(window -> window.availability() == Availability.FREE
                        && window.during().from().isAfter(clock.instant()));
    }

    @Test
    void windows_reach_on_as_time_goes_on_without_counting_as_the_suppliers_word() {
        Instant now = clock.instant();
        accepted(timetables.follow(supplier, line, days(), now));
        Instant last = end();
        Instant confirmed = catalogue.view(supplier, line, now).orElseThrow().lastConfirmedAt();
        Instant later = now.plus(Duration.ofDays(15));
        assertThat(timetables.toExtend(10_000, now)).doesNotContain(line);
        assertThat(timetables.toExtend(10_000, later)).contains(line);
        timetables.extend(line, later);
        assertThat(Duration.between(last, end())).isEqualTo(Duration.ofDays(14));
        assertThat(timetables.toExtend(10_000, later)).doesNotContain(line);
        assertThat(catalogue.view(supplier, line, now).orElseThrow().lastConfirmedAt())
                .isEqualTo(confirmed);
    }

    @Test
    void a_pattern_says_some_hours_on_some_days() {
        WeeklyPattern empty =
                new WeeklyPattern(Weeks.ZONE, today(), null, false, List.of(), List.of(), new TreeSet<>());
        assertThat(refused(timetables.preview(supplier, line, empty, clock.instant())))
                .containsExactly("catalogue.pattern_without_hours");
        WeeklyPattern over = new WeeklyPattern(
                Weeks.ZONE,
                today().minusDays(9),
                today().minusDays(2),
                false,
                days().hours(),
                List.of(),
                new TreeSet<>());
        assertThat(refused(timetables.follow(supplier, line, over, clock.instant())))
                .containsExactly("catalogue.pattern_over");
    }

    private WeeklyPattern days() {
        return pattern(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), "08:00", "20:00");
    }

    private WeeklyPattern nights() {
        return pattern(EnumSet.allOf(DayOfWeek.class), "22:00", "06:00");
    }

    private WeeklyPattern pattern(Set<DayOfWeek> days, String from, String to) {
        return new WeeklyPattern(
                Weeks.ZONE,
                today(),
                null,
                false,
                List.of(new WeeklyPattern.Hours(days, LocalTime.parse(from), LocalTime.parse(to))),
                List.of(new WeeklyPattern.Exception(
                        today().plusDays(2),
                        today().plusDays(2),
                        LocalTime.of(22, 0),
                        LocalTime.of(23, 0),
                        UUID.nameUUIDFromBytes(from.getBytes(StandardCharsets.UTF_8))
                                .toString())),
                new TreeSet<>(Set.of(2026, 2027)));
    }

    private LocalDate today() {
        return clock.instant().atZone(Weeks.ZONE).toLocalDate();
    }

    private Instant end() {
        List<CapacityWindow> windows = timetables.windows(supplier, line, suppliers.daysFromNow(0, 300));
        return windows.get(windows.size() - 1).during().to();
    }

    private void say(int from, int to, @Nullable Availability availability) {
        accepted(timetables.say(
                supplier, line, List.of(suppliers.daysFromNow(from, to)), availability, "", clock.instant()));
    }

    private List<CapacityWindow> windows() {
        return catalogue.own(supplier, line, clock.instant()).orElseThrow().windows();
    }
}
