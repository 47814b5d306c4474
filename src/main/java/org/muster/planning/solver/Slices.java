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
    private final long room;
    private final int stages;
    private final long[][] edges;
    private final double[][] value;
    private final double base;
    private double lowest = Double.POSITIVE_INFINITY;

    Slices(
            StagedProblem staged,
            Windows windows,
            Bound bound,
            long[] low,
            long[] high,
            long[] ends,
            long room,
            double[] multipliers,
            int slices) {
        this.staged = staged;
        this.room = room;
        stages = low.length;
        edges = new long[stages][slices + 1];
        for (int k = 0; k < stages; k++) {
            for (int i = 0; i <= slices; i++) {
                edges[k][i] = low[k] + (high[k] - low[k]) * i / slices;
            }
        }
        value = new double[stages][slices];
        double[][] ofOffers = new double[slices][];
        double demands = 0;
        for (int i = 0; i < slices; i++) {
            long[] lengths = new long[stages];
            for (int k = 0; k < stages; k++) {
                lengths[k] = edges[k][i + 1];
            }
            windows.set(lengths, ends);
            ofOffers[i] = bound.offersAt(multipliers);
            demands = bound.demandsAt(multipliers);
        }
        base = demands;
        addSuppliers(ofOffers);
        combine(0, 0, 0, 0);
    }

    private void addSuppliers(double[][] ofOffers) {
        var problem = staged.problem();
        int suppliers = problem.suppliers().size();
        int last = ofOffers.length - 1;
        int[] stageOf = new int[problem.offers().size()];
        problem.arcs()
                .forEach(arc -> stageOf[arc.offer()] =
                        problem.requirements().get(arc.requirement()).stage());
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
        if (shortest > room) {
            return;
        }
        if (k == stages) {
            if (longest >= room) {
                lowest = Math.min(lowest, sum);
            }
            return;
        }
        for (int i = 0; i < value[k].length; i++) {
            combine(k + 1, shortest + edges[k][i], longest + edges[k][i + 1], sum + value[k][i]);
        }
    }

    /** Ticks; no plan within the box costs less. */
    long bound() {
        double exact = base + lowest;
        return (long) Math.ceil(exact - 1e-9 * (Math.abs(base) + Math.abs(lowest)) - 1e-6);
    }

    /** Moves the box's sides inwards over slices in which nothing can cost less than this. */
    void shrinkBelow(long cost, long[] low, long[] high) {
        for (int k = 0; k < stages; k++) {
            int slices = value[k].length;
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
