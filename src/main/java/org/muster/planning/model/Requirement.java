package org.muster.planning.model;

/**
 * A component of a demand.
 *
 * @param demand position of the demand it carries
 * @param quantity what the whole output needs, in the resource's smallest unit
 * @param surplus how much more than needed may be taken, because suppliers sell in lots and minimum orders
 * @param stage position of the stage it must be there for
 * @param latePrice ticks a unit and minute of late arrival, where the stage may wait
 * @param undivided whether one offer has to carry it whole or not at all; such a requirement is the only one of its demand
 *     and has no surplus
 */
public record Requirement(
        String id, int demand, long quantity, long surplus, int stage, long latePrice, boolean undivided) {

    public Requirement {
        Require.notNegative(quantity, "quantity", id);
        Require.notNegative(surplus, "surplus", id);
        Require.notNegative(latePrice, "latePrice", id);
        Require.that(!undivided || surplus == 0, "%s is undivided, but has a surplus", id);
    }

    /** What this much of {@code output} needs of the component, rounded up to a whole unit. */
    public long needFor(long reached, long output) {
        return output == 0 ? 0 : Exact.ceilOfProduct(quantity, reached, output);
    }

    /** How much of {@code output} this much of the component carries, rounded down to a whole unit. */
    public long carries(long taken, long output) {
        return taken >= quantity ? output : Exact.floorOfProduct(output, taken, quantity);
    }
}
