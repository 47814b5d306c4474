package org.muster.catalogue;

/** Where a listing stands: only a published one is found by others. */
public enum ListingState {
    DRAFT,
    PUBLISHED,
    PAUSED,
    WITHDRAWN
}
