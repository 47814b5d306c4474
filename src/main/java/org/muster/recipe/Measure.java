package org.muster.recipe;

/** How the amount of a line follows from what it is for. */
public enum Measure {
    /** So much for one unit of what it is for. */
    EACH,
    /** A piece of roll goods for each: width by length by weight of a square metre. */
    SHEET,
    /** A length of cord or wire for each. */
    STRAND,
    /** Packs that hold so many; begun ones count whole. */
    PACK,
    /** Time of a line that makes so many a day. */
    LINE_TIME,
    /** So much for every line that runs at the same time. */
    PER_LINE,
    /** So much, however much is made. */
    ONCE
}
