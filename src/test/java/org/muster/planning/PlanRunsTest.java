package org.muster.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.reservation.Market.amount;
import static org.muster.reservation.Market.rate;
import static org.muster.reservation.Market.refused;
import static org.muster.reservation.Market.time;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.identity.Actor;
import org.muster.planning.model.Arc;
import org.muster.planning.model.Demand;
import org.muster.planning.model.Doubt;
import org.muster.planning.model.Draw;
import org.muster.planning.model.Effort;
import org.muster.planning.model.Making;
import org.muster.planning.model.Offer;
import org.muster.planning.model.PlanAnswer;
import org.muster.planning.model.PlanChecker;
import org.muster.planning.model.PlanOrder;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.Profile;
import org.muster.planning.model.Reliability;
import org.muster.planning.model.Requirement;
import org.muster.planning.model.Stage;
import org.muster.planning.model.Staging;
import org.muster.planning.model.Supplier;
import org.muster.reservation.Market;
import org.muster.shared.ListingId;
import org.muster.shared.Quantity;

/** A plan is asked for, made in the background by the real worker with real exact solvers, kept, and held against the real ledger. */
@QuarkusTest
class PlanRunsTest {

    private static final Effort SHORT = new Effort(7, Duration.ofSeconds(5), 1, Effort.UNTIL_TIME_IS_UP, 0);

    @Inject
    PlanRuns runs;

    @Inject
    PlanRunSteps steps;

    @Inject
    Market market;

    private final Actor coordinator = Market.coordinator();
    private Actor supplier = Actor.visitor();

    @BeforeEach
    void a_supplier() {
        supplier = market.somebody();
    }

    // ── From asking to answer ───────────────────────────────────────────────────

    @Test
    void what_is_asked_for_is_planned_proved_explained_and_kept() {
        PlanOrder order = order(film(300, SHORT), draws(3));
        PlanRunId run = begun(coordinator, order);
        PlanRunDetail detail = ended(coordinator, run);
        assertThat(detail.run().state()).isEqualTo(PlanRunState.DONE);
        assertThat(detail.run().mayCancel()).isFalse();
        assertThat(detail.order()).isEqualTo(order);
        PlanAnswer answer = detail.answer().orElseThrow();
        assertThat(PlanChecker.check(order.problem(), answer.proven().plan())).isEmpty();
        assertThat(answer.proven().optimal()).isTrue();
        assertThat(answer.explanation().legs())
                .hasSize(answer.proven().plan().legs().size());
        assertThat(answer.outlook().probability()).isEqualTo(1);
        PlanRunView.Figures figures = detail.run().best().orElseThrow();
        assertThat(figures.cost()).isEqualTo(answer.proven().plan().cost().total());
        assertThat(figures.netGap()).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(detail.best()).contains(answer.proven());
    }

    @Test
    void nothing_wanted_is_planned_too() {
        var problem = new PlanProblem(
                List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), 1,
                SHORT);
        PlanRunDetail detail = ended(coordinator, begun(coordinator, order(problem, List.of())));
        assertThat(detail.run().state()).isEqualTo(PlanRunState.DONE);
        assertThat(detail.answer().orElseThrow().proven().plan().legs()).isEmpty();
    }

    @Test
    void stages_that_follow_each_other_are_planned_in_time() {
        PlanProblem problem = film(300, SHORT);
        var staging = new Staging(List.of(new Making(0, 10, 1, 5, 5)), List.of(30L), 10, 500);
        PlanOrder order = new PlanOrder(
                UUID.randomUUID(),
                problem,
                staging,
                draws(3),
                List.of(1L),
                Collections.nCopies(3, Reliability.PERFECT),
                Profile.CHEAPEST,
                false);
        PlanAnswer answer =
                ended(coordinator, begun(coordinator, order)).answer().orElseThrow();
        assertThat(answer.milestones()).hasSize(2);
        assertThat(answer.schedule().allocated()).isEqualTo(10);
        assertThat(answer.schedule().released()).isLessThanOrEqualTo(500);
        assertThat(answer.schedule().criticalPath()).isNotEmpty();
    }

    @Test
    void the_fewest_suppliers_or_fair_shares_are_had_for_the_asking() {
        PlanProblem problem = film(300, SHORT);
        for (Profile profile : Profile.values()) {
            PlanOrder order = new PlanOrder(
                    UUID.randomUUID(),
                    problem,
                    null,
                    draws(3),
                    List.of(1L),
                    Collections.nCopies(3, Reliability.PERFECT),
                    profile,
                    true);
            PlanRunDetail detail = ended(coordinator, begun(coordinator, order));
            assertThat(detail.run().state()).isEqualTo(PlanRunState.DONE);
            assertThat(detail.run().profile()).isEqualTo(profile);
            assertThat(detail.answer().orElseThrow().proven().plan().outputs()).containsExactly(300L);
        }
    }

    // ── Whose it is ─────────────────────────────────────────────────────────────

    @Test
    void an_organisation_sees_its_own_and_coordinators_all() {
        UUID subject = UUID.randomUUID();
        PlanOrder order = order(film(10, SHORT), draws(3));
        PlanRunId own = begun(supplier, of(subject, order));
        PlanRunId theirs = begun(coordinator, of(subject, order));
        Actor other = market.somebody();
        assertThat(runs.of(supplier, subject)).extracting(PlanRunView::id).containsExactly(own);
        assertThat(runs.of(coordinator, subject)).extracting(PlanRunView::id).containsExactlyInAnyOrder(own, theirs);
        assertThat(runs.of(other, subject)).isEmpty();
        assertThat(runs.of(Actor.visitor(), subject)).isEmpty();
        assertThat(runs.progress(other, own)).isEmpty();
        assertThat(runs.detail(other, own)).isEmpty();
        assertThat(refused(runs.cancel(other, own, market.now()))).containsExactly(PlanRuns.NOT_FOUND);
        assertThat(refused(runs.begin(Actor.visitor(), order, market.now()))).containsExactly(PlanRuns.NOT_FOUND);
        assertThat(runs.of(coordinator, UUID.randomUUID())).isEmpty();
        ended(coordinator, theirs);
    }

    // ── Ended early ─────────────────────────────────────────────────────────────

    @Test
    void whoever_cancels_keeps_the_best_plan_so_far_with_its_gap() {
        PlanOrder order = order(large(), draws(120));
        PlanRunId run = begun(coordinator, order);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> progress(run).best().isPresent() && progress(run).state() == PlanRunState.RUNNING);
        PlanRunView.Figures before = progress(run).best().orElseThrow();
        assertThat(runs.cancel(coordinator, run, market.now()).isAccepted()).isTrue();
        assertThat(progress(run).state()).isEqualTo(PlanRunState.CANCELLED);
        assertThat(refused(runs.cancel(coordinator, run, market.now()))).containsExactly("planning.nothing_to_cancel");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> detail(run).answer().isPresent());
        PlanRunDetail after = detail(run);
        assertThat(after.run().state()).isEqualTo(PlanRunState.CANCELLED);
        PlanRunView.Figures figures = after.run().best().orElseThrow();
        assertThat(figures.cost()).isLessThanOrEqualTo(before.cost());
        assertThat(figures.bound()).isGreaterThanOrEqualTo(before.bound());
        assertThat(PlanChecker.check(
                        order.problem(), after.answer().orElseThrow().proven().plan()))
                .isEmpty();
    }

    // ── Servers die ─────────────────────────────────────────────────────────────

    @Test
    void what_a_dead_server_left_is_gone_on_with_and_the_dead_write_nothing_more() {
        PlanOrder order = order(film(300, SHORT), draws(3));
        PlanRunId run = begun(coordinator, order);
        PlanAnswer answer = ended(coordinator, run).answer().orElseThrow();
        // As a server leaves it that is killed in its first turn, having stored its best plan so far.
        market.run("update plan_run_content set answer = null where run_id = ?", run.value());
        market.run(
                "update plan_run set state = 'RUNNING', turn = 1, finished_at = null,"
                        + " leased_until = now() - interval '1 minute' where id = ?",
                run.value());
        PlanRunDetail again = ended(coordinator, run);
        assertThat(again.run().state()).isEqualTo(PlanRunState.DONE);
        assertThat(again.answer().orElseThrow().proven().plan().cost())
                .isEqualTo(answer.proven().plan().cost());
        assertThat(market.count("select turn from plan_run where id = ?", run.value()))
                .isEqualTo(2);
        assertThat(steps.improved(run, 1, answer.proven())).isFalse();
        assertThat(steps.beat(run, 1)).isFalse();
        steps.failed(run, 1, "late");
        assertThat(progress(run).state()).isEqualTo(PlanRunState.DONE);
    }

    @Test
    void what_brings_its_server_down_again_and_again_is_left_alone() {
        PlanRunId run = begun(coordinator, order(film(10, SHORT), draws(3)));
        ended(coordinator, run);
        market.run(
                "update plan_run set state = 'RUNNING', turn = 3, finished_at = null,"
                        + " leased_until = now() - interval '1 minute' where id = ?",
                run.value());
        assertThat(ended(coordinator, run).run().state()).isEqualTo(PlanRunState.FAILED);
    }

    // ── The ledger ──────────────────────────────────────────────────────────────

    @Test
    void what_the_ledger_still_has_raises_no_doubt() {
        ListingId stock = market.aStock(supplier, "300", "kilogram");
        ListingId line = market.aLine(supplier);
        ListingId making = market.aLineMaking(supplier, "100", "piece");
        List<Draw> draws = List.of(
                new Draw(stock, null, BigDecimal.ONE),
                new Draw(line, market.days(2, 4), BigDecimal.ONE),
                new Draw(making, market.days(2, 4), BigDecimal.ONE));
        // All three are needed: 100 from each.
        PlanRunDetail detail = ended(coordinator, begun(coordinator, order(film(300, SHORT), draws)));
        assertThat(detail.run().doubts()).isEmpty();
        assertThat(detail.run().state()).isEqualTo(PlanRunState.DONE);
    }

    @Test
    void what_somebody_got_meanwhile_is_told_with_what_is_left() {
        ListingId stock = market.aStock(supplier, "300", "kilogram");
        ListingId line = market.aLine(supplier);
        ListingId making = market.aLineMaking(supplier, "100", "piece");
        market.held(
                market.somebody(),
                amount(stock, "250", "kilogram"),
                time(line, market.days(3, 5)),
                rate(making, "120", "piece", market.days(2, 4)));
        List<Draw> draws = List.of(
                new Draw(stock, null, new BigDecimal("0.5").multiply(baseOf("kilogram"))),
                new Draw(line, market.days(2, 4), BigDecimal.ONE),
                new Draw(making, market.days(2, 4), BigDecimal.ONE));
        PlanRunDetail detail = ended(coordinator, begun(coordinator, order(film(300, SHORT), draws)));
        assertThat(detail.run().state()).isEqualTo(PlanRunState.OVERTAKEN);
        assertThat(detail.answer()).isPresent();
        // 50 kilograms are left and 50 are wanted; the line is taken for a day of the two; 80 pieces are left where 100
        // are wanted.
        assertThat(detail.run().doubts()).extracting(Doubt::offer).containsExactly(1, 2);
        Doubt pieces = detail.run().doubts().get(1);
        assertThat(pieces.wanted()).isEqualByComparingTo("100");
        assertThat(pieces.left()).isEqualByComparingTo("80");
    }

    @Test
    void what_is_gone_from_the_market_is_nothing_to_plan_with() {
        ListingId stock = market.aStock(supplier, "300", "kilogram");
        market.run("update listing set state = 'PAUSED' where id = ?", stock.value());
        List<Draw> draws =
                List.of(new Draw(stock, null, BigDecimal.ONE), Draw.NOTHING, new Draw(null, null, BigDecimal.ONE));
        PlanRunDetail detail = ended(coordinator, begun(coordinator, order(film(300, SHORT), draws)));
        assertThat(detail.run().doubts()).extracting(Doubt::offer).containsExactly(0);
    }

    // ── Orders ──────────────────────────────────────────────────────────────────

    private static BigDecimal baseOf(String unit) {
        return Quantity.of("1", unit).inBase();
    }

    /** One component, three offers of 100 each. */
    private static PlanProblem film(long wanted, Effort effort) {
        List<Offer> offers = new ArrayList<>();
        List<Arc> arcs = new ArrayList<>();
        for (int o = 0; o < 3; o++) {
            offers.add(new Offer("offer " + o, o, 100, 0, 1, false, 10L * o));
            arcs.add(new Arc(o, 0, 2 + o, 100, 0));
        }
        return new PlanProblem(
                List.of(new Stage("start", 1000, false)),
                List.of(new Demand("masks", 1, wanted, 1000)),
                List.of(new Requirement("film", 0, wanted, 0, 0, 0, false)),
                List.of(new Supplier("a", 0), new Supplier("b", 0), new Supplier("c", 5)),
                offers,
                arcs,
                List.of(),
                List.of(),
                List.of(),
                1,
                effort);
    }

    /** Too many changeovers for anybody to be through with it soon. */
    private static PlanProblem large() {
        var random = new SplittableRandom(3);
        List<Demand> demands = new ArrayList<>();
        List<Requirement> requirements = new ArrayList<>();
        for (int r = 0; r < 80; r++) {
            long wanted = random.nextLong(20, 200);
            demands.add(new Demand("d" + r, 1, wanted, 1_000_000));
            requirements.add(new Requirement("r" + r, r, wanted, 0, 0, 0, false));
        }
        List<Offer> offers = new ArrayList<>();
        List<Arc> arcs = new ArrayList<>();
        for (int o = 0; o < 120; o++) {
            offers.add(new Offer("o" + o, 0, 500, 0, 1, false, random.nextLong(200_000, 600_000)));
            for (int r = 0; r < 80; r++) {
                arcs.add(new Arc(o, r, random.nextLong(1_000, 9_000), 500, 0));
            }
        }
        return new PlanProblem(
                List.of(new Stage("start", 1000, false)),
                demands,
                requirements,
                List.of(new Supplier("one", 0)),
                offers,
                arcs,
                List.of(),
                List.of(),
                List.of(),
                1,
                new Effort(7, Duration.ofSeconds(100), 1, Effort.UNTIL_TIME_IS_UP, 0));
    }

    private static List<Draw> draws(int offers) {
        return Collections.nCopies(offers, Draw.NOTHING);
    }

    private static PlanOrder order(PlanProblem problem, List<Draw> draws) {
        return new PlanOrder(
                UUID.randomUUID(),
                problem,
                null,
                draws,
                Collections.nCopies(problem.requirements().size(), 1L),
                Collections.nCopies(problem.offers().size(), Reliability.PERFECT),
                Profile.CHEAPEST,
                false);
    }

    private static PlanOrder of(UUID subject, PlanOrder order) {
        return new PlanOrder(
                subject,
                order.problem(),
                order.staging(),
                order.draws(),
                order.userUnits(),
                order.records(),
                order.profile(),
                order.fair());
    }

    private PlanRunId begun(Actor actor, PlanOrder order) {
        return Market.done(runs.begin(actor, order, market.now()));
    }

    private PlanRunView progress(PlanRunId run) {
        return runs.progress(coordinator, run).orElseThrow();
    }

    private PlanRunDetail detail(PlanRunId run) {
        return runs.detail(coordinator, run).orElseThrow();
    }

    private PlanRunDetail ended(Actor viewer, PlanRunId run) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> !runs.progress(viewer, run).orElseThrow().state().isOpen());
        return runs.detail(viewer, run).orElseThrow();
    }
}
