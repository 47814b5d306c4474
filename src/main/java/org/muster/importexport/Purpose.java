package org.muster.importexport;

/** Whose listings a file speaks of. */
public enum Purpose {
    /** What a public list says of others. */
    ON_BEHALF,
    /** Those of the organisation acted for. */
    OWN
}
