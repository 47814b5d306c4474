package org.muster.planning.model;

/** The rules of a plan, each with the reason that the people who depend on it would give. */
public enum Rule {
    /** A plan is read as one line a pairing; a leg of nothing, or a second line, hides what is taken. */
    ONE_POSITIVE_LEG_AN_ARC,
    /** The ledger gives an offer's capacity away once. */
    CAPACITY,
    /** A supplier that starts for less than its minimum order loses money and will decline. */
    MINIMUM_ORDER,
    /** A roll is not cut, a carton is not opened. */
    ORDER_MULTIPLE,
    /** Some lots are sold whole. */
    ALL_OR_NOTHING,
    /** What a requirement may take from one offer can be less than the offer has. */
    ARC_MAXIMUM,
    /** What arrives after its stage began does not help. */
    STAGE_ORDER,
    /** Some needs cannot be split over suppliers. */
    UNDIVIDED,
    /** What the other components leave unusable is left for others. */
    NOTHING_UNUSABLE,
    /** The output is what all components allow together, no more. */
    JOINT_OUTPUT,
    /** A coordinator's pin holds. */
    PINNED,
    /** A no is a no. */
    FORBIDDEN,
    /** People decide by the cost they are shown. */
    COST
}
