package org.muster.planning;

/** How far a plan is. */
public enum PlanRunState {
    WAITING,
    RUNNING,
    /** The answer is stored, and the ledger had all that it uses. */
    DONE,
    /** The answer is stored, but while it was made somebody else got what it uses: plan anew. */
    OVERTAKEN,
    /** Somebody ended it; the best plan so far is kept. */
    CANCELLED,
    FAILED;

    public boolean isOpen() {
        return this == WAITING || this == RUNNING;
    }
}
