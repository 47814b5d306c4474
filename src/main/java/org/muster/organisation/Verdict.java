package org.muster.organisation;

/** What an operator may decide about an organisation's verification. */
public enum Verdict {
    GRANT_DOCUMENTS,
    GRANT_VISITED,
    /** The request is refused; what was granted before stays. */
    REFUSE,
    /** What was granted before is taken back. */
    WITHDRAW;

    boolean grants() {
        return this == GRANT_DOCUMENTS || this == GRANT_VISITED;
    }
}
