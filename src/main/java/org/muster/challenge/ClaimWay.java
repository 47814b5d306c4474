package org.muster.challenge;

/** How somebody means to bring what they claim. */
public enum ClaimWay {
    STOCK,
    LINE,
    CONVERTED_LINE,
    IMPORTED
}
