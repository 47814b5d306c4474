package org.muster.planning.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.planning.model.ProblemStory.aProblem;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.muster.planning.model.Effort;
import org.muster.planning.model.Explanation;
import org.muster.planning.model.NearMiss;
import org.muster.planning.model.Plan;
import org.muster.planning.model.PlanChecker;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.PlanWatcher;
import org.muster.planning.model.ProblemStory;
import org.muster.planning.model.Profile;
import org.muster.planning.model.ProvenPlan;
import org.muster.planning.model.Remainder;
import org.muster.planning.model.Rule;
import org.muster.planning.model.Violation;
import org.muster.planning.model.WhyLeg;
import org.muster.testing.BesideOthers;

@BesideOthers
class ExplainerTest {

    private final ProblemStory market =
            aProblem().need("wire", 10, 100).offer("cheap", 20).fits("wire", 2);

    @Test
    void nothing_planned_needs_no_explanation() {
        Explanation said = explain(aProblem());
        assertThat(said.legs()).isEmpty();
        assertThat(said.nearMisses()).isEmpty();
        assertThat(said.bindings()).isEmpty();
        assertThat(said.remainders()).isEmpty();
    }

    @Test
    void the_only_offer_is_chosen_because_there_is_no_other() {
        Explanation said = explain(market);
        assertThat(said.legs()).extracting(WhyLeg::why).containsExactly(WhyLeg.Why.ONLY_ONE);
        assertThat(said.nearMisses()).isEmpty();
    }

    @Test
    void the_next_best_is_named_with_what_it_would_cost_more() {
        Explanation said = explain(market.offer("dear", 20)
                .charge(7)
                .fits("wire", 5)
                .offer("dearer", 20)
                .fits("wire", 9));
        WhyLeg leg = said.legs().get(0);
        assertThat(leg.why()).isEqualTo(WhyLeg.Why.CHEAPER);
        assertThat(leg.nextBest()).isEqualTo(market.arc("dear", "wire"));
        assertThat(leg.dearer()).isEqualTo(10 * 3 + 7);
        assertThat(said.nearMisses()).extracting(NearMiss::dearer).containsExactly(37L, 70L);
    }

    @Test
    void a_charge_that_goes_with_the_emptied_offer_is_counted() {
        var story = aProblem()
                .need("wire", 10, 100)
                .supplier("one", 5)
                .offer("chosen", 20)
                .charge(3)
                .fits("wire", 2)
                .supplier("two", 9)
                .offer("other", 20)
                .fits("wire", 4);
        assertThat(explain(story).nearMisses().get(0).dearer()).isEqualTo(40 + 9 - 20 - 3 - 5);
    }

    @Test
    void pins_and_kept_commitments_are_their_own_reason() {
        assertThat(explain(market.offer("dear", 20).fits("wire", 50).pin("dear", "wire", 4))
                        .legs())
                .extracting(WhyLeg::why)
                .containsExactly(WhyLeg.Why.ONLY_ONE, WhyLeg.Why.PINNED);
        var kept = aProblem()
                .need("wire", 10, 100)
                .offer("kept", 10)
                .fits("wire", 5)
                .offer("new", 10)
                .fits("wire", 3)
                .keep("kept", "wire", 10, 3);
        assertThat(explain(kept).legs()).extracting(WhyLeg::why).containsExactly(WhyLeg.Why.KEPT);
    }

    @Test
    void a_no_is_the_first_reason() {
        market.offer("banned", 0).fits("wire", 1, 5, 2000).forbidOffer("banned");
        assertThat(whyNot("banned").rule()).isEqualTo(Rule.FORBIDDEN);
    }

    @Test
    void too_late_is_said_in_minutes() {
        market.offer("slow", 10).fits("wire", 1, 10, 1300);
        assertThat(whyNot("slow").found() - whyNot("slow").allowed()).isEqualTo(300);
        assertThat(whyNot("slow").rule()).isEqualTo(Rule.STAGE_ORDER);
    }

    @Test
    void sold_out_too_large_and_whole_are_told_apart() {
        market.offer("bulk", 50).minimum(30).fits("wire", 1);
        assertThat(whyNot("bulk").rule()).isEqualTo(Rule.MINIMUM_ORDER);
        assertThat(whyNot("bulk").found()).isEqualTo(10);
        market.offer("lot", 40).allOrNothing().fits("wire", 1);
        assertThat(whyNot("lot").rule()).isEqualTo(Rule.ALL_OR_NOTHING);
        market.offer("crate", 40).multiple(25).fits("wire", 1);
        assertThat(whyNot("crate").rule()).isEqualTo(Rule.ORDER_MULTIPLE);
        market.offer("nothing left", 0).fits("wire", 1, 5, 0);
        assertThat(whyNot("nothing left").rule()).isEqualTo(Rule.CAPACITY);
        market.offer("no way", 9).fits("wire", 1, 0, 0);
        assertThat(whyNot("no way").rule()).isEqualTo(Rule.ARC_MAXIMUM);
    }

    @Test
    void an_undivided_need_says_who_is_too_small() {
        market.need("line", 30, 100)
                .undivided("line")
                .offer("small line", 29)
                .fits("line", 1)
                .offer("large line", 30)
                .fits("line", 4);
        Explanation said = explain(market);
        NearMiss small = said.nearMisses().get(0);
        assertThat(small.violation().orElseThrow().rule()).isEqualTo(Rule.UNDIVIDED);
        assertThat(small.violation().orElseThrow().found()).isEqualTo(29);
    }

    @Test
    void what_the_other_components_do_not_allow_is_said_so() {
        var story = aProblem()
                .demand("masks", 1, 100, 5)
                .component("line", 10)
                .component("film", 20)
                .offer("shift", 10)
                .fits("line", 1);
        Explanation said = explain(story);
        assertThat(said.nearMisses().get(0).violation().orElseThrow().rule()).isEqualTo(Rule.JOINT_OUTPUT);
        assertThat(said.remainders()).containsExactly(new Remainder(0, 10, 0), new Remainder(1, 20, 20));
    }

    /** One more tonne of film is fifty thousand masks more. */
    @Test
    void the_scarce_component_is_named_with_what_one_more_of_its_unit_brings() {
        var story = aProblem()
                .demand("masks", 1, 1000, 500)
                .component("line", 100)
                .component("film", 20_000)
                .offer("shifts", 100)
                .fits("line", 10)
                .offer("rolls", 12_000)
                .fits("film", 3);
        Explanation said = explain(story, List.of(1L, 1000L));
        assertThat(said.bindings().get(0).requirement()).isEqualTo(1);
        assertThat(said.bindings().get(0).output()).isEqualTo(50);
        assertThat(said.bindings().get(0).saved()).isEqualTo(50 * 500 - 5 * 10);
        assertThat(said.remainders()).containsExactly(new Remainder(0, 40, 0), new Remainder(1, 8000, 8000));
    }

    @Test
    void where_all_is_covered_one_more_saves_what_the_dearest_costs() {
        Explanation said = explain(aProblem()
                .need("wire", 10, 100)
                .offer("cheap", 6)
                .fits("wire", 2)
                .offer("dear", 10)
                .fits("wire", 30));
        assertThat(said.bindings().get(0).output()).isZero();
        assertThat(said.bindings().get(0).saved()).isEqualTo(30);
        assertThat(said.remainders()).isEmpty();
    }

    /** Four ways to ten: cheap but slow, risky and from two; fast and dear; safe; and all from one. */
    @Test
    void each_profile_is_best_at_what_it_is_for() {
        var story = aProblem()
                .need("wire", 10, 1000)
                .supplier("one", 0)
                .offer("slow", 5)
                .fits("wire", 1, 5, 900)
                .supplier("two", 0)
                .offer("shaky", 5)
                .fits("wire", 2, 5, 500)
                .supplier("three", 0)
                .offer("all", 10)
                .fits("wire", 9, 10, 800)
                .supplier("four", 0)
                .offer("fast", 10)
                .fits("wire", 20, 5, 10)
                .supplier("five", 0)
                .offer("fast too", 10)
                .fits("wire", 20, 5, 20);
        PlanProblem problem = story.problem();
        ProvenPlan cheapest = new LagrangianPlanner().plan(problem, PlanWatcher.NOBODY);
        Map<Profile, ProvenPlan> all =
                Profiles.of(problem, cheapest, List.of(0, 9000, 100, 100, 0), PlanWatcher.NOBODY);
        assertThat(all).containsOnlyKeys(Profile.values());
        assertThat(all.values()).allSatisfy(profile -> {
            assertThat(PlanChecker.check(problem, profile.plan())).isEmpty();
            assertThat(profile.plan().outputs()).containsExactly(10L);
            assertThat(profile.plan().cost().total())
                    .isGreaterThanOrEqualTo(cheapest.plan().cost().total());
        });
        assertThat(Profiles.lastArrival(problem, planOf(all, Profile.FASTEST))).isEqualTo(20);
        assertThat(Profiles.suppliersOf(problem, planOf(all, Profile.FEWEST_SUPPLIERS)))
                .isEqualTo(1);
        assertThat(planOf(all, Profile.SAFEST).legs()).noneMatch(leg -> leg.arc() == story.arc("shaky", "wire"));
    }

    @Test
    void every_leg_and_every_unused_pairing_of_a_random_market_is_explained() {
        PlanProblem problem = new MiddleProblems(3).next(10, 80, Effort.ofRounds(1, 10, 1));
        ProvenPlan answer = new LagrangianPlanner().plan(problem, PlanWatcher.NOBODY);
        Explanation said = Explainer.explain(
                problem, answer, Collections.nCopies(problem.requirements().size(), 10L));
        int legs = answer.plan().legs().size();
        assertThat(said.legs()).hasSize(legs);
        assertThat(said.nearMisses()).hasSize(problem.arcs().size() - legs);
        assertThat(said.legs())
                .extracting(WhyLeg::leg)
                .containsExactlyElementsOf(answer.plan().legs());
    }

    private Violation whyNot(String offer) {
        int arc = market.arc(offer, "wire");
        return explain(market).nearMisses().stream()
                .filter(miss -> miss.arc() == arc)
                .findFirst()
                .orElseThrow()
                .violation()
                .orElseThrow();
    }

    private static Plan planOf(Map<Profile, ProvenPlan> all, Profile profile) {
        return Objects.requireNonNull(all.get(profile)).plan();
    }

    private static Explanation explain(ProblemStory story) {
        return explain(story, Collections.nCopies(story.problem().requirements().size(), 1L));
    }

    private static Explanation explain(ProblemStory story, List<Long> units) {
        PlanProblem problem = story.problem();
        ProvenPlan answer = new LagrangianPlanner().plan(problem, PlanWatcher.NOBODY);
        return Explainer.explain(problem, answer, units);
    }
}
