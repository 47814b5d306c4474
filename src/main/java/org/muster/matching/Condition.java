package org.muster.matching;

/** What a supply has to meet before it counts at all, in the order in which a miss is told. */
public enum Condition {
    /** It is what is wanted, or can be converted to make it. */
    CLASS,
    SPECIFICATION,
    CERTIFICATE,
    VERIFICATION,
    FRESHNESS,
    SUPPLY_MODE,
    /** It is said to be free; what nobody knows is not. */
    AVAILABILITY,
    /** What leaves at once is there in time. */
    REACH,
    /** It is free, or ready, early enough to leave in time. */
    WINDOW,
    /** Something of it can be ordered, in the measure that is wanted. */
    QUANTITY
}
