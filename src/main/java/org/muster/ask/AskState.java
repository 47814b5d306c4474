package org.muster.ask;

/** Where an ask stands; the words are those of EDXL-RM where it has them. */
public enum AskState {
    /** Written down; the ledger has not said yet whether it can be held. */
    HOLDING,
    /** The ledger refused: nothing was held, nobody was asked. */
    NOT_HELD,
    REQUESTED,
    /** Somebody there has it and will answer. */
    ACKNOWLEDGED,
    COMMITTED,
    /** Yes, if something is there first; it stays held. */
    CONDITIONAL,
    /** Another quantity or date; the office decides. */
    COUNTERED,
    DECLINED,
    /** Nobody answered in time, or a condition was not met in time; the hold is given back. */
    EXPIRED,
    /** Taken back by the office. */
    WITHDRAWN;

    /** Whether the supplier still owes an answer. */
    public boolean isOpen() {
        return this == REQUESTED || this == ACKNOWLEDGED;
    }

    /** Whether the office owes one. */
    public boolean waitsForOffice() {
        return this == CONDITIONAL || this == COUNTERED;
    }

    /** Whether something is held for it that nobody has promised yet. */
    public boolean holds() {
        return isOpen() || waitsForOffice();
    }
}
