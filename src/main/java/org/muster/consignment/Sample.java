package org.muster.consignment;

/** What testing a sample of a batch showed. */
public enum Sample {
    PASSED,
    FAILED,
    NOT_TAKEN
}
