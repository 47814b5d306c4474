package org.muster.planning.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.muster.planning.model.Arc;
import org.muster.planning.model.Demand;
import org.muster.planning.model.Effort;
import org.muster.planning.model.Forbidden;
import org.muster.planning.model.Included;
import org.muster.planning.model.Kept;
import org.muster.planning.model.Offer;
import org.muster.planning.model.Pin;
import org.muster.planning.model.PlanChecker;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.PlanWatcher;
import org.muster.planning.model.ProvenPlan;
import org.muster.planning.model.Requirement;
import org.muster.planning.model.Supplier;

/** What must hold between a problem and a changed one, whatever the answer is. */
class PlanningPropertiesTest {

    private static final int TINY = 200;

    @Test
    void one_more_offer_never_worsens_the_optimum() {
        var tiny = new TinyProblems(1);
        for (int i = 0; i < TINY; i++) {
            PlanProblem problem = tiny.next(1);
            assertThat(optimum(withOneMoreOffer(problem))).as("%s", problem).isLessThanOrEqualTo(optimum(problem));
        }
    }

    /** Whoever brings something along, or more of it, leaves less to be found elsewhere. */
    @Test
    void bringing_more_along_never_worsens_the_optimum() {
        var tiny = new TinyProblems(7);
        for (int i = 0; i < TINY; i++) {
            PlanProblem problem = tiny.next(1);
            boolean pinned = !problem.pins().isEmpty();
            PlanProblem nothing = problem.withIncluded(List.of());
            PlanProblem more = problem.withIncluded(problem.included().stream()
                    .map(in -> new Included(in.arc(), in.requirement(), in.units(), in.of(), in.most() + 1))
                    .toList());
            // Of what is pinned more may come than can be used, which is left at the coordinator's door.
            if (!pinned) {
                assertThat(optimum(problem)).as("%s", problem).isLessThanOrEqualTo(optimum(nothing));
                assertThat(optimum(more)).as("%s", more).isLessThanOrEqualTo(optimum(problem));
            }
        }
    }

    @Test
    void the_order_of_the_input_does_not_change_the_optimum() {
        var tiny = new TinyProblems(2);
        var random = new Random(2);
        for (int i = 0; i < TINY; i++) {
            PlanProblem problem = tiny.next(1);
            assertThat(optimum(permuted(problem, random))).as("%s", problem).isEqualTo(optimum(problem));
        }
    }

    @Test
    void counting_money_in_smaller_ticks_changes_nothing_but_the_numbers() {
        var tiny = new TinyProblems(3);
        for (int i = 0; i < TINY; i++) {
            PlanProblem problem = tiny.next(1);
            assertThat(optimum(inSmallerTicks(problem, 1000))).as("%s", problem).isEqualTo(1000 * optimum(problem));
        }
    }

    /** Smaller units allow the same plans and more, so the optimum may fall; the bound of either problem holds for the plans of the other. */
    @Test
    void grams_for_kilograms_keep_bound_and_plan_together() {
        var middle = new MiddleProblems(4);
        for (int i = 0; i < 3; i++) {
            PlanProblem kilograms = middle.next(20, 160, Effort.ofRounds(1, 30, 1));
            ProvenPlan coarse = plan(kilograms);
            ProvenPlan fine = plan(inSmallerUnits(kilograms, 1000));
            assertThat(fine.plan().cost().total()).isGreaterThan(1000 * (coarse.bound() - 1));
            assertThat((double) fine.bound())
                    .isLessThanOrEqualTo(1000.0 * coarse.plan().cost().total());
            assertThat(fine.plan().cost().total() / 1000.0)
                    .isBetween(
                            0.98 * coarse.plan().cost().total(),
                            1.02 * coarse.plan().cost().total());
        }
    }

    @Test
    void no_bound_passes_any_plan_that_any_seed_order_or_number_of_threads_finds() {
        var middle = new MiddleProblems(5);
        var random = new Random(5);
        for (int i = 0; i < 3; i++) {
            PlanProblem problem = middle.next(20, 160, Effort.ofRounds(1, 20, 1));
            List<ProvenPlan> answers = new ArrayList<>();
            answers.add(plan(problem));
            answers.add(plan(problem.with(Effort.ofRounds(2, 20, 2))));
            answers.add(plan(permuted(problem, random)));
            long highest = answers.stream().mapToLong(ProvenPlan::bound).max().orElseThrow();
            assertThat(answers)
                    .allSatisfy(
                            answer -> assertThat(answer.plan().cost().total()).isGreaterThanOrEqualTo(highest));
        }
    }

    @Test
    void middle_sized_plans_keep_every_rule_and_come_close_to_their_bound() {
        var middle = new MiddleProblems(6);
        for (int i = 0; i < 3; i++) {
            PlanProblem problem = middle.next(30, 200, Effort.ofRounds(1, 40, 2));
            ProvenPlan answer = plan(problem);
            assertThat(PlanChecker.check(problem, answer.plan())).isEmpty();
            assertThat(answer.netGap()).isLessThan(0.1);
        }
    }

    private static ProvenPlan plan(PlanProblem problem) {
        return new LagrangianPlanner().plan(problem, PlanWatcher.NOBODY);
    }

    private static long optimum(PlanProblem problem) {
        ProvenPlan answer = plan(problem);
        assertThat(answer.optimal()).as("proved: %s", problem).isTrue();
        return answer.plan().cost().total();
    }

    private static PlanProblem withOneMoreOffer(PlanProblem p) {
        List<Offer> offers = new ArrayList<>(p.offers());
        offers.add(new Offer("one more", 0, 3, 1, 1, false, 2));
        List<Arc> arcs = new ArrayList<>(p.arcs());
        arcs.add(new Arc(offers.size() - 1, p.requirements().size() - 1, 3, 3, 0));
        return problem(p, p.demands(), p.requirements(), p.suppliers(), offers, arcs, p.pins(), p.forbidden(), p.kept())
                .withIncluded(p.included());
    }

    private static PlanProblem permuted(PlanProblem p, Random random) {
        int[] demandTo = shuffle(p.demands().size(), random);
        int[] requirementTo = shuffle(p.requirements().size(), random);
        int[] supplierTo = shuffle(p.suppliers().size(), random);
        int[] offerTo = shuffle(p.offers().size(), random);
        int[] arcTo = shuffle(p.arcs().size(), random);
        List<Requirement> requirements = p.requirements().stream()
                .map(r -> new Requirement(
                        r.id(),
                        demandTo[r.demand()],
                        r.quantity(),
                        r.surplus(),
                        r.stage(),
                        r.latePrice(),
                        r.undivided()))
                .toList();
        List<Offer> offers = p.offers().stream()
                .map(o -> new Offer(
                        o.id(),
                        supplierTo[o.supplier()],
                        o.capacity(),
                        o.minimum(),
                        o.multiple(),
                        o.allOrNothing(),
                        o.fixedCharge()))
                .toList();
        List<Arc> arcs = p.arcs().stream()
                .map(a -> new Arc(
                        offerTo[a.offer()], requirementTo[a.requirement()], a.unitPrice(), a.maximum(), a.arrival()))
                .toList();
        List<Forbidden> forbidden = new ArrayList<>();
        for (Forbidden no : p.forbidden()) {
            if (no instanceof Forbidden.ThisArc it) {
                forbidden.add(new Forbidden.ThisArc(arcTo[it.arc()]));
            } else if (no instanceof Forbidden.ThisOffer it) {
                forbidden.add(new Forbidden.ThisOffer(offerTo[it.offer()]));
            }
        }
        return problem(
                        p,
                        moved(p.demands(), demandTo),
                        moved(requirements, requirementTo),
                        moved(p.suppliers(), supplierTo),
                        moved(offers, offerTo),
                        moved(arcs, arcTo),
                        p.pins().stream()
                                .map(pin -> new Pin(arcTo[pin.arc()], pin.quantity()))
                                .toList(),
                        forbidden,
                        p.kept().stream()
                                .map(kept -> new Kept(arcTo[kept.arc()], kept.quantity(), kept.movePrice()))
                                .toList())
                .withIncluded(p.included().stream()
                        .map(i -> new Included(
                                arcTo[i.arc()], requirementTo[i.requirement()], i.units(), i.of(), i.most()))
                        .toList());
    }

    private static int[] shuffle(int size, Random random) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Collections.shuffle(order, random);
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    private static <T> List<T> moved(List<T> from, int[] to) {
        List<T> moved = new ArrayList<>(from);
        for (int i = 0; i < to.length; i++) {
            moved.set(to[i], from.get(i));
        }
        return moved;
    }

    private static PlanProblem inSmallerTicks(PlanProblem p, long factor) {
        List<Demand> demands = p.demands().stream()
                .map(d -> new Demand(d.id(), d.priority(), d.output(), d.penalty() * factor))
                .toList();
        List<Requirement> requirements = p.requirements().stream()
                .map(r -> new Requirement(
                        r.id(),
                        r.demand(),
                        r.quantity(),
                        r.surplus(),
                        r.stage(),
                        r.latePrice() * factor,
                        r.undivided()))
                .toList();
        List<Supplier> suppliers = p.suppliers().stream()
                .map(s -> new Supplier(s.id(), s.fixedCharge() * factor))
                .toList();
        List<Offer> offers = p.offers().stream()
                .map(o -> new Offer(
                        o.id(),
                        o.supplier(),
                        o.capacity(),
                        o.minimum(),
                        o.multiple(),
                        o.allOrNothing(),
                        o.fixedCharge() * factor))
                .toList();
        List<Arc> arcs = p.arcs().stream()
                .map(a -> new Arc(a.offer(), a.requirement(), a.unitPrice() * factor, a.maximum(), a.arrival()))
                .toList();
        List<Kept> kept = p.kept().stream()
                .map(k -> new Kept(k.arc(), k.quantity(), k.movePrice() * factor))
                .toList();
        return problem(p, demands, requirements, suppliers, offers, arcs, p.pins(), p.forbidden(), kept)
                .withIncluded(p.included());
    }

    /** Quantities in units a thousandth as large; charges in ticks a thousandth as large, so that prices a unit stay the same numbers. */
    private static PlanProblem inSmallerUnits(PlanProblem p, long factor) {
        List<Demand> demands = p.demands().stream()
                .map(d -> new Demand(d.id(), d.priority(), d.output() * factor, d.penalty()))
                .toList();
        List<Requirement> requirements = p.requirements().stream()
                .map(r -> new Requirement(
                        r.id(),
                        r.demand(),
                        r.quantity() * factor,
                        r.surplus() * factor,
                        r.stage(),
                        r.latePrice(),
                        r.undivided()))
                .toList();
        List<Supplier> suppliers = p.suppliers().stream()
                .map(s -> new Supplier(s.id(), s.fixedCharge() * factor))
                .toList();
        List<Offer> offers = p.offers().stream()
                .map(o -> new Offer(
                        o.id(),
                        o.supplier(),
                        o.capacity() * factor,
                        o.minimum() * factor,
                        o.multiple() * factor,
                        o.allOrNothing(),
                        o.fixedCharge() * factor))
                .toList();
        List<Arc> arcs = p.arcs().stream()
                .map(a -> new Arc(a.offer(), a.requirement(), a.unitPrice(), a.maximum() * factor, a.arrival()))
                .toList();
        return problem(p, demands, requirements, suppliers, offers, arcs, List.of(), List.of(), List.of());
    }

    private static PlanProblem problem(
            PlanProblem p,
            List<Demand> demands,
            List<Requirement> requirements,
            List<Supplier> suppliers,
            List<Offer> offers,
            List<Arc> arcs,
            List<Pin> pins,
            List<Forbidden> forbidden,
            List<Kept> kept) {
        return new PlanProblem(
                p.stages(),
                demands,
                requirements,
                suppliers,
                offers,
                arcs,
                pins,
                forbidden,
                kept,
                p.priorityStep(),
                p.effort());
    }
}
