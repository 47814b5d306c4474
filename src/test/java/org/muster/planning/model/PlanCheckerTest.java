package org.muster.planning.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.planning.model.ProblemStory.aProblem;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A plan that keeps every rule passes; each test then breaks one rule and nothing else but what follows from it. */
class PlanCheckerTest {

    private static final PlanCost NOTHING = new PlanCost(0, 0, 0, 0, 0, 0);

    private final ProblemStory masks = aProblem()
            .need("meltblown", 10, 100)
            .supplier("Houma", 7)
            .offer("roll", 10)
            .charge(3)
            .fits("meltblown", 2);

    @Test
    void a_plan_that_keeps_every_rule_passes() {
        assertThat(check(masks, 10, new PlanCost(0, 0, 20, 3, 7, 0), leg(masks, 10)))
                .isEmpty();
    }

    @Test
    void a_plan_of_nothing_passes_when_it_owns_up_to_the_shortage() {
        assertThat(check(masks, 0, new PlanCost(1000, 0, 0, 0, 0, 0))).isEmpty();
    }

    @Test
    void a_problem_of_nothing_has_a_plan_of_nothing() {
        assertThat(PlanChecker.check(aProblem().problem(), new Plan(List.of(), List.of(), NOTHING)))
                .isEmpty();
    }

    @Test
    void two_legs_over_one_arc_are_refused() {
        assertThat(check(masks, 10, new PlanCost(0, 0, 20, 3, 7, 0), leg(masks, 4), leg(masks, 6)))
                .containsExactly(Rule.ONE_POSITIVE_LEG_AN_ARC);
    }

    @Test
    void a_leg_of_nothing_is_refused() {
        assertThat(check(masks, 0, new PlanCost(1000, 0, 0, 0, 0, 0), leg(masks, 0)))
                .containsExactly(Rule.ONE_POSITIVE_LEG_AN_ARC);
    }

    @Test
    void a_negative_leg_is_refused() {
        assertThat(check(masks, 0, new PlanCost(1000, 0, -2, 3, 7, 0), leg(masks, -1)))
                .contains(Rule.ONE_POSITIVE_LEG_AN_ARC);
    }

    @Test
    void more_than_the_offer_has_is_refused() {
        var story = aProblem().need("wire", 10, 100).offer("coil", 4).fits("wire", 1, 10, 0);
        assertThat(check(story, 5, new PlanCost(500, 0, 5, 0, 0, 0), new Leg(0, 5)))
                .containsExactly(Rule.CAPACITY);
    }

    @Test
    void less_than_the_minimum_order_is_refused() {
        var story = aProblem().need("wire", 3, 100).offer("coil", 9).minimum(4).fits("wire", 1);
        assertThat(check(story, 3, new PlanCost(0, 0, 3, 0, 0, 0), new Leg(0, 3)))
                .containsExactly(Rule.MINIMUM_ORDER);
    }

    @Test
    void a_broken_carton_is_refused() {
        var story = aProblem().need("wire", 3, 100).offer("coil", 8).multiple(2).fits("wire", 1);
        assertThat(check(story, 3, new PlanCost(0, 0, 3, 0, 0, 0), new Leg(0, 3)))
                .containsExactly(Rule.ORDER_MULTIPLE);
    }

    @Test
    void a_part_of_a_lot_sold_whole_is_refused() {
        var story =
                aProblem().need("wire", 3, 100).offer("coil", 4).allOrNothing().fits("wire", 1);
        assertThat(check(story, 3, new PlanCost(0, 0, 3, 0, 0, 0), new Leg(0, 3)))
                .containsExactly(Rule.ALL_OR_NOTHING);
    }

    @Test
    void more_than_the_arc_allows_is_refused() {
        var story = aProblem().need("wire", 3, 100).offer("coil", 4).fits("wire", 1, 2, 0);
        assertThat(check(story, 3, new PlanCost(0, 0, 3, 0, 0, 0), new Leg(0, 3)))
                .containsExactly(Rule.ARC_MAXIMUM);
    }

    @Test
    void what_arrives_after_its_stage_began_is_refused() {
        var story = aProblem().need("wire", 3, 100).offer("coil", 3).fits("wire", 1, 3, 1001);
        assertThat(check(story, 3, new PlanCost(0, 0, 3, 0, 0, 0), new Leg(0, 3)))
                .containsExactly(Rule.STAGE_ORDER);
    }

    @Test
    void what_arrives_as_its_stage_begins_is_in_time() {
        var story = aProblem().need("wire", 3, 100).offer("coil", 3).fits("wire", 1, 3, 1000);
        assertThat(check(story, 3, new PlanCost(0, 0, 3, 0, 0, 0), new Leg(0, 3)))
                .isEmpty();
    }

    @Test
    void lateness_costs_its_price_where_the_stage_may_wait() {
        var story = aProblem()
                .need("wire", 3, 100)
                .mayBeLate("wire", 60, 2)
                .offer("coil", 3)
                .fits("wire", 1, 3, 65);
        assertThat(check(story, 3, new PlanCost(0, 30, 3, 0, 0, 0), new Leg(0, 3)))
                .isEmpty();
    }

    @Test
    void dividing_what_is_undivided_is_refused() {
        var story = aProblem()
                .need("line", 4, 100)
                .undivided("line")
                .offer("one", 2)
                .fits("line", 1)
                .offer("two", 2)
                .fits("line", 1);
        assertThat(check(story, 4, new PlanCost(0, 0, 4, 0, 0, 0), new Leg(0, 2), new Leg(1, 2)))
                .containsOnly(Rule.UNDIVIDED);
    }

    /** 60 % of the line time and 100 % of the meltblown make a 60 % plan that leaves 40 % of the meltblown alone. */
    @Test
    void what_the_scarcest_component_leaves_unusable_must_not_be_taken() {
        var story = mask();
        assertThat(check(story, 60, new PlanCost(40, 0, 0, 0, 0, 0), new Leg(0, 6), new Leg(1, 20)))
                .containsExactly(Rule.NOTHING_UNUSABLE);
        assertThat(check(story, 60, new PlanCost(40, 0, 0, 0, 0, 0), new Leg(0, 6), new Leg(1, 12)))
                .isEmpty();
    }

    @Test
    void surplus_may_be_taken_up_to_what_the_requirement_allows() {
        var story = mask().surplus("meltblown", 2);
        assertThat(check(story, 60, new PlanCost(40, 0, 0, 0, 0, 0), new Leg(0, 6), new Leg(1, 14)))
                .isEmpty();
        assertThat(check(story, 60, new PlanCost(40, 0, 0, 0, 0, 0), new Leg(0, 6), new Leg(1, 15)))
                .containsExactly(Rule.NOTHING_UNUSABLE);
        assertThat(check(story, 0, new PlanCost(100, 0, 0, 0, 0, 0), new Leg(1, 2)))
                .containsExactly(Rule.NOTHING_UNUSABLE);
    }

    @Test
    void an_output_that_the_components_do_not_carry_is_refused() {
        assertThat(check(mask(), 100, NOTHING, new Leg(0, 6), new Leg(1, 12))).containsExactly(Rule.JOINT_OUTPUT);
    }

    @Test
    void an_output_below_what_the_components_carry_is_refused() {
        assertThat(check(mask(), 50, new PlanCost(50, 0, 0, 0, 0, 0), new Leg(0, 6), new Leg(1, 12)))
                .contains(Rule.JOINT_OUTPUT);
    }

    @Test
    void a_plan_without_its_outputs_is_refused() {
        assertThat(rules(PlanChecker.check(masks.problem(), new Plan(List.of(), List.of(), NOTHING))))
                .containsExactly(Rule.JOINT_OUTPUT);
    }

    @Test
    void a_pin_that_is_not_kept_is_refused() {
        masks.pin("roll", "meltblown", 5);
        assertThat(check(masks, 4, new PlanCost(600, 0, 8, 3, 7, 0), leg(masks, 4)))
                .containsExactly(Rule.PINNED);
        assertThat(check(masks, 5, new PlanCost(500, 0, 10, 3, 7, 0), leg(masks, 5)))
                .isEmpty();
    }

    @Test
    void what_a_pin_takes_beyond_use_is_the_coordinators_affair() {
        var story = mask().pin("film", "meltblown", 15);
        assertThat(check(story, 60, new PlanCost(40, 0, 0, 0, 0, 0), new Leg(0, 6), new Leg(1, 15)))
                .isEmpty();
    }

    @Test
    void a_forbidden_arc_offer_or_supplier_is_refused() {
        Leg leg = leg(masks, 10);
        PlanCost cost = new PlanCost(0, 0, 20, 3, 7, 0);
        assertThat(check(masks.forbidArc("roll", "meltblown"), 10, cost, leg)).containsExactly(Rule.FORBIDDEN);
        assertThat(check(masks.forbidOffer("roll"), 10, cost, leg)).containsOnly(Rule.FORBIDDEN);
        assertThat(check(masks.forbidSupplier("Houma"), 10, cost, leg)).containsOnly(Rule.FORBIDDEN);
    }

    @Test
    void moving_a_kept_commitment_costs_its_price_for_each_unit() {
        masks.keep("roll", "meltblown", 8, 5);
        assertThat(check(masks, 6, new PlanCost(400, 0, 12, 3, 7, 10), leg(masks, 6)))
                .isEmpty();
        assertThat(check(masks, 6, new PlanCost(400, 0, 12, 3, 7, 0), leg(masks, 6)))
                .containsExactly(Rule.COST);
    }

    @Test
    void each_part_of_the_cost_is_counted_anew() {
        assertThat(check(masks, 10, new PlanCost(1, 1, 21, 4, 8, 1), leg(masks, 10)))
                .hasSize(6)
                .containsOnly(Rule.COST);
    }

    @Test
    void the_published_priority_multiplies_the_penalty() {
        var story =
                aProblem().demand("first", 1, 10, 3).demand("last", 3, 10, 3).priorityStep(100);
        story.component("wire", 10);
        var plan = new Plan(List.of(), List.of(10L, 0L), new PlanCost(30, 0, 0, 0, 0, 0));
        assertThat(PlanChecker.check(story.problem(), plan)).isEmpty();
        assertThat(story.problem().penaltyOf(story.problem().demands().get(0))).isEqualTo(30_000);
    }

    /** 100 masks need 10 hours and 20 kilograms. */
    private static ProblemStory mask() {
        return aProblem()
                .demand("masks", 1, 100, 1)
                .component("line", 10)
                .component("meltblown", 20)
                .offer("shift", 6)
                .fits("line", 0)
                .offer("film", 20)
                .fits("meltblown", 0);
    }

    private static Leg leg(ProblemStory story, long quantity) {
        return new Leg(story.arc("roll", "meltblown"), quantity);
    }

    private static List<Rule> check(ProblemStory story, long output, PlanCost cost, Leg... legs) {
        return rules(PlanChecker.check(story.problem(), new Plan(List.of(legs), List.of(output), cost)));
    }

    private static List<Rule> rules(List<Violation> violations) {
        return violations.stream().map(Violation::rule).toList();
    }
}
