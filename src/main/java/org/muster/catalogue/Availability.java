package org.muster.catalogue;

/** Whether it can be had; an unknown is listed apart and never counted as free. */
public enum Availability {
    FREE,
    NOT_FREE,
    UNKNOWN
}
