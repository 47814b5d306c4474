package org.muster.planning.model;

/** What else a plan may be good at. Every profile reaches the same outputs as the cheapest plan, or as near as the search finds. */
public enum Profile {
    CHEAPEST,
    /** The last arrival is as early as possible. */
    FASTEST,
    /** Offers that seldom fail are worth more. */
    SAFEST,
    FEWEST_SUPPLIERS
}
