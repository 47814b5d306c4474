package org.muster.planning.solver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.muster.planning.model.PlanChecker;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.PlanWatcher;
import org.muster.planning.model.ProvenPlan;
import org.muster.testing.BesideOthers;

@BesideOthers
class BruteForceAgreementTest {

    private static final int PROBLEMS = 3000;

    @Test
    void on_thousands_of_tiny_problems_the_planner_proves_the_optimum() {
        var tiny = new TinyProblems(20261122);
        for (int i = 0; i < PROBLEMS; i++) {
            PlanProblem problem = tiny.next(1);
            ProvenPlan answer = new LagrangianPlanner().plan(problem, PlanWatcher.NOBODY);
            assertThat(PlanChecker.check(problem, answer.plan()))
                    .as("rules of %s", problem)
                    .isEmpty();
            assertThat(answer.plan().cost().total()).as("cost of %s", problem).isEqualTo(BruteForce.leastCost(problem));
            assertThat(answer.bound())
                    .as("bound of %s", problem)
                    .isEqualTo(answer.plan().cost().total());
        }
    }

    /** Without trying every plan the bound never passes the optimum, and the search alone finds it nearly always. */
    @Test
    void on_thousands_of_tiny_problems_the_optimum_lies_between_bound_and_plan() {
        var tiny = new TinyProblems(4711);
        int missed = 0;
        for (int i = 0; i < PROBLEMS; i++) {
            PlanProblem problem = tiny.next(6);
            long optimum = BruteForce.leastCost(problem);
            ProvenPlan answer = new LagrangianPlanner(0).plan(problem, PlanWatcher.NOBODY);
            assertThat(PlanChecker.check(problem, answer.plan()))
                    .as("rules of %s", problem)
                    .isEmpty();
            assertThat(answer.bound()).as("bound of %s", problem).isLessThanOrEqualTo(optimum);
            assertThat(answer.plan().cost().total()).as("cost of %s", problem).isGreaterThanOrEqualTo(optimum);
            missed += answer.plan().cost().total() > optimum ? 1 : 0;
        }
        assertThat(missed).isLessThan(PROBLEMS / 200);
    }
}
