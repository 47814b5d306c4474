package org.muster.search;

/** What comes first. */
public enum Sort {
    RELEVANCE,
    /** Needs a place to measure from. */
    DISTANCE,
    /** The first free moment from now, or from the first day asked for. */
    EARLIEST
}
