package org.muster.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.reservation.Market.because;
import static org.muster.reservation.Market.done;
import static org.muster.reservation.Market.refused;
import static org.muster.reservation.Market.time;
import static org.muster.reservation.Market.wish;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.catalogue.Availability;
import org.muster.catalogue.Catalogue;
import org.muster.identity.Actor;
import org.muster.shared.ListingId;
import org.muster.shared.TimeWindow;

@QuarkusTest
class ExclusiveTimeTest {

    @Inject
    Reservations reservations;

    @Inject
    Catalogue catalogue;

    @Inject
    Market market;

    private Actor supplier = Actor.visitor();
    private Actor buyer = Actor.visitor();
    private Actor other = Actor.visitor();
    private ListingId line = ListingId.create();

    @BeforeEach
    void a_line_and_two_who_want_it() {
        supplier = market.somebody();
        buyer = market.somebody();
        other = market.somebody();
        line = market.aLine(supplier);
    }

    @Test
    void a_line_is_held_for_half_an_hour_unless_somebody_says_otherwise() {
        HoldView hold = market.held(buyer, time(line, market.days(1, 3)));
        assertThat(hold.state()).isEqualTo(ClaimState.HELD);
        assertThat(hold.until()).isEqualTo(hold.placedAt().plus(Duration.ofMinutes(30)));
        assertThat(hold.claims()).extracting(ClaimView::what).containsExactly(time(line, market.days(1, 3)));
        assertThat(reservations.hold(buyer, hold.id(), market.now())).contains(hold);
    }

    @Test
    void an_overlap_is_refused() {
        market.held(buyer, time(line, market.days(1, 3)));
        assertThat(refused(reservations.hold(other, wish(time(line, market.days(2, 4))), market.now())))
                .containsExactly("reservation.taken_until");
    }

    @Test
    void the_next_may_begin_the_moment_this_one_ends() {
        market.held(buyer, time(line, market.days(1, 3)));
        market.held(other, time(line, market.days(3, 4)));
    }

    @Test
    void what_was_released_can_be_had_by_others() {
        HoldView hold = market.held(buyer, time(line, market.days(1, 3)));
        HoldView released = done(reservations.release(buyer, hold.id(), because(""), market.now()));
        assertThat(released.state()).isEqualTo(ClaimState.RELEASED);
        market.held(other, time(line, market.days(1, 3)));
    }

    @Test
    void only_time_that_is_said_to_be_free_can_be_held() {
        ListingId quiet = market.listed(supplier, lineForHire());
        market.open(supplier, quiet, market.days(1, 3), Availability.FREE);
        market.open(supplier, quiet, market.days(3, 5), Availability.UNKNOWN);
        market.open(supplier, quiet, market.days(5, 7), Availability.NOT_FREE);
        for (TimeWindow notFree : List.of(market.days(2, 4), market.days(3, 4), market.days(5, 6), market.days(8, 9))) {
            assertThat(refused(reservations.hold(buyer, wish(time(quiet, notFree)), market.now())))
                    .containsExactly("reservation.not_free_then");
        }
        market.held(buyer, time(quiet, market.days(1, 3)));
    }

    @Test
    void adjoining_free_windows_are_one_stretch_of_time() {
        ListingId patched = market.listed(supplier, lineForHire());
        market.open(supplier, patched, market.days(1, 3));
        market.open(supplier, patched, market.days(3, 5));
        market.held(buyer, time(patched, market.days(2, 4)));
    }

    @Test
    void a_window_under_a_hold_cannot_be_closed() {
        ListingId small = market.listed(supplier, lineForHire());
        UUID window = market.open(supplier, small, market.days(1, 5));
        HoldView hold = market.held(buyer, time(small, market.days(2, 3)));
        assertThat(refused(catalogue.closeWindow(supplier, small, window, market.now())))
                .containsExactly("reservation.window_promised");
        done(reservations.release(buyer, hold.id(), because(""), market.now()));
        done(catalogue.closeWindow(supplier, small, window, market.now()));
        assertThat(refused(reservations.hold(buyer, wish(time(small, market.days(2, 3))), market.now())))
                .containsExactly("reservation.not_free_then");
    }

    private static org.muster.catalogue.ListingDraft.Builder lineForHire() {
        return org.muster.catalogue.ListingDraft.line("口罩线")
                .products(List.of("医用口罩"))
                .supplyMode(org.muster.catalogue.SupplyMode.LINE_FOR_HIRE);
    }
}
