package org.muster.planning.model;

/**
 * A commitment that exists already. Moving it is allowed, at a visible price.
 *
 * @param quantity what the arc carries in the plan in force
 * @param movePrice ticks for each of these units that the new plan does not leave there
 */
public record Kept(int arc, long quantity, long movePrice) {

    public Kept {
        Require.positive(quantity, "quantity", "a kept commitment");
        Require.notNegative(movePrice, "movePrice", "a kept commitment");
    }
}
