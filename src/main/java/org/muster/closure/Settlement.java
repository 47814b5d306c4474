package org.muster.closure;

/** What becomes of what is still held when an emergency is closed. */
public enum Settlement {
    /** What nobody has promised is free again; what is promised stays promised, and is delivered. */
    KEEP_PROMISED,
    /** What is promised and not delivered is free again too. */
    TAKE_BACK_ALL
}
