package org.muster.planning.solver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.planning.model.Arc;
import org.muster.planning.model.Effort;
import org.muster.planning.model.Explanation;
import org.muster.planning.model.Hedge;
import org.muster.planning.model.Outlook;
import org.muster.planning.model.Plan;
import org.muster.planning.model.PlanAnswer;
import org.muster.planning.model.PlanChecker;
import org.muster.planning.model.PlanOrder;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.PlanWatcher;
import org.muster.planning.model.Planner;
import org.muster.planning.model.Profile;
import org.muster.planning.model.ProvenPlan;
import org.muster.planning.model.Reliability;
import org.muster.planning.model.Schedule;
import org.muster.planning.model.Stage;
import org.muster.planning.model.StagedPlan;
import org.muster.planning.model.StagedPlanChecker;
import org.muster.planning.model.StagedProblem;
import org.muster.planning.model.Task;
import org.muster.planning.model.Violation;

/**
 * From an order to its answer: the plan, in stages and shared fairly where that is wanted, in the wanted profile, verified by the independent checker,
 * explained, and played through many futures. What the checker refuses is never an answer.
 */
public final class PlanMaker {

    private static final int SCENARIOS = 10_000;
    private static final int MOST_HEDGES = 5;
    private static final Duration HURRIED = Duration.ofMillis(500);

    private final @Nullable WorkerPool workers;

    /** @param workers to prove with; null to do without exact solvers */
    public PlanMaker(@Nullable WorkerPool workers) {
        this.workers = workers;
    }

    /** @param before the best plan of an earlier attempt that was cut off; the new one begins with it */
    public PlanAnswer make(PlanOrder order, Optional<ProvenPlan> before, PlanWatcher watcher) {
        Planner planner = planner(before);
        if (order.fair() && order.problem().demands().size() > 1) {
            planner = new FairPlanner(planner);
        }
        return order.staged().isPresent()
                ? inStages(order, order.staged().get(), planner, watcher)
                : atMilestones(order, planner, watcher);
    }

    private Planner planner(Optional<ProvenPlan> before) {
        var search = new LagrangianPlanner();
        Planner planner = before.map(best ->
                        (Planner) (problem, watcher) -> search.planFrom(problem, fitting(best, problem), watcher))
                .orElse(search);
        return workers == null ? planner : new CertifiedPlanner(workers, planner);
    }

    /** A plan of another problem with the same pairings, without a bound of its own. */
    private static ProvenPlan fitting(ProvenPlan best, PlanProblem problem) {
        boolean same = best.plan().legs().stream()
                .allMatch(leg -> leg.arc() < problem.arcs().size());
        Plan legs = new Plan(
                same ? best.plan().legs() : List.of(),
                best.plan().outputs(),
                best.plan().cost());
        return new ProvenPlan(legs, Long.MIN_VALUE, 0, best.shadowPrices());
    }

    private static PlanAnswer atMilestones(PlanOrder order, Planner planner, PlanWatcher watcher) {
        PlanProblem problem = order.problem();
        ProvenPlan proven = inProfile(order, problem, planner.plan(problem, watcher), watcher);
        verified(PlanChecker.check(problem, proven.plan()));
        List<Long> begins = problem.stages().stream().map(Stage::begins).toList();
        long last = begins.stream().mapToLong(Long::longValue).max().orElse(0);
        var still = new StagedProblem(problem, List.of(), Collections.nCopies(begins.size(), 0L), 0, last);
        Simulation simulation = simulation(order, problem, begins, proven.plan());
        return answer(order, problem, proven, begins, Schedule.of(still, proven.plan()), simulation, watcher);
    }

    private static PlanAnswer inStages(PlanOrder order, StagedProblem staged, Planner planner, PlanWatcher watcher) {
        StagedPlan found = new StagedPlanner(planner).plan(staged, watcher);
        PlanProblem problem = staged.at(found.milestones());
        ProvenPlan proven = inProfile(order, problem, found.answer(), watcher);
        var plan = new StagedPlan(proven, found.milestones(), Schedule.of(staged, proven.plan()));
        verified(StagedPlanChecker.check(staged, plan));
        List<Long> ends = new ArrayList<>();
        for (int k = 0; k < staged.holds().size(); k++) {
            ends.add(plan.milestones().get(k + 1) - staged.holds().get(k));
        }
        Simulation simulation = simulation(order, asMade(problem, plan.schedule()), ends, proven.plan());
        return answer(order, withRoom(staged, plan), proven, plan.milestones(), plan.schedule(), simulation, watcher);
    }

    /**
     * What is explained: a stage to which nothing comes ends when it must at the latest. Its milestones mean nothing, and whoever has something for it is
     * not too late because of them.
     */
    private static PlanProblem withRoom(StagedProblem staged, StagedPlan found) {
        PlanProblem problem = staged.problem();
        List<Long> holds = staged.holds();
        boolean[] used = new boolean[holds.size()];
        found.answer().plan().legs().forEach(leg -> {
            Arc arc = problem.arcs().get(leg.arc());
            used[problem.requirements().get(arc.requirement()).stage()] = true;
        });
        long[] lengths = new long[used.length];
        long[] ends = new long[used.length];
        long latest = staged.deadline();
        for (int k = used.length - 1; k >= 0; k--) {
            ends[k] = found.milestones().get(k + 1);
            lengths[k] = ends[k] - found.milestones().get(k);
            if (!used[k] && latest > ends[k]) {
                long before = staged.answered();
                for (int j = 0; j < k; j++) {
                    before += holds.get(j);
                }
                ends[k] = latest;
                lengths[k] = Math.max(lengths[k], latest - before);
            }
            latest -= holds.get(k);
        }
        return staged.within(lengths, ends);
    }

    /** What is made arrives when its work ends: a delay uses up the time that is left before its stage has to end, and is late beyond it. */
    private static PlanProblem asMade(PlanProblem problem, Schedule schedule) {
        Map<Integer, Long> ends = new HashMap<>();
        schedule.tasks().stream()
                .filter(task -> task.kind() == Task.Kind.MAKING)
                .forEach(task -> ends.put(task.arc(), task.ends()));
        List<Arc> arcs = new ArrayList<>();
        for (int a = 0; a < problem.arcs().size(); a++) {
            Arc arc = problem.arcs().get(a);
            arcs.add(new Arc(
                    arc.offer(),
                    arc.requirement(),
                    arc.unitPrice(),
                    arc.maximum(),
                    ends.getOrDefault(a, arc.arrival())));
        }
        return problem.withMarket(problem.suppliers(), problem.offers(), arcs);
    }

    private static PlanAnswer answer(
            PlanOrder order,
            PlanProblem problem,
            ProvenPlan proven,
            List<Long> milestones,
            Schedule schedule,
            Simulation simulation,
            PlanWatcher watcher) {
        // Whoever ended it does not wait for long answers about it.
        PlanProblem brief = watcher.cancelled() ? problem.with(hurried(problem.effort())) : problem;
        Explanation explanation = Explainer.explain(brief, proven, order.userUnits());
        Outlook outlook = simulation.outlook(proven.plan());
        List<Hedge> hedges = watcher.cancelled() ? List.of() : simulation.hedges(proven.plan(), MOST_HEDGES);
        return new PlanAnswer(proven, milestones, schedule, explanation, outlook, hedges);
    }

    private static Effort hurried(Effort effort) {
        return new Effort(effort.seed(), HURRIED, effort.threads(), effort.rounds(), effort.gapGoal());
    }

    private static ProvenPlan inProfile(
            PlanOrder order, PlanProblem problem, ProvenPlan cheapest, PlanWatcher watcher) {
        List<Integer> risks = order.records().stream()
                .map(known -> Reliability.CERTAIN - known.acceptance())
                .toList();
        return order.profile() == Profile.CHEAPEST
                ? cheapest
                : Profiles.one(order.profile(), problem, cheapest, risks, watcher);
    }

    private static Simulation simulation(PlanOrder order, PlanProblem problem, List<Long> deadlines, Plan plan) {
        return new Simulation(
                problem,
                order.records(),
                deadlines,
                plan.outputs(),
                problem.effort().seed(),
                SCENARIOS);
    }

    private static void verified(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new IllegalStateException("A plan that breaks rules was made: " + violations);
        }
    }
}
