package org.muster.catalogue;

/** The stretch of time a rate speaks of. */
public enum RatePer {
    MINUTE,
    HOUR,
    /** Eight hours. */
    SHIFT,
    DAY
}
