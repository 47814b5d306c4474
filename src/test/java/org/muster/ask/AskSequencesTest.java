package org.muster.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.allocation.LegalBasis;
import org.muster.emergency.Declarations;
import org.muster.emergency.EmergencyDesk;
import org.muster.emergency.EmergencyId;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.reservation.Claim;
import org.muster.reservation.ClaimState;
import org.muster.reservation.ClaimView;
import org.muster.reservation.HoldView;
import org.muster.reservation.Market;
import org.muster.reservation.Reservations;
import org.muster.shared.ListingId;
import org.muster.shared.Outcome;
import org.muster.shared.Quantity;

/**
 * Random sequences of what an office, its suppliers and the clock do, some of it at the same moment. After every step the ledger and the asks have to say the
 * same, and nothing that was settled has moved. {@code -Dmuster.sequences=1000} for more of them; a failure names the seed.
 */
@QuarkusTest
class AskSequencesTest {

    private static final int SEQUENCES = Integer.getInteger("muster.sequences", 40);
    private static final int STEPS = 12;
    private static final int STOCK = 10;
    private static final Set<AskState> SETTLED =
            EnumSet.of(AskState.COMMITTED, AskState.DECLINED, AskState.EXPIRED, AskState.WITHDRAWN);

    @Inject
    Asks asks;

    @Inject
    AskBook book;

    @Inject
    EmergencyDesk emergencies;

    @Inject
    Reservations reservations;

    @Inject
    Market market;

    private Actor office = Actor.visitor();
    private final List<Actor> suppliers = new ArrayList<>();

    @BeforeEach
    void an_office_and_suppliers() {
        Actor buyer = market.somebody();
        office = new Actor(buyer.person(), "陈统筹", Set.of(Role.MEMBER, Role.COORDINATOR), buyer.organisation(), true);
        for (int i = 0; i < 3; i++) {
            suppliers.add(market.somebody());
        }
    }

    @Test
    void after_every_step_the_ledger_and_the_asks_say_the_same_and_nothing_settled_has_moved() {
        for (int seed = 1; seed <= SEQUENCES; seed++) {
            new Sequence(seed).run();
        }
    }

    private final class Sequence {

        private final int seed;
        private final Random random;
        private final EmergencyId emergency;
        private final Map<ListingId, Actor> stocks = new HashMap<>();
        private final List<String> done = new CopyOnWriteArrayList<>();
        private final Map<UUID, AskView> before = new HashMap<>();
        private volatile Instant now = market.now();
        private volatile boolean atOnce;

        private Sequence(int seed) {
            this.seed = seed;
            random = new Random(seed);
            emergency = emergencies
                    .declare(office, Declarations.of("山西"), Declarations.RULE, ZoneId.of("Asia/Shanghai"), now)
                    .orElseThrow();
            suppliers.forEach(one -> stocks.put(market.aStock(one, Integer.toString(STOCK), "tonne"), one));
        }

        private void run() {
            send();
            holds();
            for (int step = 0; step < STEPS; step++) {
                if (random.nextInt(4) == 0) {
                    Runnable one = something();
                    Runnable other = something();
                    atOnce = true;
                    CompletableFuture.allOf(CompletableFuture.runAsync(one), CompletableFuture.runAsync(other))
                            .join();
                    atOnce = false;
                } else {
                    something().run();
                }
                holds();
            }
        }

        // ── Steps ───────────────────────────────────────────────────────────────

        private Runnable something() {
            List<AskView> all = asks.of(office, emergency, now);
            int what = random.nextInt(10);
            if (all.isEmpty() || what == 0) {
                return this::send;
            }
            AskView ask = all.get(random.nextInt(all.size()));
            if (what <= 5) {
                AnswerDraft answer = answer(ask);
                int way = random.nextInt(3);
                done.add(answer.answer() + " by way " + way + " to " + ask.id());
                return () -> answered(ask, answer, way);
            }
            if (what == 6) {
                done.add("agree " + ask.id());
                return () -> refusedOr(asks.agree(office, emergency, ask.id(), now));
            }
            if (what == 7) {
                done.add("withdraw " + ask.id());
                return () -> refusedOr(asks.withdraw(office, emergency, ask.id(), "需求减少", now));
            }
            now = now.plus(Duration.ofMinutes(random.nextInt(150)));
            Instant then = now;
            done.add("clock " + then);
            return () -> asks.tick(then, Duration.ofDays(99));
        }

        private AnswerDraft answer(AskView ask) {
            return switch (random.nextInt(5)) {
                case 0, 1 -> new AnswerDraft("YES", Set.of(), "", "", "", "李厂长", "5678");
                case 2 -> new AnswerDraft("YES_IF", Set.of("VEHICLE"), "", "", "缺车", "李厂长", "5678");
                case 3 ->
                    new AnswerDraft(
                            "OTHER",
                            Set.of(),
                            ask.quantity().orElseThrow().amount().divide(BigDecimal.valueOf(2)) + " 吨",
                            "",
                            "",
                            "李厂长",
                            "5678");
                default -> new AnswerDraft("NO", Set.of(), "", "", "停产检修", "李厂长", "5678");
            };
        }

        private void answered(AskView ask, AnswerDraft answer, int way) {
            switch (way) {
                case 0 -> refusedOr(asks.answer(ask.token(), answer, now));
                case 1 ->
                    refusedOr(asks.answer(Objects.requireNonNull(stocks.get(listing(ask))), ask.id(), answer, now));
                default -> refusedOr(asks.typeIn(office, emergency, ask.id(), answer, now));
            }
        }

        /** Both may be right; what must not be is anything thrown. */
        private void refusedOr(Outcome<?> outcome) {
            assertThat(outcome.isAccepted() || !outcome.reasons().isEmpty()).isTrue();
        }

        /** Of one to three stocks, so that some are more than there is. */
        private void send() {
            List<AskLeg> legs = new ArrayList<>();
            Map<ListingId, BigDecimal> wanted = new HashMap<>();
            stocks.forEach((listing, supplier) -> {
                if (legs.isEmpty() || random.nextBoolean()) {
                    BigDecimal tonnes = BigDecimal.valueOf(1 + random.nextInt(6));
                    wanted.put(listing, tonnes);
                    legs.add(leg(listing, supplier, tonnes));
                }
            });
            boolean enough = wanted.entrySet().stream()
                    .allMatch(one -> left(one.getKey()).amount().compareTo(one.getValue()) >= 0);
            int held = asks.of(office, emergency, now).size();
            Outcome<Integer> sent = asks.send(office, emergency, legs, now);
            done.add("send " + wanted.values() + " " + sent.isAccepted());
            if (!sent.isAccepted()) {
                // When somebody else gave it back meanwhile, nobody can say any more what was too little.
                assertThat(sent.reasons()).extracting(one -> one.key()).anyMatch(key -> key.startsWith("reservation."));
            }
            if (!atOnce) {
                assertThat(sent.isAccepted()).as(this::told).isEqualTo(enough);
                assertThat(asks.of(office, emergency, now)).as(this::told).hasSize(enough ? held + legs.size() : held);
            }
        }

        private AskLeg leg(ListingId listing, Actor supplier, BigDecimal tonnes) {
            return new AskLeg(
                    null,
                    0,
                    supplier.organisation().orElseThrow(),
                    listing,
                    "熔喷布",
                    new Claim.Amount(listing, Quantity.of(tonnes.toPlainString(), "tonne")),
                    Optional.empty(),
                    "熔喷布",
                    "meltblown fabric",
                    "140000",
                    now.plus(Duration.ofDays(2)),
                    LegalBasis.MARKET_PURCHASE,
                    "",
                    "",
                    List.of());
        }

        // ── What has to hold after each ─────────────────────────────────────────

        private void holds() {
            // The clock has been everywhere: what is over is over in the ledger as well.
            asks.tick(now, Duration.ofDays(99));
            Map<ListingId, BigDecimal> given = new HashMap<>();
            for (AskView ask : asks.of(office, emergency, now)) {
                SupplyAsk row = book.byId(ask.id()).orElseThrow();
                HoldView hold = reservations.hold(office, row.hold(), now).orElseThrow();
                ClaimView claim = hold.claims().stream()
                        .filter(one -> one.id().equals(row.claimId()))
                        .findFirst()
                        .orElseThrow();
                boolean counts =
                        ask.state() == AskState.COMMITTED || ask.state().holds();
                assertThat(claim.state().isLive()).as(told(ask)).isEqualTo(counts);
                assertThat(claim.state() == ClaimState.COMMITTED)
                        .as(told(ask))
                        .isEqualTo(ask.state() == AskState.COMMITTED);
                if (counts) {
                    given.merge(row.listing(), ask.quantity().orElseThrow().amount(), BigDecimal::add);
                }
                // No claim of a hold is without an ask of its own.
                assertThat(hold.claims())
                        .as(told(ask))
                        .hasSize(book.round(row.round()).size());
                followed(ask);
                before.put(ask.id(), ask);
            }
            stocks.keySet()
                    .forEach(stock -> assertThat(left(stock).amount())
                            .as(this::told)
                            .isEqualByComparingTo(
                                    BigDecimal.valueOf(STOCK).subtract(given.getOrDefault(stock, BigDecimal.ZERO))));
        }

        /** What was settled stays, what was said stays said, and nothing goes a way that there is not. */
        private void followed(AskView ask) {
            AskView was = before.get(ask.id());
            if (was == null) {
                return;
            }
            if (SETTLED.contains(was.state())) {
                assertThat(ask.state()).as(told(ask)).isEqualTo(was.state());
                assertThat(ask.quantity()).as(told(ask)).isEqualTo(was.quantity());
            }
            if (was.state().waitsForOffice()) {
                assertThat(ask.state())
                        .as(told(ask))
                        .isIn(was.state(), AskState.COMMITTED, AskState.WITHDRAWN, AskState.EXPIRED);
            }
            assertThat(ask.history().subList(0, was.history().size()))
                    .as(told(ask))
                    .isEqualTo(was.history());
        }

        private ListingId listing(AskView ask) {
            return book.byId(ask.id()).orElseThrow().listing();
        }

        private Quantity left(ListingId stock) {
            return market.left(stock, now);
        }

        private String told() {
            return "seed " + seed + ", done: " + String.join("; ", done);
        }

        private String told(AskView ask) {
            return ask.id() + " is " + ask.state() + ", " + told();
        }
    }
}
