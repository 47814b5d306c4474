package org.muster.planning.solver;

import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;

/** Destroy and repair: takes a few related offers out of the plan, fills the hole anew, and keeps what is not worse. Its steps depend on the seed alone. */
final class Search {

    private final Instance in;
    private final Allocation plan;
    private final Repair repair;
    private final SplittableRandom random;

    private final int[] wish;
    private final double[] wishKey;
    private final int[] room;
    private final double[] roomKey;
    private double[] worth;
    private double[] profit;

    private final boolean[] isAimed;
    private final int[] aimedAt;
    private int aimed;
    private double heat;

    Search(Instance in, SplittableRandom random) {
        this.in = in;
        this.random = random;
        plan = new Allocation(in);
        worth = new double[in.requirements];
        repair = new Repair(in, plan, worth);
        profit = new double[in.offers];
        isAimed = new boolean[in.demands];
        aimedAt = new int[in.demands];
        int widest = 0;
        for (int o = 0; o < in.offers; o++) {
            widest = Math.max(widest, in.offerFrom[o + 1] - in.offerFrom[o]);
        }
        wish = new int[widest];
        wishKey = new double[widest];
        int deepest = 0;
        for (int r = 0; r < in.requirements; r++) {
            deepest = Math.max(deepest, in.requirementFrom[r + 1] - in.requirementFrom[r]);
        }
        room = new int[deepest];
        roomKey = new double[deepest];
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

    /** Fills the plan from where it stands. */
    void construct() {
        repair.start();
        for (int r = 0; r < in.requirements; r++) {
            repair.fill(r);
        }
        repair.run(0, random);
        plan.settle();
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
        long end = repair.work() + budget;
        while (repair.work() < end && !stop.getAsBoolean()) {
            attempt();
        }
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
            bringIn(wantedOffer());
        } else {
            closeSupplier();
        }
        repair.run(random.nextBoolean() ? 0.1 : 0.02, random);
        plan.settle();
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
        int steps = 1 + random.nextInt(4);
        double share = 0.3 + 0.7 * random.nextDouble();
        for (int i = 0; i < steps; i++) {
            for (int j = in.requirementFrom[r]; j < in.requirementFrom[r + 1]; j++) {
                int s = in.requirementSegments[j];
                if (plan.carried(s) > 0 && random.nextDouble() < share) {
                    takeOut(in.segmentOffer[s]);
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
        int from = in.offerFrom[o];
        int count = in.offerFrom[o + 1] - from;
        int wished = 0;
        for (int s = from; s < from + count; s++) {
            int r = in.segmentRequirement[s];
            if (!in.pinned[s] && (!in.undivided[r] || in.offer[o].capacity() >= in.need[r])) {
                double key = in.price[s] - worth[r] * (0.95 + 0.1 * random.nextDouble());
                int j = wished++;
                while (j > 0 && wishKey[j - 1] > key) {
                    wish[j] = wish[j - 1];
                    wishKey[j] = wishKey[j - 1];
                    j--;
                }
                wish[j] = s;
                wishKey[j] = key;
            }
        }
        takeOut(o);
        long cheap = in.pinnedOrder[o];
        for (int i = 0; i < wished && wishKey[i] < 0; i++) {
            cheap += in.most[wish[i]];
        }
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
        for (int j = in.requirementFrom[r]; j < in.requirementFrom[r + 1]; j++) {
            int s = in.requirementSegments[j];
            if (plan.carried(s) > 0 && !in.pinned[s] && in.segmentOffer[s] != forOffer) {
                double key = -in.price[s] * (0.8 + 0.4 * random.nextDouble());
                int i = carrying++;
                while (i > 0 && roomKey[i - 1] > key) {
                    room[i] = room[i - 1];
                    roomKey[i] = roomKey[i - 1];
                    i--;
                }
                room[i] = s;
                roomKey[i] = key;
            }
        }
        for (int i = 0; i < carrying; i++) {
            long excess = plan.taken(r) + quantity - in.limit[r];
            if (excess <= 0) {
                return;
            }
            int s = room[i];
            int o = in.segmentOffer[s];
            long less = Math.min(excess, plan.carried(s));
            if (in.undivided[r] || !in.offer[o].accepts(plan.ordered(o) - less)) {
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
            sum += (in.price[s] - worth[in.segmentRequirement[s]]) * plan.carried(s);
        }
        return sum;
    }

    /** Takes a wasteful offer out and does not let it come back at once. */
    private void dropWasteful() {
        int o = wastefulOffer();
        if (o < 0) {
            return;
        }
        takeOut(o);
        repair.ban(o);
        for (int s = in.offerFrom[o]; s < in.offerFrom[o + 1]; s++) {
            int r = in.segmentRequirement[s];
            double share = 0.5 * random.nextDouble();
            for (int j = in.requirementFrom[r]; j < in.requirementFrom[r + 1]; j++) {
                int other = in.requirementSegments[j];
                if (plan.carried(other) > 0 && random.nextDouble() < share) {
                    takeOut(in.segmentOffer[other]);
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

    private void takeOut(int o) {
        for (int s = in.offerFrom[o]; s < in.offerFrom[o + 1]; s++) {
            if (plan.carried(s) > 0 && !in.pinned[s]) {
                plan.put(s, 0);
                fill(in.segmentRequirement[s]);
            }
        }
    }
}
