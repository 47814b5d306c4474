package org.muster.reservation;

/** How something is taken. */
public enum OccupancyState {
    HELD,
    COMMITTED
}
