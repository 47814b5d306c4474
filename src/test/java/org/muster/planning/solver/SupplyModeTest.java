package org.muster.planning.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.muster.planning.model.ProblemStory.aProblem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.muster.planning.model.Effort;
import org.muster.planning.model.Happening;
import org.muster.planning.model.Included;
import org.muster.planning.model.Leg;
import org.muster.planning.model.NearMiss;
import org.muster.planning.model.Plan;
import org.muster.planning.model.PlanChecker;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.PlanWatcher;
import org.muster.planning.model.ProblemStory;
import org.muster.planning.model.ProvenPlan;
import org.muster.planning.model.Reliability;
import org.muster.planning.model.Replan;
import org.muster.planning.model.Rule;
import org.muster.planning.model.Spread;
import org.muster.planning.model.Violation;

/** A line for hire needs its material from others, whoever makes the whole under contract brings it, and material on hand counts as long as it lasts. */
class SupplyModeTest {

    /** A hundred masks take ten hours of a line and twenty kilograms of film. */
    private static ProblemStory masks() {
        return aProblem()
                .demand("masks", 1, 100, 50)
                .component("line", 10)
                .component("film", 20)
                .offer("rolls", 20)
                .fits("film", 7);
    }

    @Test
    void a_line_for_hire_needs_its_material() {
        var story = masks().offer("line for hire", 10).fits("line", 30);
        ProvenPlan answer = optimal(story);
        assertThat(answer.plan().outputs()).containsExactly(100L);
        assertThat(legs(answer)).isEqualTo(Map.of(0, 20L, 1, 10L));
    }

    @Test
    void whoever_makes_the_whole_brings_the_material() {
        var story = masks().offer("contract maker", 10).fits("line", 30).bringing("line", "film", 2, 1, 20);
        ProvenPlan answer = optimal(story);
        assertThat(answer.plan().outputs()).containsExactly(100L);
        assertThat(legs(answer)).as("no film from others").isEqualTo(Map.of(1, 10L));
    }

    @Test
    void a_maker_who_brings_everything_may_cost_more_than_a_line_as_long_as_the_whole_is_cheaper() {
        var dearerLine = masks().offer("line for hire", 10)
                .fits("line", 30)
                .offer("contract maker", 10)
                .fits("line", 43)
                .bringing("line", "film", 2, 1, 20);
        assertThat(legs(optimal(dearerLine))).isEqualTo(Map.of(2, 10L));
        var tooDear = masks().offer("line for hire", 10)
                .fits("line", 30)
                .offer("contract maker", 10)
                .fits("line", 45)
                .bringing("line", "film", 2, 1, 20);
        assertThat(legs(optimal(tooDear))).isEqualTo(Map.of(0, 20L, 1, 10L));
    }

    @Test
    void material_on_hand_counts_for_the_days_it_lasts() {
        var story = masks().offer("line with stock", 10).fits("line", 30).bringing("line", "film", 2, 1, 6);
        ProvenPlan answer = optimal(story);
        assertThat(answer.plan().outputs()).containsExactly(100L);
        assertThat(legs(answer)).isEqualTo(Map.of(0, 14L, 1, 10L));
    }

    @Test
    void where_nobody_sells_film_the_stock_on_hand_is_all_that_can_be_made() {
        var story = aProblem()
                .demand("masks", 1, 100, 50)
                .component("line", 10)
                .component("film", 20)
                .offer("line with stock", 10)
                .fits("line", 30)
                .bringing("line", "film", 2, 1, 6);
        ProvenPlan answer = optimal(story);
        assertThat(answer.plan().outputs()).containsExactly(30L);
        assertThat(legs(answer)).isEqualTo(Map.of(0, 3L));
        assertThat(answer.unavoidable()).isEqualTo(70 * 50);
    }

    @Test
    void nothing_on_hand_is_a_line_for_hire() {
        var story = masks().offer("line without stock", 10).fits("line", 30).bringing("line", "film", 2, 1, 0);
        assertThat(legs(optimal(story))).isEqualTo(Map.of(0, 20L, 1, 10L));
    }

    @Test
    void two_makers_bring_for_their_own_part_only() {
        var story = masks().offer("contract maker", 4)
                .fits("line", 30)
                .bringing("line", "film", 2, 1, 20)
                .offer("line for hire", 6)
                .fits("line", 30);
        ProvenPlan answer = optimal(story);
        assertThat(answer.plan().outputs()).containsExactly(100L);
        assertThat(legs(answer)).isEqualTo(Map.of(0, 12L, 1, 4L, 2, 6L));
    }

    @Test
    void film_beyond_what_comes_along_must_not_be_held() {
        PlanProblem problem = masks().offer("contract maker", 10)
                .fits("line", 30)
                .bringing("line", "film", 2, 1, 20)
                .problem();
        ProvenPlan answer = new LagrangianPlanner().plan(problem, PlanWatcher.NOBODY);
        Plan greedy = new Plan(
                List.of(new Leg(0, 20), new Leg(1, 10)),
                answer.plan().outputs(),
                answer.plan().cost());
        assertThat(PlanChecker.check(problem, greedy))
                .extracting(Violation::rule)
                .contains(Rule.NOTHING_UNUSABLE);
    }

    @Test
    void what_comes_along_is_of_the_same_demand_and_told_once() {
        var story = masks().offer("contract maker", 10).fits("line", 30);
        PlanProblem problem = story.problem();
        assertThatThrownBy(() -> problem.withIncluded(List.of(new Included(1, 0, 1, 1, 1))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> problem.withIncluded(List.of(new Included(1, 1, 1, 1, 1), new Included(1, 1, 2, 1, 1))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> problem.withIncluded(List.of(new Included(1, 7, 1, 1, 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    // ── What follows from it ────────────────────────────────────────────────────

    @Test
    void a_maker_of_the_whole_is_compared_with_line_and_material_together() {
        var story = masks().offer("line for hire", 10)
                .fits("line", 30)
                .offer("contract maker", 10)
                .fits("line", 45)
                .bringing("line", "film", 2, 1, 20);
        NearMiss miss = missOf(story, 2);
        assertThat(miss.violation()).isEmpty();
        assertThat(miss.dearer()).as("450 against 300 and 140").isEqualTo(10);
    }

    @Test
    void film_that_comes_along_is_why_nobody_else_sells_any() {
        var story = masks().offer("contract maker", 10).fits("line", 30).bringing("line", "film", 2, 1, 20);
        assertThat(missOf(story, 0).violation().orElseThrow().rule()).isEqualTo(Rule.NOTHING_UNUSABLE);
    }

    @Test
    void when_the_maker_says_no_its_film_is_missing_too() {
        var story = masks().offer("contract maker", 10).fits("line", 30).bringing("line", "film", 2, 1, 20);
        ProvenPlan answer = optimal(story);
        var unsure = new Reliability(6_000, Spread.NONE, Spread.NONE, Spread.always(Reliability.CERTAIN));
        var simulation = new Simulation(
                story.problem(), List.of(Reliability.PERFECT, unsure), List.of(1000L), List.of(100L), 5, 10_000);
        assertThat(simulation.outlook(answer.plan()).probability()).isBetween(0.58, 0.62);
        var halfGood =
                new Reliability(Reliability.CERTAIN, Spread.NONE, Spread.NONE, Spread.always(Reliability.CERTAIN / 2));
        var spoiled = new Simulation(
                story.problem(), List.of(Reliability.PERFECT, halfGood), List.of(1000L), List.of(50L), 5, 100);
        assertThat(spoiled.outlook(answer.plan()).probability()).isEqualTo(1);
    }

    @Test
    void when_the_maker_declines_line_and_film_are_found_elsewhere() {
        var story = masks().offer("line for hire", 10)
                .fits("line", 45)
                .offer("contract maker", 10)
                .fits("line", 30)
                .bringing("line", "film", 2, 1, 20);
        ProvenPlan before = optimal(story);
        assertThat(legs(before)).isEqualTo(Map.of(2, 10L));
        Replan replan = Replanner.replan(
                story.problem(),
                before,
                List.of(new Happening.Declined(2)),
                1_000,
                Effort.ofRounds(1, 20, 1),
                PlanWatcher.NOBODY);
        assertThat(replan.answer().plan().outputs()).containsExactly(100L);
        assertThat(legs(replan.answer())).isEqualTo(Map.of(0, 20L, 1, 10L));
        assertThat(replan.moves()).hasSize(3);
    }

    private static NearMiss missOf(ProblemStory story, int arc) {
        return Explainer.explain(story.problem(), optimal(story), List.of(1L, 1L)).nearMisses().stream()
                .filter(miss -> miss.arc() == arc)
                .findFirst()
                .orElseThrow();
    }

    private static ProvenPlan optimal(ProblemStory story) {
        PlanProblem problem = story.problem();
        ProvenPlan answer = new LagrangianPlanner().plan(problem, PlanWatcher.NOBODY);
        assertThat(PlanChecker.check(problem, answer.plan())).isEmpty();
        assertThat(answer.plan().cost().total()).isEqualTo(BruteForce.leastCost(problem));
        return answer;
    }

    private static Map<Integer, Long> legs(ProvenPlan answer) {
        Map<Integer, Long> legs = new HashMap<>();
        answer.plan().legs().forEach(leg -> legs.put(leg.arc(), leg.quantity()));
        return legs;
    }
}
