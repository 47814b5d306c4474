package org.muster.planning.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.planning.model.Arc;
import org.muster.planning.model.Leg;
import org.muster.planning.model.Plan;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.ProvenPlan;

/**
 * What is left of a large problem once the multipliers have ruled out all that no plan better than the known one does. Every better plan is a plan of what is
 * left, so what is proved of it holds for the whole up to the cost of the known plan.
 */
final class Remaining {

    private final PlanProblem problem;
    private final int[] arcOf;
    private final Plan known;

    private Remaining(PlanProblem problem, int[] arcOf, Plan known) {
        this.problem = problem;
        this.arcOf = arcOf;
        this.known = known;
    }

    /** Empty where pins, commitments or what is brought along refer to pairings, or more remain than an exact solver can take. */
    static Optional<Remaining> of(Instance in, ProvenPlan found, int mostArcs) {
        PlanProblem whole = in.problem;
        if (!whole.pins().isEmpty()
                || !whole.kept().isEmpty()
                || !whole.included().isEmpty()
                || !whole.forbidden().isEmpty()) {
            return Optional.empty();
        }
        var settled = new Settled(in, new WorkerTask(Engine.HIGHS, whole, found.plan(), found.bound(), 0));
        long[] most = new long[whole.arcs().size()];
        for (int s = 0; s < in.segments; s++) {
            most[in.segmentArc[s]] += settled.decided[in.segmentOffer[s]] < 0 ? 0 : settled.most[s];
        }
        long[] inPlan = new long[most.length];
        found.plan().legs().forEach(leg -> inPlan[leg.arc()] = leg.quantity());
        List<Arc> arcs = new ArrayList<>();
        List<Leg> legs = new ArrayList<>();
        int[] arcOf = new int[most.length];
        for (int a = 0; a < most.length; a++) {
            if (most[a] > 0 || inPlan[a] > 0) {
                arcOf[arcs.size()] = a;
                if (inPlan[a] > 0) {
                    legs.add(new Leg(arcs.size(), inPlan[a]));
                }
                Arc arc = whole.arcs().get(a);
                arcs.add(new Arc(
                        arc.offer(),
                        arc.requirement(),
                        arc.unitPrice(),
                        Math.min(arc.maximum(), Math.max(most[a], inPlan[a])),
                        arc.arrival()));
            }
        }
        if (arcs.size() > mostArcs) {
            return Optional.empty();
        }
        PlanProblem rest = whole.withMarket(whole.suppliers(), whole.offers(), arcs);
        Plan plan = new Plan(legs, found.plan().outputs(), found.plan().cost());
        return Optional.of(new Remaining(rest, arcOf, plan));
    }

    PlanProblem problem() {
        return problem;
    }

    /** The known plan, in the positions of what is left. */
    Plan known() {
        return known;
    }

    /** What was found for it, in the positions of the whole. */
    WorkerAnswer back(WorkerAnswer answer) {
        @Nullable Plan plan = answer.plan();
        if (plan == null) {
            return answer;
        }
        List<Leg> legs = plan.legs().stream()
                .map(leg -> new Leg(arcOf[leg.arc()], leg.quantity()))
                .toList();
        return new WorkerAnswer(new Plan(legs, plan.outputs(), plan.cost()), answer.bound());
    }
}
