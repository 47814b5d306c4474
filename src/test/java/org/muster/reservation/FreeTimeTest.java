package org.muster.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.reservation.Market.amount;
import static org.muster.reservation.Market.because;
import static org.muster.reservation.Market.done;
import static org.muster.reservation.Market.rate;
import static org.muster.reservation.Market.time;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.catalogue.Availability;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.ListingDraft;
import org.muster.catalogue.Sale;
import org.muster.catalogue.SupplyMode;
import org.muster.identity.Actor;
import org.muster.shared.ListingId;
import org.muster.shared.Quantity;

/** What is free, and when. */
@QuarkusTest
class FreeTimeTest {

    @Inject
    Reservations reservations;

    @Inject
    Catalogue catalogue;

    @Inject
    Market market;

    private Actor supplier = Actor.visitor();
    private Actor buyer = Actor.visitor();

    @BeforeEach
    void a_supplier_and_a_buyer() {
        supplier = market.somebody();
        buyer = market.somebody();
    }

    @Test
    void a_line_is_free_now_in_a_free_window_unless_somebody_has_it() {
        ListingId line = market.aLine(supplier);
        ListingId held = market.aLine(supplier);
        ListingId committed = market.aLine(supplier);
        ListingId later = market.listed(supplier, forHire());
        market.open(supplier, later, market.days(3, 9));
        ListingId unknown = market.listed(supplier, forHire());
        market.open(supplier, unknown, market.days(0, 9), Availability.UNKNOWN);
        HoldView hold = market.held(buyer, time(held, market.days(0, 2)));
        HoldView other = market.held(buyer, time(committed, market.days(0, 2)));
        done(reservations.commit(supplier, other.id(), because(""), market.now()));
        Map<ListingId, FreeNow> free =
                reservations.freeNow(List.of(line, held, committed, later, unknown, ListingId.create()), market.now());
        assertThat(free.values())
                .containsExactly(
                        new FreeNow(line, Sale.TIME, true, null, null),
                        new FreeNow(held, Sale.TIME, false, null, hold.until()),
                        new FreeNow(committed, Sale.TIME, false, null, null),
                        new FreeNow(later, Sale.TIME, false, null, null),
                        new FreeNow(unknown, Sale.TIME, false, null, null));
    }

    @Test
    void of_an_output_it_tells_what_is_left_of_today() {
        ListingId line = market.aLineMaking(supplier, "1000", "piece");
        market.held(buyer, rate(line, "300", "piece", market.days(0, 1)));
        assertThat(market.freeNow(line, market.now()))
                .isEqualTo(new FreeNow(line, Sale.RATE, true, Quantity.of("700", "piece"), null));
    }

    @Test
    void candidates_are_free_between_when_all_of_the_time_is() {
        ListingId free = market.aLine(supplier);
        ListingId held = market.aLine(supplier);
        ListingId touching = market.aLine(supplier);
        ListingId patched = market.listed(supplier, forHire());
        market.open(supplier, patched, market.days(4, 6));
        market.open(supplier, patched, market.days(6, 9));
        ListingId broken = market.listed(supplier, forHire());
        market.open(supplier, broken, market.days(4, 6));
        market.open(supplier, broken, market.days(7, 9));
        ListingId paused = market.aLine(supplier);
        done(catalogue.pause(supplier, paused, market.now()));
        market.held(buyer, time(held, market.days(6, 7)));
        market.held(buyer, time(touching, market.days(8, 9)));
        market.held(buyer, time(touching, market.days(4, 5)));
        List<ListingId> all = List.of(held, patched, broken, touching, paused, free);
        assertThat(reservations.freeBetween(all, market.days(5, 8), market.now()))
                .containsExactly(patched, touching, free);
    }

    @Test
    void stock_and_output_are_candidates_while_something_is_left() {
        ListingId stock = market.aStock(supplier, "10", "tonne");
        ListingId gone = market.aStock(supplier, "10", "tonne");
        ListingId output = market.aLineMaking(supplier, "1000", "piece");
        ListingId used = market.aLineMaking(supplier, "1000", "piece");
        market.held(buyer, amount(gone, "10", "tonne"), rate(used, "1000", "piece", market.days(2, 3)));
        assertThat(reservations.freeBetween(List.of(used, output, gone, stock), market.days(2, 3), market.now()))
                .containsExactly(output, stock);
        assertThat(reservations.freeBetween(List.of(used), market.days(2, 4), market.now()))
                .containsExactly(used);
    }

    @Test
    void the_first_free_of_all_are_found() {
        ListingId line = market.aLine(supplier);
        ListingId held = market.aLine(supplier);
        market.held(buyer, time(held, market.days(40, 41)));
        List<ListingId> found = reservations.freeBetween(market.days(40, 42), 100_000, market.now());
        assertThat(found).contains(line).doesNotContain(held).doesNotHaveDuplicates();
        assertThat(reservations.freeBetween(market.days(40, 42), 1, market.now()))
                .hasSize(1);
    }

    @Test
    void what_is_taken_is_told_without_saying_by_whom() {
        ListingId line = market.aLine(supplier);
        HoldView hold = market.held(buyer, time(line, market.days(1, 3)));
        Instant now = market.now();
        assertThat(reservations.occupied(List.of(line), market.days(0, 2), now))
                .containsExactly(new Occupied(line, market.days(1, 3), OccupancyState.HELD, hold.until(), null));
        assertThat(reservations.occupied(List.of(line), market.days(3, 5), now)).isEmpty();
        assertThat(reservations.occupied(List.of(), market.days(0, 2), now)).isEmpty();
    }

    private static ListingDraft.Builder forHire() {
        return ListingDraft.line("口罩线").products(List.of("医用口罩")).supplyMode(SupplyMode.LINE_FOR_HIRE);
    }
}
