package org.muster.recipe;

/** How far a figure can be trusted. */
public enum Basis {
    /** Read in a public source. */
    SOURCE,
    /** Computed from such figures. */
    COMPUTED,
    /** Common practice that nobody has checked. */
    ASSUMED,
    /** Set by whoever edited this copy. */
    CHANGED
}
