package org.muster.planning.model;

import java.util.List;

/**
 * A plan and how far from the best it can be at most.
 *
 * @param bound ticks; no plan costs less
 * @param unavoidable ticks of shortage that no plan avoids, because the arcs together cannot carry more
 * @param shadowPrices ticks that one more unit of supply would save, one a requirement; the multipliers behind the bound
 */
public record ProvenPlan(Plan plan, long bound, long unavoidable, List<Double> shadowPrices) {

    public ProvenPlan {
        shadowPrices = List.copyOf(shadowPrices);
        // Nothing costs less than nothing, which a relaxation need not know.
        bound = Math.max(bound, Math.min(0, plan.cost().total()));
        Require.that(
                bound <= plan.cost().total(),
                "A bound of %d above a plan of %d",
                bound,
                plan.cost().total());
    }

    public boolean optimal() {
        return bound == plan.cost().total();
    }

    /** (cost − bound) ÷ cost. */
    public double gap() {
        return ratio(plan.cost().total());
    }

    /** (cost − bound) ÷ (cost − unavoidable). */
    public double netGap() {
        return ratio(plan.cost().total() - unavoidable);
    }

    private double ratio(long base) {
        long apart = plan.cost().total() - bound;
        return apart == 0 ? 0 : (double) apart / Math.max(1, base);
    }
}
