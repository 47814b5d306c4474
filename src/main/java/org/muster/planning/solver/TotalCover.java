package org.muster.planning.solver;

import org.jspecify.annotations.Nullable;

/**
 * What all offers that are used have together must cover all that is needed, less what stays unmet. Each requirement's own coverage says so only in fractions
 * of offers; here offers count whole, which matters where a few large ones serve many: eight works are needed where seven and a quarter would do. Only for
 * instances whose demands have one component each and whose offers do not share a charge or carry pins.
 */
final class TotalCover {

    /** Among more offers one more or less makes no difference worth the sorting. */
    private static final int MOST_OFFERS = 300;

    private final Instance in;
    private final double[] cost;
    private final int[] byCost;
    private int candidates;
    private final double[] ofFirst;
    private final int[] byShortage;
    private final double[] shortagePrice;
    private final long needed;
    private long largest;
    private long missing;
    private int opened;
    private double raise;

    private TotalCover(Instance in) {
        this.in = in;
        cost = new double[in.offers];
        byCost = new int[in.offers];
        ofFirst = new double[in.offers + 1];
        byShortage = new int[in.requirements];
        shortagePrice = new double[in.requirements];
        long sum = 0;
        for (int r = 0; r < in.requirements; r++) {
            byShortage[r] = r;
            sum += in.need[r];
        }
        needed = sum;
    }

    /** Null where it does not hold, or says nothing. */
    static @Nullable TotalCover of(Instance in) {
        for (int d = 0; d < in.demands; d++) {
            if (!in.plain[d]) {
                return null;
            }
        }
        for (int u = 0; u < in.suppliers; u++) {
            if (in.supplierCharge[u] > 0 && in.supplierFrom[u + 1] - in.supplierFrom[u] > 1) {
                return null;
            }
        }
        for (int o = 0; o < in.offers; o++) {
            if (in.pinnedOrder[o] > 0) {
                return null;
            }
        }
        boolean worthwhile = in.requirements > 0 && in.offers > 0 && in.offers <= MOST_OFFERS;
        return worthwhile ? new TotalCover(in) : null;
    }

    /**
     * By how much the bound rises because those that pay for themselves at the multipliers cannot cover everything.
     *
     * @param profit what each offer's cheapest order costs less what it brings
     */
    double raise(double[] profit, boolean[] used, byte[] decided, double[] multipliers) {
        missing = needed;
        largest = 0;
        candidates = 0;
        for (int o = 0; o < in.offers; o++) {
            long capacity = in.offer[o].capacity();
            if (used[o]) {
                missing -= capacity;
            } else if (decided[o] == 0 && capacity > 0) {
                int u = in.supplierOf[o];
                cost[o] = Math.max(0, profit[o] + in.supplierCharge[u]);
                byCost[candidates++] = o;
                largest = Math.max(largest, capacity);
            }
        }
        opened = 0;
        raise = 0;
        if (missing <= 0) {
            return 0;
        }
        Cheapest.sort(byCost, cost, 0, candidates);
        for (int i = 0; i < candidates; i++) {
            ofFirst[i + 1] = ofFirst[i] + cost[byCost[i]];
        }
        for (int r = 0; r < in.requirements; r++) {
            int d = in.demandOf[r];
            shortagePrice[r] = Math.max(0, in.penalty[d] - multipliers[r]);
        }
        Cheapest.sort(byShortage, shortagePrice, 0, in.requirements);
        raise = leastFor(missing);
        opened = openedBy(missing, raise);
        return raise;
    }

    /** How many of the cheapest others the last raise opens. */
    int opened() {
        return opened;
    }

    /** The others, the cheapest first. */
    int other(int i) {
        return byCost[i];
    }

    /** By how much the bound rises at least if this one of those that stay closed is opened instead. */
    double flip(int o) {
        return Math.max(0, cost[o] + leastFor(missing - in.offer[o].capacity()) - raise);
    }

    /** The least cost of covering so much more, none of the others being larger than the largest of them, or of leaving it unmet. */
    private double leastFor(long more) {
        long all = more <= 0 ? 0 : largest == 0 ? Long.MAX_VALUE : (more + largest - 1) / largest;
        double least = all <= candidates ? ofFirst[(int) all] : Double.POSITIVE_INFINITY;
        for (int k = 0; k < Math.min(all, candidates + 1L); k++) {
            least = Math.min(least, ofFirst[k] + shortage(more - k * largest, least - ofFirst[k]));
        }
        return least;
    }

    private int openedBy(long more, double least) {
        int k = 0;
        while (k < candidates && ofFirst[k] + shortage(more - k * largest, Double.POSITIVE_INFINITY) > least) {
            k++;
        }
        return k;
    }

    /** The least cost of leaving so much unmet; once it passes {@code enough} it is not counted to the end. */
    private double shortage(long units, double enough) {
        double sum = 0;
        long left = units;
        for (int i = 0; i < in.requirements && left > 0 && sum <= enough; i++) {
            int r = byShortage[i];
            long part = Math.min(left, in.need[r]);
            sum += shortagePrice[r] * part;
            left -= part;
        }
        return sum;
    }
}
