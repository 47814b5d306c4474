package org.muster.planning.solver;

import java.util.Arrays;
import org.muster.planning.model.StagedProblem;

/**
 * A box of stage lengths cut into slices along each stage. At fixed multipliers the stages fall apart, so one evaluation of each slice gives the bound of every
 * combination of slices; those that leave more or less time than there is do not count. A supplier's charge is divided over its stages in proportion to what
 * they earn, which loses nothing at the box's upper corner and is a bound everywhere.
 */
final class Slices {

    private final StagedProblem staged;
    private final Windows windows;
    private final Bound bound;
    private final long[] ends;
    private final long room;
    private final int stages;
    private final int slices;
    private final int[] stageOf;
    private final long[][] edges;
    private final double[][] value;
    private final double[] leastFrom;
    private final int[] chosen;
    private final int[] cheapest;
    private double base;
    private double lowest;

    Slices(
            StagedProblem staged,
            Windows windows,
            Bound bound,
            long[] low,
            long[] high,
            long[] ends,
            long room,
            int slices) {
        this.staged = staged;
        this.windows = windows;
        this.bound = bound;
        this.ends = ends;
        this.room = room;
        this.slices = slices;
        stages = low.length;
        edges = new long[stages][slices + 1];
        for (int k = 0; k < stages; k++) {
            for (int i = 0; i <= slices; i++) {
                edges[k][i] = low[k] + (high[k] - low[k]) * i / slices;
            }
        }
        value = new double[stages][slices];
        leastFrom = new double[stages + 1];
        chosen = new int[stages];
        cheapest = new int[stages];
        stageOf = windows.stageOf;
    }

    /** Evaluates all slices at these multipliers. */
    void evaluate(double[] multipliers) {
        double[][] ofOffers = new double[slices][];
        long[] lengths = new long[stages];
        for (int i = 0; i < slices; i++) {
            for (int k = 0; k < stages; k++) {
                lengths[k] = edges[k][i + 1];
            }
            windows.set(lengths, ends);
            ofOffers[i] = bound.offersAt(multipliers);
        }
        base = bound.demandsAt(multipliers);
        for (double[] ofStage : value) {
            Arrays.fill(ofStage, 0);
        }
        addSuppliers(ofOffers);
        for (int k = stages - 1; k >= 0; k--) {
            leastFrom[k] = leastFrom[k + 1] + Arrays.stream(value[k]).min().orElse(0);
        }
        lowest = Double.POSITIVE_INFINITY;
        combine(0, 0, 0, 0);
    }

    /** The value of the cheapest combination at these multipliers; the windows are left as wide as its slices are, for whoever asks what flows then. */
    double valueAt(double[] multipliers) {
        evaluate(multipliers);
        long[] lengths = new long[stages];
        for (int k = 0; k < stages; k++) {
            lengths[k] = edges[k][cheapest[k] + 1];
        }
        windows.set(lengths, ends);
        return base + lowest;
    }

    /** Lengths within the cheapest combination that use the time there is, no more. */
    long[] lengths() {
        long least = 0;
        long most = 0;
        for (int k = 0; k < stages; k++) {
            least += edges[k][cheapest[k]];
            most += edges[k][cheapest[k] + 1];
        }
        double share = most == least ? 0 : (double) (room - least) / (most - least);
        long[] lengths = new long[stages];
        long left = room;
        for (int k = 0; k < stages; k++) {
            long width = edges[k][cheapest[k] + 1] - edges[k][cheapest[k]];
            lengths[k] = edges[k][cheapest[k]] + (long) (share * width);
            left -= lengths[k];
        }
        for (int k = 0; k < stages; k++) {
            long more = Math.min(left, edges[k][cheapest[k] + 1] - lengths[k]);
            lengths[k] += more;
            left -= more;
        }
        return lengths;
    }

    private void addSuppliers(double[][] ofOffers) {
        var problem = staged.problem();
        int suppliers = problem.suppliers().size();
        int last = ofOffers.length - 1;
        double[][] earned = new double[suppliers][stages];
        for (int i = last; i >= 0; i--) {
            double[][] sum = new double[suppliers][stages];
            for (int o = 0; o < stageOf.length; o++) {
                sum[problem.offers().get(o).supplier()][stageOf[o]] += ofOffers[i][o];
            }
            if (i == last) {
                earned = sum;
            }
            for (int u = 0; u < suppliers; u++) {
                double all = Arrays.stream(earned[u]).sum();
                double charge = problem.suppliers().get(u).fixedCharge();
                for (int k = 0; k < stages; k++) {
                    double part = all == 0 ? charge / stages : charge * (earned[u][k] / all);
                    value[k][i] += Math.min(0, part + sum[u][k]);
                }
            }
        }
    }

    private void combine(int k, long shortest, long longest, double sum) {
        if (shortest > room || sum + leastFrom[k] >= lowest) {
            return;
        }
        if (k == stages) {
            if (longest >= room) {
                lowest = sum;
                System.arraycopy(chosen, 0, cheapest, 0, stages);
            }
            return;
        }
        for (int i = 0; i < slices; i++) {
            chosen[k] = i;
            combine(k + 1, shortest + edges[k][i], longest + edges[k][i + 1], sum + value[k][i]);
        }
    }

    /** Ticks; no plan within the box costs less. */
    long bound() {
        double exact = base + lowest;
        return (long) Math.ceil(exact - 1e-9 * (Math.abs(base) + Math.abs(lowest)) - 1e-6);
    }

    /** The stage whose length makes the most difference between these bounds, as far as they lie apart. */
    int mostDivided(long[] low, long[] high) {
        int most = -1;
        double mostApart = -1;
        for (int k = 0; k < stages; k++) {
            double least = Double.POSITIVE_INFINITY;
            double greatest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < slices; i++) {
                if (edges[k][i + 1] > low[k] && edges[k][i] < high[k]) {
                    least = Math.min(least, value[k][i]);
                    greatest = Math.max(greatest, value[k][i]);
                }
            }
            if (high[k] > low[k] && greatest - least > mostApart) {
                mostApart = greatest - least;
                most = k;
            }
        }
        return most;
    }

    /** Moves the box's sides inwards over slices in which nothing can cost less than this. */
    void shrinkBelow(long cost, long[] low, long[] high) {
        for (int k = 0; k < stages; k++) {
            int first = 0;
            while (first < slices - 1 && cannotBeat(k, first, cost)) {
                first++;
            }
            int end = slices;
            while (end > first + 1 && cannotBeat(k, end - 1, cost)) {
                end--;
            }
            low[k] = edges[k][first];
            high[k] = edges[k][end];
        }
    }

    private boolean cannotBeat(int stage, int slice, long cost) {
        double outside = lowestWith(0, 0, 0, 0, stage, slice);
        return base + outside - 1e-9 * (Math.abs(base) + Math.abs(outside)) > cost;
    }

    private double lowestWith(int k, long shortest, long longest, double sum, int stage, int slice) {
        if (shortest > room) {
            return Double.POSITIVE_INFINITY;
        }
        if (k == stages) {
            return longest >= room ? sum : Double.POSITIVE_INFINITY;
        }
        double best = Double.POSITIVE_INFINITY;
        for (int i = k == stage ? slice : 0; i < (k == stage ? slice + 1 : value[k].length); i++) {
            best = Math.min(
                    best,
                    lowestWith(
                            k + 1, shortest + edges[k][i], longest + edges[k][i + 1], sum + value[k][i], stage, slice));
        }
        return best;
    }
}
