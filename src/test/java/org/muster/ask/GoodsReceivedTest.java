package org.muster.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.allocation.LegalBasis;
import org.muster.closure.Closures;
import org.muster.closure.Settlement;
import org.muster.consignment.BatchDraft;
import org.muster.consignment.Consignments;
import org.muster.consignment.DispatchDraft;
import org.muster.emergency.Declarations;
import org.muster.emergency.EmergencyDesk;
import org.muster.emergency.EmergencyId;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.reservation.Claim;
import org.muster.reservation.ClaimState;
import org.muster.reservation.Market;
import org.muster.reservation.Reservations;
import org.muster.shared.ListingId;
import org.muster.shared.Quantity;
import org.muster.shared.TimeWindow;

/** What has come and was accepted leaves the ledger as delivered, once, and nobody takes it back. */
@QuarkusTest
class GoodsReceivedTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
    private static final Duration PATIENCE = Duration.ofDays(99);

    @Inject
    Asks asks;

    @Inject
    Consignments consignments;

    @Inject
    Closures closures;

    @Inject
    EmergencyDesk emergencies;

    @Inject
    Market market;

    @Inject
    Reservations reservations;

    private Actor office = Actor.visitor();
    private Actor supplier = Actor.visitor();
    private EmergencyId emergency = EmergencyId.create();
    private ListingId stock = ListingId.create();
    private Instant now = Instant.EPOCH;

    @BeforeEach
    void an_office_and_a_supplier_with_ten_tonnes() {
        Actor buyer = market.somebody();
        office = new Actor(buyer.person(), "陈统筹", Set.of(Role.MEMBER, Role.COORDINATOR), buyer.organisation(), true);
        supplier = market.somebody();
        stock = market.aStock(supplier, "10", "tonne");
        now = market.now();
        emergency = emergencies
                .declare(office, Declarations.of("山西"), Declarations.RULE, ZONE, now)
                .orElseThrow();
    }

    @Test
    void once_all_of_it_was_accepted_it_leaves_the_stock_and_does_so_once() {
        UUID leg = promised(new Claim.Amount(stock, tonnes("6")));
        accepted(leg, "4", "");
        asks.tick(now, PATIENCE);
        assertThat(inLedger()).as("two tonnes are still to come").contains(ClaimState.COMMITTED);
        accepted(leg, "2", "");
        asks.tick(now, PATIENCE);
        asks.tick(now, PATIENCE);
        assertThat(inLedger()).contains(ClaimState.CONSUMED);
        assertThat(market.left(stock)).isEqualTo(tonnes("4"));
        assertThat(listed("4")).isTrue();
        assertThat(closures.openEnds(office, emergency, now).any()).isFalse();
        assertThat(asks.of(office, emergency, now)).first().matches(ask -> ask.state() == AskState.COMMITTED);
    }

    @Test
    void what_came_stays_delivered_when_the_rest_is_taken_back_at_the_end() {
        UUID leg = promised(new Claim.Amount(stock, tonnes("6")));
        accepted(leg, "3", "0.5");
        assertThat(closures.openEnds(office, emergency, now).promised()).hasSize(1);
        closures.close(office, emergency, "需求已满足", Settlement.TAKE_BACK_ALL.name(), now)
                .orElseThrow();
        assertThat(inLedger()).contains(ClaimState.CONSUMED);
        assertThat(market.left(stock)).as("of ten tonnes three are gone").isEqualTo(tonnes("7"));
        assertThat(listed("7")).isTrue();
    }

    @Test
    void all_that_came_before_its_days_are_over_frees_the_days_that_are_left() {
        ListingId line = market.aLineMaking(supplier, "100", "zhi");
        TimeWindow days = market.days(1, 4);
        UUID leg = promised(new Claim.Rate(line, Quantity.of("300", "zhi"), days));
        UUID id = arrived(leg, "300");
        consignments
                .judge(
                        office,
                        id,
                        "j",
                        List.of(new BatchDraft("P1", "", "2026-01-01", "", "PASSED", "300", "", "")),
                        now)
                .orElseThrow();
        asks.tick(now, PATIENCE);
        assertThat(inLedger()).contains(ClaimState.CONSUMED);
        market.held(market.somebody(), Market.rate(line, "100", "zhi", market.days(3, 4)));
    }

    @Test
    void two_who_look_at_one_consignment_at_once_count_it_once() {
        UUID leg = promised(new Claim.Amount(stock, tonnes("6")));
        UUID id = arrived(leg, "6");
        List<CompletableFuture<Boolean>> looks = List.of("first", "second", "third").stream()
                .map(key -> CompletableFuture.supplyAsync(() -> consignments
                        .judge(
                                office,
                                id,
                                key,
                                List.of(new BatchDraft("P1", "", "2026-01-01", "", "PASSED", "6", "", "")),
                                now)
                        .isAccepted()))
                .toList();
        assertThat(looks.stream().filter(CompletableFuture::join).count()).isEqualTo(1);
        CompletableFuture<?>[] ticks = {
            CompletableFuture.runAsync(() -> asks.tick(now, PATIENCE)),
            CompletableFuture.runAsync(() -> asks.tick(now, PATIENCE))
        };
        CompletableFuture.allOf(ticks).join();
        assertThat(inLedger()).contains(ClaimState.CONSUMED);
        assertThat(market.left(stock)).isEqualTo(tonnes("4"));
        assertThat(listed("4")).isTrue();
        assertThat(reservations.proof().differences()).isEmpty();
    }

    @Test
    void the_ledger_is_proven_after_all_half_and_nothing_came() {
        UUID leg = promised(new Claim.Amount(stock, tonnes("6")));
        accepted(leg, "2", "1");
        assertThat(reservations.proof().differences()).isEmpty();
        closures.close(office, emergency, "需求已满足", Settlement.TAKE_BACK_ALL.name(), now)
                .orElseThrow();
        asks.tick(now, PATIENCE);
        assertThat(market.left(stock)).isEqualTo(tonnes("8"));
        assertThat(reservations.proof().differences()).isEmpty();
    }

    private Optional<ClaimState> inLedger() {
        return asks.dealt(office, emergency, now).get(0).ledger();
    }

    /** What the listing itself says it has. */
    private boolean listed(String tonnes) {
        return market.count(
                        "select count(*) from listing where id = ? and quantity_amount = ?",
                        stock.value(),
                        new BigDecimal(tonnes))
                == 1;
    }

    private static Quantity tonnes(String amount) {
        return Quantity.of(amount, "tonne");
    }

    private UUID promised(Claim claim) {
        asks.send(
                        office,
                        emergency,
                        List.of(new AskLeg(
                                null,
                                0,
                                supplier.organisation().orElseThrow(),
                                claim.listing(),
                                "熔喷布",
                                claim,
                                Optional.empty(),
                                "熔喷布",
                                "meltblown fabric",
                                "140000",
                                now.plus(Duration.ofDays(9)),
                                LegalBasis.MARKET_PURCHASE,
                                "",
                                "",
                                List.of())),
                        now)
                .orElseThrow();
        AskView ask = asks.of(office, emergency, now).get(0);
        asks.typeIn(office, emergency, ask.id(), new AnswerDraft("YES", Set.of(), "", "", "", "李厂长", ""), now)
                .orElseThrow();
        return ask.id();
    }

    /** A consignment of both sums, of which the first is accepted. */
    private void accepted(UUID leg, String good, String bad) {
        String all = bad.isEmpty()
                ? good
                : new BigDecimal(good).add(new BigDecimal(bad)).toPlainString();
        UUID id = arrived(leg, all);
        String reason = bad.isEmpty() ? "" : "外包装破损";
        consignments
                .judge(
                        office,
                        id,
                        "j",
                        List.of(new BatchDraft("P1", "", "2026-01-01", "", "PASSED", good, bad, reason)),
                        now)
                .orElseThrow();
    }

    private UUID arrived(UUID leg, String amount) {
        var sent = new DispatchDraft(
                Market.aKey(), amount, "晋A·12345", "王堃", "137 0000 1111", "江苏江阴", at(60), at(60 * 24), "", "");
        UUID id = consignments.send(supplier, leg, sent, ZONE, now).orElseThrow();
        consignments.depart(supplier, id, "d", at(0), "", ZONE, now).orElseThrow();
        return consignments.arrive(office, id, "a", at(0), ZONE, now).orElseThrow();
    }

    private String at(int minutes) {
        return TYPED.format(LocalDateTime.ofInstant(now.plus(Duration.ofMinutes(minutes)), ZONE));
    }
}
