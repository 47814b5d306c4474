package org.muster.planning.solver;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Fills what is missing, greedily: always by the offer that asks least for what it brings, its charges included and the value of what it brings counted at
 * the multipliers of the bound. Each offer's best order for the missing quantities is worked out exactly; an offer is looked at again only when it comes
 * first, since orders seldom become cheaper.
 */
final class Repair {

    /** What a run costs besides the segments it looks at, in segments. */
    private static final int LEAST_WORK = 16;

    private final Instance in;
    private final Allocation plan;

    private double[] worth;
    private final double[] worthMissing;
    private double noise;
    private long work;

    private final int[] stamp;
    private final int[] banStamp;
    private int mark;
    private final int[] candidate;
    private int candidates;
    private final int[] firstActive;
    private final int[] countActive;
    private final int[] next;
    private final double[] factor;

    private final int[] heap;
    private final int[] place;
    private final double[] score;
    private final double[] key;
    private int heaped;

    private int[] active = new int[16];
    private long[] order = new long[16];
    private int ordered;

    private final int[] waiting;
    private int waits;
    private final int[] waitStamp;

    Repair(Instance in, Allocation plan, double[] worth) {
        this.in = in;
        this.plan = plan;
        this.worth = worth;
        worthMissing = new double[in.requirements];
        stamp = new int[in.offers];
        banStamp = new int[in.offers];
        candidate = new int[in.offers];
        firstActive = new int[in.offers];
        countActive = new int[in.offers];
        next = new int[in.segments];
        factor = new double[in.offers];
        heap = new int[in.offers];
        place = new int[in.offers];
        score = new double[in.offers];
        key = new double[in.segments];
        waiting = new int[in.requirements];
        waitStamp = new int[in.requirements];
    }

    void valueAt(double[] multipliers) {
        worth = multipliers;
    }

    long work() {
        return work;
    }

    /** Forgets which requirements wait for {@link #run}. */
    void start() {
        work += LEAST_WORK;
        mark++;
        waits = 0;
        candidates = 0;
    }

    /** Lets the next run fill this requirement too. */
    void fill(int requirement) {
        if (waitStamp[requirement] != mark) {
            waitStamp[requirement] = mark;
            waiting[waits++] = requirement;
        }
    }

    /** Keeps an offer out of the next run. */
    void ban(int offer) {
        banStamp[offer] = mark;
    }

    /** Scores are stretched by up to this share at random, so that repeated runs differ. */
    void run(double noise, SplittableRandom random) {
        this.noise = noise;
        for (int w = 0; w < waits; w++) {
            activate(waiting[w], random);
        }
        heaped = 0;
        for (int c = 0; c < candidates; c++) {
            int o = candidate[c];
            if (evaluate(o)) {
                push(o);
            }
        }
        while (heaped > 0) {
            int o = heap[0];
            double before = score[o];
            if (!evaluate(o)) {
                pop();
                continue;
            }
            if (score[o] > before) {
                siftDown(0);
                if (heap[0] != o) {
                    continue;
                }
            }
            int u = in.supplierOf[o];
            boolean first = !plan.uses(u);
            for (int i = 0; i < ordered; i++) {
                if (order[i] > 0) {
                    plan.put(active[i], plan.carried(active[i]) + order[i]);
                }
            }
            if (first) {
                reconsider(u);
            }
        }
    }

    /** Once a supplier is used, its other offers became cheaper. */
    private void reconsider(int u) {
        for (int i = in.supplierFrom[u]; i < in.supplierFrom[u + 1]; i++) {
            int o = in.supplierOffers[i];
            if (stamp[o] == mark && place[o] >= 0) {
                score[o] = Double.NEGATIVE_INFINITY;
                siftUp(place[o]);
            }
        }
    }

    private void activate(int r, SplittableRandom random) {
        if (plan.missing(r) == 0) {
            return;
        }
        for (int i = in.requirementFrom[r]; i < in.requirementFrom[r + 1]; i++) {
            int s = in.requirementSegments[i];
            if (in.pinned[s]) {
                continue;
            }
            int o = in.segmentOffer[s];
            if (banStamp[o] == mark) {
                continue;
            }
            if (stamp[o] != mark) {
                stamp[o] = mark;
                place[o] = -1;
                candidate[candidates++] = o;
                firstActive[o] = -1;
                countActive[o] = 0;
                factor[o] = 1 + noise * random.nextDouble();
            }
            next[s] = firstActive[o];
            firstActive[o] = s;
            countActive[o]++;
        }
        work += in.requirementFrom[r + 1] - in.requirementFrom[r];
    }

    /** Works out the best order for what is missing now, and its score; false when there is none worth having. */
    private boolean evaluate(int o) {
        int count = countActive[o];
        work += count;
        if (active.length < count) {
            active = new int[2 * count];
            order = new long[2 * count];
        }
        long room = in.offer[o].capacity() - plan.ordered(o);
        ordered = 0;
        if (room <= 0) {
            return false;
        }
        if (in.bundled) {
            // What is brought along helps only where it is missing.
            for (int r = 0; r < in.requirements; r++) {
                worthMissing[r] = plan.missing(r) > 0 ? worth[r] : 0;
            }
        }
        for (int s = firstActive[o]; s >= 0; s = next[s]) {
            int r = in.segmentRequirement[s];
            if (plan.missing(r) > 0 && plan.carried(s) < in.most[s] && in.price[s] < in.worthAtMost[r]) {
                key[s] = in.bundled ? in.net(s, worthMissing) : in.price[s] - worth[r];
                active[ordered++] = s;
            }
        }
        Cheapest.sort(active, key, 0, ordered);
        long total = 0;
        for (int i = 0; i < ordered; i++) {
            int s = active[i];
            int r = in.segmentRequirement[s];
            long missing = plan.missing(r) - (in.split ? alreadyOrdered(i, r) : 0);
            long most = Math.min(in.most[s] - plan.carried(s), missing);
            order[i] = Math.max(0, Math.min(most, room - total));
            if (in.undivided[r] && order[i] < in.need[r]) {
                order[i] = 0;
            }
            total += order[i];
        }
        if (total == 0 || !makeAcceptable(o, total)) {
            return false;
        }
        return rate(o);
    }

    /** What segments of the same requirement before position {@code i} already bring; arcs have several segments only when pinned or kept. */
    private long alreadyOrdered(int i, int r) {
        long sum = 0;
        for (int j = 0; j < i; j++) {
            if (in.segmentRequirement[active[j]] == r) {
                sum += order[j];
            }
        }
        return sum;
    }

    private boolean makeAcceptable(int o, long total) {
        long now = plan.ordered(o);
        if (in.offer[o].accepts(now + total)) {
            return true;
        }
        long lower = in.offer[o].greatestOrderUpTo(now + total);
        if (lower > now && shrink(now + total - lower)) {
            return true;
        }
        long higher = in.offer[o].leastOrderFrom(now + total);
        return higher > 0 && stretch(higher - now - total);
    }

    private boolean shrink(long by) {
        long left = by;
        long[] before = Arrays.copyOf(order, ordered);
        for (int i = ordered - 1; i >= 0 && left > 0; i--) {
            boolean whole = in.undivided[in.segmentRequirement[active[i]]];
            long less = whole ? (order[i] <= left ? order[i] : 0) : Math.min(order[i], left);
            order[i] -= less;
            left -= less;
        }
        if (left > 0) {
            System.arraycopy(before, 0, order, 0, ordered);
        }
        return left == 0;
    }

    /** Takes more than is missing, as far as the requirements' surplus allows. */
    private boolean stretch(long by) {
        long left = by;
        for (int i = 0; i < ordered && left > 0; i++) {
            int s = active[i];
            int r = in.segmentRequirement[s];
            if (in.undivided[r]) {
                continue;
            }
            long coming = 0;
            for (int j = 0; j < ordered; j++) {
                coming += in.segmentRequirement[active[j]] == r ? order[j] : 0;
            }
            long more = Math.min(in.most[s] - plan.carried(s) - order[i], in.limit[r] - plan.taken(r) - coming);
            more = Math.max(0, Math.min(more, left));
            order[i] += more;
            left -= more;
        }
        return left == 0;
    }

    private boolean rate(int o) {
        double price = plan.ordered(o) == 0 ? in.offer[o].fixedCharge() : 0;
        if (!plan.uses(in.supplierOf[o])) {
            price += in.supplierCharge[in.supplierOf[o]];
        }
        double most = 0;
        double value = 0;
        for (int i = 0; i < ordered; i++) {
            if (order[i] == 0) {
                continue;
            }
            int r = in.segmentRequirement[active[i]];
            long used = Math.min(order[i], plan.missing(r));
            price += (double) in.price[active[i]] * order[i];
            most += in.worthAtMost[r] * used;
            value += Math.max(worth[r], 1e-6 * in.worthAtMost[r]) * used;
            int[] to = in.bringsTo[active[i]];
            double[] rate = in.bringsRate[active[i]];
            for (int j = 0; to != null && rate != null && j < to.length; j++) {
                double useful = Math.min(rate[j] * order[i], plan.missing(to[j]));
                most += in.worthAtMost[to[j]] * useful;
                value += worth[to[j]] * useful;
            }
        }
        if (price >= most) {
            return false;
        }
        score[o] = price < 0 ? price * value : price / value * factor[o];
        return true;
    }

    private void push(int o) {
        heap[heaped] = o;
        siftUp(heaped++);
    }

    private void pop() {
        place[heap[0]] = -1;
        heap[0] = heap[--heaped];
        if (heaped > 0) {
            siftDown(0);
        }
    }

    private void siftUp(int from) {
        int i = from;
        int o = heap[i];
        while (i > 0 && score[heap[(i - 1) / 2]] > score[o]) {
            put(heap[(i - 1) / 2], i);
            i = (i - 1) / 2;
        }
        put(o, i);
    }

    private void siftDown(int from) {
        int i = from;
        int o = heap[i];
        while (2 * i + 1 < heaped) {
            int child = 2 * i + 1;
            if (child + 1 < heaped && score[heap[child + 1]] < score[heap[child]]) {
                child++;
            }
            if (score[heap[child]] >= score[o]) {
                break;
            }
            put(heap[child], i);
            i = child;
        }
        put(o, i);
    }

    private void put(int o, int i) {
        heap[i] = o;
        place[o] = i;
    }
}
