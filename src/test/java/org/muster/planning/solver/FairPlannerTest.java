package org.muster.planning.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muster.planning.model.ProblemStory.aProblem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.muster.planning.model.Effort;
import org.muster.planning.model.OverrideEffect;
import org.muster.planning.model.PlanChecker;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.PlanWatcher;
import org.muster.planning.model.Planner;
import org.muster.planning.model.PriorityOverride;
import org.muster.planning.model.ProblemStory;
import org.muster.planning.model.ProvenPlan;

class FairPlannerTest {

    @Test
    void where_nothing_is_scarce_the_plan_is_the_cheapest_one() {
        PlanProblem problem = hospitals(300).problem();
        assertThat(fair(problem)).isEqualTo(new LagrangianPlanner().plan(problem, PlanWatcher.NOBODY));
    }

    @Test
    void what_is_had_whole_or_not_at_all_is_not_tried_at_every_level() {
        PlanProblem problem = aProblem()
                .demand("bus", 1, 2, 1000)
                .component("bus", 2)
                .undivided("bus")
                .demand("masks", 2, 100, 10)
                .component("masks", 100)
                .offer("half a bus", 1)
                .fits("bus", 1)
                .offer("stock", 100)
                .fits("masks", 1)
                .effort(Effort.ofRounds(1, 30, 1))
                .problem();
        List<PlanProblem> tried = new ArrayList<>();
        Planner counting = (asked, watcher) -> {
            tried.add(asked);
            return new LagrangianPlanner().plan(asked, watcher);
        };
        ProvenPlan found = new FairPlanner(counting).plan(problem, PlanWatcher.NOBODY);
        assertThat(found.plan().outputs()).containsExactly(0L, 100L);
        assertThat(tried.stream()
                        .filter(one -> one.demands().get(0).output() > 0)
                        .map(PlanProblem::effort)
                        .filter(effort -> effort.timeLimit().compareTo(Duration.ofMinutes(5)) < 0))
                .as("tries of the bus")
                .hasSizeLessThanOrEqualTo(4);
    }

    /** The time is the whole's: half of it for the plan without shares, and for the plan at the shares what is left. */
    @Test
    void no_search_is_given_more_than_the_whole_time() {
        PlanProblem problem = hospitals(110)
                .effort(new Effort(1, Duration.ofMinutes(2), 1, 30, 0))
                .problem();
        List<Duration> given = new ArrayList<>();
        Planner timed = (asked, watcher) -> {
            given.add(asked.effort().timeLimit());
            return new LagrangianPlanner().plan(asked, watcher);
        };
        new FairPlanner(timed).plan(problem, PlanWatcher.NOBODY);
        assertThat(given).contains(Duration.ofMinutes(1)).allMatch(limit -> limit.compareTo(Duration.ofMinutes(2)) < 0);
    }

    @Test
    void nothing_to_share_gives_nobody_anything() {
        assertThat(outputs(hospitals(0))).containsExactly(0L, 0L, 0L);
    }

    /** By penalties alone the first would get everything. */
    @Test
    void within_a_priority_everybody_gets_the_same_share_whatever_the_penalty() {
        List<Long> outputs = outputs(hospitals(110));
        assertThat(outputs.get(0)).isBetween(49L, 51L);
        assertThat(outputs.get(1)).isBetween(49L, 51L);
        assertThat(outputs.get(2)).isBetween(9L, 11L);
        assertThat(outputs.stream().mapToLong(Long::longValue).sum()).isBetween(108L, 110L);
    }

    @Test
    void what_one_cannot_use_raises_the_others() {
        var story = hospitals(130).offer("single road", 5);
        story.fits("c masks", 1);
        PlanProblem reachedByRoad = story.forbidArc("stock", "c masks").problem();
        List<Long> outputs = fair(reachedByRoad).plan().outputs();
        assertThat(outputs.get(2)).isEqualTo(5);
        assertThat(outputs.get(0)).isBetween(64L, 66L);
        assertThat(outputs.get(1)).isBetween(64L, 66L);
    }

    @Test
    void the_published_priority_comes_first_whatever_the_penalty() {
        var story = aProblem()
                .demand("second", 2, 100, 90)
                .component("second masks", 100)
                .demand("first", 1, 100, 5)
                .component("first masks", 100)
                .offer("stock", 130)
                .fits("second masks", 1)
                .fits("first masks", 1);
        assertThat(outputs(story)).containsExactly(30L, 100L);
    }

    @Test
    void a_scarce_component_is_shared_and_the_others_follow() {
        var story = aProblem()
                .demand("north", 1, 100, 50)
                .component("north line", 10)
                .component("north film", 200)
                .demand("south", 1, 100, 90)
                .component("south line", 10)
                .component("south film", 200)
                .offer("shift", 10)
                .fits("north line", 1)
                .fits("south line", 1)
                .offer("film", 400)
                .fits("north film", 1)
                .fits("south film", 1);
        ProvenPlan answer = fair(story.problem());
        assertThat(answer.plan().outputs()).containsExactly(50L, 50L);
        assertThat(answer.plan().legs()).extracting(leg -> leg.quantity()).containsExactly(5L, 5L, 100L, 100L);
    }

    @Test
    void an_undivided_need_gets_all_or_nothing_and_the_rest_shares_what_is_left() {
        var story = aProblem()
                .need("whole line", 60, 10)
                .undivided("whole line")
                .need("masks", 100, 10)
                .offer("hours", 100)
                .fits("whole line", 1)
                .fits("masks", 1);
        assertThat(outputs(story)).containsExactly(60L, 40L);
    }

    @Test
    void an_override_shows_what_it_takes_from_whom() {
        PlanProblem problem = hospitals(110).problem();
        var override = new PriorityOverride(0, 90, "CHILDREN");
        OverrideEffect effect = planner().override(problem, override, PlanWatcher.NOBODY);
        assertThat(PlanChecker.check(problem, effect.overridden().plan())).isEmpty();
        assertThat(effect.overridden().plan().outputs().get(0)).isEqualTo(90);
        assertThat(effect.gained()).isBetween(39L, 41L);
        assertThat(effect.lost().get(0)).isZero();
        assertThat(effect.lost().get(1)).isBetween(31L, 34L);
        assertThat(effect.lost().get(2)).isBetween(5L, 8L);
        assertThat(effect.movedFromOthers())
                .isEqualTo(effect.lost().get(1) + effect.lost().get(2));
    }

    @Test
    void an_override_without_a_reason_is_refused() {
        assertThatThrownBy(() -> new PriorityOverride(0, 5, " ")).hasMessageContaining("no reason");
    }

    @Test
    void on_random_markets_the_fair_plan_keeps_every_rule() {
        var tiny = new TinyProblems(77);
        for (int i = 0; i < 100; i++) {
            PlanProblem problem = tiny.next(4);
            ProvenPlan answer = fair(problem);
            assertThat(PlanChecker.check(problem, answer.plan()))
                    .as("%s", problem)
                    .isEmpty();
            assertThat(answer.bound()).isLessThanOrEqualTo(answer.plan().cost().total());
        }
    }

    /** One stock, and for each demand a road that carries only so much: the fair share is the same fill rate for all whose road is wide enough. */
    @Test
    void random_roads_to_one_stock_are_shared_like_water() {
        var random = new SplittableRandom(12);
        for (int i = 0; i < 30; i++) {
            int count = random.nextInt(2, 6);
            long[] wanted = random.longs(count, 50, 1000).toArray();
            long[] road = random.longs(count, 10, 1000).toArray();
            long stock = random.nextLong(20, 1500);
            var story = aProblem().offer("stock", stock);
            for (int d = 0; d < count; d++) {
                story.need("d" + d, wanted[d], random.nextLong(5, 50));
                story.fits("d" + d, 1, road[d], 0);
            }
            List<Long> outputs = outputs(story);
            double level = waterLevel(wanted, road, stock);
            // What is too little for a step of one may still be a step of another.
            double steps = Arrays.stream(wanted).sum() / 256.0 + count;
            for (int d = 0; d < count; d++) {
                double share = Math.min(Math.min(wanted[d], road[d]), level * wanted[d]);
                assertThat((double) outputs.get(d))
                        .as("%s of %s over %s from %d", d, Arrays.toString(wanted), Arrays.toString(road), stock)
                        .isBetween(share - wanted[d] / 256.0 - 1, share + steps);
            }
        }
    }

    private static double waterLevel(long[] wanted, long[] road, long stock) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 60; i++) {
            double level = (low + high) / 2;
            double sum = 0;
            for (int d = 0; d < wanted.length; d++) {
                sum += Math.min(Math.min(wanted[d], road[d]), level * wanted[d]);
            }
            if (sum <= stock) {
                low = level;
            } else {
                high = level;
            }
        }
        return low;
    }

    private static ProblemStory hospitals(long stock) {
        return aProblem()
                .demand("a", 1, 100, 30)
                .component("a masks", 100)
                .demand("b", 1, 100, 20)
                .component("b masks", 100)
                .demand("c", 1, 20, 10)
                .component("c masks", 20)
                .offer("stock", stock)
                .fits("a masks", 1)
                .fits("b masks", 1)
                .fits("c masks", 1);
    }

    private static FairPlanner planner() {
        return new FairPlanner(new LagrangianPlanner());
    }

    private static ProvenPlan fair(PlanProblem problem) {
        return planner().plan(problem, PlanWatcher.NOBODY);
    }

    private static List<Long> outputs(ProblemStory story) {
        PlanProblem problem = story.problem();
        ProvenPlan answer = fair(problem);
        assertThat(PlanChecker.check(problem, answer.plan())).isEmpty();
        return answer.plan().outputs();
    }
}
