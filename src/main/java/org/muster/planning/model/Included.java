package org.muster.planning.model;

/**
 * What a supplier brings along for what is taken over an arc: whoever makes the whole under contract brings every component, a line with material on hand for
 * three days brings that for three days, a line for hire brings nothing. What is brought along need not come from others.
 *
 * @param requirement position of another component of the same demand
 * @param units so many of its units come with every {@code of} units taken over the arc, rounded down
 * @param most units of it that are brought along in all
 */
public record Included(int arc, int requirement, long units, long of, long most) {

    public Included {
        Require.positive(units, "units", "what is included");
        Require.positive(of, "of", "what is included");
        Require.notNegative(most, "most", "what is included");
    }

    /** Units of the component that come with this quantity. */
    public long broughtBy(long quantity) {
        return Math.min(most, Exact.floorOfProduct(quantity, units, of));
    }

    /** The least quantity with which all of it comes. */
    public long allWith() {
        return Exact.ceilOfProduct(most, of, units);
    }
}
