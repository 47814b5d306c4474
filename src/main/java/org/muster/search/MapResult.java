package org.muster.search;

import java.util.List;
import org.muster.catalogue.ListingCard;

/**
 * What a search found in a box of the map.
 *
 * @param fromIndex whether the index answered; else PostgreSQL did
 * @param inside the best of them as this viewer may see them
 */
public record MapResult(boolean fromIndex, long total, List<MapAnswer.Cluster> clusters, List<ListingCard> inside) {

    public MapResult {
        clusters = List.copyOf(clusters);
        inside = List.copyOf(inside);
    }
}
