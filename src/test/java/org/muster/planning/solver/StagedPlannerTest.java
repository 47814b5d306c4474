package org.muster.planning.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.muster.planning.benchmark.StagedMarket;
import org.muster.planning.model.Arc;
import org.muster.planning.model.Demand;
import org.muster.planning.model.Effort;
import org.muster.planning.model.Leg;
import org.muster.planning.model.Making;
import org.muster.planning.model.Offer;
import org.muster.planning.model.Pin;
import org.muster.planning.model.Plan;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.PlanWatcher;
import org.muster.planning.model.Requirement;
import org.muster.planning.model.Schedule;
import org.muster.planning.model.Stage;
import org.muster.planning.model.StagedPlan;
import org.muster.planning.model.StagedPlanChecker;
import org.muster.planning.model.StagedProblem;
import org.muster.planning.model.Supplier;
import org.muster.planning.model.Task;
import org.muster.testing.BesideOthers;

@BesideOthers
class StagedPlannerTest {

    /** Film must be there or be made, then the line runs, then the masks rest: how 20 minutes are divided decides how many there are. */
    @Test
    void the_time_is_divided_so_that_no_stage_makes_more_than_the_next_can_use() {
        StagedProblem staged = filmThenLine(20, 0);
        StagedPlan found = plan(staged);
        // 12 minutes of film at 2 a minute and 8 minutes of line at 3 a minute: 24 of each.
        assertThat(found.answer().plan().outputs()).containsExactly(24L);
        assertThat(found.milestones()).containsExactly(0L, 12L, 20L);
        assertThat(found.answer().netGap()).isLessThan(0.01);
    }

    @Test
    void a_hold_takes_its_time_before_anything_is_released() {
        StagedProblem staged = filmThenLine(20, 10);
        StagedPlan found = plan(staged);
        assertThat(found.answer().plan().outputs()).containsExactly(12L);
        Schedule schedule = found.schedule();
        assertThat(schedule.released()).isEqualTo(20);
        assertThat(schedule.firstGoodPiece()).isEqualTo(7);
        assertThat(schedule.criticalPath())
                .extracting(Task::kind)
                .containsExactly(Task.Kind.ANSWER, Task.Kind.MAKING, Task.Kind.MAKING, Task.Kind.HOLD);
        for (int i = 1; i < schedule.criticalPath().size(); i++) {
            assertThat(schedule.criticalPath().get(i).begins())
                    .isEqualTo(schedule.criticalPath().get(i - 1).ends());
        }
    }

    @Test
    void no_time_makes_nothing() {
        assertThat(plan(filmThenLine(0, 0)).answer().plan().legs()).isEmpty();
        assertThat(plan(filmThenLine(5, 9)).answer().plan().legs()).isEmpty();
    }

    @Test
    void a_delivery_that_comes_late_is_on_the_critical_path() {
        StagedProblem staged = stockThenLine(9, 20);
        StagedPlan found = plan(staged);
        assertThat(StagedPlanChecker.check(staged, found)).isEmpty();
        assertThat(found.answer().plan().outputs()).containsExactly(24L);
        Task first = found.schedule().criticalPath().get(0);
        assertThat(first.kind()).isEqualTo(Task.Kind.ARRIVAL);
        assertThat(first.ends()).isEqualTo(9);
        assertThat(found.schedule().allocated()).isEqualTo(2);
        assertThat(found.schedule().released()).isEqualTo(17);
        assertThat(plan(stockThenLine(18, 20)).answer().plan().outputs()).containsExactly(6L);
    }

    @Test
    void the_checker_refuses_what_does_not_fit_between_its_milestones() {
        StagedProblem staged = filmThenLine(20, 0);
        StagedPlan found = plan(staged);
        var later = new StagedPlan(found.answer(), List.of(0L, 13L, 20L), found.schedule());
        assertThat(StagedPlanChecker.check(staged, later)).isNotEmpty();
        var tooLate = new StagedPlan(found.answer(), List.of(0L, 12L, 21L), found.schedule());
        assertThat(StagedPlanChecker.check(staged, tooLate)).isNotEmpty();
        var backwards = new StagedPlan(found.answer(), List.of(0L, 22L, 20L), found.schedule());
        assertThat(StagedPlanChecker.check(staged, backwards)).isNotEmpty();
        assertThat(StagedPlanChecker.check(staged, new StagedPlan(found.answer(), List.of(), found.schedule())))
                .isNotEmpty();
    }

    @Test
    void an_offer_that_would_work_in_two_stages_is_refused() {
        StagedProblem staged = filmThenLine(20, 0);
        List<Arc> arcs = new ArrayList<>(staged.problem().arcs());
        arcs.add(new Arc(0, 1, 1, 5, 0));
        PlanProblem p = staged.problem();
        var two = new PlanProblem(
                p.stages(),
                p.demands(),
                p.requirements(),
                p.suppliers(),
                p.offers(),
                arcs,
                List.of(),
                List.of(),
                List.of(),
                1,
                p.effort());
        assertThatThrownBy(() -> new StagedProblem(two, staged.makings(), staged.holds(), 0, 20))
                .hasMessageContaining("two stages");
    }

    /** Every choice of milestones to the minute, each by brute force. */
    @Test
    void on_tiny_problems_the_bound_lies_below_and_the_plan_at_the_optimum_over_all_milestones() {
        var random = new SplittableRandom(31);
        int missed = 0;
        int problems = 150;
        for (int i = 0; i < problems; i++) {
            StagedProblem staged = tiny(random);
            long optimum = Long.MAX_VALUE;
            for (long t = staged.answered(); t <= staged.deadline(); t++) {
                PlanProblem fixed = staged.at(List.of(staged.answered(), t, staged.deadline()));
                optimum = Math.min(optimum, BruteForce.leastCost(fixed));
            }
            StagedPlan found = plan(staged);
            assertThat(StagedPlanChecker.check(staged, found)).as("%s", staged).isEmpty();
            assertThat(found.answer().bound()).as("%s", staged).isLessThanOrEqualTo(optimum);
            assertThat(found.answer().plan().cost().total()).isGreaterThanOrEqualTo(optimum);
            missed += found.answer().plan().cost().total() > optimum ? 1 : 0;
        }
        assertThat(missed).isLessThanOrEqualTo(problems / 50);
    }

    @Test
    void more_time_never_makes_the_proved_plan_dearer() {
        var random = new SplittableRandom(32);
        for (int i = 0; i < 50; i++) {
            StagedProblem staged = tiny(random);
            var longer = new StagedProblem(
                    staged.problem(), staged.makings(), staged.holds(), staged.answered(), staged.deadline() + 3);
            assertThat(plan(longer).answer().bound())
                    .isLessThanOrEqualTo(plan(staged).answer().plan().cost().total());
        }
    }

    @Test
    void a_market_in_four_stages_is_planned_the_same_each_time_and_nearly_proved() {
        StagedProblem staged = StagedMarket.of(4, 3, 60, Effort.ofRounds(1, 20, 1));
        StagedPlan found = plan(staged);
        assertThat(StagedPlanChecker.check(staged, found)).isEmpty();
        assertThat(found.answer().netGap()).isLessThan(0.1);
        assertThat(plan(staged)).isEqualTo(found);
    }

    /** Whatever milestones are tried on the way: what is pinned is neither left out nor too late. */
    @Test
    void what_is_pinned_is_there_in_time() {
        var random = new SplittableRandom(37);
        int pinned = 0;
        for (int i = 0; i < 40; i++) {
            StagedProblem free = tiny(random);
            for (Leg leg : plan(free).answer().plan().legs()) {
                PlanProblem p = free.problem();
                // As a repair does: neither more nor less of that offer than was promised.
                List<Offer> offers = new ArrayList<>(p.offers());
                int at = p.arcs().get(leg.arc()).offer();
                Offer offer = offers.get(at);
                offers.set(at, new Offer(offer.id(), offer.supplier(), leg.quantity(), 0, 1, false, 0));
                var promised = new StagedProblem(
                        p.withSettled(
                                offers, p.arcs(), List.of(new Pin(leg.arc(), leg.quantity())), p.forbidden(), p.kept()),
                        free.makings(),
                        free.holds(),
                        free.answered(),
                        free.deadline());
                StagedPlan found = plan(promised);
                assertThat(StagedPlanChecker.check(promised, found)).isEmpty();
                assertThat(found.answer().plan().legs()).contains(leg);
                pinned++;
            }
        }
        assertThat(pinned).isGreaterThan(40);
    }

    /** A line is set up in nine steps, everything for which comes at the last moment, while masks are made in what time is left over. */
    @Test
    void many_stages_wait_for_what_comes_late_without_a_long_search() {
        int steps = 9;
        long hold = 100;
        long wait = 600;
        long deadline = 50 + steps * hold + wait;
        List<Stage> stages = new ArrayList<>();
        List<Requirement> requirements = new ArrayList<>();
        List<Offer> offers = new ArrayList<>();
        List<Arc> arcs = new ArrayList<>();
        List<Long> holds = new ArrayList<>();
        for (int k = 0; k < steps; k++) {
            stages.add(new Stage("step " + k, 0, false));
            holds.add(hold);
            requirements.add(new Requirement("part " + k, 0, 1, 0, k, 0, false));
            offers.add(new Offer("part " + k, 0, 1, 0, 1, false, 0));
            // Two thirds of the wait have gone by then.
            arcs.add(new Arc(k, k, 1, 1, 50 + 2 * wait / 3 + k * hold));
        }
        stages.add(new Stage("masks", 0, false));
        holds.add(0L);
        requirements.add(new Requirement("masks", 1, 100, 0, steps, 0, false));
        offers.add(new Offer("mask line", 0, 100, 0, 1, false, 0));
        arcs.add(new Arc(steps, steps, 1, 100, 0));
        var problem = new PlanProblem(
                stages,
                List.of(new Demand("line", 1, 1, 100_000), new Demand("masks", 1, 100, 1_000)),
                requirements,
                List.of(new Supplier("all", 0)),
                offers,
                arcs,
                List.of(),
                List.of(),
                List.of(),
                1,
                Effort.ofRounds(1, 1, 1));
        var staged = new StagedProblem(problem, List.of(new Making(steps, 1, 1, 0, 0)), holds, 50, deadline);
        StagedPlan found = plan(staged);
        assertThat(StagedPlanChecker.check(staged, found)).isEmpty();
        assertThat(found.answer().plan().outputs()).containsExactly(1L, 100L);
    }

    private static StagedPlan plan(StagedProblem staged) {
        return new StagedPlanner(new LagrangianPlanner()).plan(staged, PlanWatcher.NOBODY);
    }

    private static StagedProblem filmThenLine(long deadline, long hold) {
        return staged(
                List.of(new Offer("film", 0, 1000, 0, 1, false, 0), new Offer("line", 0, 1000, 0, 1, false, 0)),
                List.of(new Arc(0, 0, 1, 1000, 0), new Arc(1, 1, 1, 1000, 0)),
                List.of(new Making(0, 2, 1, 0, 0), new Making(1, 3, 1, 0, 0)),
                List.of(0L, hold),
                0,
                deadline);
    }

    /** Film from stock that arrives after so many minutes, answers after two, 24 masks wanted at most. */
    private static StagedProblem stockThenLine(long arrival, long deadline) {
        return staged(
                List.of(new Offer("film", 0, 24, 0, 1, false, 0), new Offer("line", 0, 1000, 0, 1, false, 0)),
                List.of(new Arc(0, 0, 1, 1000, arrival), new Arc(1, 1, 1, 1000, 0)),
                List.of(new Making(1, 3, 1, 0, 0)),
                List.of(0L, 0L),
                2,
                deadline);
    }

    private static StagedProblem staged(
            List<Offer> offers, List<Arc> arcs, List<Making> makings, List<Long> holds, long answered, long deadline) {
        var problem = new PlanProblem(
                List.of(new Stage("film", 0, false), new Stage("line", 0, false)),
                List.of(new Demand("masks", 1, 100, 1000)),
                List.of(
                        new Requirement("film", 0, 100, 0, 0, 0, false),
                        new Requirement("line", 0, 100, 0, 1, 0, false)),
                List.of(new Supplier("all", 0)),
                offers,
                arcs,
                List.of(),
                List.of(),
                List.of(),
                1,
                Effort.ofRounds(1, 30, 1));
        return new StagedProblem(problem, makings, holds, answered, deadline);
    }

    private static StagedProblem tiny(SplittableRandom random) {
        long output = random.nextLong(1, 6);
        List<Offer> offers = new ArrayList<>();
        List<Arc> arcs = new ArrayList<>();
        List<Making> makings = new ArrayList<>();
        for (int o = 0; o < 4; o++) {
            offers.add(new Offer(
                    "o" + o,
                    random.nextInt(2),
                    random.nextLong(1, 6),
                    random.nextInt(3) == 0 ? 2 : 0,
                    1,
                    random.nextInt(6) == 0,
                    random.nextLong(0, 8)));
            boolean stock = random.nextInt(3) == 0;
            arcs.add(new Arc(o, o % 2, random.nextLong(0, 8), 6, stock ? random.nextLong(0, 8) : 0));
            if (stock && random.nextInt(2) == 0) {
                // Stock may serve both stages, whichever is told first.
                arcs.add(
                        random.nextInt(arcs.size() + 1),
                        new Arc(
                                o,
                                1 - o % 2,
                                random.nextLong(0, 8),
                                6,
                                arcs.get(arcs.size() - 1).arrival()));
            }
            if (!stock) {
                makings.add(new Making(
                        o, random.nextLong(1, 3), random.nextLong(1, 3), random.nextLong(0, 3), random.nextLong(0, 2)));
            }
        }
        var problem = new PlanProblem(
                List.of(new Stage("first", 0, false), new Stage("second", 0, false)),
                List.of(new Demand("d", 1, output, 20)),
                List.of(
                        new Requirement("a", 0, random.nextLong(1, 5), random.nextLong(0, 2), 0, 0, false),
                        new Requirement("b", 0, random.nextLong(1, 5), 0, 1, 0, false)),
                List.of(new Supplier("s", random.nextLong(0, 6)), new Supplier("t", 0)),
                offers,
                arcs,
                List.of(),
                List.of(),
                List.of(),
                1,
                Effort.ofRounds(random.nextLong(), 10, 1));
        return new StagedProblem(
                problem, makings, List.of(random.nextLong(0, 2), random.nextLong(0, 2)), 1, random.nextLong(4, 14));
    }

    /** Only to show that a schedule needs no planner: nothing planned, nothing happens after the answers. */
    @Test
    void a_plan_of_nothing_is_released_when_everybody_has_answered() {
        StagedProblem staged = stockThenLine(5, 20);
        var nothing = new Plan(
                List.<Leg>of(), List.of(0L), plan(staged).answer().plan().cost());
        assertThat(Schedule.of(staged, nothing).released()).isEqualTo(2);
    }
}
