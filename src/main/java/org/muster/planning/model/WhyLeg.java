package org.muster.planning.model;

/**
 * Why a leg is in the plan.
 *
 * @param nextBest arc of the cheapest way to replace it that keeps every rule, -1 when there is none
 * @param dearer ticks that the next best would cost more for as much of the leg as it can replace
 */
public record WhyLeg(Leg leg, Why why, int nextBest, long dearer) {

    public enum Why {
        /** A coordinator insists on it. */
        PINNED,
        /** It was promised before, and moving it has a price. */
        KEPT,
        /** No other offer that keeps every rule is left for the requirement. */
        ONLY_ONE,
        /** The others are dearer, or would make the whole dearer. */
        CHEAPER
    }
}
