package org.muster.planning.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.planning.model.ProblemStory.aProblem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.muster.planning.model.Effort;
import org.muster.planning.model.Leg;
import org.muster.planning.model.Plan;
import org.muster.planning.model.PlanChecker;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.PlanWatcher;
import org.muster.planning.model.ProblemStory;
import org.muster.planning.model.ProvenPlan;

/** Each rule in a problem of a few lines, solved to the proved optimum. */
class LagrangianPlannerTest {

    @Test
    void nothing_wanted_is_planned_at_no_cost() {
        assertThat(optimal(aProblem()).plan().cost().total()).isZero();
        assertThat(optimal(aProblem().need("wire", 0, 5).offer("coil", 3).fits("wire", 1))
                        .plan()
                        .legs())
                .isEmpty();
    }

    @Test
    void a_need_without_any_offer_stays_unmet_and_that_is_no_gap() {
        ProvenPlan answer = optimal(aProblem().need("wire", 10, 5));
        assertThat(answer.plan().outputs()).containsExactly(0L);
        assertThat(answer.unavoidable()).isEqualTo(50);
        assertThat(answer.netGap()).isZero();
    }

    @Test
    void the_cheaper_offer_goes_first_up_to_its_capacity() {
        var story = aProblem()
                .need("wire", 10, 100)
                .offer("dear", 10)
                .fits("wire", 3)
                .offer("cheap", 6)
                .fits("wire", 2);
        assertThat(legs(story)).isEqualTo(Map.of(0, 4L, 1, 6L));
    }

    @Test
    void a_minimum_order_above_the_need_is_left_alone() {
        var story = aProblem()
                .need("wire", 3, 100)
                .offer("bulk", 9)
                .minimum(4)
                .fits("wire", 1)
                .offer("retail", 9)
                .fits("wire", 50);
        assertThat(legs(story)).isEqualTo(Map.of(1, 3L));
    }

    @Test
    void a_minimum_order_above_the_need_is_taken_where_surplus_is_allowed() {
        var story = aProblem()
                .need("wire", 3, 100)
                .surplus("wire", 1)
                .offer("bulk", 9)
                .minimum(4)
                .fits("wire", 1)
                .offer("retail", 9)
                .fits("wire", 50);
        assertThat(legs(story)).isEqualTo(Map.of(0, 4L));
    }

    @Test
    void cartons_are_not_opened() {
        var story = aProblem()
                .need("wire", 7, 100)
                .offer("cartons", 9)
                .multiple(3)
                .fits("wire", 1)
                .offer("loose", 9)
                .fits("wire", 2);
        assertThat(legs(story)).isEqualTo(Map.of(0, 6L, 1, 1L));
    }

    @Test
    void a_lot_sold_whole_serves_two_needs_or_none() {
        var story = aProblem()
                .need("wire", 4, 100)
                .need("loop", 2, 100)
                .offer("lot", 6)
                .allOrNothing()
                .fits("wire", 1)
                .fits("loop", 1)
                .offer("loose", 9)
                .fits("wire", 2);
        assertThat(legs(story)).isEqualTo(Map.of(0, 4L, 1, 2L));
    }

    @Test
    void a_changeover_is_paid_only_where_it_earns_itself_back() {
        var story = aProblem()
                .need("wire", 10, 100)
                .offer("set-up", 10)
                .charge(25)
                .fits("wire", 1)
                .offer("ready", 10)
                .fits("wire", 3);
        assertThat(legs(story)).isEqualTo(Map.of(1, 10L));
        story = aProblem()
                .need("wire", 20, 100)
                .offer("set-up", 20)
                .charge(25)
                .fits("wire", 1)
                .offer("ready", 20)
                .fits("wire", 3);
        assertThat(legs(story)).isEqualTo(Map.of(0, 20L));
    }

    @Test
    void one_supplier_with_two_offers_beats_two_suppliers_at_a_little_less() {
        var story = aProblem()
                .need("wire", 5, 100)
                .need("loop", 5, 100)
                .supplier("both", 20)
                .offer("their wire", 5)
                .fits("wire", 2)
                .offer("their loop", 5)
                .fits("loop", 2)
                .supplier("loop only", 20)
                .offer("other loop", 5)
                .fits("loop", 1);
        assertThat(legs(story)).isEqualTo(Map.of(0, 5L, 1, 5L));
    }

    @Test
    void more_dear_than_the_need_is_worth_is_not_bought() {
        assertThat(legs(aProblem().need("wire", 5, 3).offer("gold", 5).fits("wire", 4)))
                .isEmpty();
        assertThat(legs(aProblem()
                        .need("wire", 5, 3)
                        .offer("silver", 5)
                        .charge(11)
                        .fits("wire", 1)))
                .isEmpty();
    }

    @Test
    void what_comes_too_late_is_not_taken_and_what_may_be_late_is_weighed() {
        var strict = aProblem().need("wire", 5, 100).offer("slow", 5).fits("wire", 1, 5, 1001);
        assertThat(legs(strict)).isEmpty();
        var patient = aProblem()
                .need("wire", 5, 100)
                .mayBeLate("wire", 60, 2)
                .offer("slow", 5)
                .fits("wire", 1, 5, 62)
                .offer("fast", 5)
                .fits("wire", 6, 5, 60);
        assertThat(legs(patient)).isEqualTo(Map.of(0, 5L));
    }

    @Test
    void an_undivided_need_goes_to_one_offer_that_carries_it_whole() {
        var story = aProblem()
                .need("line", 6, 100)
                .undivided("line")
                .offer("small", 5)
                .fits("line", 1)
                .offer("large", 6)
                .fits("line", 4);
        assertThat(legs(story)).isEqualTo(Map.of(1, 6L));
    }

    @Test
    void pins_hold_and_forbids_hold() {
        var story = aProblem()
                .need("wire", 10, 100)
                .supplier("good", 0)
                .offer("dear", 10)
                .fits("wire", 9)
                .supplier("banned", 0)
                .offer("cheap", 10)
                .fits("wire", 1)
                .supplier("other", 0)
                .offer("middle", 10)
                .fits("wire", 5)
                .pin("dear", "wire", 3)
                .forbidSupplier("banned");
        assertThat(legs(story)).isEqualTo(Map.of(0, 3L, 2, 7L));
    }

    @Test
    void a_kept_commitment_moves_only_when_that_saves_more_than_its_price() {
        var story = aProblem()
                .need("wire", 10, 100)
                .offer("kept", 10)
                .fits("wire", 5)
                .offer("new", 10)
                .fits("wire", 3)
                .keep("kept", "wire", 6, 3);
        assertThat(legs(story)).isEqualTo(Map.of(0, 6L, 1, 4L));
        var cheap = aProblem()
                .need("wire", 10, 100)
                .offer("kept", 10)
                .fits("wire", 5)
                .offer("new", 10)
                .fits("wire", 3)
                .keep("kept", "wire", 6, 1);
        ProvenPlan answer = optimal(cheap);
        assertThat(answer.plan().legs()).containsExactly(new Leg(1, 10));
        assertThat(answer.plan().cost().moved()).isEqualTo(6);
    }

    /**
     * Line time and two materials for 100 masks: item by item, everything is taken that can be had and 100 % is reported for two components of three. Jointly
     * it is a 60 % plan that leaves the rest of the materials to others.
     */
    @Test
    void item_by_item_over_promises_and_the_joint_plan_does_not() {
        var story = aProblem()
                .demand("masks", 1, 100, 50)
                .component("line", 10)
                .component("meltblown", 20)
                .component("ear loop", 200)
                .offer("shift", 6)
                .fits("line", 9)
                .offer("film", 20)
                .fits("meltblown", 3)
                .offer("reel", 200)
                .fits("ear loop", 1);
        PlanProblem problem = story.problem();
        List<Leg> itemByItem = List.of(new Leg(0, 6), new Leg(1, 20), new Leg(2, 200));
        var promise = new Plan(itemByItem, List.of(60L), optimal(story).plan().cost());
        assertThat(PlanChecker.check(problem, promise)).isNotEmpty();

        ProvenPlan answer = optimal(story);
        assertThat(answer.plan().outputs()).containsExactly(60L);
        assertThat(legs(story)).isEqualTo(Map.of(0, 6L, 1, 12L, 2, 120L));
    }

    @Test
    void a_component_nobody_has_means_nothing_is_taken_of_the_others() {
        var story = aProblem()
                .demand("masks", 1, 100, 50)
                .component("line", 10)
                .component("meltblown", 20)
                .offer("shift", 10)
                .fits("line", 1);
        assertThat(legs(story)).isEmpty();
    }

    /** Two emergencies want the same scarce film; the other component of the first is short, so the second gets the rest. */
    @Test
    void what_one_emergency_cannot_use_goes_to_the_next() {
        var story = aProblem()
                .demand("north", 1, 100, 50)
                .component("north line", 10)
                .component("north film", 20)
                .demand("south", 2, 100, 50)
                .component("south film", 20)
                .priorityStep(1000)
                .offer("shift", 5)
                .fits("north line", 1)
                .offer("film", 20)
                .fits("north film", 1)
                .fits("south film", 1);
        ProvenPlan answer = optimal(story);
        assertThat(answer.plan().outputs()).containsExactly(50L, 50L);
    }

    @Test
    void the_higher_priority_is_served_first() {
        var story = aProblem()
                .demand("second", 2, 10, 9)
                .component("second wire", 10)
                .demand("first", 1, 10, 5)
                .component("first wire", 10)
                .priorityStep(10)
                .offer("coil", 12)
                .fits("second wire", 1)
                .fits("first wire", 1);
        assertThat(optimal(story).plan().outputs()).containsExactly(2L, 10L);
    }

    @Test
    void the_shadow_price_says_what_one_more_unit_would_save() {
        var story = aProblem()
                .need("wire", 10, 100)
                .offer("cheap", 6)
                .fits("wire", 2)
                .offer("dear", 10)
                .fits("wire", 30);
        assertThat(optimal(story).shadowPrices().get(0)).isBetween(29.9, 30.1);
    }

    @Test
    void the_same_seed_takes_the_same_steps_whatever_the_threads_do() {
        PlanProblem problem = new MiddleProblems(7).next(40, 200, Effort.ofRounds(5, 6, 3));
        ProvenPlan first = plan(problem);
        assertThat(plan(problem)).isEqualTo(first);
    }

    @Test
    void whoever_watches_sees_plan_and_bound_only_improve_and_every_plan_is_valid() {
        List<ProvenPlan> seen = new ArrayList<>();
        PlanProblem problem = new MiddleProblems(8).next(40, 200, Effort.ofRounds(5, 12, 2));
        ProvenPlan last = new LagrangianPlanner().plan(problem, seen::add);
        assertThat(seen).hasSizeGreaterThan(3);
        assertThat(seen.get(seen.size() - 1)).isEqualTo(last);
        for (int i = 0; i < seen.size(); i++) {
            assertThat(PlanChecker.check(problem, seen.get(i).plan())).isEmpty();
            if (i > 0) {
                assertThat(seen.get(i).plan().cost().total())
                        .isLessThanOrEqualTo(seen.get(i - 1).plan().cost().total());
                assertThat(seen.get(i).bound())
                        .isGreaterThanOrEqualTo(seen.get(i - 1).bound());
            }
        }
    }

    @Test
    void a_planner_that_is_cancelled_at_once_still_answers_with_a_valid_plan() {
        var cancelled = new PlanWatcher() {
            @Override
            public void improved(ProvenPlan best) {}

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        PlanProblem problem = new MiddleProblems(9).next(40, 200, Effort.ofRounds(5, 1_000_000, 2));
        ProvenPlan answer = new LagrangianPlanner().plan(problem, cancelled);
        assertThat(PlanChecker.check(problem, answer.plan())).isEmpty();
    }

    @Test
    void no_time_at_all_still_gives_a_valid_plan() {
        PlanProblem problem = new MiddleProblems(9).next(40, 200, Effort.of(5, Duration.ZERO, 1));
        assertThat(PlanChecker.check(problem, plan(problem).plan())).isEmpty();
    }

    @Test
    void the_search_ends_when_its_goal_is_reached() {
        PlanProblem problem = new MiddleProblems(10)
                .next(40, 200, new Effort(5, Duration.ofSeconds(30), 1, Effort.UNTIL_TIME_IS_UP, 0.05));
        assertThat(plan(problem).netGap()).isLessThanOrEqualTo(0.05);
    }

    /** Ten works with a changeover each, fifteen customers: far too many plans to try, few enough cases to prove the best. */
    @Test
    void a_small_market_with_changeovers_is_proved_by_cases() {
        var random = new SplittableRandom(3);
        var story = aProblem();
        for (int need = 0; need < 15; need++) {
            story.need("need " + need, random.nextLong(20, 200), 1_000_000);
        }
        for (int works = 0; works < 10; works++) {
            story.offer("works " + works, 600).charge(random.nextLong(200_000, 600_000));
            for (int need = 0; need < 15; need++) {
                story.fits("need " + need, random.nextLong(1_000, 9_000));
            }
        }
        PlanProblem problem = story.effort(Effort.ofRounds(1, 60, 1)).problem();
        ProvenPlan answer = plan(problem);
        assertThat(PlanChecker.check(problem, answer.plan())).isEmpty();
        assertThat(answer.netGap()).isLessThan(1e-6);
    }

    private static ProvenPlan optimal(ProblemStory story) {
        PlanProblem problem = story.problem();
        ProvenPlan answer = plan(problem);
        assertThat(PlanChecker.check(problem, answer.plan())).isEmpty();
        assertThat(answer.optimal()).as("proved: %s", answer).isTrue();
        return answer;
    }

    private static Map<Integer, Long> legs(ProblemStory story) {
        Map<Integer, Long> legs = new TreeMap<>();
        optimal(story).plan().legs().forEach(leg -> legs.put(leg.arc(), leg.quantity()));
        return legs;
    }

    private static ProvenPlan plan(PlanProblem problem) {
        return new LagrangianPlanner().plan(problem, PlanWatcher.NOBODY);
    }
}
