package org.muster.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.reservation.Market.amount;
import static org.muster.reservation.Market.because;
import static org.muster.reservation.Market.done;
import static org.muster.reservation.Market.refused;
import static org.muster.reservation.Market.time;
import static org.muster.reservation.Market.wish;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.Confidentiality;
import org.muster.catalogue.ListingDraft;
import org.muster.catalogue.SupplyMode;
import org.muster.identity.Actor;
import org.muster.shared.ListingId;
import org.muster.shared.Quantity;

/** Who may do what with a hold, in which state, and who sees it. */
@QuarkusTest
class HoldLifeTest {

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    @Inject
    Reservations reservations;

    @Inject
    Catalogue catalogue;

    @Inject
    Market market;

    private Actor supplier = Actor.visitor();
    private Actor buyer = Actor.visitor();
    private Actor stranger = Actor.visitor();
    private ListingId line = ListingId.create();

    @BeforeEach
    void a_line_a_buyer_and_a_stranger() {
        supplier = market.somebody();
        buyer = market.somebody();
        stranger = market.somebody();
        line = market.aLine(supplier);
    }

    @Test
    void a_supplier_confirms_and_then_it_does_not_end_by_itself() {
        HoldView hold = market.held(buyer, time(line, market.days(1, 3)));
        HoldView committed = done(reservations.commit(supplier, hold.id(), because(""), market.now()));
        assertThat(committed.state()).isEqualTo(ClaimState.COMMITTED);
        Instant muchLater = market.now().plus(Duration.ofHours(20));
        assertThat(refused(reservations.hold(stranger, wish(time(line, market.days(2, 3))), muchLater)))
                .containsExactly("reservation.taken");
        assertThat(reservations.occupied(List.of(line), market.days(0, 9), muchLater))
                .containsExactly(new Occupied(line, market.days(1, 3), OccupancyState.COMMITTED, null, null));
    }

    @Test
    void only_the_supplier_confirms_and_delivers() {
        HoldView hold = market.held(buyer, time(line, market.days(1, 3)));
        assertThat(refused(reservations.commit(buyer, hold.id(), because(""), market.now())))
                .containsExactly("reservation.only_supplier");
        assertThat(refused(reservations.commit(stranger, hold.id(), because(""), market.now())))
                .containsExactly("reservation.not_found");
        done(reservations.commit(supplier, hold.id(), because(""), market.now()));
        assertThat(refused(reservations.consume(buyer, hold.id(), because(""), market.now())))
                .containsExactly("reservation.only_supplier");
    }

    @Test
    void of_several_suppliers_each_sees_and_confirms_their_own_part() {
        Actor other = market.somebody();
        ListingId stock = market.aStock(other, "10", "tonne");
        HoldView hold = market.held(buyer, time(line, market.days(1, 3)), amount(stock, "2", "tonne"));
        HoldView seenByOther = reservations.hold(other, hold.id(), market.now()).orElseThrow();
        assertThat(seenByOther.claims()).extracting(ClaimView::what).containsExactly(amount(stock, "2", "tonne"));
        done(reservations.commit(other, hold.id(), because(""), market.now()));
        assertThat(reservations
                        .hold(buyer, hold.id(), market.now())
                        .orElseThrow()
                        .claims())
                .extracting(ClaimView::state)
                .containsExactly(ClaimState.HELD, ClaimState.COMMITTED);
        done(reservations.release(other, hold.id(), because("设备故障"), market.now()));
        assertThat(reservations
                        .hold(buyer, hold.id(), market.now())
                        .orElseThrow()
                        .claims())
                .extracting(ClaimView::state)
                .containsExactly(ClaimState.HELD, ClaimState.RELEASED);
    }

    @Test
    void what_is_confirmed_is_given_back_with_a_reason_only() {
        HoldView hold = market.held(buyer, time(line, market.days(1, 3)));
        done(reservations.commit(supplier, hold.id(), because(""), market.now()));
        assertThat(refused(reservations.release(buyer, hold.id(), because(" "), market.now())))
                .containsExactly("reservation.reason_missing");
        assertThat(refused(reservations.release(supplier, hold.id(), because(""), market.now())))
                .containsExactly("reservation.reason_missing");
        done(reservations.release(supplier, hold.id(), because("停电"), market.now()));
        market.held(stranger, time(line, market.days(1, 3)));
    }

    @Test
    void nothing_goes_back_to_where_it_was() {
        HoldView hold = market.held(buyer, time(line, market.days(1, 3)));
        assertThat(refused(reservations.consume(supplier, hold.id(), because(""), market.now())))
                .containsExactly("reservation.consumed_held");
        done(reservations.release(buyer, hold.id(), because(""), market.now()));
        assertThat(refused(reservations.release(buyer, hold.id(), because(""), market.now())))
                .containsExactly("reservation.released_released");
        assertThat(refused(reservations.commit(supplier, hold.id(), because(""), market.now())))
                .containsExactly("reservation.committed_released");
        assertThat(refused(reservations.extend(
                        buyer, hold.id(), market.now().plus(Duration.ofHours(1)), because(""), market.now())))
                .containsExactly("reservation.extended_released");
        assertThat(refused(reservations.reduce(
                        buyer,
                        hold.id(),
                        hold.claims().get(0).id(),
                        new Smaller.Within(market.days(1, 2)),
                        because(""),
                        market.now())))
                .containsExactly("reservation.reduced_released");
    }

    @Test
    void time_is_delivered_once_it_is_over_and_can_be_cut_short_before() {
        Instant start = market.now();
        HoldView hold = market.held(buyer, time(line, market.days(0, 3)));
        done(reservations.commit(supplier, hold.id(), because(""), start));
        assertThat(refused(reservations.consume(supplier, hold.id(), because(""), start)))
                .containsExactly("reservation.not_over_yet");
        done(reservations.reduce(
                supplier,
                hold.id(),
                hold.claims().get(0).id(),
                new Smaller.Within(market.days(0, 1)),
                because("提前完成"),
                start));
        market.held(stranger, time(line, market.days(1, 3)));
        HoldView used = done(reservations.consume(
                supplier, hold.id(), because(""), market.days(0, 1).to()));
        assertThat(used.state()).isEqualTo(ClaimState.CONSUMED);
        assertThat(refused(reservations.release(
                        buyer, hold.id(), because("不要了"), market.days(0, 1).to())))
                .containsExactly("reservation.released_consumed");
    }

    @Test
    void a_smaller_time_lies_within_the_present_one() {
        HoldView hold = market.held(buyer, time(line, market.days(2, 4)));
        ClaimId claim = hold.claims().get(0).id();
        assertThat(refused(reservations.reduce(
                        buyer, hold.id(), claim, new Smaller.Within(market.days(3, 5)), because(""), market.now())))
                .containsExactly("reservation.not_within");
        assertThat(refused(reservations.reduce(
                        buyer, hold.id(), claim, new Smaller.Within(market.days(2, 4)), because(""), market.now())))
                .containsExactly("reservation.not_smaller");
        assertThat(refused(reservations.reduce(
                        buyer, hold.id(), claim, new Smaller.To(Quantity.of("1", "piece")), because(""), market.now())))
                .containsExactly("reservation.sold_by_time");
        assertThat(refused(reservations.reduce(
                        stranger, hold.id(), claim, new Smaller.Within(market.days(2, 3)), because(""), market.now())))
                .containsExactly("reservation.not_found");
        assertThat(refused(reservations.reduce(
                        supplier, hold.id(), claim, new Smaller.Within(market.days(2, 3)), because(""), market.now())))
                .containsExactly("reservation.reason_missing");
    }

    @Test
    void its_holder_extends_it_within_the_limit_counted_from_its_beginning() {
        HoldView hold = market.held(buyer, time(line, market.days(1, 3)));
        Instant later = hold.placedAt().plus(Duration.ofHours(72));
        HoldView extended = done(reservations.extend(buyer, hold.id(), later, because(""), market.now()));
        assertThat(extended.until()).isEqualTo(later);
        assertThat(reservations.occupied(List.of(line), market.days(0, 9), market.now()))
                .extracting(Occupied::until)
                .containsExactly(later);
        assertThat(refused(reservations.extend(buyer, hold.id(), later.plusMillis(1), because(""), market.now())))
                .containsExactly("reservation.until_too_late");
        assertThat(refused(reservations.extend(buyer, hold.id(), later, because(""), market.now())))
                .containsExactly("reservation.until_not_later");
        assertThat(refused(reservations.extend(supplier, hold.id(), later, because(""), market.now())))
                .containsExactly("reservation.only_holder");
        done(reservations.commit(supplier, hold.id(), because(""), market.now()));
        assertThat(refused(reservations.extend(buyer, hold.id(), later, because(""), market.now())))
                .containsExactly("reservation.extended_committed");
    }

    @Test
    void a_hold_is_nobody_elses_business() {
        HoldView hold = market.held(buyer, time(line, market.days(1, 3)));
        assertThat(reservations.hold(stranger, hold.id(), market.now())).isEmpty();
        assertThat(reservations.history(stranger, hold.id(), market.now())).isEmpty();
        assertThat(reservations.hold(Actor.visitor(), hold.id(), market.now())).isEmpty();
        assertThat(reservations.hold(Market.coordinator(), hold.id(), market.now()))
                .isPresent();
        assertThat(refused(reservations.release(stranger, hold.id(), because("x"), market.now())))
                .containsExactly("reservation.not_found");
        assertThat(reservations.held(buyer, 0, 10, market.now()))
                .extracting(HoldView::id)
                .containsExactly(hold.id());
        assertThat(reservations.onMine(supplier, 0, 10, market.now()))
                .extracting(HoldView::id)
                .containsExactly(hold.id());
        assertThat(reservations.held(supplier, 0, 10, market.now())).isEmpty();
        assertThat(List.of(
                        reservations.countHeld(buyer),
                        reservations.countOnMine(supplier),
                        reservations.countHeld(stranger)))
                .containsExactly(1L, 1L, 0L);
    }

    @Test
    void the_history_does_not_tell_who_acted_for_the_other_side() {
        HoldView hold = market.held(buyer, time(line, market.days(1, 3)));
        done(reservations.release(supplier, hold.id(), because("停电"), market.now()));
        List<LedgerLine> lines = reservations.history(buyer, hold.id(), market.now());
        assertThat(lines).extracting(LedgerLine::kind).containsExactly("HELD", "RELEASED");
        assertThat(lines).extracting(LedgerLine::actorName).containsExactly("王厂长", "");
        assertThat(lines).extracting(LedgerLine::reason).containsExactly("试产", "停电");
        assertThat(lines.get(1).actorOrganisation()).isEmpty();
    }

    @Test
    void a_listing_that_may_not_be_seen_is_not_found() {
        ListingId hidden = market.listed(
                supplier,
                ListingDraft.line("专线")
                        .products(List.of("医用口罩"))
                        .supplyMode(SupplyMode.LINE_FOR_HIRE)
                        .confidentiality(Confidentiality.COORDINATORS_ONLY));
        market.open(supplier, hidden, market.days(0, 9));
        assertThat(refused(reservations.hold(buyer, wish(time(hidden, market.days(1, 2))), market.now())))
                .containsExactly("reservation.listing_not_found");
        assertThat(refused(reservations.hold(buyer, wish(time(ListingId.create(), market.days(1, 2))), market.now())))
                .containsExactly("reservation.listing_not_found");
        done(catalogue.pause(supplier, line, market.now()));
        assertThat(refused(reservations.hold(buyer, wish(time(line, market.days(1, 2))), market.now())))
                .containsExactly("reservation.listing_not_found");
    }

    @Test
    void a_supplier_blocks_time_of_their_own() {
        HoldView block = done(reservations.hold(
                supplier,
                new HoldRequest(
                        Market.aKey(),
                        List.of(time(line, market.days(1, 3))),
                        market.now().plus(Duration.ofDays(29)),
                        "检修"),
                market.now()));
        assertThat(block.mine() && block.claims().get(0).onMine()).isTrue();
        assertThat(refused(reservations.hold(buyer, wish(time(line, market.days(2, 3))), market.now())))
                .containsExactly("reservation.taken_until");
        done(reservations.commit(supplier, block.id(), because(""), market.now()));
    }

    @Test
    void whoever_speaks_for_nobody_holds_nothing() {
        Actor alone = new Actor(buyer.person(), "散客", Set.of(), Optional.empty(), false);
        assertThat(refused(reservations.hold(alone, wish(time(line, market.days(1, 3))), market.now())))
                .containsExactly("reservation.no_organisation");
        assertThat(refused(reservations.hold(Actor.visitor(), wish(time(line, market.days(1, 3))), market.now())))
                .containsExactly("reservation.no_organisation");
    }

    @Test
    void one_claim_that_cannot_be_had_leaves_all_of_them_free() {
        ListingId stock = market.aStock(supplier, "10", "tonne");
        market.held(stranger, time(line, market.days(2, 3)));
        assertThat(refused(reservations.hold(
                        buyer, wish(amount(stock, "4", "tonne"), time(line, market.days(1, 3))), market.now())))
                .containsExactly("reservation.taken_until");
        assertThat(market.left(stock)).isEqualTo(Quantity.of("10", "tonne"));
        assertThat(reservations.countHeld(buyer)).isZero();
    }

    @Test
    void wishes_are_refused_before_anybody_looks_at_a_listing() {
        assertThat(refused(reservations.hold(buyer, wish(), market.now())))
                .containsExactly("reservation.nothing_asked");
        assertThat(refused(reservations.hold(
                        buyer, wish(time(line, market.days(1, 3)), time(line, market.days(2, 4))), market.now())))
                .containsExactly("reservation.asked_twice");
        assertThat(refused(reservations.hold(buyer, wish(time(line, market.days(-3, -2))), market.now())))
                .containsExactly("reservation.time_over");
        assertThat(refused(reservations.hold(buyer, wish(time(line, market.days(-3, 2))), market.now())))
                .containsExactly("reservation.time_starts_in_past");
        assertThat(refused(reservations.hold(buyer, wish(time(line, market.days(1, 500))), market.now())))
                .containsExactly("reservation.time_too_far");
        assertThat(refused(reservations.hold(
                        buyer,
                        new HoldRequest(
                                Market.aKey(), List.of(time(line, market.days(1, 2))), market.now(), "x".repeat(401)),
                        market.now())))
                .containsExactly("reservation.until_past", "reservation.reason_long");
    }

    @Test
    void an_organisation_that_nobody_has_checked_holds_little_and_briefly() {
        Actor newcomer = market.aNewcomer();
        assertThat(refused(reservations.hold(
                        newcomer,
                        new HoldRequest(
                                Market.aKey(),
                                List.of(time(line, market.days(1, 2))),
                                market.now().plus(Duration.ofHours(3)),
                                ""),
                        market.now())))
                .containsExactly("reservation.until_too_late");
        for (int day = 1; day <= 5; day++) {
            market.held(newcomer, time(line, market.days(day, day + 1)));
        }
        assertThat(refused(reservations.hold(newcomer, wish(time(line, market.days(8, 9))), market.now())))
                .containsExactly("reservation.too_many_holds");
        HoldView first = reservations.held(newcomer, 0, 1, market.now()).get(0);
        done(reservations.commit(supplier, first.id(), because(""), market.now()));
        market.held(newcomer, time(line, market.days(8, 9)));
    }

    @Test
    void what_has_expired_does_not_count_against_the_limit() {
        Actor newcomer = market.aNewcomer();
        for (int day = 1; day <= 5; day++) {
            market.held(newcomer, time(line, market.days(day, day + 1)));
        }
        Instant later = market.now().plus(HALF_AN_HOUR).plusSeconds(1);
        assertThat(reservations
                        .hold(newcomer, wish(time(line, market.days(8, 9))), later)
                        .isAccepted())
                .isTrue();
    }

    @Test
    void the_limits_in_force_can_be_listed() {
        assertThat(HoldLimits.all()).hasSize(4);
        assertThat(HoldLimits.all()).extracting(row -> row.limits().holds()).isSorted();
    }
}
