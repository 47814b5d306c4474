package org.muster.planning.solver;

import java.util.Arrays;

/**
 * With the set of used offers as it is, moves quantities between them along chains and cycles as long as that saves money: the first gives a unit of one
 * requirement to the second, which gives a unit of another to the third, and so on. Orders inside a chain stay what they were, so every rule of an offer
 * holds; at its ends only offers that may be ordered loosely grow or shrink. For a transport problem this reaches the optimum.
 */
final class Reallocation {

    /** Above so many used offers the cycles would take longer to find than the search takes to get around them. */
    static final int MOST_OFFERS = 150;

    /** A bound on one call; the next one goes on where this one ended. */
    private static final int MOST_CYCLES = 200;

    private static final long NO_EDGE = Long.MAX_VALUE;

    private final Instance in;
    private final Allocation plan;
    private final int[] node;
    private final int[] used = new int[MOST_OFFERS];
    private int count;
    private int least;
    private int slack;
    private int shortage;
    private final long[][] saving = new long[MOST_OFFERS + 2][MOST_OFFERS + 2];
    private final int[][] giver = new int[MOST_OFFERS + 2][MOST_OFFERS + 2];
    private final int[][] taker = new int[MOST_OFFERS + 2][MOST_OFFERS + 2];
    private final long[] distance = new long[MOST_OFFERS + 2];
    private final int[] before = new int[MOST_OFFERS + 2];
    private long work;

    Reallocation(Instance in, Allocation plan) {
        this.in = in;
        this.plan = plan;
        node = new int[in.offers];
    }

    /** Segments looked at so far. */
    long work() {
        return work;
    }

    /** Improves the plan in place, among the offers it uses, none of which shrinks to nothing; journalled as everything else. */
    void run() {
        least = 1;
        count = 0;
        for (int o = 0; o < in.offers; o++) {
            node[o] = -1;
            if (plan.ordered(o) > 0) {
                if (count == MOST_OFFERS) {
                    return;
                }
                join(o);
            }
        }
        cancel(MOST_CYCLES);
    }

    /**
     * Improves the plan in place, among the offers decided to be used, whether it uses them or not. Returns the prices of the requirements that go with it: where
     * only capacities matter, the bound at these multipliers is the cost of the plan. Throws {@link IndexOutOfBoundsException} beyond {@link #MOST_OFFERS} offers.
     */
    double[] pricesAmong(byte[] decisions) {
        least = 0;
        count = 0;
        for (int o = 0; o < in.offers; o++) {
            node[o] = -1;
            if (decisions[o] > 0 || plan.ordered(o) > 0) {
                join(o);
            }
        }
        cancel(Integer.MAX_VALUE);
        double[] prices = new double[in.requirements];
        for (int r = 0; r < in.requirements; r++) {
            prices[r] = plan.missing(r) > 0 ? in.penalty[in.demandOf[r]] : 0;
            for (int a = in.requirementFrom[r]; plan.missing(r) == 0 && a < in.requirementFrom[r + 1]; a++) {
                int s = in.requirementSegments[a];
                if (plan.carried(s) > 0) {
                    long ofCapacity = distance[slack] - distance[node[in.segmentOffer[s]]];
                    prices[r] = Math.max(prices[r], in.price[s] + (double) ofCapacity);
                }
            }
        }
        return prices;
    }

    private void join(int o) {
        node[o] = count;
        used[count++] = o;
    }

    private void cancel(int most) {
        slack = count;
        shortage = count + 1;
        for (int cycles = 0; cycles < most; cycles++) {
            draw();
            int on = negativeCycle();
            if (on < 0) {
                return;
            }
            shift(on);
        }
    }

    private void draw() {
        for (int i = 0; i < count + 2; i++) {
            Arrays.fill(saving[i], 0, count + 2, NO_EDGE);
        }
        for (int i = 0; i < count; i++) {
            if (mayGrow(used[i]) > 0) {
                edge(i, slack, 0, -1, -1);
            }
            if (mayShrink(used[i]) > 0) {
                edge(slack, i, 0, -1, -1);
            }
        }
        edge(shortage, slack, 0, -1, -1);
        for (int r = 0; r < in.requirements; r++) {
            if (in.plain[in.demandOf[r]] && plan.missing(r) > 0) {
                edge(slack, shortage, 0, -1, -1);
            }
            if (!in.undivided[r]) {
                draw(r);
            }
        }
    }

    private void draw(int r) {
        boolean plain = in.plain[in.demandOf[r]];
        long penalty = in.penalty[in.demandOf[r]];
        boolean missing = plain && plan.missing(r) > 0;
        boolean covered = plain && plan.taken(r) <= in.need[r];
        work += in.requirementFrom[r + 1] - in.requirementFrom[r];
        for (int a = in.requirementFrom[r]; a < in.requirementFrom[r + 1]; a++) {
            int from = in.requirementSegments[a];
            int i = node[in.segmentOffer[from]];
            if (i < 0 || in.includedOf[in.segmentArc[from]] != null) {
                continue;
            }
            if (missing && plan.carried(from) < in.most[from]) {
                edge(shortage, i, in.price[from] - penalty, -1, from);
            }
            if (plan.carried(from) == 0 || in.pinned[from]) {
                continue;
            }
            if (covered) {
                edge(i, shortage, penalty - in.price[from], from, -1);
            }
            for (int b = in.requirementFrom[r]; b < in.requirementFrom[r + 1]; b++) {
                int to = in.requirementSegments[b];
                int j = node[in.segmentOffer[to]];
                boolean bringsNothing = in.includedOf[in.segmentArc[to]] == null;
                if (j >= 0 && j != i && bringsNothing && plan.carried(to) < in.most[to]) {
                    edge(i, j, in.price[to] - in.price[from], from, to);
                }
            }
            work += in.requirementFrom[r + 1] - in.requirementFrom[r];
        }
    }

    private void edge(int i, int j, long cost, int from, int to) {
        if (cost < saving[i][j]) {
            saving[i][j] = cost;
            giver[i][j] = from;
            taker[i][j] = to;
        }
    }

    /** A node on a cycle of negative cost, or -1. */
    private int negativeCycle() {
        int nodes = count + 2;
        Arrays.fill(distance, 0, nodes, 0);
        Arrays.fill(before, 0, nodes, -1);
        int changed = -1;
        for (int pass = 0; pass < nodes; pass++) {
            changed = -1;
            for (int i = 0; i < nodes; i++) {
                long[] costs = saving[i];
                for (int j = 0; j < nodes; j++) {
                    if (costs[j] != NO_EDGE && distance[i] + costs[j] < distance[j]) {
                        distance[j] = distance[i] + costs[j];
                        before[j] = i;
                        changed = j;
                    }
                }
            }
            if (changed < 0) {
                return -1;
            }
            if (pass % 4 == 3) {
                int on = cycleAmongPredecessors(nodes);
                if (on >= 0) {
                    return on;
                }
            }
        }
        return cycleAmongPredecessors(nodes);
    }

    private int cycleAmongPredecessors(int nodes) {
        int[] seen = new int[nodes];
        for (int start = 0; start < nodes; start++) {
            int at = start;
            while (at >= 0 && seen[at] == 0) {
                seen[at] = start + 1;
                at = before[at];
            }
            if (at >= 0 && seen[at] == start + 1) {
                return at;
            }
        }
        return -1;
    }

    private void shift(int on) {
        long most = Long.MAX_VALUE;
        int j = on;
        do {
            int i = before[j];
            if (i == slack && j != shortage) {
                most = Math.min(most, mayShrink(used[j]));
            } else if (j == slack && i != shortage) {
                most = Math.min(most, mayGrow(used[i]));
            }
            int from = giver[i][j];
            int to = taker[i][j];
            if (from >= 0) {
                most = Math.min(most, plan.carried(from));
            }
            if (to >= 0) {
                most = Math.min(most, in.most[to] - plan.carried(to));
                if (from < 0) {
                    most = Math.min(most, plan.missing(in.segmentRequirement[to]));
                }
            }
            j = i;
        } while (j != on);
        j = on;
        do {
            int i = before[j];
            if (giver[i][j] >= 0) {
                plan.put(giver[i][j], plan.carried(giver[i][j]) - most);
            }
            if (taker[i][j] >= 0) {
                plan.put(taker[i][j], plan.carried(taker[i][j]) + most);
            }
            j = i;
        } while (j != on);
    }

    private long mayGrow(int o) {
        boolean fromNothing = plan.ordered(o) == 0 && in.offer[o].minimum() > 1;
        return loose(o) && !fromNothing ? in.offer[o].capacity() - plan.ordered(o) : 0;
    }

    private long mayShrink(int o) {
        return loose(o) ? plan.ordered(o) - Math.max(least, in.offer[o].minimum()) : 0;
    }

    private boolean loose(int o) {
        return in.offer[o].multiple() == 1 && !in.offer[o].allOrNothing();
    }
}
