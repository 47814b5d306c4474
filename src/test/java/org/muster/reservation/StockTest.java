package org.muster.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.reservation.Market.amount;
import static org.muster.reservation.Market.because;
import static org.muster.reservation.Market.done;
import static org.muster.reservation.Market.refused;
import static org.muster.reservation.Market.wish;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.catalogue.Availability;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.ListingDraft;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.SupplyMode;
import org.muster.identity.Actor;
import org.muster.shared.ListingId;
import org.muster.shared.Outcome;
import org.muster.shared.Quantity;

@QuarkusTest
class StockTest {

    @Inject
    Reservations reservations;

    @Inject
    Catalogue catalogue;

    @Inject
    Market market;

    private Actor supplier = Actor.visitor();
    private Actor buyer = Actor.visitor();
    private ListingId stock = ListingId.create();

    @BeforeEach
    void ten_tonnes() {
        supplier = market.somebody();
        buyer = market.somebody();
        stock = market.aStock(supplier, "10", "tonne");
    }

    @Test
    void what_is_held_is_not_left_for_others() {
        market.held(buyer, amount(stock, "4", "tonne"));
        assertThat(left()).isEqualTo(Quantity.of("6", "tonne"));
        Outcome<HoldView> tooMuch =
                reservations.hold(market.somebody(), wish(amount(stock, "7", "tonne")), market.now());
        assertThat(refused(tooMuch)).containsExactly("reservation.not_enough_left");
        assertThat(tooMuch.reasons().get(0).args()).containsExactly(Quantity.of("6", "tonne"));
        assertThat(left()).isEqualTo(Quantity.of("6", "tonne"));
    }

    /** Ten tonnes, of which nobody gets less than half a tonne, or anything but quarters of one. */
    private ListingId rollsInMultiples() {
        return market.listed(
                supplier,
                ListingDraft.of(ListingKind.MATERIAL, "熔喷布")
                        .products(List.of("熔喷布"))
                        .supplyMode(SupplyMode.FINISHED_STOCK)
                        .quantity(Quantity.of("10", "tonne"))
                        .minimumOrder(Quantity.of("500", "kilogram"))
                        .orderMultiple(Quantity.of("250", "kilogram"))
                        .declared(Availability.FREE));
    }

    @Test
    void minimum_order_and_multiple_hold_for_all_but_the_supplier() {
        ListingId rolls = rollsInMultiples();
        assertThat(refused(reservations.hold(buyer, wish(amount(rolls, "0.4", "tonne")), market.now())))
                .containsExactly("reservation.below_minimum_order");
        assertThat(refused(reservations.hold(buyer, wish(amount(rolls, "0.6", "tonne")), market.now())))
                .containsExactly("reservation.not_order_multiple");
        market.held(buyer, amount(rolls, "0.75", "tonne"));
        market.held(supplier, amount(rolls, "10", "kilogram"));
    }

    @Test
    void what_is_wanted_of_a_listing_in_one_hold_is_one_order() {
        ListingId rolls = rollsInMultiples();
        market.held(buyer, amount(rolls, "0.2", "tonne"), amount(rolls, "300", "kilogram"));
        assertThat(refused(reservations.hold(
                        buyer, wish(amount(rolls, "0.2", "tonne"), amount(rolls, "200", "kilogram")), market.now())))
                .containsExactly("reservation.below_minimum_order");
        assertThat(refused(reservations.hold(
                        buyer, wish(amount(rolls, "0.4", "tonne"), amount(rolls, "200", "kilogram")), market.now())))
                .containsExactly("reservation.not_order_multiple");
    }

    @Test
    void the_last_of_it_can_be_had_in_another_unit() {
        market.held(buyer, amount(stock, "4", "tonne"));
        market.held(buyer, amount(stock, "6000", "kilogram"));
        assertThat(market.freeNow(stock, market.now()).free()).isFalse();
    }

    @Test
    void two_lines_of_a_request_on_one_lot_are_summed() {
        Outcome<HoldView> outcome =
                reservations.hold(buyer, wish(amount(stock, "6", "tonne"), amount(stock, "6", "tonne")), market.now());
        assertThat(refused(outcome)).containsExactly("reservation.not_enough_left");
        market.held(buyer, amount(stock, "6", "tonne"), amount(stock, "4", "tonne"));
        assertThat(left()).isEqualTo(Quantity.of("0", "tonne"));
    }

    @Test
    void what_is_given_back_can_be_had_again() {
        HoldView hold = market.held(buyer, amount(stock, "10", "tonne"));
        done(reservations.release(buyer, hold.id(), because(""), market.now()));
        market.held(market.somebody(), amount(stock, "10", "tonne"));
    }

    @Test
    void what_is_delivered_leaves_the_stock_and_what_the_listing_says() {
        HoldView hold = market.held(buyer, amount(stock, "4000", "kilogram"));
        done(reservations.commit(supplier, hold.id(), because(""), market.now()));
        HoldView delivered = done(reservations.consume(supplier, hold.id(), because("已送达"), market.now()));
        assertThat(delivered.state()).isEqualTo(ClaimState.CONSUMED);
        assertThat(left()).isEqualTo(Quantity.of("6", "tonne"));
        assertThat(catalogue.view(supplier, stock, market.now()).orElseThrow().quantity())
                .isEqualTo(Quantity.of("6", "tonne"));
    }

    @Test
    void the_last_of_a_stock_can_be_delivered() {
        HoldView hold = market.held(buyer, amount(stock, "10", "tonne"));
        done(reservations.commit(supplier, hold.id(), because(""), market.now()));
        done(reservations.consume(supplier, hold.id(), because(""), market.now()));
        assertThat(left()).isEqualTo(Quantity.of("0", "tonne"));
        assertThat(refused(reservations.hold(buyer, wish(amount(stock, "1", "gram")), market.now())))
                .containsExactly("reservation.not_enough_left");
    }

    @Test
    void half_a_machine_cannot_be_had() {
        ListingId machines = market.listed(
                supplier,
                ListingDraft.of(ListingKind.EQUIPMENT, "超声波焊机")
                        .products(List.of("超声波焊机"))
                        .supplyMode(SupplyMode.LINE_FOR_HIRE)
                        .quantity(Quantity.of("3", "machine"))
                        .declared(Availability.FREE));
        assertThat(refused(reservations.hold(buyer, wish(amount(machines, "0.5", "machine")), market.now())))
                .containsExactly("reservation.amount_not_whole");
        market.held(buyer, amount(machines, "3", "machine"));
    }

    @Test
    void another_dimension_is_refused() {
        assertThat(refused(reservations.hold(buyer, wish(amount(stock, "4", "metre")), market.now())))
                .containsExactly("reservation.other_dimension");
    }

    @Test
    void nothing_and_less_than_nothing_are_refused() {
        assertThat(refused(reservations.hold(
                        buyer, wish(amount(stock, "0", "tonne"), amount(stock, "-1", "tonne")), market.now())))
                .containsExactly("reservation.amount_not_positive", "reservation.amount_not_positive");
    }

    @Test
    void what_nobody_said_to_be_free_is_not() {
        ListingId silent = market.listed(
                supplier,
                ListingDraft.of(ListingKind.MATERIAL, "熔喷布")
                        .products(List.of("熔喷布"))
                        .quantity(Quantity.of("5", "tonne")));
        assertThat(refused(reservations.hold(buyer, wish(amount(silent, "1", "tonne")), market.now())))
                .containsExactly("reservation.not_said_free");
        assertThat(market.freeNow(silent, market.now()).free()).isFalse();
    }

    @Test
    void a_stock_without_a_figure_cannot_be_held() {
        ListingId vague = market.listed(
                supplier,
                ListingDraft.of(ListingKind.MATERIAL, "熔喷布")
                        .products(List.of("熔喷布"))
                        .declared(Availability.FREE));
        assertThat(refused(reservations.hold(buyer, wish(amount(vague, "1", "tonne")), market.now())))
                .containsExactly("reservation.sold_not_at_all");
    }

    @Test
    void a_stock_is_not_had_by_time_nor_by_rate() {
        assertThat(refused(reservations.hold(
                        buyer,
                        wish(
                                Market.time(stock, market.days(1, 2)),
                                Market.rate(stock, "1", "tonne", market.days(1, 2))),
                        market.now())))
                .containsExactly("reservation.sold_by_amount", "reservation.sold_by_amount");
    }

    @Test
    void less_of_it_can_be_kept_and_the_rest_given_back() {
        HoldView hold = market.held(buyer, amount(stock, "10", "tonne"));
        ClaimId claim = hold.claims().get(0).id();
        HoldView less = done(reservations.reduce(
                buyer, hold.id(), claim, new Smaller.To(Quantity.of("2500", "kilogram")), because(""), market.now()));
        assertThat(less.claims().get(0).what()).isEqualTo(amount(stock, "2.5", "tonne"));
        assertThat(left()).isEqualTo(Quantity.of("7.5", "tonne"));
        assertThat(refused(reservations.reduce(
                        buyer, hold.id(), claim, new Smaller.To(Quantity.of("3", "tonne")), because(""), market.now())))
                .containsExactly("reservation.not_smaller");
        assertThat(refused(reservations.reduce(
                        buyer, hold.id(), claim, new Smaller.To(Quantity.of("1", "metre")), because(""), market.now())))
                .containsExactly("reservation.other_dimension");
        assertThat(refused(reservations.reduce(
                        buyer, hold.id(), claim, new Smaller.Within(market.days(1, 2)), because(""), market.now())))
                .containsExactly("reservation.sold_by_amount");
    }

    private Quantity left() {
        return market.left(stock);
    }
}
