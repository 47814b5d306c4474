package org.muster.search;

import java.util.List;
import java.util.Optional;
import org.muster.shared.ListingId;

/** What the index found, in order. */
public record IndexAnswer(Part known, Part unknown, Optional<Facets> facets) {

    /** @param total of all pages, not of this one */
    public record Part(long total, List<Found> found) {

        public Part {
            found = List.copyOf(found);
        }
    }

    public record Found(ListingId id, List<Reason> why) {

        public Found {
            why = List.copyOf(why);
        }
    }
}
