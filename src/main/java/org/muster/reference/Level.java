package org.muster.reference;

/** The three levels of places, from large to small. */
public enum Level {
    PROVINCE,
    CITY,
    COUNTY
}
