package org.muster.planning.solver;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.muster.planning.model.Arc;
import org.muster.planning.model.Effort;
import org.muster.planning.model.Making;
import org.muster.planning.model.Plan;
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
    private static final int STEPS = 10;

    /** Steps of the multipliers for the least of all combinations of slices, each some ten times as dear as the others. */
    private static final int ROOT_SLICE_STEPS = 150;

    private static final int SLICE_STEPS = 12;

    /** Work of the quick search in the middle of a box, in segments looked at for each segment there is. */
    private static final int WORK = 60;

    /** Share of the time for the boxes; the rest improves the best plan between its milestones. */
    private static final double BOXES = 0.75;

    /** Boxes that a round of the effort stands for. */
    private static final int BOXES_A_ROUND = 10;

    /** In every so manieth box a plan is tried. */
    private static final int TRY_EVERY = 12;

    /** Parts of the wait that stages in which something is made are tried with: none, a quarter, a half, three quarters. */
    private static final int LATE_SHARES = 4;

    /** Slices of a box along each stage. */
    private static final int SLICES = 8;

    private final Planner planner;

    public StagedPlanner(Planner planner) {
        this.planner = planner;
    }

    public StagedPlan plan(StagedProblem staged, PlanWatcher watcher) {
        try (var run = new Run(staged, watcher)) {
            return run.finish();
        }
    }

    /**
     * Lengths of the stages between two bounds.
     *
     * @param divide the stage along which to halve it; -1 for the widest
     */
    private record Box(long[] low, long[] high, double[] multipliers, long bound, int divide) {}

    /** A box with its bound, and what was found when a plan was tried in its middle. */
    private record Bounded(Box box, long cost, @Nullable Plan plan, long[] lengths) {}

    private final class Run implements AutoCloseable {

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
        private final Side first;
        private final Side second;
        private final ExecutorService helper;
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
            bestLengths = staged.shortestForPins();
            if (staged.problem().pins().isEmpty()) {
                Arrays.fill(bestLengths, room / Math.max(1, stages));
            }
            first = new Side();
            second = new Side();
            unavoidable = first.windows.in.unavoidable;
            helper = Executors.newSingleThreadExecutor(run -> {
                Thread thread = new Thread(run, "planner-stages");
                thread.setDaemon(true);
                return thread;
            });
        }

        @Override
        public void close() {
            helper.shutdownNow();
        }

        StagedPlan finish() {
            long start = System.nanoTime();
            long[] low = new long[stages];
            long[] high = new long[stages];
            Arrays.fill(high, room);
            double[] multipliers = new double[staged.problem().requirements().size()];
            Bounded begun =
                    first.bounded(low, high, new Box(low, high, multipliers, Long.MIN_VALUE, -1), true, bestCost);
            take(begun);
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
            if (begun != null && leavesSomethingOut()) {
                beginLate(begun.box);
            }
            polish(start);
            return answer();
        }

        private boolean leavesSomethingOut() {
            return best == null || best.plan().outputs().stream().anyMatch(output -> output == 0);
        }

        /**
         * What only has to arrive may arrive the latest when every stage is as short as it can be and the first one waits; what is made needs some of that
         * wait for its own stage. Boxes reach such lengths after many halvings, and until then one thing that is too late keeps all the others from being
         * of use. So this is tried where the boxes found
         * nothing at all of something that is wanted.
         */
        private void beginLate(Box root) {
            boolean[] makes = new boolean[stages];
            Set<Integer> made = staged.makings().stream().map(Making::offer).collect(Collectors.toSet());
            for (Arc arc : staged.problem().arcs()) {
                if (made.contains(arc.offer())) {
                    makes[staged.problem().requirements().get(arc.requirement()).stage()] = true;
                }
            }
            long making = IntStream.range(0, stages).filter(k -> makes[k]).count();
            long wait =
                    room - staged.holds().stream().mapToLong(Long::longValue).sum();
            for (int share = 0; share < LATE_SHARES && wait >= 0 && !watcher.cancelled(); share++) {
                long[] lengths =
                        staged.holds().stream().mapToLong(Long::longValue).toArray();
                long left = wait;
                for (int k = 0; k < stages; k++) {
                    long more = makes[k] ? wait / making * share / LATE_SHARES : 0;
                    lengths[k] += more;
                    left -= more;
                }
                lengths[0] += left;
                keep(first.tried(root, lengths, watcher::cancelled));
            }
        }

        private void halve(Box box) {
            int widest = Math.max(0, box.divide);
            for (int k = 1; k < stages && box.divide < 0; k++) {
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
            long[] longer = box.low.clone();
            longer[widest] = middle + 1;
            long cost = bestCost;
            boolean tryOne = tries++ % TRY_EVERY == 0;
            boolean tryOther = tries++ % TRY_EVERY == 0;
            if (effort.threads() > 1) {
                Future<@Nullable Bounded> other =
                        helper.submit(() -> second.bounded(longer, box.high, box, tryOther, cost));
                Bounded one = first.bounded(box.low, shorter, box, tryOne, cost);
                take(one);
                take(await(other));
            } else {
                take(first.bounded(box.low, shorter, box, tryOne, cost));
                take(first.bounded(longer, box.high, box, tryOther, cost));
            }
        }

        private static @Nullable Bounded await(Future<@Nullable Bounded> other) {
            try {
                return other.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while planning", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("A box could not be bounded", e.getCause());
            }
        }

        /** Keeps a box that may hold a better plan, and the plan that was tried in it. */
        private void take(@Nullable Bounded found) {
            if (found == null) {
                return;
            }
            if (found.box.bound < bestCost) {
                open.add(found.box);
            } else {
                settled = Math.min(settled, found.box.bound);
            }
            keep(found);
        }

        private void keep(Bounded found) {
            if (found.cost < bestCost && found.plan != null) {
                bestCost = found.cost;
                bestLengths = found.lengths;
                best = new ProvenPlan(
                        found.plan,
                        Math.min(bestCost, least()),
                        unavoidable,
                        Arrays.stream(found.box.multipliers).boxed().toList());
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

        /** What one thread needs to bound a box after the other. */
        private final class Side {

            private final Windows windows = new Windows(staged);
            private final Bound bound = new Bound(windows.in);

            /** Null when no choice of lengths within these bounds fills the time. */
            @Nullable Bounded bounded(long[] lower, long[] wide, Box parent, boolean tryPlan, long bestCost) {
                long[] low = lower.clone();
                long least = Arrays.stream(low).sum();
                long[] high = new long[stages];
                long longest = 0;
                for (int k = 0; k < stages; k++) {
                    high[k] = Math.min(wide[k], low[k] + room - least);
                    longest += high[k];
                }
                // What is left over lengthens the last stage: shorter plans are in other boxes.
                if (least > room || longest < room) {
                    return null;
                }
                for (int k = 0; k < stages; k++) {
                    low[k] = Math.max(low[k], room - longest + high[k]);
                }
                long[] ends = latestEnds(low, high);
                windows.set(high, ends);
                boolean root = parent.bound == Long.MIN_VALUE;
                if (!root) {
                    bound.restart(parent.multipliers, new byte[windows.in.offers]);
                }
                long cost = bestCost == Long.MAX_VALUE ? new Allocation(windows.in).cost() : bestCost;
                boolean point = Arrays.equals(low, high);
                climb(root || point ? ROOT_STEPS : STEPS, cost);
                long value = Math.max(parent.bound, bound.value());
                double[] multipliers = bound.multipliers();
                if (value >= bestCost || !staged.problem().pins().isEmpty()) {
                    var box = new Box(low, high, multipliers, value, -1);
                    return value < bestCost && (tryPlan || point)
                            ? tried(box, middle(box), stop)
                            : new Bounded(box, Long.MAX_VALUE, null, low);
                }
                var slices = new Slices(staged, windows, bound, low, high, ends, room, SLICES);
                bound.restart(multipliers, new byte[windows.in.offers]);
                bound.climbs(slices::valueAt);
                climb(root ? ROOT_SLICE_STEPS : SLICE_STEPS, cost);
                bound.climbs(null);
                multipliers = bound.multipliers();
                slices.evaluate(multipliers);
                value = Math.max(value, Math.max(bound.value(), slices.bound()));
                var whole = new Box(low, high, multipliers, value, -1);
                Bounded found = value < bestCost && (tryPlan || point)
                        ? tried(whole, slices.lengths(), stop)
                        : new Bounded(whole, Long.MAX_VALUE, null, low.clone());
                long better = Math.min(bestCost, found.cost);
                if (value >= better) {
                    return found;
                }
                slices.shrinkBelow(better, low, high);
                var left = new Box(low, high, multipliers, value, slices.mostDivided(low, high));
                return new Bounded(left, found.cost, found.plan, found.lengths);
            }

            private void climb(int steps, long cost) {
                for (int i = 0; i < steps && !bound.converged(); i++) {
                    bound.step((double) cost);
                }
            }

            private long[] latestEnds(long[] low, long[] high) {
                long[] ends = new long[stages];
                long before = 0;
                long after = Arrays.stream(low).sum();
                for (int k = 0; k < stages; k++) {
                    before += high[k];
                    after -= low[k];
                    ends[k] = staged.answered() + Math.min(room - after, before);
                }
                return ends;
            }

            private long[] middle(Box box) {
                long spare = room - Arrays.stream(box.low).sum();
                double slack = 0;
                for (int k = 0; k < stages; k++) {
                    slack += box.high[k] - box.low[k];
                }
                long[] lengths = box.low.clone();
                long given = 0;
                for (int k = 0; k < stages && slack > 0; k++) {
                    long more = (long) (spare * ((box.high[k] - box.low[k]) / slack));
                    lengths[k] += more;
                    given += more;
                }
                lengths[stages - 1] += spare - given;
                return lengths;
            }

            /** The box with a plan between these milestones; with none where what is pinned would come too late. */
            private Bounded tried(Box box, long[] lengths, BooleanSupplier stop) {
                if (!staged.bearsPins(lengths)) {
                    return new Bounded(box, Long.MAX_VALUE, null, lengths);
                }
                var in = new Instance(staged.at(milestones(lengths)));
                var search = new Search(in, new SplittableRandom(effort.seed()));
                search.valueAt(box.multipliers, new Bound(in).offersAt(box.multipliers));
                search.constructAnew();
                search.improve((long) WORK * in.segments, 0, stop);
                return new Bounded(box, search.plan().cost(), search.plan().toPlan(), lengths);
            }
        }

        private StagedPlan answer() {
            ProvenPlan found = Objects.requireNonNull(best);
            var proven = new ProvenPlan(found.plan(), Math.min(bestCost, least()), unavoidable, found.shadowPrices());
            return new StagedPlan(proven, milestones(bestLengths), Schedule.of(staged, proven.plan()));
        }

        /** No plan, whenever its stages begin, costs less. */
        private long least() {
            Box lowest = open.peek();
            return Math.min(settled, lowest == null ? Long.MAX_VALUE : lowest.bound);
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
