package org.muster.matching;

import java.util.List;
import org.muster.catalogue.ListingView;

/** A supply that is what is wanted, or almost, and fails some conditions. */
public record NearMiss(ListingView listing, Journey journey, List<Miss> misses) {

    public NearMiss {
        misses = List.copyOf(misses);
        if (misses.isEmpty()) {
            throw new IllegalArgumentException("What misses nothing is a candidate");
        }
    }

    /** The first condition it fails. */
    public Miss first() {
        return misses.get(0);
    }
}
