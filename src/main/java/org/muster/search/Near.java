package org.muster.search;

import java.util.Optional;
import org.muster.reference.Place;

/**
 * Where distances are measured from.
 *
 * @param written the place as somebody asked for it
 * @param kilometres how far away a listing may be; empty only measures
 */
public record Near(String written, Place place, Optional<Integer> kilometres) {

    public Near {
        if (kilometres.filter(km -> km < 1 || km > 10_000).isPresent()) {
            throw new IllegalArgumentException("A distance on the earth is 1 to 10,000 km: " + kilometres);
        }
    }
}
