package org.muster.importexport;

/** What a person may say of flagged rows. */
public enum FlagDecision {
    /** Enter the row as suggested. */
    TAKE,
    /** Leave the row out. */
    DROP,
    /** Flag it again. */
    UNDO
}
