package org.muster.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.reservation.Market.CHINA;
import static org.muster.reservation.Market.because;
import static org.muster.reservation.Market.done;
import static org.muster.reservation.Market.rate;
import static org.muster.reservation.Market.refused;
import static org.muster.reservation.Market.wish;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.ListingDraft;
import org.muster.catalogue.SupplyMode;
import org.muster.identity.Actor;
import org.muster.shared.ListingId;
import org.muster.shared.Outcome;
import org.muster.shared.Quantity;
import org.muster.shared.TimeWindow;

/** So much of a line's output: each day is a pool of its own. */
@QuarkusTest
class OutputTest {

    @Inject
    Reservations reservations;

    @Inject
    Catalogue catalogue;

    @Inject
    Market market;

    private Actor supplier = Actor.visitor();
    private Actor buyer = Actor.visitor();
    private ListingId line = ListingId.create();

    @BeforeEach
    void a_line_making_a_thousand_a_day() {
        supplier = market.somebody();
        buyer = market.somebody();
        line = market.aLineMaking(supplier, "1000", "piece");
    }

    @Test
    void the_earliest_days_are_used_first() {
        HoldView hold = market.held(buyer, rate(line, "2500", "piece", market.days(1, 6)));
        assertThat(hold.claims().get(0).days()).containsExactly(share(1, "1000"), share(2, "1000"), share(3, "500"));
        HoldView next = market.held(market.somebody(), rate(line, "1000", "piece", market.days(1, 6)));
        assertThat(next.claims().get(0).days()).containsExactly(share(3, "500"), share(4, "500"));
    }

    @Test
    void what_is_left_of_each_day_is_told() {
        market.held(buyer, rate(line, "1500", "piece", market.days(1, 3)));
        SortedMap<LocalDate, BigDecimal> left = Objects.requireNonNull(reservations
                .outputOfDays(List.of(line), market.days(1, 4), market.now())
                .get(line));
        assertThat(left.values().stream().map(BigDecimal::intValueExact)).containsExactly(0, 500, 1000);
        catalogue.pause(supplier, line, market.now());
        assertThat(reservations.outputOfDays(List.of(line), market.days(1, 4), market.now()))
                .as("of what is not published nothing is told")
                .isEmpty();
    }

    @Test
    void more_than_the_days_can_make_is_refused_whole() {
        market.held(buyer, rate(line, "500", "piece", market.days(1, 2)));
        Outcome<HoldView> outcome =
                reservations.hold(buyer, wish(rate(line, "2600", "piece", market.days(1, 4))), market.now());
        assertThat(refused(outcome)).containsExactly("reservation.not_enough_left_in_days");
        assertThat(outcome.reasons().get(0).args()).containsExactly(Quantity.of("2500", "piece"));
        market.held(buyer, rate(line, "2500", "piece", market.days(1, 4)));
    }

    @Test
    void two_lines_of_a_request_share_the_days() {
        assertThat(refused(reservations.hold(
                        buyer,
                        wish(
                                rate(line, "800", "piece", market.days(1, 2)),
                                rate(line, "300", "piece", market.days(1, 2))),
                        market.now())))
                .containsExactly("reservation.not_enough_in_days");
    }

    @Test
    void days_are_whole() {
        TimeWindow shifted = new TimeWindow(
                market.days(1, 2).from().plus(Duration.ofHours(8)),
                market.days(1, 2).to().plus(Duration.ofHours(8)));
        assertThat(refused(reservations.hold(buyer, wish(rate(line, "10", "piece", shifted)), market.now())))
                .containsExactly("reservation.time_not_whole_days");
    }

    @Test
    void a_day_that_is_free_for_half_its_working_time_gives_half() {
        ListingId part = market.listed(supplier, aLine().hoursPerDay(new BigDecimal("8")));
        TimeWindow day = market.days(2, 3);
        market.open(supplier, part, new TimeWindow(day.from(), day.from().plus(Duration.ofHours(2))));
        market.open(
                supplier,
                part,
                new TimeWindow(day.from().plus(Duration.ofHours(20)), day.from().plus(Duration.ofHours(22))));
        assertThat(refused(reservations.hold(buyer, wish(rate(part, "501", "piece", day)), market.now())))
                .containsExactly("reservation.not_enough_left_in_days");
        market.held(buyer, rate(part, "500", "piece", day));
    }

    @Test
    void free_time_opened_later_makes_the_day_larger() {
        ListingId part = market.listed(supplier, aLine().hoursPerDay(new BigDecimal("8")));
        TimeWindow day = market.days(2, 3);
        market.open(supplier, part, new TimeWindow(day.from(), day.from().plus(Duration.ofHours(4))));
        market.held(buyer, rate(part, "400", "piece", day));
        market.open(supplier, part, new TimeWindow(day.from().plus(Duration.ofHours(4)), day.to()));
        market.held(buyer, rate(part, "600", "piece", day));
        assertThat(refused(reservations.hold(buyer, wish(rate(part, "1", "piece", day)), market.now())))
                .containsExactly("reservation.not_enough_left_in_days");
    }

    @Test
    void a_window_under_a_promised_day_cannot_be_closed() {
        ListingId small = market.listed(supplier, aLine());
        UUID window = market.open(supplier, small, market.days(1, 5));
        HoldView hold = market.held(buyer, rate(small, "10", "piece", market.days(2, 3)));
        assertThat(refused(catalogue.closeWindow(supplier, small, window, market.now())))
                .containsExactly("reservation.window_promised");
        done(reservations.release(buyer, hold.id(), because(""), market.now()));
        done(catalogue.closeWindow(supplier, small, window, market.now()));
    }

    @Test
    void the_latest_days_are_given_back_first() {
        HoldView hold = market.held(buyer, rate(line, "2500", "piece", market.days(1, 6)));
        HoldView less = done(reservations.reduce(
                buyer,
                hold.id(),
                hold.claims().get(0).id(),
                new Smaller.To(Quantity.of("1200", "piece")),
                because(""),
                market.now()));
        assertThat(less.claims().get(0).days()).containsExactly(share(1, "1000"), share(2, "200"));
        assertThat(reservations.proof().differences()).isEmpty();
    }

    @Test
    void what_is_taken_of_each_day_is_shown_without_saying_by_whom() {
        market.held(buyer, rate(line, "1500", "piece", market.days(1, 6)));
        assertThat(reservations.occupied(List.of(line), market.days(0, 10), market.now()))
                .extracting(Occupied::quantity)
                .containsExactly(Quantity.of("1000", "piece"), Quantity.of("500", "piece"));
    }

    private DayShare share(int day, String pieces) {
        LocalDate date = market.days(day, day + 1).from().atZone(CHINA).toLocalDate();
        return new DayShare(date, Quantity.of(pieces, "piece"));
    }

    private static ListingDraft.Builder aLine() {
        return ListingDraft.line("口罩产能")
                .products(List.of("医用口罩"))
                .supplyMode(SupplyMode.PROCESSING)
                .quantity(Quantity.of("1000", "piece"));
    }
}
