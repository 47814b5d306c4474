package org.muster.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.allocation.Allocations;
import org.muster.allocation.PlanStanding;
import org.muster.allocation.PlannedRun;
import org.muster.demo.DemoSeeder;
import org.muster.emergency.EmergencyId;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.outbox.OutboxWorker;
import org.muster.planning.PlanRunId;
import org.muster.planning.PlanRunState;
import org.muster.shared.Quantity;
import org.muster.testing.DemoMarket;
import org.muster.testing.Emergencies;
import org.muster.testing.FourLooks;
import org.muster.testing.Markup;
import org.muster.testing.SignIn;
import org.muster.testing.Traders;

/** More is wanted after a plan was sent: it is found beside what was promised, and nobody who promised is moved. */
@QuarkusTest
@TestProfile(DemoMarket.class)
class MoreWantedTest {

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
    Allocations allocations;

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
        emergency = Emergencies.declared(chen, "物资增补" + Traders.aWord(), "山西");
        id = EmergencyId.of(emergency.substring(emergency.lastIndexOf('/') + 1));
    }

    @Test
    void a_new_need_and_a_raised_one_are_filled_beside_what_was_promised() {
        need("临汾市人民医院：医用外科口罩 2000只");
        String plan = chen.post(emergency + "/plan", Map.of("profile", "CHEAPEST", "fair", "true"))
                .uri()
                .getPath();
        until(plan, page -> page.select("#result-title").text().equals("结果"));
        assertThat(chen.post(emergency + "/asks/plan", Map.of("run", plan.substring(plan.lastIndexOf('/') + 1)))
                        .uri()
                        .getPath())
                .endsWith("/asks");
        everybodySays("YES");
        Set<AskView> promised = committed();
        assertThat(promised).isNotEmpty();
        assertThat(repairs.tick(clock.instant(), Duration.ofDays(1))).isZero();
        assertThat(chen.page(emergency + "/asks/repair").select("#repair").text())
                .contains("需求也没有增加");

        // Something else is needed: the page says what, and proposes who gives it.
        need("临汾市人民医院：医用防护服 60件");
        repairs.tick(clock.instant(), Duration.ofDays(1));
        Document proposal = until(
                emergency + "/asks/repair",
                page -> !page.select("form[action$=/apply]").isEmpty());
        assertThat(proposal.select("#grown tbody tr"))
                .singleElement()
                .satisfies(row -> assertThat(row.text()).contains("防护服", "—", "60"));
        assertThat(Markup.problemsOf(chen.get(emergency + "/asks/repair").body()))
                .isEmpty();
        FourLooks.at("coordinator-chen", Map.of("repair-of-more", emergency + "/asks/repair"));
        RepairView.Proposed proposed =
                repairs.of(DESK, id, clock.instant()).orElseThrow().proposed().orElseThrow();
        assertThat(proposed.moves()).isNotEmpty().allMatch(RepairMove::asks);
        assertThat(proposed.outputs()).hasSize(2);
        repairs.tick(clock.instant(), Duration.ofDays(1));
        assertThat(repairs.of(DESK, id, clock.instant())
                        .orElseThrow()
                        .proposed()
                        .orElseThrow()
                        .run())
                .as("once is enough")
                .isEqualTo(proposed.run());
        String run = proposal.select("form[action$=/apply] [name=run]").val();
        assertThat(chen.post(emergency + "/asks/repair/apply", Map.of("run", run))
                        .statusCode())
                .isEqualTo(200);
        assertThat(ids(committed())).isEqualTo(ids(promised));
        assertThat(chen.page(emergency + "/asks/repair").select("#grown")).isEmpty();
        everybodySays("YES");
        assertThat(committed()).hasSizeGreaterThan(promised.size());

        // Both are in the plan in force, and the board counts both.
        PlanInForce force = repairs.inForce(DESK, id).orElseThrow();
        assertThat(force.run().toString()).isEqualTo(run);
        assertThat(force.asks().values()).containsExactlyInAnyOrderElementsOf(ids(committed()));
        assertThat(chen.page(emergency + "/board").select("main").text()).contains("口罩", "防护服");

        // More of the first thing, within limits: nobody is asked twice for the same, and it applies by itself.
        Set<AskView> before = committed();
        assertThat(chen.post(emergency + "/asks/repair/limits", Map.of("legs", "50", "percent", "100"))
                        .statusCode())
                .isEqualTo(200);
        need("侯马市人民医院：医用外科口罩 1500只");
        Awaitility.await()
                .atMost(PLANNED_WITHIN)
                .pollInterval(Duration.ofMillis(300))
                .untilAsserted(() -> {
                    repairs.tick(clock.instant(), Duration.ofDays(1));
                    assertThat(repairs.of(DESK, id, clock.instant())
                                    .orElseThrow()
                                    .past())
                            .hasSize(2);
                });
        assertThat(ids(committed())).isEqualTo(ids(before));
        assertThat(all()).anyMatch(ask -> ask.state() == AskState.REQUESTED);
        assertThat(repairs.of(DESK, id, clock.instant()).orElseThrow().grown()).isEmpty();

        // A no to what was added is repaired as any other: its leg is found where the plan counts it by now.
        everybodySays("NO");
        repairs.tick(clock.instant(), Duration.ofDays(1));
        assertThat(repairs.of(DESK, id, clock.instant()).orElseThrow().causes()).isNotEmpty();
        assertThat(ids(committed())).isEqualTo(ids(before));
    }

    @Test
    void one_recipe_and_several_go_on_around_what_was_promised() {
        for (boolean several : List.of(false, true)) {
            emergency =
                    chen.post("/emergencies/scenarios/houma", Map.of()).uri().getPath();
            id = EmergencyId.of(emergency.substring(emergency.lastIndexOf('/') + 1));
            if (several) {
                chen.post(emergency + "/recipe", Map.of("recipe", "goggles", "output", "2000", "parallel", "1"));
            }
            String plan = chen.post(emergency + "/plan", Map.of("profile", "CHEAPEST", "fair", "true"))
                    .uri()
                    .getPath();
            until(plan, page -> page.select("#result-title").text().equals("结果"));
            PlanRunId run = new PlanRunId(UUID.fromString(plan.substring(plan.lastIndexOf('/') + 1)));
            Map<Integer, PlanStanding.Asked> promised = new HashMap<>();
            allocations
                    .legs(DESK, id, run)
                    .forEach(leg -> promised.put(
                            leg.arc(),
                            new PlanStanding.Asked(
                                    PlanStanding.Firmness.PROMISED, Optional.of(leg.quantity()), Optional.empty())));
            need("侯马市人民医院：医用防护服 60件");
            assertThat(allocations.grown(DESK, id, run, clock.instant()))
                    .singleElement()
                    .satisfies(growth -> assertThat(growth.before()).isEmpty());

            Allocations.Renewed renewed = allocations
                    .renew(DESK, id, run, new PlanStanding(promised, Set.of()), clock.instant())
                    .orElseThrow();
            PlannedRun after = Awaitility.await()
                    .atMost(PLANNED_WITHIN)
                    .pollInterval(Duration.ofMillis(300))
                    .until(
                            () -> allocations.run(DESK, id, renewed.run()).orElseThrow(),
                            one -> !one.detail().run().state().isOpen());
            assertThat(after.detail().run().state()).isEqualTo(PlanRunState.DONE);
            assertThat(renewed.positions().keySet()).isEqualTo(promised.keySet());
            Map<Integer, Quantity> carries = new HashMap<>();
            allocations.legs(DESK, id, renewed.run()).forEach(leg -> carries.put(leg.arc(), leg.quantity()));
            promised.forEach(
                    (arc, ask) -> assertThat(carries.get(renewed.positions().get(arc)))
                            .as("what arc %d promised, several recipes: %s", arc, several)
                            .isEqualTo(ask.quantity().orElseThrow()));
            assertThat(allocations
                            .compare(DESK, id, run, renewed.run())
                            .orElseThrow()
                            .outputs())
                    .allSatisfy(output -> assertThat(output.after().amount())
                            .isGreaterThanOrEqualTo(output.before().amount()))
                    .anySatisfy(output -> assertThat(output.before().amount()).isZero());
        }
    }

    private void need(String pasted) {
        assertThat(chen.post(emergency + "/needs/paste", Map.of("text", pasted)).statusCode())
                .isEqualTo(200);
    }

    private void everybodySays(String answer) {
        for (AskView ask : all()) {
            if (ask.state() == AskState.REQUESTED) {
                asks.typeIn(
                                DESK,
                                id,
                                ask.id(),
                                new AnswerDraft(answer, Set.of(), "", "", "电话里说的", "李厂长", ""),
                                clock.instant())
                        .orElseThrow();
            }
        }
    }

    private List<AskView> all() {
        return asks.of(DESK, id, clock.instant());
    }

    private Set<AskView> committed() {
        return all().stream().filter(ask -> ask.state() == AskState.COMMITTED).collect(Collectors.toSet());
    }

    private static Set<UUID> ids(Set<AskView> of) {
        return of.stream().map(AskView::id).collect(Collectors.toSet());
    }

    private Document until(String path, Predicate<Document> there) {
        return Awaitility.await()
                .atMost(PLANNED_WITHIN)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> chen.page(path), there::test);
    }
}
