package org.muster.planning.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.muster.planning.solver.LagrangianPlanner;
import org.muster.planning.solver.TinyProblems;

/** Plans of random problems, each falsified in one place: the checker notices every one. */
class CorruptedPlansTest {

    private enum Damage {
        ONE_UNIT_MORE,
        ONE_UNIT_LESS,
        LEG_TAKEN_OUT,
        LEG_TOLD_TWICE,
        LEG_ON_ANOTHER_ARC,
        LEG_INVENTED,
        OUTPUT_BOASTED,
        OUTPUT_HIDDEN,
        OUTPUT_LEFT_OUT,
        SHORTAGE_HIDDEN,
        GOODS_MADE_CHEAPER,
        CHARGE_FORGOTTEN,
        SUPPLIER_FORGOTTEN,
        LATENESS_FORGOTTEN,
        MOVE_FORGOTTEN
    }

    @Test
    void every_falsified_plan_is_refused() {
        var tiny = new TinyProblems(1616);
        var random = new SplittableRandom(1616);
        Map<Damage, Integer> noticed = new EnumMap<>(Damage.class);
        for (int i = 0; i < 2000; i++) {
            PlanProblem problem = tiny.next(1);
            Plan plan =
                    new LagrangianPlanner().plan(problem, PlanWatcher.NOBODY).plan();
            assertThat(PlanChecker.check(problem, plan)).as("%s", problem).isEmpty();
            for (Damage damage : Damage.values()) {
                Plan corrupted = damage(problem, plan, damage, random);
                if (!corrupted.equals(plan)) {
                    assertThat(PlanChecker.check(problem, corrupted))
                            .as("%s: %s of %s", damage, corrupted, problem)
                            .isNotEmpty();
                    noticed.merge(damage, 1, Integer::sum);
                }
            }
        }
        assertThat(noticed.keySet()).containsExactlyInAnyOrder(Damage.values());
        assertThat(noticed.values()).allSatisfy(times -> assertThat(times).isGreaterThan(5));
    }

    private static Plan damage(PlanProblem problem, Plan plan, Damage damage, SplittableRandom random) {
        List<Leg> legs = new ArrayList<>(plan.legs());
        List<Long> outputs = new ArrayList<>(plan.outputs());
        PlanCost c = plan.cost();
        int leg = legs.isEmpty() ? -1 : random.nextInt(legs.size());
        if (leg >= 0
                && damage != Damage.LEG_TOLD_TWICE
                && isFree(problem, legs.get(leg).arc())) {
            // A unit more or less of what costs nothing may be as good a plan.
            leg = -1;
        }
        int demand = outputs.isEmpty() ? -1 : random.nextInt(outputs.size());
        switch (damage) {
            case ONE_UNIT_MORE -> change(legs, leg, 1);
            case ONE_UNIT_LESS -> change(legs, leg, -1);
            case LEG_TAKEN_OUT -> {
                if (leg >= 0) {
                    legs.remove(leg);
                }
            }
            case LEG_TOLD_TWICE -> {
                if (leg >= 0) {
                    legs.add(legs.get(leg));
                }
            }
            case LEG_ON_ANOTHER_ARC -> {
                if (leg >= 0) {
                    int other = random.nextInt(problem.arcs().size());
                    boolean free = legs.stream().noneMatch(one -> one.arc() == other);
                    long paid = problem.arcs().get(legs.get(leg).arc()).unitPrice();
                    if (free && problem.arcs().get(other).unitPrice() != paid) {
                        legs.set(leg, new Leg(other, legs.get(leg).quantity()));
                    }
                }
            }
            case LEG_INVENTED -> {
                for (int a = 0; a < problem.arcs().size(); a++) {
                    int arc = a;
                    if (!isFree(problem, a) && legs.stream().noneMatch(one -> one.arc() == arc)) {
                        legs.add(new Leg(a, 1 + random.nextLong(3)));
                        break;
                    }
                }
            }
            case OUTPUT_BOASTED -> change(outputs, demand, 1);
            case OUTPUT_HIDDEN -> change(outputs, demand, -1);
            case OUTPUT_LEFT_OUT -> {
                if (demand >= 0) {
                    outputs.remove(demand);
                }
            }
            case SHORTAGE_HIDDEN -> c = without(c, c.shortage(), 0, 0, 0, 0, 0);
            case LATENESS_FORGOTTEN -> c = without(c, 0, c.lateness(), 0, 0, 0, 0);
            case GOODS_MADE_CHEAPER -> c = without(c, 0, 0, Math.min(1, c.goods()), 0, 0, 0);
            case CHARGE_FORGOTTEN -> c = without(c, 0, 0, 0, c.offers(), 0, 0);
            case SUPPLIER_FORGOTTEN -> c = without(c, 0, 0, 0, 0, c.suppliers(), 0);
            case MOVE_FORGOTTEN -> c = without(c, 0, 0, 0, 0, 0, c.moved());
        }
        return new Plan(legs, outputs, c);
    }

    private static boolean isFree(PlanProblem problem, int arc) {
        return problem.arcs().get(arc).unitPrice() == 0;
    }

    private static void change(List<Leg> legs, int leg, long by) {
        if (leg >= 0) {
            legs.set(leg, new Leg(legs.get(leg).arc(), legs.get(leg).quantity() + by));
        }
    }

    private static void change(List<Long> outputs, int demand, int by) {
        if (demand >= 0) {
            outputs.set(demand, outputs.get(demand) + by);
        }
    }

    private static PlanCost without(PlanCost c, long s, long l, long g, long o, long u, long m) {
        return new PlanCost(
                c.shortage() - s, c.lateness() - l, c.goods() - g, c.offers() - o, c.suppliers() - u, c.moved() - m);
    }
}
