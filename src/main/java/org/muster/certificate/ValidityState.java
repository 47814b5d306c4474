package org.muster.certificate;

/** Where a day lies in the time a certificate stands for. */
public enum ValidityState {
    NOT_YET,
    VALID,
    /** Valid, and its end so near that a new one should be on its way. */
    ENDING,
    EXPIRED
}
