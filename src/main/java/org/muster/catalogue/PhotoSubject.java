package org.muster.catalogue;

/** What a photo shows. */
public enum PhotoSubject {
    /** The line, machine or goods as a whole. */
    WHOLE,
    /** Maker, model, year and number, as they are stamped on the machine. */
    NAMEPLATE,
    DETAIL
}
