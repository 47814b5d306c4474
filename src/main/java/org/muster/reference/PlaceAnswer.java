package org.muster.reference;

import java.util.List;

/** What a text says about a place. */
public sealed interface PlaceAnswer {

    record Found(Place place) implements PlaceAnswer {}

    /** Several places have this name; a person has to choose. Never empty, the larger places first. */
    record Ambiguous(List<Place> candidates) implements PlaceAnswer {
        public Ambiguous {
            candidates = List.copyOf(candidates);
        }
    }

    /** The province is known and the city too, but the city lies in another province. */
    record Elsewhere(Place place, Place statedProvince) implements PlaceAnswer {}

    record Unknown(String written) implements PlaceAnswer {}
}
