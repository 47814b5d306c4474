package org.muster.planning.solver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.muster.planning.model.Effort;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.PlanWatcher;
import org.muster.planning.model.Planner;
import org.muster.planning.model.ProvenPlan;
import org.muster.planning.model.Schedule;
import org.muster.planning.model.StagedPlan;
import org.muster.planning.model.StagedProblem;

/**
 * Decides when the stages begin, too. With the milestones fixed it is the plain problem, so it searches over how long each stage lasts: boxes of lengths, the
 * most promising first, each with the Lagrangian bound of the problem in which every stage may be as long as its box allows. A box that cannot beat the best
 * plan is dropped, the others are halved; the least bound of the boxes left holds for all milestones.
 */
public final class StagedPlanner {

    private static final int ROOT_STEPS = 400;
    private static final int STEPS = 40;

    /** Work of the quick search in the middle of a box, in segments looked at for each segment there is. */
    private static final int WORK = 60;

    /** Share of the time for the boxes; the rest improves the best plan between its milestones. */
    private static final double BOXES = 0.75;

    /** Boxes that a round of the effort stands for. */
    private static final int BOXES_A_ROUND = 10;

    /** In every so manieth box a plan is tried. */
    private static final int TRY_EVERY = 12;

    /** Slices of a box along each stage. */
    private static final int SLICES = 8;

    private final Planner planner;

    public StagedPlanner(Planner planner) {
        this.planner = planner;
    }

    public StagedPlan plan(StagedProblem staged, PlanWatcher watcher) {
        return new Run(staged, watcher).finish();
    }

    /** Lengths of the stages between two bounds. */
    private record Box(long[] low, long[] high, double[] multipliers, long bound) {}

    private final class Run {

        private final StagedProblem staged;
        private final PlanWatcher watcher;
        private final Effort effort;
        private final BooleanSupplier stop;
        private final int stages;
        private final long room;
        private final long unavoidable;
        private final PriorityQueue<Box> open = new PriorityQueue<>(Comparator.comparingLong(Box::bound));
        private long settled = Long.MAX_VALUE;
        private long bestCost = Long.MAX_VALUE;
        private final Windows windows;
        private final Bound bound;
        private int tries;
        private long[] bestLengths;
        private @Nullable ProvenPlan best;

        Run(StagedProblem staged, PlanWatcher watcher) {
            this.staged = staged;
            this.watcher = watcher;
            effort = staged.problem().effort();
            long start = System.nanoTime();
            long limit = (long) (BOXES * effort.timeLimit().toNanos());
            stop = () -> System.nanoTime() - start > limit || watcher.cancelled();
            stages = staged.holds().size();
            room = Math.max(0, staged.deadline() - staged.answered());
            bestLengths = new long[stages];
            Arrays.fill(bestLengths, room / Math.max(1, stages));
            windows = new Windows(staged);
            bound = new Bound(windows.in);
            unavoidable = windows.in.unavoidable;
        }

        StagedPlan finish() {
            long start = System.nanoTime();
            long[] low = new long[stages];
            long[] high = new long[stages];
            Arrays.fill(high, room);
            double[] multipliers = new double[staged.problem().requirements().size()];
            push(low, high, multipliers, Long.MIN_VALUE, ROOT_STEPS);
            int boxes = 0;
            int most = effort.rounds() > Integer.MAX_VALUE / BOXES_A_ROUND
                    ? Integer.MAX_VALUE
                    : effort.rounds() * BOXES_A_ROUND;
            while (!open.isEmpty() && boxes++ < most && !stop.getAsBoolean() && !good()) {
                Box box = open.remove();
                if (box.bound >= bestCost) {
                    settled = Math.min(settled, box.bound);
                    open.clear();
                    break;
                }
                halve(box);
            }
            polish(start);
            return answer();
        }

        private void halve(Box box) {
            int widest = 0;
            for (int k = 1; k < stages; k++) {
                if (box.high[k] - box.low[k] > box.high[widest] - box.low[widest]) {
                    widest = k;
                }
            }
            long width = box.high[widest] - box.low[widest];
            if (width == 0) {
                settled = Math.min(settled, box.bound);
                return;
            }
            long middle = box.low[widest] + width / 2;
            long[] shorter = box.high.clone();
            shorter[widest] = middle;
            push(box.low, shorter, box.multipliers, box.bound, STEPS);
            long[] longer = box.low.clone();
            longer[widest] = middle + 1;
            push(longer, box.high, box.multipliers, box.bound, STEPS);
        }

        /** Bounds a box, tries the plan in its middle, and keeps it when it may hold a better one. */
        private void push(long[] lower, long[] wide, double[] from, long known, int steps) {
            long[] low = lower.clone();
            long least = Arrays.stream(low).sum();
            if (least > room) {
                return;
            }
            long[] high = new long[stages];
            long longest = 0;
            for (int k = 0; k < stages; k++) {
                high[k] = Math.min(wide[k], low[k] + room - least);
                longest += high[k];
            }
            for (int k = 0; k < stages; k++) {
                low[k] = Math.max(low[k], room - longest + high[k]);
            }
            least = Arrays.stream(low).sum();
            if (longest < room) {
                // Shorter stages than there is time for are as good as the longer ones elsewhere at best.
                return;
            }
            long[] ends = new long[stages];
            long before = 0;
            long after = least;
            for (int k = 0; k < stages; k++) {
                before += high[k];
                after -= low[k];
                ends[k] = staged.answered() + Math.min(room - after, before);
            }
            windows.set(high, ends);
            if (known != Long.MIN_VALUE) {
                bound.restart(from, new byte[windows.in.offers]);
            }
            long cost = bestCost == Long.MAX_VALUE ? new Allocation(windows.in).cost() : bestCost;
            boolean point = Arrays.equals(low, high);
            int climb = point ? ROOT_STEPS : steps;
            for (int i = 0; i < climb && !bound.converged(); i++) {
                bound.step((double) cost);
            }
            long value = Math.max(known, bound.value());
            double[] multipliers = bound.multipliers();
            if (value < bestCost && (point || tries++ % TRY_EVERY == 0)) {
                tryMiddle(low, high, multipliers);
            }
            if (value < bestCost && staged.problem().pins().isEmpty()) {
                var slices = new Slices(staged, windows, bound, low, high, ends, room, multipliers, SLICES);
                value = Math.max(value, slices.bound());
                if (value < bestCost) {
                    slices.shrinkBelow(bestCost, low, high);
                }
            }
            if (value < bestCost) {
                open.add(new Box(low, high, multipliers, value));
            } else {
                settled = Math.min(settled, value);
            }
        }

        private void tryMiddle(long[] low, long[] high, double[] multipliers) {
            long spare = room - Arrays.stream(low).sum();
            double slack = 0;
            for (int k = 0; k < stages; k++) {
                slack += high[k] - low[k];
            }
            long[] lengths = low.clone();
            long given = 0;
            for (int k = 0; k < stages && slack > 0; k++) {
                long more = (long) (spare * ((high[k] - low[k]) / slack));
                lengths[k] += more;
                given += more;
            }
            lengths[stages - 1] += spare - given;
            tryLengths(lengths, multipliers);
        }

        private void tryLengths(long[] lengths, double[] multipliers) {
            PlanProblem problem = staged.at(milestones(lengths));
            var in = new Instance(problem);
            var search = new Search(in, new SplittableRandom(effort.seed()));
            search.valueAt(multipliers, new Bound(in).offersAt(multipliers));
            search.constructAnew();
            search.improve((long) WORK * in.segments, 0, stop);
            if (search.plan().cost() < bestCost) {
                bestCost = search.plan().cost();
                bestLengths = lengths;
                best = new ProvenPlan(
                        search.plan().toPlan(),
                        Math.min(bestCost, least()),
                        unavoidable,
                        Arrays.stream(multipliers).boxed().toList());
                watcher.improved(best);
            }
        }

        /** The rest of the time for the plan between the best milestones. */
        private void polish(long start) {
            long left = effort.timeLimit().toNanos() - (System.nanoTime() - start);
            var rest = new Effort(
                    effort.seed(),
                    Duration.ofNanos(Math.max(1_000_000, left)),
                    effort.threads(),
                    effort.rounds(),
                    effort.gapGoal());
            ProvenPlan found = planner.plan(staged.at(milestones(bestLengths)).with(rest), new Quiet(watcher));
            if (best == null || found.plan().cost().total() < bestCost) {
                bestCost = found.plan().cost().total();
                best = new ProvenPlan(found.plan(), Math.min(bestCost, least()), unavoidable, found.shadowPrices());
            }
        }

        private StagedPlan answer() {
            ProvenPlan found = Objects.requireNonNull(best);
            var proven = new ProvenPlan(found.plan(), Math.min(bestCost, least()), unavoidable, found.shadowPrices());
            return new StagedPlan(proven, milestones(bestLengths), Schedule.of(staged, proven.plan()));
        }

        /** No plan, whenever its stages begin, costs less. */
        private long least() {
            Box first = open.peek();
            return Math.min(settled, first == null ? Long.MAX_VALUE : first.bound);
        }

        private boolean good() {
            double apart = (double) bestCost - Math.min(bestCost, least());
            return apart <= effort.gapGoal() * Math.max(1, bestCost - unavoidable);
        }

        private List<Long> milestones(long[] lengths) {
            List<Long> milestones = new ArrayList<>();
            long at = staged.answered();
            milestones.add(at);
            for (long length : lengths) {
                at += length;
                milestones.add(at);
            }
            return milestones;
        }
    }

    /** Passes on the wish to end, but not the plans: their bound holds for one choice of milestones only. */
    private record Quiet(PlanWatcher watcher) implements PlanWatcher {

        @Override
        public void improved(ProvenPlan best) {}

        @Override
        public boolean cancelled() {
            return watcher.cancelled();
        }
    }
}
