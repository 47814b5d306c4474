package org.muster.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.reservation.Market.amount;
import static org.muster.reservation.Market.because;
import static org.muster.reservation.Market.done;
import static org.muster.reservation.Market.rate;
import static org.muster.reservation.Market.refused;
import static org.muster.reservation.Market.time;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.ListingDraft;
import org.muster.catalogue.ListingState;
import org.muster.catalogue.OwnListing;
import org.muster.catalogue.SupplyMode;
import org.muster.identity.Actor;
import org.muster.shared.ListingId;
import org.muster.shared.Outcome;
import org.muster.shared.Quantity;

/** What was promised keeps a supplier from changing a listing so that it cannot be kept; the rest may change. */
@QuarkusTest
class PromisesTest {

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
    void a_stock_is_not_lowered_below_what_is_promised() {
        ListingId stock = market.aStock(supplier, "10", "tonne");
        market.held(buyer, amount(stock, "4", "tonne"));
        assertThat(refused(changed(stock, draft -> draft.quantity(Quantity.of("3.999", "tonne")))))
                .containsExactly("reservation.quantity_promised");
        done(changed(stock, draft -> draft.quantity(Quantity.of("4000", "kilogram"))));
        assertThat(market.left(stock)).isEqualTo(Quantity.of("0", "kilogram"));
        done(changed(stock, draft -> draft.quantity(Quantity.of("9", "tonne"))));
        market.held(buyer, amount(stock, "5", "tonne"));
        assertThat(reservations.proof().differences()).isEmpty();
    }

    @Test
    void an_output_is_not_lowered_below_what_is_promised_of_a_day() {
        ListingId line = market.aLineMaking(supplier, "1000", "piece");
        market.held(buyer, rate(line, "600", "piece", market.days(1, 2)));
        assertThat(refused(changed(line, draft -> draft.quantity(Quantity.of("599", "piece")))))
                .containsExactly("reservation.quantity_promised");
        done(changed(line, draft -> draft.quantity(Quantity.of("700", "piece"))));
        market.held(buyer, rate(line, "100", "piece", market.days(1, 2)));
        assertThat(refused(reservations.hold(
                        buyer, Market.wish(rate(line, "1", "piece", market.days(1, 2))), market.now())))
                .containsExactly("reservation.not_enough_left_in_days");
    }

    @Test
    void the_way_it_sells_and_its_unit_do_not_change_under_a_hold() {
        ListingId line = market.aLine(supplier);
        HoldView hold = market.held(buyer, time(line, market.days(1, 2)));
        UnaryOperator<ListingDraft.Builder> processing =
                draft -> draft.supplyMode(SupplyMode.PROCESSING).quantity(Quantity.of("1000", "piece"));
        assertThat(refused(changed(line, processing))).containsExactly("reservation.sale_promised");
        ListingId stock = market.aStock(supplier, "10", "tonne");
        market.held(buyer, amount(stock, "4", "tonne"));
        assertThat(refused(changed(stock, draft -> draft.quantity(Quantity.of("10", "metre")))))
                .containsExactly("reservation.sale_promised");
        assertThat(refused(changed(stock, draft -> draft.quantity(null))))
                .containsExactly("reservation.listing_promised");
        done(reservations.release(buyer, hold.id(), because(""), market.now()));
        done(changed(line, processing));
        market.held(buyer, rate(line, "10", "piece", market.days(1, 2)));
    }

    @Test
    void its_words_may_change_under_a_hold() {
        ListingId line = market.aLine(supplier);
        market.held(buyer, time(line, market.days(1, 2)));
        done(changed(line, draft -> draft.description("三班倒")));
    }

    @Test
    void it_is_not_withdrawn_under_a_hold_but_may_be_paused() {
        ListingId line = market.aLine(supplier);
        HoldView hold = market.held(buyer, time(line, market.days(1, 2)));
        assertThat(refused(catalogue.withdraw(supplier, line, market.now())))
                .containsExactly("reservation.listing_promised");
        assertThat(catalogue.own(supplier, line, market.now()).orElseThrow().state())
                .isEqualTo(ListingState.PUBLISHED);
        done(catalogue.pause(supplier, line, market.now()));
        done(reservations.commit(supplier, hold.id(), because(""), market.now()));
        done(reservations.release(supplier, hold.id(), because("停产"), market.now()));
        done(catalogue.withdraw(supplier, line, market.now()));
    }

    private Outcome<ListingId> changed(ListingId listing, UnaryOperator<ListingDraft.Builder> how) {
        OwnListing own = catalogue.own(supplier, listing, market.now()).orElseThrow();
        return catalogue.change(
                supplier, listing, own.version(), how.apply(own.draft().but()).build(), market.now());
    }
}
