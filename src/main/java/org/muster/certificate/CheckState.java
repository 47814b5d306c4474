package org.muster.certificate;

/** How far somebody else has looked at what the organisation says. */
public enum CheckState {
    /** Only its organisation says so. */
    STATED,
    /** Compared with the public register or the paper. */
    CONFIRMED,
    /** Looked at and found wanting; it counts for nothing. */
    REJECTED
}
