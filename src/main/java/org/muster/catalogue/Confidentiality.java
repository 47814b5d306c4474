package org.muster.catalogue;

/** Who may see a listing, and how much; kept in index, facets, map, API and export. */
public enum Confidentiality {
    PUBLIC,
    /** Only people acting for an organisation whose documents were checked. */
    VERIFIED_BUYERS,
    /** Everybody sees class and city; who it is shows only once accepted. */
    ANONYMOUS,
    COORDINATORS_ONLY
}
