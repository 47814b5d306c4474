package org.muster.ask;

/** Where a repair stands. */
public enum RepairState {
    PROPOSED,
    /** It was agreed to; what it adds is being held and asked for. */
    APPLYING,
    /** It is the plan in force now. */
    APPLIED,
    /** The office lets things be as they are. */
    LEFT,
    /** Something else happened before it was agreed to; a later one takes its place. */
    SUPERSEDED,
    /** The ledger did not have what it adds; a later one takes its place. */
    REFUSED
}
