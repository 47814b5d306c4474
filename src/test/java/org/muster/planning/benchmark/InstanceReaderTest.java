package org.muster.planning.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.muster.planning.model.Effort;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.PlanWatcher;
import org.muster.planning.model.ProvenPlan;
import org.muster.planning.solver.LagrangianPlanner;

class InstanceReaderTest {

    private static final Effort EFFORT = Effort.ofRounds(1, 5, 1);

    private static final String WAREHOUSES = """
             2 3
             10 5.
             capacity 4.5
             4
             8.00000 4.00000
             3
             3.0 6.0
             2
             2.0 9.0
            """;

    @Test
    void the_cost_of_serving_a_customer_becomes_a_unit_price() {
        PlanProblem problem = InstanceReader.warehouses(new StringReader(WAREHOUSES), OptionalLong.of(5), EFFORT);
        assertThat(problem.offers()).extracting(offer -> offer.capacity()).containsExactly(5L, 5L);
        assertThat(problem.offers().get(1).fixedCharge()).isEqualTo(450_000_000);
        assertThat(problem.requirements())
                .extracting(requirement -> requirement.quantity())
                .containsExactly(4L, 3L, 2L);
        assertThat(problem.arcs().get(0).unitPrice()).isEqualTo(200_000_000);
    }

    /** Both open (9.5); the first serves the second and third customer (5), the other the first one (4). */
    @Test
    void everybody_is_served_at_the_least_cost() {
        PlanProblem problem = InstanceReader.warehouses(new StringReader(WAREHOUSES), OptionalLong.of(5), EFFORT);
        ProvenPlan answer = new LagrangianPlanner().plan(problem, PlanWatcher.NOBODY);
        assertThat(answer.plan().outputs()).containsExactly(4L, 3L, 2L);
        assertThat(answer.plan().cost().total()).isEqualTo(1_850_000_000);
    }

    @Test
    void a_single_source_customer_is_undivided() {
        String text = "2 2\n5 5\n1.0 1.0\n4 2\n4.0 8.0\n2.0 6.0\n";
        PlanProblem problem = InstanceReader.singleSource(new StringReader(text), true, EFFORT);
        assertThat(problem.requirements()).allMatch(requirement -> requirement.undivided());
        assertThat(problem.arcs().get(1).offer()).isEqualTo(1);
        assertThat(problem.arcs().get(1).requirement()).isZero();
        assertThat(problem.arcs().get(1).unitPrice()).isEqualTo(200_000_000);
        ProvenPlan answer = new LagrangianPlanner().plan(problem, PlanWatcher.NOBODY);
        assertThat(answer.plan().cost().total()).isEqualTo(1_200_000_000);
        assertThat(answer.optimal()).isTrue();
    }

    @Test
    void the_synthetic_format_gives_every_field_its_place() {
        String text = """
                unavoidable 0.5
                requirements 2
                10 0.5
                6 2
                suppliers 1
                3.00
                offers 2
                0 9 2 1.5 0
                0 6 0 0 1
                arcs 3
                0 0 0.25 9
                0 1 0.5 6
                1 1 0.125 6
                """;
        PlanProblem problem = InstanceReader.synthetic(new StringReader(text), EFFORT);
        assertThat(problem.demands().get(0).penalty()).isEqualTo(500_000);
        assertThat(problem.suppliers().get(0).fixedCharge()).isEqualTo(3_000_000);
        assertThat(problem.offers().get(0).minimum()).isEqualTo(2);
        assertThat(problem.offers().get(1).allOrNothing()).isTrue();
        assertThat(problem.arcs().get(2).unitPrice()).isEqualTo(125_000);
        ProvenPlan answer = new LagrangianPlanner().plan(problem, PlanWatcher.NOBODY);
        assertThat(answer.unavoidable()).isEqualTo(500_000);
    }
}
