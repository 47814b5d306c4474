package org.muster.planning.model;

/** A coordinator's decision: the plan carries at least this quantity on this arc. The pins of an offer make an order that it accepts. */
public record Pin(int arc, long quantity) {

    public Pin {
        Require.positive(quantity, "quantity", "a pin");
    }
}
