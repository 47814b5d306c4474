package org.muster.catalogue;

/** What kind of resource a listing offers. */
public enum ListingKind {
    PRODUCTION_LINE,
    MATERIAL,
    EQUIPMENT,
    SERVICE
}
