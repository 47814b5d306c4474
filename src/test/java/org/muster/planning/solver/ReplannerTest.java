package org.muster.planning.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.planning.model.ProblemStory.aProblem;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.muster.planning.model.Arc;
import org.muster.planning.model.Demand;
import org.muster.planning.model.Effort;
import org.muster.planning.model.Happening;
import org.muster.planning.model.Leg;
import org.muster.planning.model.Move;
import org.muster.planning.model.PlanChecker;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.PlanWatcher;
import org.muster.planning.model.ProblemStory;
import org.muster.planning.model.ProvenPlan;
import org.muster.planning.model.Replan;
import org.muster.planning.model.Requirement;

class ReplannerTest {

    private static final Effort EFFORT = Effort.ofRounds(1, 10, 1);

    private final ProblemStory market = aProblem()
            .need("wire", 10, 100)
            .offer("first", 6)
            .fits("wire", 2)
            .offer("second", 6)
            .fits("wire", 3)
            .offer("third", 6)
            .fits("wire", 9);

    @Test
    void nothing_happened_so_nothing_moves() {
        Replan replan = replan(market);
        assertThat(replan.moves()).isEmpty();
        assertThat(replan.unitsMoved()).isZero();
        assertThat(replan.answer().plan().cost().moved()).isZero();
    }

    @Test
    void a_declined_offer_is_replaced_and_the_others_stay() {
        Replan replan = replan(market, new Happening.Declined(0));
        assertThat(replan.moves())
                .containsExactly(
                        new Move(0, 6, 0, Move.Cause.DECLINED),
                        new Move(1, 4, 6, Move.Cause.REPLACES),
                        new Move(2, 0, 4, Move.Cause.REPLACES));
        assertThat(replan.unitsBefore()).isEqualTo(10);
        assertThat(replan.unitsMoved()).isZero();
    }

    @Test
    void a_counter_offer_is_taken_as_far_as_it_goes() {
        Replan less = replan(market, new Happening.Countered(0, 4, 0, 0));
        assertThat(less.moves())
                .containsExactly(new Move(0, 6, 4, Move.Cause.COUNTERED), new Move(1, 4, 6, Move.Cause.REPLACES));
        Replan dearer = replan(market, new Happening.Countered(0, 6, 20, 0));
        assertThat(dearer.answer().plan().legs()).containsExactly(new Leg(1, 6), new Leg(2, 4));
        Replan tooLate = replan(market, new Happening.Countered(0, 6, 0, 2000));
        assertThat(tooLate.moves().get(0).cause()).isEqualTo(Move.Cause.DELAYED);
    }

    @Test
    void what_expired_is_promised_no_more_but_may_be_asked_again() {
        Replan replan = replan(market, new Happening.Expired(0));
        assertThat(replan.problem().kept()).extracting(kept -> kept.arc()).containsExactly(1);
        assertThat(replan.answer().plan().legs()).containsExactly(new Leg(0, 6), new Leg(1, 4));
    }

    @Test
    void a_delay_within_the_milestone_changes_nothing_and_one_beyond_it_does() {
        assertThat(replan(market, new Happening.Delayed(0, 1000)).moves()).isEmpty();
        Replan replan = replan(market, new Happening.Delayed(0, 1001));
        assertThat(replan.moves().get(0)).isEqualTo(new Move(0, 6, 0, Move.Cause.DELAYED));
    }

    @Test
    void a_new_need_is_served_from_what_is_left() {
        var needed = new Happening.Needed(
                new Demand("loop", 1, 5, 100),
                List.of(new Requirement("loop", 1, 5, 0, 0, 0, false)),
                List.of(new Arc(0, 1, 1, 6, 0), new Arc(2, 1, 2, 6, 0)));
        Replan replan = replan(market, needed);
        assertThat(replan.answer().plan().outputs()).containsExactly(10L, 5L);
        assertThat(replan.moves()).anyMatch(move -> move.cause() == Move.Cause.NEWLY_NEEDED);
        assertThat(replan.moves()).noneMatch(move -> move.before() > move.after());
    }

    @Test
    void a_commitment_moves_only_for_more_than_its_price() {
        ProblemStory story = aProblem()
                .need("wire", 10, 1000)
                .offer("kept", 10)
                .fits("wire", 100)
                .offer("cheaper now", 10)
                .fits("wire", 101);
        PlanProblem problem = story.problem();
        ProvenPlan old = plan(problem);
        Happening cheaper = new Happening.Countered(1, 10, -15, 0);
        Replan loyal = Replanner.replan(problem, old, List.of(cheaper), 2_000, EFFORT, PlanWatcher.NOBODY);
        assertThat(loyal.moves()).isEmpty();
        Replan fickle = Replanner.replan(problem, old, List.of(cheaper), 500, EFFORT, PlanWatcher.NOBODY);
        assertThat(fickle.moves())
                .containsExactly(new Move(0, 10, 0, Move.Cause.REARRANGED), new Move(1, 0, 10, Move.Cause.REARRANGED));
        assertThat(fickle.answer().plan().cost().moved()).isEqualTo(10 * 5);
        assertThat(fickle.shareMoved()).isEqualTo(1);
    }

    @Test
    void when_a_component_is_lost_the_others_are_given_back() {
        ProblemStory story = aProblem()
                .demand("masks", 1, 100, 50)
                .component("line", 10)
                .component("film", 20)
                .offer("shift a", 5)
                .fits("line", 1)
                .offer("shift b", 5)
                .fits("line", 1)
                .offer("film", 20)
                .fits("film", 1);
        Replan replan = replan(story, new Happening.Declined(0));
        assertThat(replan.answer().plan().outputs()).containsExactly(50L);
        assertThat(replan.moves())
                .contains(new Move(2, 20, 10, Move.Cause.NOT_USABLE), new Move(0, 5, 0, Move.Cause.DECLINED));
        assertThat(replan.unitsMoved()).isEqualTo(10);
    }

    @Test
    void a_pin_on_what_was_declined_no_longer_binds() {
        Replan replan = replan(market.pin("first", "wire", 2), new Happening.Declined(0));
        assertThat(replan.problem().pins()).isEmpty();
        assertThat(replan.answer().plan().legs()).extracting(Leg::arc).containsExactly(1, 2);
    }

    /** The largest supplier of a market drops out: nearly everything else stays, at nearly no extra cost. */
    @Test
    void in_a_market_a_decline_moves_little_and_costs_little() {
        PlanProblem problem = new MiddleProblems(21).next(60, 500, Effort.ofRounds(1, 40, 1));
        ProvenPlan old = plan(problem);
        int largest = largestOffer(problem, old);
        Replan replan = Replanner.replan(
                problem, old, List.of(new Happening.Declined(largest)), 1_000, EFFORT, PlanWatcher.NOBODY);
        assertThat(PlanChecker.check(replan.problem(), replan.answer().plan())).isEmpty();
        assertThat(replan.shareMoved()).isLessThan(0.03);
        ProvenPlan anew = plan(replan.problem().withKept(List.of()).with(problem.effort()));
        long cost = replan.answer().plan().cost().total()
                - replan.answer().plan().cost().moved();
        assertThat((double) cost).isLessThan(1.01 * anew.plan().cost().total());
    }

    @Test
    void on_tiny_problems_the_repaired_plan_is_the_best_for_the_price_of_moving() {
        var tiny = new TinyProblems(99);
        for (int i = 0; i < 150; i++) {
            PlanProblem problem = tiny.next(1);
            ProvenPlan old = plan(problem);
            List<Happening> happened = new ArrayList<>();
            happened.add(new Happening.Declined(i % problem.offers().size()));
            Replan replan = Replanner.replan(problem, old, happened, 1_000, EFFORT, PlanWatcher.NOBODY);
            assertThat(PlanChecker.check(replan.problem(), replan.answer().plan()))
                    .isEmpty();
            assertThat(replan.answer().plan().cost().total()).isEqualTo(BruteForce.leastCost(replan.problem()));
        }
    }

    private static int largestOffer(PlanProblem problem, ProvenPlan plan) {
        long[] ordered = new long[problem.offers().size()];
        plan.plan().legs().forEach(leg -> ordered[problem.arcs().get(leg.arc()).offer()] += leg.quantity());
        int largest = 0;
        for (int o = 1; o < ordered.length; o++) {
            largest = ordered[o] > ordered[largest] ? o : largest;
        }
        return largest;
    }

    private static ProvenPlan plan(PlanProblem problem) {
        return new LagrangianPlanner().plan(problem, PlanWatcher.NOBODY);
    }

    private static Replan replan(ProblemStory story, Happening... happenings) {
        PlanProblem problem = story.problem();
        Replan replan =
                Replanner.replan(problem, plan(problem), List.of(happenings), 1_000, EFFORT, PlanWatcher.NOBODY);
        assertThat(PlanChecker.check(replan.problem(), replan.answer().plan())).isEmpty();
        return replan;
    }
}
