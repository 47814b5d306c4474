package org.muster.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.reservation.Market.aKey;
import static org.muster.reservation.Market.amount;
import static org.muster.reservation.Market.because;
import static org.muster.reservation.Market.done;
import static org.muster.reservation.Market.refused;
import static org.muster.reservation.Market.time;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.identity.Actor;
import org.muster.shared.ListingId;
import org.muster.shared.Outcome;
import org.muster.shared.Quantity;

/** The same key gets the same answer. */
@QuarkusTest
class KeysTest {

    @Inject
    Reservations reservations;

    @Inject
    Market market;

    private Actor supplier = Actor.visitor();
    private Actor buyer = Actor.visitor();
    private ListingId line = ListingId.create();
    private ListingId stock = ListingId.create();

    @BeforeEach
    void a_line_and_a_stock() {
        supplier = market.somebody();
        buyer = market.somebody();
        line = market.aLine(supplier);
        stock = market.aStock(supplier, "10", "tonne");
    }

    @Test
    void a_request_that_is_repeated_takes_nothing_more_and_gets_the_same_answer() {
        HoldRequest request = request(aKey(), amount(stock, "2", "tonne"));
        HoldView first = done(reservations.hold(buyer, request, market.now()));
        HoldView again = done(reservations.hold(buyer, request, market.now().plusSeconds(5)));
        assertThat(again).isEqualTo(first);
        assertThat(left()).isEqualTo(Quantity.of("8", "tonne"));
    }

    @Test
    void the_answer_stays_what_it_was_when_the_hold_has_gone_on() {
        HoldRequest request = request(aKey(), amount(stock, "2", "tonne"));
        HoldView first = done(reservations.hold(buyer, request, market.now()));
        done(reservations.release(buyer, first.id(), because(""), market.now()));
        assertThat(done(reservations.hold(buyer, request, market.now())).state())
                .isEqualTo(ClaimState.HELD);
        assertThat(left()).isEqualTo(Quantity.of("10", "tonne"));
    }

    @Test
    void a_refusal_is_repeated_too_with_all_it_said() {
        HoldView others = market.held(market.somebody(), time(line, market.days(1, 3)), amount(stock, "10", "tonne"));
        HoldRequest request = request(aKey(), time(line, market.days(1, 3)));
        HoldRequest tooMuch = request(aKey(), amount(stock, "1", "tonne"));
        Outcome<HoldView> first = reservations.hold(buyer, request, market.now());
        Outcome<HoldView> second = reservations.hold(buyer, tooMuch, market.now());
        done(reservations.release(supplier, others.id(), because("x"), market.now()));
        assertThat(refused(first)).containsExactly("reservation.taken_until");
        assertThat(reservations.hold(buyer, request, market.now())).isEqualTo(first);
        assertThat(reservations.hold(buyer, tooMuch, market.now()).reasons()).isEqualTo(second.reasons());
        market.held(buyer, time(line, market.days(1, 3)));
    }

    @Test
    void the_same_key_for_something_else_is_refused() {
        String key = aKey();
        HoldView hold = done(reservations.hold(buyer, request(key, time(line, market.days(1, 3))), market.now()));
        assertThat(refused(reservations.hold(buyer, request(key, time(line, market.days(1, 4))), market.now())))
                .containsExactly("reservation.key_used");
        assertThat(refused(reservations.release(buyer, hold.id(), new Change(key, ""), market.now())))
                .containsExactly("reservation.key_used");
        assertThat(reservations
                        .hold(buyer, hold.id(), market.now())
                        .orElseThrow()
                        .state())
                .isEqualTo(ClaimState.HELD);
    }

    @Test
    void a_key_of_another_organisation_is_another_key() {
        String key = aKey();
        HoldView hold = done(reservations.hold(buyer, request(key, amount(stock, "2", "tonne")), market.now()));
        HoldView others =
                done(reservations.hold(market.somebody(), request(key, amount(stock, "2", "tonne")), market.now()));
        assertThat(others.id()).isNotEqualTo(hold.id());
        assertThat(others.holder()).isNotEqualTo(hold.holder());
        assertThat(left()).isEqualTo(Quantity.of("6", "tonne"));
    }

    @Test
    void changes_are_repeated_without_happening_twice() {
        HoldView hold = market.held(buyer, amount(stock, "4", "tonne"));
        Change change = because("x");
        Smaller smaller = new Smaller.To(Quantity.of("3", "tonne"));
        ClaimId claim = hold.claims().get(0).id();
        HoldView first = done(reservations.reduce(buyer, hold.id(), claim, smaller, change, market.now()));
        assertThat(done(reservations.reduce(buyer, hold.id(), claim, smaller, change, market.now())))
                .isEqualTo(first);
        assertThat(left()).isEqualTo(Quantity.of("7", "tonne"));
        Change commit = because("");
        done(reservations.commit(supplier, hold.id(), commit, market.now()));
        done(reservations.commit(supplier, hold.id(), commit, market.now()));
        Change consume = because("");
        done(reservations.consume(supplier, hold.id(), consume, market.now()));
        done(reservations.consume(supplier, hold.id(), consume, market.now()));
        assertThat(left()).isEqualTo(Quantity.of("7", "tonne"));
        assertThat(reservations.history(buyer, hold.id(), market.now()))
                .extracting(LedgerLine::kind)
                .containsExactly("HELD", "REDUCED", "COMMITTED", "CONSUMED");
    }

    @Test
    void being_busy_is_no_answer_and_the_same_key_may_ask_again() throws Exception {
        HoldRequest request = request(aKey(), amount(stock, "2", "tonne"));
        ProofTest.damage("""
                create function meet_another() returns trigger language plpgsql as
                $$ begin raise exception 'met another' using errcode = 'serialization_failure'; end $$
                """);
        ProofTest.damage(
                "create trigger tr_meet_another before insert on hold for each row when (new.organisation_id = '"
                        + buyer.organisation().orElseThrow() + "') execute function meet_another()");
        try {
            assertThat(refused(reservations.hold(buyer, request, market.now()))).containsExactly("reservation.busy");
        } finally {
            ProofTest.damage("drop trigger tr_meet_another on hold");
            ProofTest.damage("drop function meet_another()");
        }
        assertThat(done(reservations.hold(buyer, request, market.now())).state())
                .isEqualTo(ClaimState.HELD);
        assertThat(left()).isEqualTo(Quantity.of("8", "tonne"));
    }

    @Test
    void the_same_key_many_times_at_once_is_one_hold() throws Exception {
        HoldRequest request = request(aKey(), amount(stock, "2", "tonne"), time(line, market.days(1, 3)));
        List<Callable<Outcome<HoldView>>> clients =
                new ArrayList<>(Collections.nCopies(24, () -> reservations.hold(buyer, request, market.now())));
        assertThat(Market.atOnce(clients).stream()
                        .map(Market::done)
                        .map(HoldView::id)
                        .distinct())
                .hasSize(1);
        assertThat(left()).isEqualTo(Quantity.of("8", "tonne"));
    }

    @Test
    void a_key_is_there_and_short() {
        assertThat(refused(reservations.hold(buyer, request(" ", amount(stock, "2", "tonne")), market.now())))
                .containsExactly("reservation.key_unusable");
        assertThat(refused(
                        reservations.hold(buyer, request("k".repeat(201), amount(stock, "2", "tonne")), market.now())))
                .containsExactly("reservation.key_unusable");
    }

    private static HoldRequest request(String key, Claim... claims) {
        return new HoldRequest(key, List.of(claims), null, "试产");
    }

    private Quantity left() {
        return market.left(stock);
    }
}
