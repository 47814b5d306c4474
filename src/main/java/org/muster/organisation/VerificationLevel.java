package org.muster.organisation;

/** How far an organisation is proven; in rising order. */
public enum VerificationLevel {
    /** Known from a public list only; nobody of its own has spoken yet. */
    UNCLAIMED,
    /** Its own people registered it. */
    REGISTERED,
    /** An operator checked its documents. */
    DOCUMENTS_CHECKED,
    /** Somebody went there, or it has delivered. */
    VISITED;

    public boolean isAtLeast(VerificationLevel other) {
        return compareTo(other) >= 0;
    }
}
