package org.muster.emergency;

/** What one click makes of a flagged need. */
public enum Judgement {
    KEEP,
    MERGE,
    SET_ASIDE
}
