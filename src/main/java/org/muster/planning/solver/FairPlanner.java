package org.muster.planning.solver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import org.muster.planning.model.Demand;
import org.muster.planning.model.Effort;
import org.muster.planning.model.Leg;
import org.muster.planning.model.OverrideEffect;
import org.muster.planning.model.Pin;
import org.muster.planning.model.Plan;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.PlanWatcher;
import org.muster.planning.model.Planner;
import org.muster.planning.model.PriorityOverride;
import org.muster.planning.model.ProvenPlan;
import org.muster.planning.model.Requirement;

/**
 * Shares scarce supply fairly: first by published priority, whatever the penalties say; within a priority the lowest fill rate is raised first (max-min), so
 * that nobody gets a second tenth while somebody could have a first one. Works by asking another planner for plans in which each demand wants no more than
 * a level, which rises like water until somebody's supply ends.
 */
public final class FairPlanner implements Planner {

    /** Levels are whole multiples of this share of a demand. */
    private static final int LEVELS = 256;

    /** Rounds of the planner that a level may take. */
    private static final int ROUNDS = 8;

    /** Share of the whole time that the search for one level may take. */
    private static final int TIMES = 40;

    /** Share of the whole time for the plan without shares where not all seems possible, and the least that is left for the plan at the shares. */
    private static final int FIRST = 2;

    private static final int LAST = 4;

    private final Planner planner;

    public FairPlanner(Planner planner) {
        this.planner = planner;
    }

    /** The bound holds for plans that give everybody the same shares. Where not all is met, the time is shared between the searches for the shares. */
    @Override
    public ProvenPlan plan(PlanProblem problem, PlanWatcher watcher) {
        long start = System.nanoTime();
        Effort effort = problem.effort();
        boolean plenty = possible(problem, new Levels(problem), all(problem), watcher);
        ProvenPlan unlimited = planner.plan(
                plenty
                        ? problem
                        : problem.with(within(effort, effort.timeLimit().dividedBy(FIRST))),
                watcher);
        if (reaches(unlimited, all(problem))) {
            return unlimited;
        }
        long[] shares = shares(problem, watcher);
        Duration left = effort.timeLimit().minusNanos(System.nanoTime() - start);
        Duration least = effort.timeLimit().dividedBy(LAST);
        return atShares(problem, shares, within(effort, left.compareTo(least) > 0 ? left : least), watcher);
    }

    private static Effort within(Effort effort, Duration limit) {
        return new Effort(effort.seed(), limit, effort.threads(), effort.rounds(), effort.gapGoal());
    }

    /** What an override gives and takes, both plans being fair in everything else. */
    public OverrideEffect override(PlanProblem problem, PriorityOverride override, PlanWatcher watcher) {
        ProvenPlan fair = plan(problem, watcher);
        PlanProblem favoured = favouring(problem, override);
        long[] shares = shares(favoured, watcher);
        ProvenPlan overridden = atShares(problem, shares, problem.effort(), watcher);
        List<Long> lost = new ArrayList<>();
        for (int d = 0; d < problem.demands().size(); d++) {
            long less =
                    fair.plan().outputs().get(d) - overridden.plan().outputs().get(d);
            lost.add(d == override.demand() ? 0 : Math.max(0, less));
        }
        long gained = overridden.plan().outputs().get(override.demand())
                - fair.plan().outputs().get(override.demand());
        return new OverrideEffect(
                override, fair, overridden, gained, lost, moved(problem, fair.plan(), overridden.plan()));
    }

    /** The same problem, in which the favoured demand wants what it was given and comes before all others. */
    private static PlanProblem favouring(PlanProblem problem, PriorityOverride override) {
        List<Demand> demands = new ArrayList<>();
        for (int d = 0; d < problem.demands().size(); d++) {
            Demand demand = problem.demands().get(d);
            boolean favoured = d == override.demand();
            demands.add(
                    new Demand(demand.id(), favoured ? 1 : demand.priority() + 1, demand.output(), demand.penalty()));
        }
        long[] wanted = demands.stream().mapToLong(Demand::output).toArray();
        wanted[override.demand()] = Math.min(wanted[override.demand()], override.output());
        return new Levels(problem.withDemands(demands, problem.requirements())).problem(wanted, problem.effort());
    }

    private static List<Long> moved(PlanProblem problem, Plan from, Plan to) {
        long[] after = new long[problem.arcs().size()];
        to.legs().forEach(leg -> after[leg.arc()] = leg.quantity());
        long[] moved = new long[problem.demands().size()];
        for (Leg leg : from.legs()) {
            int r = problem.arcs().get(leg.arc()).requirement();
            moved[problem.requirements().get(r).demand()] += Math.max(0, leg.quantity() - after[leg.arc()]);
        }
        return Arrays.stream(moved).boxed().toList();
    }

    private static long[] all(PlanProblem problem) {
        return problem.demands().stream().mapToLong(Demand::output).toArray();
    }

    private static boolean reaches(ProvenPlan answer, long[] outputs) {
        for (int d = 0; d < outputs.length; d++) {
            if (answer.plan().outputs().get(d) < outputs[d]) {
                return false;
            }
        }
        return true;
    }

    /** Units of output for each demand. */
    private long[] shares(PlanProblem problem, PlanWatcher watcher) {
        var levels = new Levels(problem);
        long[] shares = new long[problem.demands().size()];
        var priorities = new TreeSet<Integer>();
        problem.demands().forEach(demand -> priorities.add(demand.priority()));
        for (int priority : priorities) {
            fillClass(problem, levels, priority, shares, watcher);
        }
        return shares;
    }

    private void fillClass(PlanProblem problem, Levels levels, int priority, long[] shares, PlanWatcher watcher) {
        List<Integer> rising = new ArrayList<>();
        for (int d = 0; d < shares.length; d++) {
            if (problem.demands().get(d).priority() == priority) {
                rising.add(d);
            }
        }
        int level = 0;
        while (!rising.isEmpty() && level < LEVELS && !watcher.cancelled()) {
            int reached = highest(problem, levels, rising, level, shares, watcher);
            level = reached;
            raise(problem, rising, level, shares);
            if (level == LEVELS) {
                return;
            }
            List<Integer> held = new ArrayList<>();
            for (int d : rising) {
                long[] alone = shares.clone();
                raise(problem, List.of(d), level + 1, alone);
                if (!possible(problem, levels, alone, watcher)) {
                    held.add(d);
                }
            }
            // Each alone may rise, but not all together: the steps are too small to tell them apart, and the order
            // decides.
            if (held.isEmpty()) {
                for (int d : rising) {
                    long[] next = shares.clone();
                    raise(problem, List.of(d), level + 1, next);
                    if (possible(problem, levels, next, watcher)) {
                        System.arraycopy(next, 0, shares, 0, shares.length);
                    } else {
                        held.add(d);
                    }
                }
                level++;
            }
            rising.removeAll(held);
        }
    }

    /** The highest level up to which all of these can rise together. */
    private int highest(
            PlanProblem problem, Levels levels, List<Integer> rising, int from, long[] shares, PlanWatcher watcher) {
        int low = from;
        int high = LEVELS + 1;
        int next = LEVELS;
        boolean parts = rising.stream().anyMatch(d -> !isUndivided(problem, d));
        while (high - low > 1) {
            long[] raised = shares.clone();
            raise(problem, rising, next, raised);
            if (possible(problem, levels, raised, watcher)) {
                low = next;
            } else {
                // Of what is had whole or not at all, a lower level is the same once more.
                high = parts ? next : low + 1;
            }
            next = (low + high) >>> 1;
        }
        return low;
    }

    /** An undivided demand rises to the whole at once. */
    private static void raise(PlanProblem problem, List<Integer> rising, int level, long[] shares) {
        for (int d : rising) {
            long whole = problem.demands().get(d).output();
            boolean wholly = level == LEVELS || (level > 0 && isUndivided(problem, d));
            shares[d] = wholly ? whole : part(whole, level);
        }
    }

    private static boolean isUndivided(PlanProblem problem, int demand) {
        return problem.requirements().stream()
                .anyMatch(requirement -> requirement.demand() == demand && requirement.undivided());
    }

    private static long part(long whole, int level) {
        return whole / LEVELS * level + whole % LEVELS * level / LEVELS;
    }

    private boolean possible(PlanProblem problem, Levels levels, long[] shares, PlanWatcher watcher) {
        Effort effort = problem.effort();
        var brief = new Effort(
                effort.seed(),
                effort.timeLimit().dividedBy(TIMES),
                effort.threads(),
                Math.min(ROUNDS, effort.rounds()),
                effort.gapGoal());
        var enough = new Enough(shares, watcher);
        return reaches(planner.plan(levels.problem(shares, brief), enough), shares);
    }

    /** Ends the search when the shares are reached, at whatever cost. */
    private static final class Enough implements PlanWatcher {

        private final long[] shares;
        private final PlanWatcher watcher;
        private volatile boolean reached;

        Enough(long[] shares, PlanWatcher watcher) {
            this.shares = shares;
            this.watcher = watcher;
        }

        @Override
        public void improved(ProvenPlan best) {
            reached = reaches(best, shares);
        }

        @Override
        public boolean cancelled() {
            return reached || watcher.cancelled();
        }
    }

    private ProvenPlan atShares(PlanProblem problem, long[] shares, Effort effort, PlanWatcher watcher) {
        ProvenPlan limited = planner.plan(new Levels(problem).problem(shares, effort), watcher);
        long unmet = 0;
        for (int d = 0; d < shares.length; d++) {
            Demand demand = problem.demands().get(d);
            unmet += problem.penaltyOf(demand) * (demand.output() - shares[d]);
        }
        var in = new Instance(problem);
        var allocation = new Allocation(in);
        allocation.load(limited.plan());
        Plan plan = allocation.toPlan();
        long bound = Math.min(plan.cost().total(), limited.bound() + unmet);
        return new ProvenPlan(plan, bound, in.unavoidable, limited.shadowPrices());
    }

    /** A problem in which each demand wants only a share of its output. */
    private static final class Levels {

        private final PlanProblem problem;
        private final long[] leastForPins;

        Levels(PlanProblem problem) {
            this.problem = problem;
            leastForPins = new long[problem.demands().size()];
            long[] pinned = new long[problem.requirements().size()];
            for (Pin pin : problem.pins()) {
                pinned[problem.arcs().get(pin.arc()).requirement()] += pin.quantity();
            }
            for (int r = 0; r < pinned.length; r++) {
                Requirement requirement = problem.requirements().get(r);
                long output = problem.demands().get(requirement.demand()).output();
                if (pinned[r] > 0) {
                    long least = Math.min(output, requirement.carries(pinned[r], output) + 1);
                    leastForPins[requirement.demand()] = Math.max(leastForPins[requirement.demand()], least);
                }
            }
        }

        PlanProblem problem(long[] shares, Effort effort) {
            List<Demand> demands = new ArrayList<>();
            for (int d = 0; d < shares.length; d++) {
                Demand demand = problem.demands().get(d);
                demands.add(new Demand(demand.id(), demand.priority(), wanted(d, shares), demand.penalty()));
            }
            List<Requirement> requirements = new ArrayList<>();
            for (Requirement r : problem.requirements()) {
                long output = problem.demands().get(r.demand()).output();
                long wanted = wanted(r.demand(), shares);
                // Where nothing is wanted nothing is usable, whatever the quantity says.
                long quantity = wanted == 0 ? r.quantity() : r.needFor(wanted, output);
                requirements.add(new Requirement(
                        r.id(), r.demand(), quantity, r.surplus(), r.stage(), r.latePrice(), r.undivided()));
            }
            return problem.withDemands(demands, requirements).with(effort);
        }

        private long wanted(int d, long[] shares) {
            return Math.max(shares[d], leastForPins[d]);
        }
    }
}
