package org.muster.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.reservation.Market.aKey;
import static org.muster.reservation.Market.amount;
import static org.muster.reservation.Market.because;
import static org.muster.reservation.Market.done;
import static org.muster.reservation.Market.rate;
import static org.muster.reservation.Market.refused;
import static org.muster.reservation.Market.time;
import static org.muster.reservation.Market.wish;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.ListingDraft;
import org.muster.catalogue.SupplyMode;
import org.muster.identity.Actor;
import org.muster.shared.ListingId;
import org.muster.shared.Quantity;

/** What has expired never stands in anybody's way, whether or not the job has been there. */
@QuarkusTest
class ExpiryTest {

    @Inject
    Reservations reservations;

    @Inject
    Expiry expiry;

    @Inject
    Catalogue catalogue;

    @Inject
    Market market;

    private Actor supplier = Actor.visitor();
    private Actor buyer = Actor.visitor();
    private Actor next = Actor.visitor();
    private ListingId line = ListingId.create();
    private ListingId stock = ListingId.create();
    private ListingId output = ListingId.create();
    private HoldView hold;
    private Instant over = Instant.EPOCH;

    @BeforeEach
    void everything_is_held() {
        supplier = market.somebody();
        buyer = market.somebody();
        next = market.somebody();
        line = market.aLine(supplier);
        stock = market.aStock(supplier, "10", "tonne");
        output = market.aLineMaking(supplier, "1000", "piece");
        hold = market.held(buyer, everything());
        over = hold.until();
    }

    @Test
    void it_ends_at_its_moment_and_not_before() {
        Instant before = over.minusMillis(1);
        assertThat(refused(reservations.hold(next, wish(time(line, market.days(1, 3))), before)))
                .containsExactly("reservation.taken_until");
        assertThat(reservations.hold(next, wish(everything()), over).isAccepted())
                .isTrue();
    }

    @Test
    void whoever_comes_after_it_ends_it_and_its_end_is_written_down() {
        done(reservations.hold(next, wish(time(line, market.days(2, 4))), over));
        assertThat(reservations.history(buyer, hold.id(), over))
                .filteredOn(entry -> entry.kind().equals("EXPIRED"))
                .extracting(LedgerLine::listing)
                .containsExactly(line);
        assertThat(reservations.proof().differences()).isEmpty();
        assertThat(expiry.reap(over)).isGreaterThanOrEqualTo(2);
        assertThat(reservations.history(buyer, hold.id(), over))
                .filteredOn(entry -> entry.kind().equals("EXPIRED"))
                .extracting(LedgerLine::listing)
                .containsExactlyInAnyOrder(line, stock, output, output);
        assertThat(reservations.proof().differences()).isEmpty();
    }

    @Test
    void it_is_shown_as_free_before_anybody_has_ended_it() {
        assertThat(reservations.occupied(List.of(line, output), market.days(0, 9), over))
                .isEmpty();
        assertThat(market.left(stock, over)).isEqualTo(Quantity.of("10", "tonne"));
        assertThat(reservations.freeBetween(List.of(line, stock, output), market.days(1, 3), over))
                .containsExactly(line, stock, output);
        assertThat(reservations.freeBetween(List.of(line, stock, output), market.days(1, 3), over.minusMillis(1)))
                .isEmpty();
        HoldView seen = reservations.hold(buyer, hold.id(), over).orElseThrow();
        assertThat(seen.state()).isEqualTo(ClaimState.EXPIRED);
        assertThat(seen.canRelease() || seen.canExtend() || seen.canReduce()).isFalse();
        assertThat(reservations.hold(supplier, hold.id(), over).orElseThrow().canCommit())
                .isFalse();
    }

    @Test
    void nothing_can_be_done_with_it_any_more() {
        assertThat(refused(reservations.commit(supplier, hold.id(), because(""), over)))
                .containsExactly("reservation.committed_expired");
        assertThat(refused(reservations.release(buyer, hold.id(), because(""), over)))
                .containsExactly("reservation.released_expired");
        assertThat(refused(reservations.consume(supplier, hold.id(), because(""), over)))
                .containsExactly("reservation.consumed_expired");
        assertThat(refused(reservations.extend(buyer, hold.id(), over.plusSeconds(60), because(""), over)))
                .containsExactly("reservation.extended_expired");
        assertThat(refused(reservations.reduce(
                        buyer,
                        hold.id(),
                        hold.claims().get(0).id(),
                        new Smaller.Within(market.days(1, 2)),
                        because(""),
                        over)))
                .containsExactly("reservation.reduced_expired");
    }

    @Test
    void the_job_ends_it_once() {
        expiry.reap(over.minusMillis(1));
        assertThat(ends()).isEmpty();
        assertThat(expiry.reap(over)).isGreaterThanOrEqualTo(3);
        assertThat(ends()).hasSize(4);
        expiry.reap(over.plusSeconds(1));
        assertThat(ends()).hasSize(4);
    }

    @Test
    void what_is_confirmed_does_not_end_though_the_rest_of_it_does() {
        Actor other = market.somebody();
        ListingId theirs = market.aStock(other, "5", "tonne");
        HoldView both = market.held(buyer, amount(theirs, "5", "tonne"), time(line, market.days(10, 12)));
        done(reservations.commit(other, both.id(), because(""), market.now()));
        expiry.reap(both.until());
        assertThat(reservations
                        .hold(buyer, both.id(), both.until())
                        .orElseThrow()
                        .claims())
                .extracting(ClaimView::state)
                .containsExactly(ClaimState.COMMITTED, ClaimState.EXPIRED);
    }

    @Test
    void a_clock_that_is_set_back_frees_nothing_and_one_that_jumps_ahead_frees_once() {
        done(reservations.hold(next, wish(time(line, market.days(1, 3))), over.plus(Duration.ofHours(5))));
        assertThat(refused(reservations.hold(buyer, wish(time(line, market.days(1, 3))), market.now())))
                .containsExactly("reservation.taken_until");
    }

    @Test
    void what_has_expired_does_not_keep_a_supplier_from_changing_a_listing() {
        ListingId small = market.listed(
                supplier, ListingDraft.line("口罩线").products(List.of("医用口罩")).supplyMode(SupplyMode.LINE_FOR_HIRE));
        var window = market.open(supplier, small, market.days(1, 5));
        done(reservations.hold(
                buyer,
                new HoldRequest(
                        aKey(),
                        List.of(time(small, market.days(2, 3))),
                        market.now().plusSeconds(60),
                        ""),
                market.now()));
        assertThat(refused(catalogue.closeWindow(supplier, small, window, market.now())))
                .containsExactly("reservation.window_promised");
        done(catalogue.closeWindow(supplier, small, window, market.now().plusSeconds(61)));
        done(catalogue.withdraw(supplier, stock, over));
        done(catalogue.withdraw(supplier, output, over));
    }

    /** One entry for the line, one for the stock, one for each of two days of output. */
    private List<LedgerLine> ends() {
        return reservations.history(buyer, hold.id(), over).stream()
                .filter(entry -> entry.kind().equals("EXPIRED"))
                .toList();
    }

    private Claim[] everything() {
        return new Claim[] {
            time(line, market.days(1, 3)),
            amount(stock, "10", "tonne"),
            rate(output, "2000", "piece", market.days(1, 3))
        };
    }
}
