package org.muster.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.catalogue.Suppliers.aMaskLine;
import static org.muster.catalogue.Suppliers.accepted;
import static org.muster.catalogue.Suppliers.refused;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.identity.Actor;
import org.muster.shared.ListingId;
import org.muster.shared.TimeWindow;

@QuarkusTest
class CapacityWindowsTest {

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
    void an_overlap_is_refused_and_says_with_what() {
        open(2, 5, Availability.FREE);
        assertThat(refused(catalogue.openWindow(
                        supplier, line, suppliers.daysFromNow(4, 6), Availability.NOT_FREE, "", clock.instant())))
                .containsExactly("catalogue.window_overlaps");
        assertThat(windows()).hasSize(1);
    }

    @Test
    void a_window_may_begin_the_moment_another_ends() {
        open(2, 5, Availability.FREE);
        open(5, 7, Availability.NOT_FREE);
        assertThat(windows()).hasSize(2);
    }

    @Test
    void of_two_people_who_open_the_same_hours_at_once_one_is_refused() throws Exception {
        TimeWindow hours = suppliers.daysFromNow(2, 3);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> opening = () -> catalogue
                    .openWindow(supplier, line, hours, Availability.FREE, "", clock.instant())
                    .isAccepted();
            List<Boolean> answers = two.invokeAll(List.of(opening, opening)).stream()
                    .map(CapacityWindowsTest::answer)
                    .toList();
            assertThat(answers).contains(true);
            assertThat(windows()).hasSize(1);
        } finally {
            two.shutdownNow();
        }
    }

    @Test
    void a_closed_window_frees_its_time_for_another() {
        UUID window = open(2, 5, Availability.FREE);
        accepted(catalogue.closeWindow(supplier, line, window, clock.instant()));
        open(3, 4, Availability.NOT_FREE);
        assertThat(windows()).extracting(CapacityWindow::availability).containsExactly(Availability.NOT_FREE);
        assertThat(catalogue.view(supplier, line, clock.instant()).orElseThrow().availability())
                .isEqualTo(Availability.NOT_FREE);
    }

    @Test
    void a_window_of_another_organisation_is_not_found() {
        UUID window = open(2, 5, Availability.FREE);
        Actor other = suppliers.aSupplier();
        assertThat(catalogue.listingOfWindow(other, window)).isEmpty();
        assertThat(catalogue.listingOfWindow(supplier, window)).contains(line);
        assertThat(refused(catalogue.closeWindow(other, line, window, clock.instant())))
                .containsExactly(Catalogue.NOT_FOUND);
        assertThat(windows()).hasSize(1);
    }

    @Test
    void what_is_over_cannot_be_opened() {
        assertThat(refused(catalogue.openWindow(
                        supplier, line, suppliers.daysFromNow(-5, -3), Availability.FREE, "", clock.instant())))
                .containsExactly("catalogue.window_over");
        assertThat(refused(catalogue.openWindow(
                        supplier, line, suppliers.daysFromNow(-5, 3), Availability.FREE, "", clock.instant())))
                .containsExactly("catalogue.window_starts_in_past");
    }

    @Test
    void an_hour_that_a_clock_change_takes_away_is_not_in_the_window() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        ZonedDateTime start = ZonedDateTime.of(2027, 3, 28, 0, 0, 0, 0, berlin);
        TimeWindow day = new TimeWindow(start.toInstant(), start.plusDays(1).toInstant());
        accepted(catalogue.openWindow(supplier, line, day, Availability.FREE, "", clock.instant()));
        assertThat(windows().get(0).during().length()).isEqualTo(Duration.ofHours(23));
        assertThat(windows().get(0).during()).isEqualTo(day);
    }

    @Test
    void opening_a_window_raises_the_revision_that_the_index_sees() {
        long before = catalogue.documents(List.of(line)).get(0).revision();
        open(2, 5, Availability.FREE);
        ListingDocument after = catalogue.documents(List.of(line)).get(0);
        assertThat(after.revision()).isGreaterThan(before);
        assertThat(after.freeWindows()).containsExactly(suppliers.daysFromNow(2, 5));
        assertThat(after.windowsEnd()).isEqualTo(suppliers.daysFromNow(2, 5).to());
    }

    private static boolean answer(Future<Boolean> future) {
        try {
            return future.get();
        } catch (Exception lostTheRaceForTheRow) {
            return false;
        }
    }

    private UUID open(int from, int to, Availability availability) {
        return accepted(catalogue.openWindow(
                supplier, line, suppliers.daysFromNow(from, to), availability, "", clock.instant()));
    }

    private List<CapacityWindow> windows() {
        Instant now = clock.instant();
        return catalogue.own(supplier, line, now).orElseThrow().windows();
    }
}
