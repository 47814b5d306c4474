package org.muster.planning.solver;

import java.util.function.BooleanSupplier;

/**
 * Proves small instances by cases: an offer is used or it is not, and in each case the bound is stronger. Offers that the multipliers leave no doubt about
 * are decided without branching. Depth first, so that it may be stopped at any moment and still has raised the bound.
 */
final class Branching {

    /** With more offers than this the cases outgrow the time; the search uses it better. */
    private static final int MOST_OFFERS = 150;

    private static final int MOST_SEGMENTS = 20_000;

    /** Cases looked at, for each offer; what is not proved by then seldom is. */
    private static final int MOST_NODES = 20;

    private static final int STEPS = 40;
    private static final int LAST_STEPS = 600;

    /** Share of the cost that rounding and the last steps of the multipliers leave open. */
    private static final double NEGLIGIBLE = 1e-7;

    private final Instance in;
    private final Bound bound;
    private final Search search;
    private final Allocation best;
    private final BooleanSupplier stop;
    private int nodes;

    Branching(Instance in, Search search, Allocation best, BooleanSupplier stop) {
        this.in = in;
        this.search = search;
        this.best = best;
        this.stop = stop;
        bound = new Bound(in);
    }

    /** Whether there are few enough cases, and each is looked at quickly enough. */
    static boolean suits(Instance in) {
        return in.offers <= MOST_OFFERS && in.segments <= MOST_SEGMENTS;
    }

    /** A lower bound on every plan, at least {@code known}; {@code best} becomes the best plan met on the way. */
    long prove(double[] multipliers, long known) {
        return Math.min(best.cost(), solve(multipliers, new byte[in.offers], known));
    }

    private long solve(double[] from, byte[] decided, long known) {
        if (nodes++ >= MOST_NODES * in.offers || stop.getAsBoolean()) {
            return known;
        }
        byte[] decisions = decided.clone();
        bound.restart(from, decisions);
        long lower = climb(known, STEPS);
        if (lower >= enough()) {
            return lower;
        }
        double[] multipliers = bound.multipliers();
        tryPlan(multipliers);
        int open = decide(decisions);
        if (open < 0) {
            return decideAll(multipliers, decisions, lower);
        }
        boolean likely = bound.uses(open);
        decisions[open] = (byte) (likely ? 1 : -1);
        long first = solve(multipliers, decisions, lower);
        decisions[open] = (byte) -decisions[open];
        long second = solve(multipliers, decisions, lower);
        return Math.max(lower, Math.min(first, second));
    }

    /** Every offer is decided: what remains is to share out, and that has prices of its own. */
    private long decideAll(double[] multipliers, byte[] decisions, long known) {
        search.valueAt(multipliers, bound.profits());
        double[] prices = search.constructAmong(decisions);
        keepIfBetter();
        bound.restart(prices, decisions);
        long lower = climb(known, STEPS);
        if (lower < enough()) {
            bound.restart(multipliers, decisions);
            lower = climb(lower, LAST_STEPS);
        }
        return lower;
    }

    private long climb(long known, int steps) {
        long lower = known;
        for (int i = 0; i < steps && lower < enough() && !bound.converged(); i++) {
            bound.step(best.cost());
            lower = Math.max(lower, bound.value());
        }
        return lower;
    }

    /** Decides every offer whose other case could not beat the best plan; the most doubtful of the rest, or -1 when none is left. */
    private int decide(byte[] decisions) {
        double room = enough() - (double) bound.value();
        int doubtful = -1;
        for (int o = 0; o < in.offers; o++) {
            boolean settled = decisions[o] != 0 || in.pinnedOrder[o] > 0 || in.offerFrom[o] == in.offerFrom[o + 1];
            if (settled) {
                continue;
            }
            if (bound.flip(o) > room) {
                decisions[o] = (byte) (bound.uses(o) ? 1 : -1);
            } else if (doubtful < 0 || bound.flip(o) < bound.flip(doubtful)) {
                doubtful = o;
            }
        }
        return doubtful;
    }

    private void tryPlan(double[] multipliers) {
        search.valueAt(multipliers, bound.profits());
        search.constructAnew();
        keepIfBetter();
    }

    private void keepIfBetter() {
        if (search.plan().cost() < best.cost()) {
            best.copy(search.plan());
        }
    }

    private double enough() {
        return best.cost() - NEGLIGIBLE * Math.abs(best.cost());
    }
}
