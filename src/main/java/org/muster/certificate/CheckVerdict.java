package org.muster.certificate;

/** What a checker may say of a certificate. */
public enum CheckVerdict {
    CONFIRM,
    REJECT
}
