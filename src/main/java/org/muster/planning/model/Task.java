package org.muster.planning.model;

/**
 * Something that takes time.
 *
 * @param stage position of the stage it belongs to
 * @param arc what it delivers or makes; -1 for answers and holds
 */
public record Task(Kind kind, int stage, int arc, long begins, long ends) {

    public enum Kind {
        /** Waiting for those who were asked. */
        ANSWER,
        /** Lead time and transit of what comes from stock. */
        ARRIVAL,
        /** Set-up, work and the way to the next stage. */
        MAKING,
        /** Regulated rest: aeration, release tests. */
        HOLD
    }
}
