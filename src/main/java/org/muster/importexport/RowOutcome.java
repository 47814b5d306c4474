package org.muster.importexport;

/** What becomes of a row: foretold by the dry run, true after the run. */
public enum RowOutcome {
    /** Not looked at yet. */
    WAITING,
    CREATED,
    UPDATED,
    UNCHANGED,
    /** Held back until a person takes the suggestion or drops the row. */
    FLAGGED,
    REFUSED,
    /** A person looked at the flag and wants the row left out. */
    DROPPED,
    /** The import was cancelled before the row's turn. */
    NOT_RUN;

    /** Whether the run enters it. */
    boolean isEntered() {
        return this == CREATED || this == UPDATED || this == UNCHANGED;
    }
}
