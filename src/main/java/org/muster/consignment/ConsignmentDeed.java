package org.muster.consignment;

/** A step of a consignment. */
public enum ConsignmentDeed {
    COMMITTED,
    DISPATCHED,
    DELAYED,
    ARRIVED,
    ACCEPTED,
    REJECTED,
    PAPER_ISSUED
}
