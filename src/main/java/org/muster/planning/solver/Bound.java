package org.muster.planning.solver;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The Lagrangian bound: each requirement's coverage is bought at a multiplier instead of being enforced, which lets the problem fall apart into one small
 * problem a supplier. Minimum orders, multiples, all-or-nothing and both fixed charges are exact in there. The multipliers follow the volume algorithm: from
 * the best point so far along an average of the subgradients. They are prices: what one more unit of a component would save.
 */
final class Bound {

    // Tried on public and synthetic instances: longer first strides fail for dozens of steps, a longer memory lags
    // behind.
    private static final double FIRST_STRIDE = 0.2;
    private static final double MEMORY = 0.8;
    private static final int PATIENCE = 3;
    private static final double SHORTER = 0.8;
    private static final double LONGER = 1.3;

    private final Instance in;
    private final double[] center;
    private final double[] trial;
    private final double[] subgradient;
    private final double[] direction;
    private final double[] along;
    private final double[] scale;
    private final double[] flow;
    private final double[] reduced;
    private final int[] order;
    private final double[] profit;

    private final byte[] decided;
    private final boolean[] used;
    private final double[] flip;
    private final boolean[] usedAtBest;
    private final double[] flipAtBest;

    private double best = Double.NEGATIVE_INFINITY;
    private double magnitude;
    private double stride = FIRST_STRIDE;
    private int failures;
    private final @Nullable TotalCover cover;
    private boolean started;
    private @Nullable ToDoubleFunction<double[]> other;

    Bound(Instance in) {
        this.in = in;
        center = new double[in.requirements];
        trial = new double[in.requirements];
        subgradient = new double[in.requirements];
        direction = new double[in.requirements];
        along = new double[in.requirements];
        scale = new double[in.requirements];
        flow = new double[in.requirements];
        reduced = new double[in.segments];
        order = new int[in.segments];
        profit = new double[in.offers];
        decided = new byte[in.offers];
        used = new boolean[in.offers];
        flip = new double[in.offers];
        usedAtBest = new boolean[in.offers];
        flipAtBest = new double[in.offers];
        for (int s = 0; s < in.segments; s++) {
            order[s] = s;
        }
        for (int r = 0; r < in.requirements; r++) {
            scale[r] = 1.0 / Math.max(1, in.need[r]);
            center[r] = startingPrice(r);
        }
        makeAffordable(center);
        cover = TotalCover.of(in);
    }

    /** What the last unit would cost if each offer's charges were spread over its capacity and nobody else wanted it. */
    private double startingPrice(int r) {
        int from = in.requirementFrom[r];
        int count = in.requirementFrom[r + 1] - from;
        double[] unit = new double[count];
        Integer[] byUnit = new Integer[count];
        for (int i = 0; i < count; i++) {
            int s = in.requirementSegments[from + i];
            int o = in.segmentOffer[s];
            double charges = in.offer[o].fixedCharge() + 0.5 * in.supplierCharge[in.supplierOf[o]];
            unit[i] = in.price[s] + charges / Math.max(1, in.offer[o].capacity());
            byUnit[i] = i;
        }
        Arrays.sort(byUnit, (a, b) -> Double.compare(unit[a], unit[b]));
        long covered = 0;
        for (int i : byUnit) {
            covered += in.most[in.requirementSegments[from + i]];
            if (covered >= in.need[r]) {
                return Math.max(0, unit[i]);
            }
        }
        return in.worthAtMost[r];
    }

    /** Best value so far, rounded down by more than all rounding errors together can be. */
    long value() {
        if (best == Double.NEGATIVE_INFINITY) {
            return Long.MIN_VALUE;
        }
        return (long) Math.ceil(best - 1e-11 * magnitude - 1e-6);
    }

    /** A copy of the best multipliers so far: ticks a unit, one a requirement. */
    double[] multipliers() {
        return center.clone();
    }

    /** A copy of what each offer's cheapest order costs less what it brings, at the multipliers of the last step; 0 where it stays closed. */
    double[] profits() {
        return Arrays.stream(profit).map(value -> Math.min(0, value)).toArray();
    }

    /** At these multipliers, what each offer's cheapest order costs less what it brings; 0 where it would stay closed. Changes nothing else. */
    double[] offersAt(double[] multipliers) {
        for (int s = 0; s < in.segments; s++) {
            reduced[s] = in.net(s, multipliers);
        }
        double[] values = new double[in.offers];
        for (int o = 0; o < in.offers; o++) {
            values[o] = Math.min(0, cheapestOrder(o));
        }
        return values;
    }

    /** The part of the bound at these multipliers that no offer has to do with. */
    double demandsAt(double[] multipliers) {
        double value = in.movingAll;
        for (int d = 0; d < in.demands; d++) {
            double wanted = 0;
            for (int i = in.demandFrom[d]; i < in.demandFrom[d + 1]; i++) {
                wanted += multipliers[in.demandRequirements[i]] * in.need[in.demandRequirements[i]];
            }
            value += Math.min(wanted, (double) in.penalty[d] * in.output[d]);
        }
        return value;
    }

    /** Before the first step: as far as they go, prices that were good for a similar problem. */
    void startFrom(List<Double> prices) {
        for (int r = 0; r < Math.min(in.requirements, prices.size()); r++) {
            center[r] = prices.get(r);
        }
        makeAffordable(center);
    }

    /** Begins anew from these multipliers, with some offers decided: 1 is used, -1 is not, 0 is open to either. */
    void restart(double[] multipliers, byte[] decisions) {
        System.arraycopy(multipliers, 0, center, 0, center.length);
        System.arraycopy(decisions, 0, decided, 0, decided.length);
        makeAffordable(center);
        started = false;
        best = Double.NEGATIVE_INFINITY;
        stride = FIRST_STRIDE;
        failures = 0;
    }

    /**
     * From the next {@link #restart} on the bound is another function of the multipliers, of which the flow at the windows that it leaves is a subgradient; null
     * for its own.
     */
    void climbs(@Nullable ToDoubleFunction<double[]> another) {
        other = another;
    }

    private double valueAt(double[] multipliers) {
        if (other == null) {
            return evaluate(multipliers);
        }
        double value = other.applyAsDouble(multipliers);
        evaluate(multipliers);
        return value;
    }

    /** By how much the bound would rise at least if the offer were decided the other way than the best multipliers have it; 0 when unknown. */
    double flip(int o) {
        return flipAtBest[o];
    }

    /** Whether the best multipliers use the offer. */
    boolean uses(int o) {
        return usedAtBest[o];
    }

    boolean converged() {
        return stride < 1e-3;
    }

    /** One step towards the best multipliers; {@code upper} is the cost of a known plan. */
    void step(double upper) {
        if (!started) {
            started = true;
            best = valueAt(center);
            rememberUse();
            System.arraycopy(subgradient, 0, direction, 0, direction.length);
            return;
        }
        staysAffordable();
        double norm = 0;
        for (int r = 0; r < in.requirements; r++) {
            if (center[r] <= 0 && along[r] < 0) {
                continue;
            }
            norm += along[r] * along[r] * scale[r];
        }
        if (norm == 0) {
            stride = 0;
            return;
        }
        double length = stride * Math.max(upper - best, 1e-9 * Math.abs(upper)) / norm;
        for (int r = 0; r < in.requirements; r++) {
            trial[r] = center[r] + length * along[r] * scale[r];
        }
        makeAffordable(trial);
        double value = valueAt(trial);
        double agreement = 0;
        for (int r = 0; r < in.requirements; r++) {
            agreement += along[r] * subgradient[r] * scale[r];
        }
        if (value > best) {
            double gained = value - best;
            best = value;
            rememberUse();
            System.arraycopy(trial, 0, center, 0, trial.length);
            failures = 0;
            if (agreement > 0) {
                stride = Math.min(2, stride * LONGER);
            }
            if (gained < 1e-6 * (upper - best)) {
                failures++;
            }
        } else if (++failures >= PATIENCE) {
            stride *= SHORTER;
            failures = 0;
        }
        for (int r = 0; r < in.requirements; r++) {
            direction[r] = MEMORY * direction[r] + (1 - MEMORY) * subgradient[r];
        }
    }

    /**
     * Where the components of a demand together already cost all that its output is worth, the direction is laid along that border: else nearly all of a step
     * would lead over it, and be taken back.
     */
    private void staysAffordable() {
        System.arraycopy(direction, 0, along, 0, along.length);
        for (int d = 0; d < in.demands; d++) {
            double sum = 0;
            double outwards = 0;
            double weight = 0;
            for (int i = in.demandFrom[d]; i < in.demandFrom[d + 1]; i++) {
                int r = in.demandRequirements[i];
                sum += center[r] * in.need[r];
                if (center[r] > 0 || direction[r] > 0) {
                    outwards += direction[r] * in.need[r] * scale[r];
                    weight += (double) in.need[r] * in.need[r] * scale[r];
                }
            }
            boolean atBorder = sum >= (1 - 1e-9) * in.penalty[d] * in.output[d];
            if (in.demandFrom[d + 1] - in.demandFrom[d] > 1 && atBorder && outwards > 0 && weight > 0) {
                for (int i = in.demandFrom[d]; i < in.demandFrom[d + 1]; i++) {
                    int r = in.demandRequirements[i];
                    along[r] -= outwards / weight * in.need[r];
                }
            }
        }
    }

    /** Multipliers are not negative, and no output is worth more than its penalty. */
    private void makeAffordable(double[] multipliers) {
        for (int d = 0; d < in.demands; d++) {
            double sum = 0;
            double most = (double) in.penalty[d] * in.output[d];
            for (int i = in.demandFrom[d]; i < in.demandFrom[d + 1]; i++) {
                int r = in.demandRequirements[i];
                multipliers[r] = Math.max(0, multipliers[r]);
                sum += multipliers[r] * in.need[r];
            }
            if (sum > most) {
                for (int i = in.demandFrom[d]; i < in.demandFrom[d + 1]; i++) {
                    multipliers[in.demandRequirements[i]] *= most / sum;
                }
            }
        }
    }

    private double evaluate(double[] multipliers) {
        double value = in.movingAll;
        double terms = in.movingAll;
        for (int s = 0; s < in.segments; s++) {
            reduced[s] = in.net(s, multipliers);
        }
        Arrays.fill(flow, 0);
        for (int u = 0; u < in.suppliers; u++) {
            double sum = in.supplierCharge[u];
            boolean mustOpen = false;
            for (int i = in.supplierFrom[u]; i < in.supplierFrom[u + 1]; i++) {
                int o = in.supplierOffers[i];
                profit[o] = decided[o] < 0 ? 0 : cheapestOrder(o);
                mustOpen |= must(o);
                if (must(o) || profit[o] < 0) {
                    sum += profit[o];
                }
            }
            boolean open = mustOpen || sum < 0;
            if (open) {
                value += sum;
                terms += Math.abs(sum);
            }
            for (int i = in.supplierFrom[u]; i < in.supplierFrom[u + 1]; i++) {
                int o = in.supplierOffers[i];
                used[o] = open && (must(o) || profit[o] < 0);
                if (used[o]) {
                    deliver(o);
                    flip[o] = mustOpen ? -profit[o] : Math.min(-profit[o], -sum);
                } else {
                    flip[o] = Math.max(0, profit[o]);
                }
            }
        }
        if (cover != null) {
            double raise = cover.raise(profit, used, decided, multipliers);
            value += raise;
            terms += raise;
            if (raise > 0) {
                openToCover(cover);
            }
        }
        for (int d = 0; d < in.demands; d++) {
            double wanted = 0;
            for (int i = in.demandFrom[d]; i < in.demandFrom[d + 1]; i++) {
                int r = in.demandRequirements[i];
                wanted += multipliers[r] * in.need[r];
                subgradient[r] = in.need[r] - flow[r];
            }
            double most = (double) in.penalty[d] * in.output[d];
            value += Math.min(wanted, most);
            terms += Math.min(wanted, most);
        }
        magnitude = Math.max(magnitude, terms);
        return value;
    }

    /** Those that are opened for want of capacity alone deliver what they can; nothing is sure of them. */
    private void openToCover(TotalCover more) {
        for (int o = 0; o < in.offers; o++) {
            if (!used[o] && decided[o] == 0 && in.offer[o].capacity() > 0) {
                flip[o] = more.flip(o);
            }
        }
        for (int i = 0; i < more.opened(); i++) {
            int o = more.other(i);
            flip[o] = 0;
            used[o] = true;
            deliver(o);
        }
    }

    private void rememberUse() {
        System.arraycopy(used, 0, usedAtBest, 0, used.length);
        System.arraycopy(flip, 0, flipAtBest, 0, flip.length);
    }

    private boolean must(int o) {
        return in.pinnedOrder[o] > 0 || decided[o] > 0;
    }

    /**
     * Ticks of the offer's cheapest order at these multipliers, its fixed charge included, or less where that is zero or more: then it stays closed. An offer that
     * is decided to be used pays its charge even without an order.
     */
    private double cheapestOrder(int o) {
        int from = in.offerFrom[o];
        int to = in.offerFrom[o + 1];
        double sum = 0;
        long wanted = in.pinnedOrder[o];
        for (int i = from; i < to; i++) {
            int s = order[i];
            if (in.pinned[s]) {
                sum += reduced[s] * in.most[s];
            } else if (reduced[s] < 0) {
                wanted += in.most[s];
                sum += reduced[s] * in.most[s];
            }
        }
        if (wanted == 0) {
            return in.offer[o].fixedCharge();
        }
        if (in.offer[o].fixedCharge() + sum >= 0 && !must(o)) {
            return in.offer[o].fixedCharge() + sum;
        }
        if (in.offer[o].accepts(wanted)) {
            return in.offer[o].fixedCharge() + sum;
        }
        long wish = Math.min(wanted, in.offer[o].capacity());
        long below = in.offer[o].greatestOrderUpTo(wish);
        long above = in.offer[o].leastOrderFrom(wish);
        double least = below > 0 ? priceOfOrder(o, below) : Double.POSITIVE_INFINITY;
        if (above > 0 && above != below) {
            least = Math.min(least, priceOfOrder(o, above));
        }
        if (in.pinnedOrder[o] == 0 && decided[o] > 0) {
            least = Math.min(0, least);
        }
        return least == Double.POSITIVE_INFINITY ? 0 : in.offer[o].fixedCharge() + least;
    }

    private double priceOfOrder(int o, long quantity) {
        cheapestFirst(o, quantity);
        double sum = 0;
        long left = quantity - in.pinnedOrder[o];
        for (int i = in.offerFrom[o]; i < in.offerFrom[o + 1]; i++) {
            int s = order[i];
            if (in.pinned[s]) {
                sum += reduced[s] * in.most[s];
            } else if (left > 0) {
                long taken = Math.min(left, in.most[s]);
                sum += reduced[s] * taken;
                left -= taken;
            }
        }
        return left > 0 ? Double.POSITIVE_INFINITY : sum;
    }

    /** Arranges the offer's segments so that an order of this quantity takes them from the front. */
    private void cheapestFirst(int o, long quantity) {
        if (in.pinnedOrder[o] > 0) {
            Cheapest.sort(order, reduced, in.offerFrom[o], in.offerFrom[o + 1]);
        } else {
            Cheapest.select(order, reduced, in.most, in.offerFrom[o], in.offerFrom[o + 1], quantity);
        }
    }

    /** Adds the flow of the offer's cheapest order. */
    private void deliver(int o) {
        if (in.pinnedOrder[o] == 0 && profit[o] >= in.offer[o].fixedCharge()) {
            return;
        }
        int from = in.offerFrom[o];
        int to = in.offerFrom[o + 1];
        long wanted = in.pinnedOrder[o];
        for (int i = from; i < to; i++) {
            int s = order[i];
            if (!in.pinned[s] && reduced[s] < 0) {
                wanted += in.most[s];
            }
        }
        long quantity = wanted;
        if (!in.offer[o].accepts(wanted)) {
            long wish = Math.min(wanted, in.offer[o].capacity());
            long below = in.offer[o].greatestOrderUpTo(wish);
            long above = in.offer[o].leastOrderFrom(wish);
            quantity = below;
            if (above > 0 && (below == 0 || above != below && priceOfOrder(o, above) < priceOfOrder(o, below))) {
                quantity = above;
            }
        }
        boolean all = quantity == wanted;
        if (!all) {
            cheapestFirst(o, quantity);
        }
        long left = quantity - in.pinnedOrder[o];
        for (int i = from; i < to; i++) {
            int s = order[i];
            int r = in.segmentRequirement[s];
            if (in.pinned[s]) {
                flow(s, r, in.most[s]);
            } else if (all ? reduced[s] < 0 : left > 0) {
                long taken = all ? in.most[s] : Math.min(left, in.most[s]);
                flow(s, r, taken);
                left -= taken;
            }
        }
    }

    private void flow(int s, int r, long quantity) {
        flow[r] += quantity;
        int[] to = in.bringsTo[s];
        double[] rate = in.bringsRate[s];
        for (int i = 0; to != null && rate != null && i < to.length; i++) {
            flow[to[i]] += rate[i] * quantity;
        }
    }
}
