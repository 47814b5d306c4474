package org.muster.planning.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.muster.planning.model.ProblemStory.aProblem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muster.planning.model.Effort;
import org.muster.planning.model.Hedge;
import org.muster.planning.model.Outlook;
import org.muster.planning.model.Plan;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.PlanWatcher;
import org.muster.planning.model.ProblemStory;
import org.muster.planning.model.Reliability;
import org.muster.planning.model.Spread;
import org.muster.testing.BesideOthers;

@BesideOthers
class SimulationTest {

    private static final int SCENARIOS = 20_000;
    private static final double NEAR = 0.02;

    private final ProblemStory twoLegs = aProblem()
            .need("wire", 10, 100)
            .offer("one", 5)
            .fits("wire", 1, 5, 900)
            .offer("two", 5)
            .fits("wire", 2, 5, 900);

    @Test
    void a_plan_without_legs_meets_a_target_of_nothing() {
        PlanProblem problem = aProblem().need("wire", 10, 100).problem();
        Plan plan = new LagrangianPlanner().plan(problem, PlanWatcher.NOBODY).plan();
        assertThat(new Simulation(problem, List.of(), List.of(0L), List.of(0L), 1, 100)
                        .outlook(plan)
                        .probability())
                .isEqualTo(1);
        assertThat(new Simulation(problem, List.of(), List.of(0L), List.of(1L), 1, 100)
                        .outlook(plan)
                        .probability())
                .isZero();
    }

    @Test
    void what_cannot_fail_does_not_fail_and_what_must_fail_does() {
        assertThat(probability(twoLegs, Reliability.PERFECT, Reliability.PERFECT))
                .isEqualTo(1);
        assertThat(probability(twoLegs, Reliability.PERFECT, accepts(0))).isZero();
    }

    @Test
    void both_have_to_say_yes() {
        Outlook outlook = outlook(twoLegs, accepts(5_000), accepts(8_000));
        assertThat(outlook.probability()).isCloseTo(0.4, within(NEAR));
        assertThat(outlook.uncertainty()).isLessThan(0.01);
        assertThat(outlook.failures().get(0) / (double) (SCENARIOS - outlook.met()))
                .isCloseTo(0.5 / 0.6, within(NEAR));
    }

    @Test
    void a_delay_counts_when_it_passes_the_deadline() {
        var halfLate = new Reliability(10_000, new Spread(0, 100, 200), Spread.NONE, Spread.always(10_000));
        assertThat(probability(twoLegs, halfLate, Reliability.PERFECT)).isCloseTo(0.5, within(NEAR));
        var onTheWay = new Reliability(10_000, new Spread(0, 50, 100), new Spread(0, 50, 100), Spread.always(10_000));
        assertThat(probability(twoLegs, onTheWay, Reliability.PERFECT)).isCloseTo(0.5, within(NEAR));
        var early = new Reliability(10_000, new Spread(-50, 0, 90), Spread.NONE, Spread.always(10_000));
        assertThat(probability(twoLegs, early, Reliability.PERFECT)).isEqualTo(1);
    }

    @Test
    void what_is_spoiled_is_missing_unless_the_target_allows_for_it() {
        var spoils = new Reliability(10_000, Spread.NONE, Spread.NONE, new Spread(6_000, 8_000, 10_000));
        PlanProblem problem = twoLegs.problem();
        Plan plan = new LagrangianPlanner().plan(problem, PlanWatcher.NOBODY).plan();
        var all = List.of(spoils, Reliability.PERFECT);
        assertThat(new Simulation(problem, all, List.of(1000L), List.of(10L), 1, 1000)
                        .outlook(plan)
                        .probability())
                .isLessThan(0.1);
        assertThat(new Simulation(problem, all, List.of(1000L), List.of(8L), 1, 1000)
                        .outlook(plan)
                        .probability())
                .isEqualTo(1);
    }

    @Test
    void a_joint_output_needs_every_component() {
        var story = aProblem()
                .demand("masks", 1, 100, 50)
                .component("line", 10)
                .component("film", 20)
                .offer("shift", 10)
                .fits("line", 1)
                .offer("rolls", 20)
                .fits("film", 1);
        assertThat(probability(story, accepts(9_000), accepts(7_000))).isCloseTo(0.63, within(NEAR));
    }

    @Test
    void the_same_seed_is_the_same_future_whatever_else_is_planned() {
        Outlook alone = outlook(twoLegs, accepts(5_000), Reliability.PERFECT);
        assertThat(outlook(twoLegs, accepts(5_000), Reliability.PERFECT)).isEqualTo(alone);
        var more = twoLegs.need("loop", 5, 100).offer("three", 5).fits("loop", 1);
        Outlook with = outlook(more, accepts(5_000), Reliability.PERFECT, Reliability.PERFECT);
        assertThat(with.met()).isEqualTo(alone.met());
    }

    /** Two standbys for the shaky leg: the one that adds more for its price comes first. */
    @Test
    void the_best_standby_for_its_price_comes_first_and_says_what_it_brings() {
        var story = twoLegs.offer("standby", 5)
                .charge(7)
                .fits("wire", 9, 5, 900)
                .offer("dear standby", 5)
                .fits("wire", 90, 5, 900);
        PlanProblem problem = story.problem();
        Plan plan = new LagrangianPlanner().plan(problem, PlanWatcher.NOBODY).plan();
        var reliabilities = List.of(accepts(7_000), Reliability.PERFECT, accepts(8_000), accepts(9_000));
        var simulation = new Simulation(problem, reliabilities, List.of(1000L), List.of(10L), 3, SCENARIOS);
        List<Hedge> hedges = simulation.hedges(plan, 5);
        assertThat(hedges).hasSize(2);
        Hedge first = hedges.get(0);
        assertThat(first.arc()).isEqualTo(story.arc("standby", "wire"));
        assertThat(first.cost()).isEqualTo(5 * 9 + 7);
        assertThat(first.before().probability()).isCloseTo(0.7, within(NEAR));
        assertThat(first.after().probability()).isCloseTo(0.94, within(NEAR));
        assertThat(hedges.get(1).before()).isEqualTo(first.after());
        assertThat(hedges.get(1).after().probability()).isCloseTo(0.994, within(NEAR));
    }

    @Test
    void what_never_fails_needs_no_standby() {
        var story = twoLegs.offer("standby", 5).fits("wire", 9, 5, 900);
        PlanProblem problem = story.problem();
        Plan plan = new LagrangianPlanner().plan(problem, PlanWatcher.NOBODY).plan();
        var simulation = new Simulation(
                problem, Collections.nCopies(3, Reliability.PERFECT), List.of(1000L), List.of(10L), 3, 500);
        assertThat(simulation.hedges(plan, 5)).isEmpty();
    }

    @Test
    void a_standby_never_makes_things_worse() {
        PlanProblem problem = new MiddleProblems(12).next(12, 120, Effort.ofRounds(1, 6, 1));
        Plan plan = new LagrangianPlanner().plan(problem, PlanWatcher.NOBODY).plan();
        var simulation = new Simulation(
                problem, Collections.nCopies(120, accepts(9_900)), List.of(0L), plan.outputs(), 3, 3_000);
        List<Hedge> hedges = simulation.hedges(plan, 4);
        assertThat(hedges).isNotEmpty();
        assertThat(hedges)
                .allSatisfy(hedge -> assertThat(hedge.after().met())
                        .isGreaterThanOrEqualTo(hedge.before().met()));
    }

    private static Reliability accepts(int basisPoints) {
        return new Reliability(basisPoints, Spread.NONE, Spread.NONE, Spread.always(10_000));
    }

    private static double probability(ProblemStory story, Reliability... reliabilities) {
        return outlook(story, reliabilities).probability();
    }

    private static Outlook outlook(ProblemStory story, Reliability... reliabilities) {
        PlanProblem problem = story.problem();
        Plan plan = new LagrangianPlanner().plan(problem, PlanWatcher.NOBODY).plan();
        List<Reliability> all = new ArrayList<>(List.of(reliabilities));
        return new Simulation(problem, all, List.of(1000L), plan.outputs(), 7, SCENARIOS).outlook(plan);
    }
}
