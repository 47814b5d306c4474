package org.muster.emergency;

/** Whether a maker works at present. */
public enum Running {
    YES,
    PARTLY,
    NO
}
