package org.muster.ask;

/** What happened to an ask. */
public enum AskDeed {
    REQUESTED,
    ACKNOWLEDGED,
    ACCEPTED,
    ACCEPTED_IF,
    COUNTERED,
    DECLINED,
    REMINDED,
    /** Silence was reported to somebody on duty. */
    RISEN,
    EXPIRED,
    /** The office agreed to a counter, or saw that a condition is met. */
    AGREED,
    /** The office did not agree to a counter, or took the ask back. */
    WITHDRAWN,
    /** What was promised cannot be counted on any more. */
    LOST
}
