package org.muster.planning.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.muster.planning.benchmark.StagedMarket;
import org.muster.planning.model.Draw;
import org.muster.planning.model.Effort;
import org.muster.planning.model.PlanAnswer;
import org.muster.planning.model.PlanChecker;
import org.muster.planning.model.PlanOrder;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.PlanWatcher;
import org.muster.planning.model.Profile;
import org.muster.planning.model.ProvenPlan;
import org.muster.planning.model.Reliability;
import org.muster.planning.model.Spread;
import org.muster.planning.model.StagedPlan;
import org.muster.planning.model.StagedPlanChecker;
import org.muster.planning.model.StagedProblem;
import org.muster.planning.model.Staging;
import org.muster.testing.BesideOthers;

@BesideOthers
class PlanMakerTest {

    private final PlanMaker maker = new PlanMaker(null);

    @Test
    void whoever_goes_on_from_an_earlier_plan_does_not_end_worse() {
        var middle = new MiddleProblems(70);
        for (int i = 0; i < 3; i++) {
            PlanProblem problem = middle.next(20, 160, Effort.ofRounds(1, 30, 1));
            ProvenPlan thorough = make(problem, null, Profile.CHEAPEST, false, Optional.empty())
                    .proven();
            PlanProblem brief = problem.with(Effort.ofRounds(2, 1, 1));
            ProvenPlan warm = make(brief, null, Profile.CHEAPEST, false, Optional.of(thorough))
                    .proven();
            assertThat(warm.plan().cost().total())
                    .isLessThanOrEqualTo(thorough.plan().cost().total());
            assertThat(PlanChecker.check(problem, warm.plan())).isEmpty();
        }
    }

    @Test
    void a_plan_of_another_problem_is_no_harm_to_go_on_from() {
        var middle = new MiddleProblems(71);
        ProvenPlan other = make(
                        middle.next(20, 160, Effort.ofRounds(1, 5, 1)), null, Profile.CHEAPEST, false, Optional.empty())
                .proven();
        PlanProblem small = middle.next(18, 160, Effort.ofRounds(1, 5, 1));
        ProvenPlan answer =
                make(small, null, Profile.CHEAPEST, false, Optional.of(other)).proven();
        assertThat(PlanChecker.check(small, answer.plan())).isEmpty();
    }

    @Test
    void every_profile_and_fair_shares_keep_every_rule() {
        var middle = new MiddleProblems(72);
        PlanProblem problem = middle.next(20, 160, Effort.ofRounds(1, 5, 1));
        for (Profile profile : Profile.values()) {
            for (boolean fair : List.of(true, false)) {
                PlanAnswer answer = make(problem, null, profile, fair, Optional.empty());
                assertThat(PlanChecker.check(problem, answer.proven().plan())).isEmpty();
                assertThat(answer.explanation().legs())
                        .hasSameSizeAs(answer.proven().plan().legs());
            }
        }
    }

    @Test
    void stages_get_their_clocks_their_path_and_their_chances() {
        StagedProblem staged = StagedMarket.of(4, 3, 60, Effort.ofRounds(1, 4, 1));
        var staging = new Staging(staged.makings(), staged.holds(), staged.answered(), staged.deadline());
        PlanAnswer certain = make(staged.problem(), staging, Profile.CHEAPEST, false, Optional.empty());
        var plan = new StagedPlan(certain.proven(), certain.milestones(), certain.schedule());
        assertThat(StagedPlanChecker.check(staged, plan)).isEmpty();
        assertThat(certain.schedule().allocated()).isEqualTo(staged.answered());
        assertThat(certain.schedule().firstGoodPiece())
                .isBetween(certain.schedule().allocated(), certain.schedule().released());
        assertThat(certain.schedule().criticalPath()).isNotEmpty();
        assertThat(certain.outlook().probability()).as("nothing can go wrong").isEqualTo(1);
        assertThat(certain.hedges()).isEmpty();

        var shaky = new Reliability(8_000, Spread.NONE, Spread.NONE, Spread.always(10_000));
        PlanOrder order = order(staged.problem(), staging, Profile.CHEAPEST, false, shaky);
        PlanAnswer risky = maker.make(order, Optional.empty(), PlanWatcher.NOBODY);
        assertThat(risky.outlook().probability()).isLessThan(0.5);
    }

    /** What is made late is late for the next stage: an hour's delay uses up the time there is, and is too late beyond it. */
    @Test
    void what_is_made_may_be_late() {
        StagedProblem staged = StagedMarket.of(4, 3, 60, Effort.ofRounds(1, 4, 1));
        var staging = new Staging(staged.makings(), staged.holds(), staged.answered(), staged.deadline());
        var always = Spread.always(staged.deadline());
        var late = new Reliability(10_000, always, Spread.NONE, Spread.always(10_000));
        PlanAnswer answer = maker.make(
                order(staged.problem(), staging, Profile.CHEAPEST, false, late), Optional.empty(), PlanWatcher.NOBODY);
        assertThat(answer.proven().plan().legs()).isNotEmpty();
        assertThat(answer.outlook().met()).isZero();
    }

    /** Where one thing is missing nothing is planned; that does not make everybody else too late. */
    @Test
    void what_nobody_has_is_told_from_what_is_of_no_use_without_it() {
        StagedProblem staged = StagedMarket.of(4, 1, 60, Effort.ofRounds(1, 4, 1));
        var staging = new Staging(staged.makings(), staged.holds(), staged.answered(), staged.deadline());
        PlanProblem whole = staged.problem();
        PlanProblem without = whole.withMarket(
                whole.suppliers(),
                whole.offers(),
                whole.arcs().stream().filter(arc -> arc.requirement() != 0).toList());
        int demand = whole.requirements().get(0).demand();
        PlanAnswer answer = make(without, staging, Profile.CHEAPEST, false, Optional.empty());
        assertThat(answer.proven().plan().outputs().get(demand)).isZero();
        assertThat(answer.explanation().remainders())
                .filteredOn(one -> without.requirements().get(one.requirement()).demand() == demand)
                .hasSizeGreaterThan(1)
                .allSatisfy(one -> assertThat(one.notToBeHad())
                        .as("%s", one)
                        .isEqualTo(one.requirement() == 0 ? one.lacking() : 0));
    }

    private PlanAnswer make(
            PlanProblem problem,
            @Nullable Staging staging,
            Profile profile,
            boolean fair,
            Optional<ProvenPlan> before) {
        return maker.make(order(problem, staging, profile, fair, Reliability.PERFECT), before, PlanWatcher.NOBODY);
    }

    private static PlanOrder order(
            PlanProblem problem, @Nullable Staging staging, Profile profile, boolean fair, Reliability record) {
        return new PlanOrder(
                UUID.randomUUID(),
                problem,
                staging,
                Collections.nCopies(problem.offers().size(), Draw.NOTHING),
                Collections.nCopies(problem.requirements().size(), 10L),
                Collections.nCopies(problem.offers().size(), record),
                profile,
                fair);
    }
}
