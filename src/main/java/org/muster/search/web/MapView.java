package org.muster.search.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.Availability;
import org.muster.shared.Refusal;

/**
 * The map of a search, drawn on the server: a picture whose clusters are links, and a table of the same.
 *
 * @param land the path of the land
 * @param farther empty where there is nothing farther out
 */
public record MapView(
        String title,
        String address,
        String list,
        List<Refusal> refusals,
        Optional<String> badBox,
        boolean fromIndex,
        List<SearchView.Link> chips,
        long total,
        double width,
        double height,
        String land,
        List<Label> labels,
        List<Cluster> clusters,
        List<Found> inside,
        Optional<String> nearer,
        Optional<String> farther,
        Optional<String> whole,
        String north,
        String south,
        String west,
        String east) {

    /** A division point with its name; minor ones go where the picture is small. */
    public record Label(String x, String y, String name, boolean minor) {}

    /** @param address nearer to it; empty where one cannot go nearer */
    public record Cluster(
            String x, String y, String r, String count, String place, String said, Optional<String> address) {}

    public record Found(
            String address, String title, @Nullable String organisation, String place, Availability availability) {}
}
