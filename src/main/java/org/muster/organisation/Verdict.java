package org.muster.organisation;

/** What a checker may decide about an organisation's verification. */
public enum Verdict {
    GRANT_DOCUMENTS,
    /** The first of the two persons that the highest level needs: has been there, or knows that it delivered. */
    PROPOSE_VISITED,
    /** The second of the two, an operator who is not the first. */
    GRANT_VISITED,
    /** The request is refused; what was granted before stays. */
    REFUSE,
    /** What was granted before is taken back. */
    WITHDRAW;

    /** Whether it gives a level. */
    boolean grants() {
        return this == GRANT_DOCUMENTS || this == GRANT_VISITED;
    }

    /** Whether it says until when. */
    boolean isDated() {
        return grants() || this == PROPOSE_VISITED;
    }

    /** Whether a liaison may decide so in an area that was delegated; the last word on the highest level and on taking back is an operator's. */
    boolean isDelegated() {
        return this == GRANT_DOCUMENTS || this == PROPOSE_VISITED || this == REFUSE;
    }
}
