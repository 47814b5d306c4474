package org.muster.allocation;

/** By what right something is had. */
public enum LegalBasis {
    MARKET_PURCHASE,
    /** From a public reserve. */
    RESERVE,
    /** Ordered by an authority from one holder to another. */
    ALLOCATION,
    /** Taken against the holder's will, with compensation; never without a document. */
    REQUISITION,
    DONATION;

    /** Whether somebody has to have ordered it in writing. */
    public boolean needsDocument() {
        return this == REQUISITION;
    }

    /** Whether an authority stands behind it. */
    public boolean needsAuthority() {
        return this == RESERVE || this == ALLOCATION || this == REQUISITION;
    }
}
