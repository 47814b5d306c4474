package org.muster.search;

import java.util.List;
import org.muster.shared.ListingId;
import org.muster.shared.Point;

/**
 * What lies in a box of the map.
 *
 * @param total of all listings in it, known and unknown availability together
 * @param inside some of them, the best first
 */
public record MapAnswer(long total, List<Cluster> clusters, List<ListingId> inside) {

    /** So many listings near each other, and the middle of them. */
    public record Cluster(Point middle, long listings) {

        /** Both as one. */
        public Cluster with(Cluster other) {
            double all = listings + other.listings;
            return new Cluster(
                    new Point(
                            (middle.latitude() * listings + other.middle.latitude() * other.listings) / all,
                            (middle.longitude() * listings + other.middle.longitude() * other.listings) / all),
                    listings + other.listings);
        }
    }

    public MapAnswer {
        clusters = List.copyOf(clusters);
        inside = List.copyOf(inside);
    }
}
