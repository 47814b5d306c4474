package org.muster.planning.solver;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.muster.planning.model.Arc;
import org.muster.planning.model.Demand;
import org.muster.planning.model.Effort;
import org.muster.planning.model.Forbidden;
import org.muster.planning.model.Plan;
import org.muster.planning.model.PlanCost;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.PlanWatcher;
import org.muster.planning.model.Profile;
import org.muster.planning.model.ProvenPlan;
import org.muster.planning.model.Requirement;
import org.muster.planning.model.Supplier;

/** Other good plans beside the cheapest one, each found by asking the same planner for something else. */
public final class Profiles {

    private static final int ROUNDS = 12;

    /** So many times what the cheapest plan pays is more than any other plan is likely to. */
    private static final long FAR_DEARER = 64;

    /** Basis points: a risk of one. */
    private static final long CERTAIN = 10_000;

    private final LagrangianPlanner planner = new LagrangianPlanner();
    private final PlanProblem problem;
    private final PlanWatcher watcher;
    private final ProvenPlan cheapest;
    private final Instance in;

    private Profiles(PlanProblem problem, ProvenPlan cheapest, PlanWatcher watcher) {
        this.problem = problem;
        this.watcher = watcher;
        this.cheapest = cheapest;
        in = new Instance(problem);
    }

    /**
     * All profiles. Costs are those of {@code problem}, so the cheapest plan's bound holds for all of them.
     *
     * @param risks for each offer the chance that it fails, in basis points
     */
    public static Map<Profile, ProvenPlan> of(
            PlanProblem problem, ProvenPlan cheapest, List<Integer> risks, PlanWatcher watcher) {
        var profiles = new Profiles(problem, cheapest, watcher);
        Map<Profile, ProvenPlan> all = new EnumMap<>(Profile.class);
        all.put(Profile.CHEAPEST, cheapest);
        all.put(Profile.FASTEST, profiles.fastest());
        all.put(Profile.SAFEST, profiles.safest(risks));
        all.put(Profile.FEWEST_SUPPLIERS, profiles.fewestSuppliers());
        return all;
    }

    /** One of them. */
    public static ProvenPlan one(
            Profile profile, PlanProblem problem, ProvenPlan cheapest, List<Integer> risks, PlanWatcher watcher) {
        var profiles = new Profiles(problem, cheapest, watcher);
        return switch (profile) {
            case CHEAPEST -> cheapest;
            case FASTEST -> profiles.fastest();
            case SAFEST -> profiles.safest(risks);
            case FEWEST_SUPPLIERS -> profiles.fewestSuppliers();
        };
    }

    /** Minutes until the last leg arrives. */
    public static long lastArrival(PlanProblem problem, Plan plan) {
        return plan.legs().stream()
                .mapToLong(leg -> problem.arcs().get(leg.arc()).arrival())
                .max()
                .orElse(0);
    }

    public static int suppliersOf(PlanProblem problem, Plan plan) {
        return (int) plan.legs().stream()
                .map(leg -> problem.offers()
                        .get(problem.arcs().get(leg.arc()).offer())
                        .supplier())
                .distinct()
                .count();
    }

    /** The earliest time by which everything can be there, halving the arrivals there are. */
    private ProvenPlan fastest() {
        ProvenPlan best = cheapest;
        List<Long> arrivals = problem.arcs().stream()
                .map(Arc::arrival)
                .filter(arrival -> arrival < lastArrival(problem, cheapest.plan()))
                .distinct()
                .sorted()
                .toList();
        int low = 0;
        int high = arrivals.size();
        while (low < high && !watcher.cancelled()) {
            int middle = (low + high) >>> 1;
            long latest = arrivals.get(middle);
            List<Forbidden> forbidden = new ArrayList<>(problem.forbidden());
            for (int a = 0; a < problem.arcs().size(); a++) {
                boolean pinned = in.pinnedOrder[problem.arcs().get(a).offer()] > 0;
                if (problem.arcs().get(a).arrival() > latest && !pinned) {
                    forbidden.add(new Forbidden.ThisArc(a));
                }
            }
            ProvenPlan found = inTermsOf(planner.planFrom(brief(problem.withForbidden(forbidden)), best, watcher));
            if (reachesAsMuch(found) && lastArrival(problem, found.plan()) < lastArrival(problem, best.plan())) {
                best = found;
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return best;
    }

    /** A unit from an offer that may fail costs its price and, as often as it fails, what the output that hangs on it is worth. */
    private ProvenPlan safest(List<Integer> risks) {
        List<Arc> arcs = new ArrayList<>();
        for (Arc arc : problem.arcs()) {
            Requirement requirement = problem.requirements().get(arc.requirement());
            Demand demand = problem.demands().get(requirement.demand());
            // Up to half of what the unit is worth: nobody is left without because everybody is risky.
            double worth = 0.5 * demand.penalty() * demand.output() / Math.max(1, requirement.quantity());
            double more = Math.min(worth, worth * risks.get(arc.offer()) / CERTAIN);
            arcs.add(new Arc(
                    arc.offer(), arc.requirement(), arc.unitPrice() + (long) more, arc.maximum(), arc.arrival()));
        }
        PlanProblem wary = problem.withMarket(problem.suppliers(), problem.offers(), arcs);
        ProvenPlan found = inTermsOf(planner.planFrom(brief(wary), cheapest, watcher));
        return reachesAsMuch(found) ? found : cheapest;
    }

    /** Each supplier costs so much more that only output is dearer; less where output would suffer. */
    private ProvenPlan fewestSuppliers() {
        PlanCost cost = cheapest.plan().cost();
        ProvenPlan best = cheapest;
        long most = Long.MAX_VALUE / 64 / Math.max(1, in.suppliers);
        long charge =
                Math.min(most, FAR_DEARER * Math.min(most / FAR_DEARER, Math.max(1, cost.total() - cost.shortage())));
        for (int i = 0; i < 4 && !watcher.cancelled(); i++) {
            long more = charge;
            List<Supplier> suppliers = problem.suppliers().stream()
                    .map(supplier -> new Supplier(supplier.id(), supplier.fixedCharge() + more))
                    .toList();
            PlanProblem few = problem.withMarket(suppliers, problem.offers(), problem.arcs());
            ProvenPlan found = inTermsOf(planner.planFrom(brief(few), best, watcher));
            int now = suppliersOf(problem, best.plan());
            int then = suppliersOf(problem, found.plan());
            if (reachesAsMuch(found)
                    && (then < now
                            || (then == now
                                    && found.plan().cost().total()
                                            < best.plan().cost().total()))) {
                best = found;
            }
            charge = Math.max(1, charge / 4);
        }
        return best;
    }

    private PlanProblem brief(PlanProblem other) {
        Effort effort = problem.effort();
        return other.with(new Effort(
                effort.seed(),
                effort.timeLimit().dividedBy(8),
                effort.threads(),
                Math.min(ROUNDS, effort.rounds()),
                effort.gapGoal()));
    }

    private ProvenPlan inTermsOf(ProvenPlan other) {
        var allocation = new Allocation(in);
        allocation.load(other.plan());
        Plan plan = allocation.toPlan();
        return new ProvenPlan(
                plan, Math.min(plan.cost().total(), cheapest.bound()), cheapest.unavoidable(), cheapest.shadowPrices());
    }

    private boolean reachesAsMuch(ProvenPlan found) {
        for (int d = 0; d < in.demands; d++) {
            if (found.plan().outputs().get(d) < cheapest.plan().outputs().get(d)) {
                return false;
            }
        }
        return true;
    }
}
