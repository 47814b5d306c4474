package org.muster.organisation;

/** How well a site's point is known. */
public enum Exactness {
    /** Somebody pinned it. */
    EXACT,
    /** The middle of its town or district. */
    TOWN,
    /** The middle of its city or province. */
    CENTROID
}
