package org.muster.catalogue;

import org.muster.shared.ListingId;

/** What a listing entered on behalf came to. */
public record OnBehalfResult(ListingId listing, Change change) {

    /** Whether the same row had been entered before, and said the same. */
    public enum Change {
        CREATED,
        UPDATED,
        UNCHANGED
    }
}
