package org.muster.emergency;

/** How needs came in. */
public enum IntakeWay {
    FORM,
    PASTE,
    FILE,
    /** An institution wrote it by itself. */
    PUBLIC
}
