package org.muster.planning.solver;

import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/** Destroy and repair: takes a few related offers out of the plan, fills the hole anew, and keeps what is not worse. Its steps depend on the seed alone. */
final class Search {

    /** Offers with more segments than this on average serve so many that taking one out whole leaves a hole too large to fill at random. */
    private static final int WIDE = 40;

    /** So many of the requirements that a dropped offer served are opened up to others too. */
    private static final int MOST_REOPENED = 8;

    private final Instance in;
    private final Allocation plan;
    private final Repair repair;
    private final Reallocation reallocation;
    private final boolean wide;
    private final SplittableRandom random;

    private final int[] wish;
    private final int[] room;
    private final double[] key;
    private double[] worth;
    private double[] profit;

    private final boolean[] isAimed;
    private final int[] aimedAt;
    private int aimed;
    private long scanned;
    private double heat;

    Search(Instance in, SplittableRandom random) {
        this.in = in;
        this.random = random;
        plan = new Allocation(in);
        worth = new double[in.requirements];
        repair = new Repair(in, plan, worth);
        reallocation = new Reallocation(in, plan);
        wide = in.segments >= WIDE * in.offers;
        profit = new double[in.offers];
        isAimed = new boolean[in.demands];
        aimedAt = new int[in.demands];
        int widest = 0;
        for (int o = 0; o < in.offers; o++) {
            widest = Math.max(widest, in.offerFrom[o + 1] - in.offerFrom[o]);
        }
        wish = new int[widest];
        int deepest = 0;
        for (int r = 0; r < in.requirements; r++) {
            deepest = Math.max(deepest, in.requirementFrom[r + 1] - in.requirementFrom[r]);
        }
        room = new int[deepest];
        key = new double[in.segments];
    }

    Allocation plan() {
        return plan;
    }

    /** Guides what follows by these multipliers and by what each offer would earn at them; the arrays must not change any more. */
    void valueAt(double[] multipliers, double[] profit) {
        worth = multipliers;
        this.profit = profit;
        repair.valueAt(multipliers);
    }

    /** Whether a plan built anew with the multipliers of this round is likely to beat the one found by search: where few offers serve many, it does. */
    boolean constructsWell(int round) {
        return wide && Integer.bitCount(round + 1) == 1;
    }

    /** Empties the plan but for its pins, and fills it anew. */
    void constructAnew() {
        for (int o = 0; o < in.offers; o++) {
            plan.close(o);
        }
        plan.settle();
        construct();
    }

    /** Builds the best plan it can find from the offers decided to be used, and returns the prices that go with it. */
    double[] constructAmong(byte[] decisions) {
        for (int o = 0; o < in.offers; o++) {
            plan.close(o);
        }
        plan.settle();
        repair.start();
        for (int o = 0; o < in.offers; o++) {
            if (decisions[o] < 0) {
                repair.ban(o);
            }
        }
        for (int r = 0; r < in.requirements; r++) {
            repair.fill(r);
        }
        repair.run(0, random);
        plan.settle();
        double[] prices = reallocation.pricesAmong(decisions);
        plan.settle();
        plan.commit();
        return prices;
    }

    /** Fills the plan from where it stands. */
    void construct() {
        repair.start();
        for (int r = 0; r < in.requirements; r++) {
            repair.fill(r);
        }
        repair.run(0, random);
        plan.settle();
        if (wide || in.offers <= Reallocation.MOST_OFFERS) {
            reallocation.run();
            plan.settle();
        }
        plan.commit();
    }

    /**
     * Attempts improvements until so much work is done or someone says stop.
     *
     * @param heat ticks by which a step may make the plan dearer now and then, so that the search leaves a hollow; 0 for none
     */
    void improve(long budget, double heat, BooleanSupplier stop) {
        this.heat = heat;
        if (in.requirements == 0 || in.segments == 0) {
            return;
        }
        long end = work() + budget;
        while (work() < end && !stop.getAsBoolean()) {
            attempt();
        }
    }

    private long work() {
        return scanned + repair.work() + reallocation.work();
    }

    private void attempt() {
        long before = plan.cost();
        repair.start();
        aimed = 0;
        double kind = random.nextDouble();
        if (kind < 0.1) {
            openNeighbourhood();
        } else if (kind < 0.5) {
            dropWasteful();
        } else if (kind < 0.9) {
            if (wide && random.nextBoolean()) {
                dropWasteful();
            }
            bringIn(wantedOffer());
        } else {
            closeSupplier();
        }
        repair.run(random.nextBoolean() ? 0.1 : 0.02, random);
        plan.settle();
        if (wide || in.offers <= Reallocation.MOST_OFFERS) {
            reallocation.run();
            plan.settle();
        }
        while (aimed > 0) {
            int d = aimedAt[--aimed];
            isAimed[d] = false;
            plan.aim(d, in.output[d]);
        }
        if (plan.cost() <= before - heat * Math.log(1 - random.nextDouble())) {
            plan.commit();
        } else {
            plan.rollBack();
        }
    }

    /** Lets the repair fill this requirement; where several carry an output together, all of them, up to an output to aim at. */
    private void fill(int r) {
        repair.fill(r);
        int d = in.demandOf[r];
        if (in.plain[d] || isAimed[d]) {
            return;
        }
        isAimed[d] = true;
        aimedAt[aimed++] = d;
        plan.aim(d, outputToAimAt(d));
        boolean anew = random.nextBoolean();
        for (int i = in.demandFrom[d]; i < in.demandFrom[d + 1]; i++) {
            int component = in.demandRequirements[i];
            repair.fill(component);
            for (int j = in.requirementFrom[component]; anew && j < in.requirementFrom[component + 1]; j++) {
                int s = in.requirementSegments[j];
                if (plan.carried(s) > 0) {
                    takeOut(in.segmentOffer[s]);
                }
            }
        }
    }

    /** Mostly all of it; else near what was reached, or anything: where components compete for one offer, less of each may carry more of the output. */
    private long outputToAimAt(int d) {
        double kind = random.nextDouble();
        if (kind < 0.5 || in.output[d] == 0) {
            return in.output[d];
        }
        if (kind < 0.75) {
            long step = 1 + random.nextLong(1 + in.output[d] / 10);
            return Math.max(0, Math.min(in.output[d], plan.reached(d) + (random.nextBoolean() ? step : -step)));
        }
        return random.nextLong(in.output[d] + 1);
    }

    private void openNeighbourhood() {
        int r = random.nextInt(in.requirements);
        boolean whole = !wide && random.nextBoolean();
        int steps = 1 + random.nextInt(whole ? 4 : 12);
        double share = 0.3 + 0.7 * random.nextDouble();
        for (int i = 0; i < steps; i++) {
            scanned += in.requirementFrom[r + 1] - in.requirementFrom[r];
            for (int j = in.requirementFrom[r]; j < in.requirementFrom[r + 1]; j++) {
                int s = in.requirementSegments[j];
                if (plan.carried(s) > 0 && random.nextDouble() < share) {
                    if (whole) {
                        takeOut(in.segmentOffer[s]);
                    } else {
                        stepBack(s);
                    }
                }
            }
            fill(r);
            if (in.requirementFrom[r] == in.requirementFrom[r + 1]) {
                return;
            }
            int s = in.requirementSegments[
                    in.requirementFrom[r] + random.nextInt(in.requirementFrom[r + 1] - in.requirementFrom[r])];
            int o = in.segmentOffer[s];
            r = in.segmentRequirement[in.offerFrom[o] + random.nextInt(in.offerFrom[o + 1] - in.offerFrom[o])];
        }
    }

    /**
     * Gives an offer the order that the multipliers wish for, before anybody else is asked, and makes the room it needs: the dearest of the others step back,
     * by a part where their rules allow it, else whole.
     */
    private void bringIn(int o) {
        int wished = 0;
        long cheap = in.pinnedOrder[o];
        for (int s = in.offerFrom[o]; s < in.offerFrom[o + 1]; s++) {
            int r = in.segmentRequirement[s];
            if (!in.pinned[s] && (!in.undivided[r] || in.offer[o].capacity() >= in.need[r])) {
                double stretched = 0.95 + 0.1 * random.nextDouble();
                key[s] = in.price[s] - (in.price[s] - in.net(s, worth)) * stretched;
                wish[wished++] = s;
                cheap += key[s] < 0 ? in.most[s] : 0;
            }
        }
        Cheapest.sort(wish, key, 0, wished);
        takeOut(o);
        cheap = Math.min(cheap, in.offer[o].capacity());
        long order = in.offer[o].greatestOrderUpTo(cheap);
        if (order <= in.pinnedOrder[o]) {
            order = in.offer[o].leastOrderFrom(Math.max(1, cheap));
        }
        long left = order - in.pinnedOrder[o];
        for (int i = 0; i < wished && left > 0; i++) {
            int s = wish[i];
            int r = in.segmentRequirement[s];
            if (in.undivided[r] && left < in.most[s]) {
                continue;
            }
            long quantity = Math.min(in.most[s], left);
            makeRoom(r, quantity, o);
            quantity = Math.min(quantity, in.limit[r] - plan.taken(r));
            if (in.undivided[r] && quantity < in.need[r]) {
                continue;
            }
            plan.put(s, quantity);
            left -= quantity;
        }
        if (!in.offer[o].accepts(plan.ordered(o))) {
            takeOut(o);
        }
    }

    private void makeRoom(int r, long quantity, int forOffer) {
        int carrying = 0;
        scanned += in.requirementFrom[r + 1] - in.requirementFrom[r];
        for (int j = in.requirementFrom[r]; j < in.requirementFrom[r + 1]; j++) {
            int s = in.requirementSegments[j];
            if (plan.carried(s) > 0 && !in.pinned[s] && in.segmentOffer[s] != forOffer) {
                key[s] = -in.price[s] * (0.8 + 0.4 * random.nextDouble());
                room[carrying++] = s;
            }
        }
        Cheapest.sort(room, key, 0, carrying);
        for (int i = 0; i < carrying; i++) {
            long excess = plan.taken(r) + quantity - in.limit[r];
            if (excess <= 0) {
                return;
            }
            int s = room[i];
            int o = in.segmentOffer[s];
            long less = in.undivided[r] ? plan.carried(s) : Math.min(excess, plan.carried(s));
            if (!in.offer[o].accepts(plan.ordered(o) - less)) {
                takeOut(o);
            } else {
                plan.put(s, plan.carried(s) - less);
                fill(r);
            }
        }
    }

    /** An offer that the multipliers would like to see used more, the best of a few picked at random. */
    private int wantedOffer() {
        int best = -1;
        double bestKey = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 4; i++) {
            int o = in.segmentOffer[random.nextInt(in.segments)];
            double key = profit[o] - value(o) + (plan.uses(in.supplierOf[o]) ? 0 : in.supplierCharge[in.supplierOf[o]]);
            if (key < bestKey) {
                bestKey = key;
                best = o;
            }
        }
        return best;
    }

    /** A used offer that brings less than it costs, the worst of a few picked at random; -1 when none of them is used. */
    private int wastefulOffer() {
        int worst = -1;
        double worstKey = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < 8; i++) {
            int o = in.segmentOffer[random.nextInt(in.segments)];
            if (plan.ordered(o) > in.pinnedOrder[o]) {
                double key = value(o) - profit[o];
                if (plan.usesOnly(o)) {
                    key += in.supplierCharge[in.supplierOf[o]];
                }
                if (key > worstKey) {
                    worstKey = key;
                    worst = o;
                }
            }
        }
        return worst;
    }

    /** What the offer costs as it is used now, less what it brings at the multipliers. */
    private double value(int o) {
        if (plan.ordered(o) == 0) {
            return 0;
        }
        double sum = in.offer[o].fixedCharge();
        for (int s = in.offerFrom[o]; s < in.offerFrom[o + 1]; s++) {
            sum += in.net(s, worth) * plan.carried(s);
        }
        return sum;
    }

    /** Takes a wasteful offer out and does not let it come back at once. */
    private void dropWasteful() {
        int o = wastefulOffer();
        if (o < 0) {
            return;
        }
        int served = 0;
        for (int s = in.offerFrom[o]; s < in.offerFrom[o + 1]; s++) {
            if (plan.carried(s) > 0) {
                wish[served++] = s;
            }
        }
        takeOut(o);
        repair.ban(o);
        double share = 0.5 * random.nextDouble();
        for (int i = 0; i < Math.min(served, MOST_REOPENED); i++) {
            int r = in.segmentRequirement[wish[served <= MOST_REOPENED ? i : random.nextInt(served)]];
            scanned += in.requirementFrom[r + 1] - in.requirementFrom[r];
            for (int j = in.requirementFrom[r]; j < in.requirementFrom[r + 1]; j++) {
                int other = in.requirementSegments[j];
                if (plan.carried(other) > 0 && random.nextDouble() < share) {
                    stepBack(other);
                }
            }
        }
    }

    private void closeSupplier() {
        int o = in.segmentOffer[random.nextInt(in.segments)];
        int u = in.supplierOf[o];
        for (int i = in.supplierFrom[u]; i < in.supplierFrom[u + 1]; i++) {
            takeOut(in.supplierOffers[i]);
            repair.ban(in.supplierOffers[i]);
        }
    }

    /** Takes the segment out, or its whole offer where the rest would be no order. */
    private void stepBack(int s) {
        int o = in.segmentOffer[s];
        if (in.pinned[s] || !in.offer[o].accepts(plan.ordered(o) - plan.carried(s))) {
            takeOut(o);
        } else {
            plan.put(s, 0);
            fill(in.segmentRequirement[s]);
        }
    }

    private void takeOut(int o) {
        for (int s = in.offerFrom[o]; s < in.offerFrom[o + 1]; s++) {
            if (plan.carried(s) > 0 && !in.pinned[s]) {
                plan.put(s, 0);
                fill(in.segmentRequirement[s]);
            }
        }
    }
}
