package org.muster.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.muster.allocation.Allocations;
import org.muster.allocation.PlannedLeg;
import org.muster.allocation.PlannedRun;
import org.muster.certificate.Certificates;
import org.muster.consignment.BatchDraft;
import org.muster.consignment.Consignments;
import org.muster.consignment.DispatchDraft;
import org.muster.demo.DemoSeeder;
import org.muster.emergency.EmergencyId;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.outbox.OutboxWorker;
import org.muster.planning.PlanRunId;
import org.muster.reservation.Claim;
import org.muster.reservation.ClaimState;
import org.muster.reservation.ClaimView;
import org.muster.reservation.HoldRequest;
import org.muster.reservation.HoldView;
import org.muster.reservation.Market;
import org.muster.reservation.Reservations;
import org.muster.testing.DemoMarket;
import org.muster.testing.Markup;
import org.muster.testing.SignIn;
import org.muster.testing.Traders;

/**
 * The Houma case: two suppliers decline and one keeps silent, and the plan repairs itself, with what moves on the page. A minute or more, so only
 * with {@code -Dmuster.long=true}.
 */
@QuarkusTest
@Tag("long")
@Order(Integer.MAX_VALUE) // It leaves little of the market to others.
@TestProfile(DemoMarket.class)
class RepairTest {

    private static final Duration PLANNED_WITHIN = Duration.ofSeconds(90);
    private static final Actor DESK =
            new Actor(Optional.empty(), "席位", Set.of(Role.COORDINATOR), Optional.empty(), false);

    @Inject
    DemoSeeder seeder;

    @Inject
    OutboxWorker outbox;

    @Inject
    Asks asks;

    @Inject
    Repairs repairs;

    @Inject
    AskBook book;

    @Inject
    Reservations reservations;

    @Inject
    Allocations allocations;

    @Inject
    Certificates certificates;

    @Inject
    Consignments consignments;

    @Inject
    Market market;

    @Inject
    Clock clock;

    @SuppressWarnings("NullAway.Init")
    private SignIn.Visitor chen;

    private String emergency = "";
    private EmergencyId id = EmergencyId.create();

    @BeforeEach
    void a_coordinator_and_the_demonstration() {
        seeder.seed();
        outbox.drain();
        chen = Traders.someoneOf("指挥部" + Traders.aWord(), SignIn.applicationUrl(), "coordinator-chen");
    }

    @Test
    void two_declines_and_a_silence_are_repaired_and_nobody_who_said_yes_is_moved() {
        emergency = chen.post("/emergencies/scenarios/houma", Map.of()).uri().getPath();
        id = EmergencyId.of(emergency.substring(emergency.lastIndexOf('/') + 1));
        assertThat(chen.page(emergency + "/asks/repair").select("main").text()).contains("还没有发出的方案");
        String plan = chen.post(emergency + "/plan", Map.of("profile", "CHEAPEST", "fair", "true"))
                .uri()
                .getPath();
        until(plan, page -> page.select("#result-title").text().equals("结果"));

        // Somebody else takes what the plan counts on: it is made again, and shown beside what was to be sent.
        somebodyElseTakes(plan);
        HttpResponse<String> moved =
                chen.post(emergency + "/asks/plan", Map.of("run", plan.substring(plan.lastIndexOf('/') + 1)));
        assertThat(moved.body().contains("台账已变动"))
                .as(Jsoup.parse(moved.body()).select("[role=alert]").text())
                .isTrue();
        assertThat(all()).isEmpty();
        String again = moved.uri().getPath();
        assertThat(again).startsWith(emergency + "/plan/").isNotEqualTo(plan);
        until(again, page -> !page.select("#compared-title").isEmpty());
        plan = again;

        HttpResponse<String> sent =
                chen.post(emergency + "/asks/plan", Map.of("run", plan.substring(plan.lastIndexOf('/') + 1)));
        assertThat(sent.uri().getPath())
                .as(Jsoup.parse(sent.body()).select("[role=alert]").text() + sent.statusCode())
                .endsWith("/asks");

        // Two say no, one says nothing, everybody else says yes.
        List<AskView> all = all();
        assertThat(all).hasSizeGreaterThan(4);
        List<AskView> troubled =
                asksOfDifferentSuppliers(replaceableFirst(all, plan)).subList(0, 3);
        for (AskView ask : all) {
            if (!ask.id().equals(troubled.get(2).id())) {
                boolean no = troubled.contains(ask);
                asks.typeIn(DESK, id, ask.id(), said(no ? "NO" : "YES", no ? "停产检修" : ""), clock.instant())
                        .orElseThrow();
            }
        }
        asks.tick(all.get(0).answerBy().plusSeconds(1), Duration.ofDays(99));
        assertThat(state(troubled.get(2))).isEqualTo(AskState.EXPIRED);
        Set<UUID> promised = committed();
        assertThat(promised).hasSize(all.size() - 3);

        repairs.tick(clock.instant(), Duration.ofDays(1));
        Document proposal = until(
                emergency + "/asks/repair",
                page -> !page.select("form[action$=/apply]").isEmpty());
        assertThat(Markup.problemsOf(chen.get(emergency + "/asks/repair").body()))
                .isEmpty();
        assertThat(proposal.select("#causes-title ~ table tbody tr"))
                .hasSize(3)
                .extracting(row -> row.text())
                .anySatisfy(row -> assertThat(row).contains("不能供应", "停产检修"))
                .anySatisfy(row -> assertThat(row).contains("逾期未答"));
        assertThat(proposal.select("#moves").text()).contains("失去");
        List<RepairMove> moves = repairs.of(DESK, id, clock.instant())
                .orElseThrow()
                .proposed()
                .orElseThrow()
                .moves();
        assertThat(moves).filteredOn(move -> move.why() == RepairMove.Why.GONE).hasSize(3);
        assertThat(moves).as("what was lost is had from others").anyMatch(RepairMove::asks);
        assertThat(moves)
                .as("nobody who said yes is moved")
                .noneMatch(move -> move.why() == RepairMove.Why.NOT_TAKEN || move.why() == RepairMove.Why.AGREED);

        // Bad limits are refused, and what was typed stays.
        HttpResponse<String> refused =
                chen.post(emergency + "/asks/repair/limits", Map.of("legs", "许多", "percent", "5"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("#legs").val()).isEqualTo("许多");

        // It is agreed to, not sent once more.
        String run = proposal.select("form[action$=/apply] [name=run]").val();
        assertThat(chen.post(emergency + "/asks/plan", Map.of("run", run)).statusCode())
                .isEqualTo(422);
        HttpResponse<String> applied = chen.post(emergency + "/asks/repair/apply", Map.of("run", run));
        assertThat(applied.statusCode())
                .as(Jsoup.parse(applied.body()).select("[role=alert]").text())
                .isEqualTo(200);
        Document after = Jsoup.parse(applied.body());
        assertThat(after.select("#past-title ~ ul li").eachText())
                .hasSize(moves.size())
                .anySatisfy(line -> assertThat(line).contains("失去"));
        assertThat(after.select("form[action$=/apply]")).isEmpty();
        assertThat(committed()).isEqualTo(promised);
        assertThat(all().stream()
                        .filter(ask -> ask.state() == AskState.REQUESTED)
                        .count())
                .isEqualTo(moves.stream().filter(RepairMove::asks).count());
        everyHoldHasALivingAsk();

        // A second time there is nothing to agree to.
        assertThat(chen.post(emergency + "/asks/repair/apply", Map.of("run", run))
                        .statusCode())
                .isEqualTo(422);

        // Within limits the next no is repaired without anybody.
        assertThat(chen.post(emergency + "/asks/repair/limits", Map.of("legs", "50", "percent", "100"))
                        .statusCode())
                .isEqualTo(200);
        AskView next = all().stream()
                .filter(ask -> ask.state() == AskState.REQUESTED)
                .findFirst()
                .orElseThrow();
        asks.typeIn(DESK, id, next.id(), said("NO", "车辆故障"), clock.instant()).orElseThrow();
        untilRepaired(view -> view.past().size() == 2);
        assertThat(committed()).isEqualTo(promised);
        everyHoldHasALivingAsk();

        // Something promised is lost: it is given back with the repair that fills its place.
        AskView lost = all().stream()
                .filter(ask -> ask.state() == AskState.COMMITTED)
                .findFirst()
                .orElseThrow();
        String desk = emergency + "/asks/" + lost.id();
        assertThat(chen.post(desk + "/lose", Map.of("loss", "CERTIFICATE_LAPSED", "lossNote", ""))
                        .statusCode())
                .isEqualTo(422);
        assertThat(chen.post(desk + "/lose", Map.of("loss", "CERTIFICATE_LAPSED", "lossNote", "注册证已过期"))
                        .statusCode())
                .isEqualTo(200);
        untilRepaired(view -> state(lost) == AskState.WITHDRAWN);
        promised.remove(lost.id());
        assertThat(committed()).isEqualTo(promised);
        everyHoldHasALivingAsk();

        // Half of what came for a leg is rejected: that half is had from others as far as anybody has it, and the leg
        // stays.
        int before = repairs.of(DESK, id, clock.instant()).orElseThrow().past().size();
        AskView partly = halfIsRejected();
        untilRepaired(view -> view.past().size() > before && view.causes().isEmpty());
        assertThat(state(partly)).isEqualTo(AskState.COMMITTED);
        asks.tick(clock.instant(), Duration.ofDays(99));
        assertThat(asks.dealt(DESK, id, clock.instant()))
                .filteredOn(one -> one.ask().id().equals(partly.id()))
                .singleElement()
                .matches(Dealt::delivered);

        AskView unproven = somebodyTakesTheirPapersBack(plan);
        assertThat(repairs.of(DESK, id, clock.instant()).orElseThrow().causes())
                .filteredOn(cause -> cause.ask().equals(unproven.id()))
                .singleElement()
                .satisfies(cause -> assertThat(cause.cause()).isEqualTo(Loss.CERTIFICATE_LAPSED.name()));
        assertThat(chen.page(emergency + "/asks/repair").select("main").text()).contains("证书失效");
        assertThat(chen.page(emergency + "/asks/" + unproven.id())
                        .select("main")
                        .text())
                .contains("不能再指望");
        everyHoldHasALivingAsk();

        SignIn.Visitor li = SignIn.as("buyer-li");
        assertThat(li.get(emergency + "/asks/repair").statusCode()).isIn(403, 404);
    }

    private void somebodyElseTakes(String plan) {
        Actor buyer = market.somebody();
        Actor office =
                new Actor(buyer.person(), "别的指挥部", Set.of(Role.MEMBER, Role.COORDINATOR), buyer.organisation(), true);
        PlanRunId run = new PlanRunId(UUID.fromString(plan.substring(plan.lastIndexOf('/') + 1)));
        Claim claim = allocations.legs(DESK, id, run).get(0).claim();
        // As often as there is enough of it, so that the plan's own claim finds too little.
        int taken = 0;
        while (reservations
                .holdForEmergency(
                        office, new HoldRequest("before them " + taken, List.of(claim), null, ""), clock.instant())
                .isAccepted()) {
            taken++;
        }
        assertThat(taken).isPositive();
    }

    private AskView halfIsRejected() {
        AskView ask = all().stream()
                .filter(one -> one.state() == AskState.COMMITTED)
                .filter(one -> one.quantity()
                        .filter(some -> some.amount().compareTo(BigDecimal.valueOf(100)) >= 0)
                        .isPresent())
                .findFirst()
                .orElseThrow();
        Actor office = Asks.holder(book.byId(ask.id()).orElseThrow());
        BigDecimal all = ask.quantity().orElseThrow().amount();
        BigDecimal half = all.divide(BigDecimal.valueOf(2));
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        String at = typed(zone, 0);
        var sent = new DispatchDraft(
                "half",
                all.toPlainString(),
                "晋A·12345",
                "王堃",
                "137 0000 1111",
                "江苏江阴",
                typed(zone, 2),
                typed(zone, 6),
                "",
                "李厂长");
        UUID consignment = consignments
                .typeIn(office, ask.id(), sent, zone, clock.instant())
                .orElseThrow();
        consignments
                .depart(office, consignment, "d", at, "李厂长", zone, clock.instant())
                .orElseThrow();
        consignments.arrive(office, consignment, "a", at, zone, clock.instant()).orElseThrow();
        var batch = new BatchDraft(
                "P1", "", "2026-01-01", "", "PASSED", half.toPlainString(), half.toPlainString(), "过滤效率不足");
        consignments
                .judge(office, consignment, "j", List.of(batch), clock.instant())
                .orElseThrow();
        return ask;
    }

    private String typed(ZoneId zone, int hours) {
        return LocalDateTime.ofInstant(clock.instant().plus(Duration.ofHours(hours)), zone)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    /** Of one who promised what only papers let it make. */
    private AskView somebodyTakesTheirPapersBack(String plan) {
        PlannedRun planned = allocations
                .run(DESK, id, new PlanRunId(UUID.fromString(plan.substring(plan.lastIndexOf('/') + 1))))
                .orElseThrow();
        AskView ask = all().stream()
                .filter(one -> one.state() == AskState.COMMITTED)
                .filter(one -> {
                    int arc = book.byId(one.id()).orElseThrow().arc();
                    int requirement =
                            planned.detail().order().problem().arcs().get(arc).requirement();
                    return !planned.sense()
                            .requirements()
                            .get(requirement)
                            .papers()
                            .isEmpty();
                })
                .findFirst()
                .orElseThrow();
        Actor maker = new Actor(Optional.empty(), "质量部", Set.of(Role.MEMBER), Optional.of(ask.organisation()), true);
        certificates
                .mine(maker)
                .forEach(own -> certificates
                        .withdraw(maker, own.card().id(), clock.instant())
                        .orElseThrow());
        outbox.drain();
        return ask;
    }

    /** By itself, as the clock would have it. */
    private void untilRepaired(Predicate<RepairView> there) {
        Awaitility.await()
                .atMost(PLANNED_WITHIN)
                .pollInterval(Duration.ofMillis(300))
                .untilAsserted(() -> {
                    repairs.tick(clock.instant(), Duration.ofDays(1));
                    RepairView view = repairs.of(DESK, id, clock.instant()).orElseThrow();
                    assertThat(view).matches(there);
                });
    }

    private Document until(String path, Predicate<Document> there) {
        return Awaitility.await()
                .atMost(PLANNED_WITHIN)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> chen.page(path), there::test);
    }

    /** Those for which the plan knows others who could carry the same. */
    private List<AskView> replaceableFirst(List<AskView> all, String plan) {
        PlanRunId run = new PlanRunId(UUID.fromString(plan.substring(plan.lastIndexOf('/') + 1)));
        Set<Integer> replaceable = allocations.legs(DESK, id, run).stream()
                .filter(leg ->
                        leg.standbys().stream().anyMatch(one -> !one.supplier().equals(leg.supplier())))
                .map(PlannedLeg::arc)
                .collect(Collectors.toSet());
        assertThat(replaceable).isNotEmpty();
        return all.stream()
                .sorted(Comparator.comparing((AskView ask) ->
                        !replaceable.contains(book.byId(ask.id()).orElseThrow().arc())))
                .toList();
    }

    private static List<AskView> asksOfDifferentSuppliers(List<AskView> all) {
        Set<Object> seen = new HashSet<>();
        return new ArrayList<>(
                all.stream().filter(ask -> seen.add(ask.organisation())).toList());
    }

    private static AnswerDraft said(String answer, String note) {
        return new AnswerDraft(answer, Set.of(), "", "", note, "李厂长", "");
    }

    private List<AskView> all() {
        return asks.of(DESK, id, clock.instant());
    }

    private AskState state(AskView ask) {
        return asks.byId(DESK, id, ask.id(), clock.instant()).orElseThrow().state();
    }

    private Set<UUID> committed() {
        return all().stream()
                .filter(ask -> ask.state() == AskState.COMMITTED)
                .map(AskView::id)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** What the ledger holds for the emergency is what its asks say, neither more nor less. */
    private void everyHoldHasALivingAsk() {
        Map<UUID, AskState> states = new HashMap<>();
        for (AskView view : all()) {
            SupplyAsk ask = book.byId(view.id()).orElseThrow();
            HoldView hold = reservations.hold(DESK, ask.hold(), clock.instant()).orElseThrow();
            ClaimView claim = hold.claims().stream()
                    .filter(one -> one.id().equals(ask.claimId()))
                    .findFirst()
                    .orElseThrow();
            if (ask.accepted().isPresent()) {
                assertThat(claim.state()).as("%s has come", view.title()).isEqualTo(ClaimState.CONSUMED);
                states.put(claim.id().value(), ask.state());
                continue;
            }
            ClaimState expected = ask.state() == AskState.COMMITTED
                    ? ClaimState.COMMITTED
                    : ask.state().holds() ? ClaimState.HELD : null;
            assertThat(claim.state().isLive())
                    .as("%s is %s", view.title(), ask.state())
                    .isEqualTo(expected != null);
            if (expected != null) {
                assertThat(claim.state()).isEqualTo(expected);
                assertThat(claim.what().listing()).isEqualTo(ask.listing());
            }
            states.put(claim.id().value(), ask.state());
            // No claim of the hold is without an ask of its own.
            assertThat(hold.claims()).hasSize(book.round(ask.round()).size());
        }
        assertThat(states).as("no two asks count on one claim").hasSize(all().size());
    }
}
