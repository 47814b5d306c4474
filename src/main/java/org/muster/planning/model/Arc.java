package org.muster.planning.model;

/**
 * An offer that meets every hard condition of a requirement (class, specification, certificate, place, verification): the two may be joined.
 *
 * @param unitPrice ticks a unit, landed: price on the common basis plus freight
 * @param maximum the most the requirement may take from the offer
 * @param arrival minutes after the plan's start at which it is there, lead and transit time included
 */
public record Arc(int offer, int requirement, long unitPrice, long maximum, long arrival) {

    public Arc {
        Require.notNegative(unitPrice, "unitPrice", "an arc");
        Require.notNegative(maximum, "maximum", "an arc");
        Require.notNegative(arrival, "arrival", "an arc");
    }
}
