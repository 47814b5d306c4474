package org.muster.planning.solver;

import java.util.function.BooleanSupplier;

/** Tries every plan of an instance that is small enough for it: the proof where the bound alone leaves a gap. */
final class Enumeration {

    private final Instance in;
    private final Allocation best;
    private final BooleanSupplier stop;
    private final long[] quantity;
    private final long[] taken;
    private final long[] ordered;
    private long bestCost;
    private boolean complete = true;

    private Enumeration(Instance in, Allocation best, BooleanSupplier stop) {
        this.in = in;
        this.best = best;
        this.stop = stop;
        quantity = new long[in.segments];
        taken = new long[in.requirements];
        ordered = new long[in.offers];
        bestCost = best.cost();
    }

    /** How many combinations of quantities there are, at most {@code enough}. */
    static long combinations(Instance in, long enough) {
        long product = 1;
        int s = 0;
        while (s < in.segments) {
            long choices = 1;
            int arc = in.segmentArc[s];
            for (; s < in.segments && in.segmentArc[s] == arc; s++) {
                choices += in.pinned[s] ? 0 : in.undivided[in.segmentRequirement[s]] ? 1 : in.most[s];
            }
            if (choices > enough / product) {
                return enough;
            }
            product *= choices;
        }
        return product;
    }

    /** Makes {@code best} a plan of least cost; false when stopped before all were tried. */
    static boolean improve(Instance in, Allocation best, BooleanSupplier stop) {
        var enumeration = new Enumeration(in, best, stop);
        enumeration.choose(0);
        return enumeration.complete;
    }

    private void choose(int s) {
        if (!complete) {
            return;
        }
        if (s == in.segments) {
            weigh();
            return;
        }
        int o = in.segmentOffer[s];
        int r = in.segmentRequirement[s];
        if (in.pinned[s]) {
            take(s, in.most[s]);
            choose(s + 1);
            take(s, 0);
            return;
        }
        // The parts of an arc are filled in their order: none that follows is cheaper, or brings more along.
        boolean mayCarry = s == 0
                || in.segmentArc[s - 1] != in.segmentArc[s]
                || in.undivided[r]
                || quantity[s - 1] == in.most[s - 1];
        long room = Math.min(in.offer[o].capacity() - ordered[o], in.limit[r] - taken[r]);
        long most = mayCarry ? Math.min(in.most[s], room) : 0;
        for (long q = 0; q <= most; q++) {
            if (!in.undivided[r] || q == 0 || q == in.need[r]) {
                take(s, q);
                choose(s + 1);
                take(s, 0);
            }
        }
    }

    private void take(int s, long q) {
        taken[in.segmentRequirement[s]] += q - quantity[s];
        ordered[in.segmentOffer[s]] += q - quantity[s];
        quantity[s] = q;
    }

    private void weigh() {
        if (stop.getAsBoolean()) {
            complete = false;
            return;
        }
        for (int o = 0; o < in.offers; o++) {
            if (!in.offer[o].accepts(ordered[o])) {
                return;
            }
        }
        long[] brought = brought();
        long[] covered = taken.clone();
        for (int r = 0; r < in.requirements; r++) {
            covered[r] += brought[r];
        }
        for (int d = 0; d < in.demands; d++) {
            long reached = in.carried(d, covered);
            for (int i = in.demandFrom[d]; i < in.demandFrom[d + 1]; i++) {
                int r = in.demandRequirements[i];
                if (taken[r] > in.usable(r, reached, brought[r])) {
                    return;
                }
            }
        }
        for (int s = 0; s < in.segments; s++) {
            best.put(s, quantity[s]);
        }
        best.settle();
        if (best.cost() < bestCost) {
            bestCost = best.cost();
            best.commit();
        } else {
            best.rollBack();
        }
    }

    private long[] brought() {
        long[] brought = new long[in.requirements];
        if (in.bundled) {
            long[] onArc = new long[in.problem.arcs().size()];
            for (int s = 0; s < in.segments; s++) {
                onArc[in.segmentArc[s]] += quantity[s];
            }
            in.problem
                    .included()
                    .forEach(included -> brought[included.requirement()] += included.broughtBy(onArc[included.arc()]));
        }
        return brought;
    }
}
