package org.muster.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.reservation.Market.amount;
import static org.muster.reservation.Market.because;
import static org.muster.reservation.Market.done;
import static org.muster.reservation.Market.rate;
import static org.muster.reservation.Market.refused;
import static org.muster.reservation.Market.time;
import static org.muster.reservation.Market.wish;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.ListingDraft;
import org.muster.catalogue.OwnListing;
import org.muster.catalogue.SupplyMode;
import org.muster.identity.Actor;
import org.muster.shared.ListingId;
import org.muster.shared.Outcome;
import org.muster.shared.Quantity;

/** Many at once at the same thing. What one of them throws fails the test, so every other answer is a clean one. */
@QuarkusTest
class RacesTest {

    /** As many as the issue asks for. */
    private static final int CROWD = 200;

    @Inject
    Reservations reservations;

    @Inject
    Catalogue catalogue;

    @Inject
    Expiry expiry;

    @Inject
    Market market;

    private Actor supplier = Actor.visitor();
    private List<Actor> buyers = List.of();

    @BeforeEach
    void a_supplier_and_some_buyers() {
        supplier = market.somebody();
        buyers = IntStream.range(0, 8).mapToObj(i -> market.somebody()).toList();
    }

    @AfterEach
    void and_in_the_end_everything_adds_up() {
        assertThat(reservations.proof().differences()).isEmpty();
    }

    @Test
    void of_two_hundred_at_one_slot_exactly_one_gets_it() throws Exception {
        ListingId line = market.aLine(supplier);
        List<Outcome<HoldView>> answers = all(CROWD, i -> time(line, market.days(1, 3)));
        assertThat(answers.stream().filter(Outcome::isAccepted)).hasSize(1);
        assertThat(answers.stream().filter(answer -> !answer.isAccepted()).map(Market::refused))
                .allSatisfy(keys -> assertThat(keys).containsExactly("reservation.taken_until"));
    }

    @Test
    void overlapping_slots_are_never_given_to_two() throws Exception {
        ListingId line = market.aLine(supplier);
        List<Outcome<HoldView>> answers = all(60, i -> time(line, market.days(1 + i % 12, 3 + i % 12 + i % 3)));
        List<Claim.Time> given = answers.stream()
                .filter(Outcome::isAccepted)
                .map(answer -> (Claim.Time) done(answer).claims().get(0).what())
                .toList();
        assertThat(given).isNotEmpty();
        for (int i = 0; i < given.size(); i++) {
            for (int j = 0; j < i; j++) {
                assertThat(given.get(i).during().overlaps(given.get(j).during()))
                        .isFalse();
            }
        }
    }

    @Test
    void the_last_units_of_a_lot_are_given_once() throws Exception {
        ListingId stock = market.aStock(supplier, "10", "kilogram");
        List<Outcome<HoldView>> answers = all(40, i -> amount(stock, "3", "kilogram"));
        assertThat(answers.stream().filter(Outcome::isAccepted)).hasSize(3);
        assertThat(market.left(stock)).isEqualTo(Quantity.of("1", "kilogram"));
    }

    @Test
    void the_output_of_a_day_nobody_has_taken_of_yet_is_given_once() throws Exception {
        ListingId line = market.aLineMaking(supplier, "1000", "piece");
        List<Outcome<HoldView>> answers = all(24, i -> rate(line, "300", "piece", market.days(1, 3)));
        assertThat(answers.stream().filter(Outcome::isAccepted)).hasSize(6);
        assertThat(answers.stream().filter(answer -> !answer.isAccepted()).map(Market::refused))
                .allSatisfy(keys -> assertThat(keys).containsExactly("reservation.not_enough_left_in_days"));
    }

    @RepeatedTest(3)
    void two_resources_in_opposite_order_do_not_block_each_other() throws Exception {
        ListingId line = market.aLine(supplier);
        ListingId other = market.aLine(supplier);
        ListingId stock = market.aStock(supplier, "1000", "kilogram");
        ListingId otherStock = market.aStock(supplier, "1000", "kilogram");
        List<Callable<Outcome<HoldView>>> clients = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            Actor buyer = buyers.get(i % buyers.size());
            boolean forth = i % 2 == 0;
            List<Claim> claims = List.of(
                    time(forth ? line : other, market.days(1, 3)),
                    amount(forth ? stock : otherStock, "10", "kilogram"),
                    time(forth ? other : line, market.days(1, 3)),
                    amount(forth ? otherStock : stock, "10", "kilogram"));
            clients.add(() -> reservations.hold(buyer, new HoldRequest(Market.aKey(), claims, null, ""), market.now()));
        }
        List<Outcome<HoldView>> answers = Market.atOnce(clients);
        assertThat(answers.stream().filter(Outcome::isAccepted)).hasSize(1);
        assertThat(answers.stream().filter(answer -> !answer.isAccepted()).map(Market::refused))
                .allSatisfy(keys -> assertThat(keys).containsExactly("reservation.taken_until"));
    }

    @RepeatedTest(10)
    void a_hold_and_the_closing_of_its_window_do_not_both_succeed() throws Exception {
        ListingId line = market.listed(
                supplier, ListingDraft.line("口罩线").products(List.of("医用口罩")).supplyMode(SupplyMode.LINE_FOR_HIRE));
        UUID window = market.open(supplier, line, market.days(1, 5));
        List<Callable<Outcome<?>>> both = List.of(
                () -> reservations.hold(buyers.get(0), wish(time(line, market.days(2, 3))), market.now()),
                () -> catalogue.closeWindow(supplier, line, window, market.now()));
        List<Outcome<?>> answers = Market.atOnce(both);
        assertThat(answers.stream().filter(Outcome::isAccepted)).hasSize(1);
        assertThat(answers.stream().filter(answer -> !answer.isAccepted()).map(Market::refused))
                .allSatisfy(keys ->
                        assertThat(keys).isSubsetOf("reservation.not_free_then", "reservation.window_promised"));
    }

    @RepeatedTest(10)
    void a_hold_and_the_withdrawal_of_its_listing_do_not_both_succeed() throws Exception {
        ListingId line = market.aLine(supplier);
        List<Callable<Outcome<?>>> both = List.of(
                () -> reservations.hold(buyers.get(0), wish(time(line, market.days(2, 3))), market.now()),
                () -> catalogue.withdraw(supplier, line, market.now()));
        List<Outcome<?>> answers = Market.atOnce(both);
        assertThat(answers.stream().filter(Outcome::isAccepted)).hasSize(1);
        assertThat(answers.stream().filter(answer -> !answer.isAccepted()).map(Market::refused))
                .allSatisfy(keys -> assertThat(keys)
                        .isSubsetOf(
                                "reservation.listing_not_found",
                                "reservation.sold_not_at_all",
                                "reservation.listing_promised"));
    }

    @RepeatedTest(10)
    void a_hold_and_the_lowering_of_its_stock_do_not_both_succeed() throws Exception {
        ListingId stock = market.aStock(supplier, "10", "tonne");
        OwnListing own = catalogue.own(supplier, stock, market.now()).orElseThrow();
        List<Callable<Outcome<?>>> both = List.of(
                () -> reservations.hold(buyers.get(0), wish(amount(stock, "8", "tonne")), market.now()),
                () -> catalogue.change(
                        supplier,
                        stock,
                        own.version(),
                        own.draft().but().quantity(Quantity.of("5", "tonne")).build(),
                        market.now()));
        List<Outcome<?>> answers = Market.atOnce(both);
        assertThat(answers.stream().filter(Outcome::isAccepted)).hasSize(1);
    }

    @RepeatedTest(5)
    void an_expired_hold_is_had_by_one_of_those_who_wait_for_it_and_never_confirmed() throws Exception {
        ListingId line = market.aLine(supplier);
        HoldView old = market.held(buyers.get(0), time(line, market.days(1, 3)));
        Instant over = old.until();
        List<Callable<Outcome<HoldView>>> clients = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Actor buyer = buyers.get(i % buyers.size());
            clients.add(() -> reservations.hold(buyer, wish(time(line, market.days(2, 4))), over));
        }
        clients.add(() -> reservations.commit(supplier, old.id(), because(""), over));
        clients.add(() -> {
            expiry.reap(over);
            return reservations.commit(supplier, old.id(), because(""), over);
        });
        List<Outcome<HoldView>> answers = Market.atOnce(clients);
        assertThat(answers.subList(0, 10).stream().filter(Outcome::isAccepted)).hasSize(1);
        assertThat(answers.subList(10, 12))
                .allSatisfy(answer -> assertThat(refused(answer)).containsExactly("reservation.committed_expired"));
    }

    @RepeatedTest(5)
    void of_a_release_and_a_confirmation_the_later_one_is_refused_or_comes_after() throws Exception {
        ListingId line = market.aLine(supplier);
        HoldView hold = market.held(buyers.get(0), time(line, market.days(1, 3)));
        List<Callable<Outcome<HoldView>>> both = List.of(
                () -> reservations.release(buyers.get(0), hold.id(), because(""), market.now()),
                () -> reservations.commit(supplier, hold.id(), because(""), market.now()));
        List<Outcome<HoldView>> answers = Market.atOnce(both);
        assertThat(answers.stream().filter(Outcome::isAccepted)).hasSize(1);
        assertThat(Set.of(ClaimState.RELEASED, ClaimState.COMMITTED))
                .contains(reservations
                        .hold(supplier, hold.id(), market.now())
                        .orElseThrow()
                        .state());
    }

    @Test
    void nobody_holds_more_than_their_limit_by_asking_many_times_at_once() throws Exception {
        Actor newcomer = market.aNewcomer();
        ListingId line = market.aLine(supplier);
        List<Callable<Outcome<HoldView>>> clients = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int day = i;
            clients.add(() ->
                    reservations.hold(newcomer, wish(time(line, market.days(day + 1, day + 2))), market.now()));
        }
        List<Outcome<HoldView>> answers = Market.atOnce(clients);
        assertThat(answers.stream().filter(Outcome::isAccepted)).hasSize(5);
        assertThat(answers.stream().filter(answer -> !answer.isAccepted()).map(Market::refused))
                .allSatisfy(keys -> assertThat(keys).containsExactly("reservation.too_many_holds"));
    }

    private interface Wanting {
        Claim of(int client);
    }

    private List<Outcome<HoldView>> all(int clients, Wanting wanting) throws Exception {
        List<Callable<Outcome<HoldView>>> crowd = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Actor buyer = buyers.get(i % buyers.size());
            Claim claim = wanting.of(i);
            crowd.add(() -> reservations.hold(buyer, wish(claim), market.now()));
        }
        return Market.atOnce(crowd);
    }
}
