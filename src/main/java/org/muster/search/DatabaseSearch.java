package org.muster.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.muster.catalogue.Able;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.ListingCard;
import org.muster.catalogue.Scan;
import org.muster.catalogue.ScanQuery;
import org.muster.identity.Actor;
import org.muster.shared.ListingId;

/** The same search, put to PostgreSQL: every group of the glossary and every other word must be met; no reasons and no counts beside choices. */
final class DatabaseSearch {

    private final Catalogue catalogue;
    private final Actor viewer;
    private final SearchQuery query;
    private final List<WordGroup> groups;
    private final List<WordGroup> convertible;
    private final Instant now;

    DatabaseSearch(
            Catalogue catalogue,
            Actor viewer,
            SearchQuery query,
            List<WordGroup> groups,
            List<WordGroup> convertible,
            Instant now) {
        this.catalogue = catalogue;
        this.viewer = viewer;
        this.query = query;
        this.groups = groups;
        this.convertible = convertible;
        this.now = now;
    }

    SearchResult result(Function<List<ListingId>, Map<ListingId, ListingCard>> cards) {
        Scan asked = scan(query.unknownOnly(), query.page(), Search.PAGE);
        boolean glimpse = !query.unknownOnly() && query.page() == 1 && asked.unknownTotal() > 0;
        List<ListingId> beside = glimpse ? scan(true, 1, Search.GLIMPSE).ids() : List.of();
        List<ListingId> all = new ArrayList<>(asked.ids());
        all.addAll(beside);
        Map<ListingId, ListingCard> shown = cards.apply(all);
        List<ListingId> known = query.unknownOnly() ? List.of() : asked.ids();
        List<ListingId> unknown = query.unknownOnly() ? asked.ids() : beside;
        return new SearchResult(
                false,
                part(asked.total(), known, shown),
                part(asked.unknownTotal(), unknown, shown),
                Optional.empty(),
                groups,
                List.of());
    }

    /** So many of each part, those of unknown availability behind the others. */
    List<ListingId> ids(int known, int unknown) {
        List<ListingId> ids = new ArrayList<>(scan(false, 1, known).ids());
        if (unknown > 0) {
            ids.addAll(scan(true, 1, unknown).ids());
        }
        return ids;
    }

    /** Only how many there are. */
    Scan totals() {
        return scan(false, 1, 1);
    }

    private SearchResult.Part part(long total, List<ListingId> ids, Map<ListingId, ListingCard> cards) {
        return new SearchResult.Part(
                total,
                ids.stream()
                        .filter(cards::containsKey)
                        .map(cards::get)
                        .map(card -> new SearchResult.Hit(card, Search.kilometres(query, card.point()), List.of()))
                        .toList());
    }

    /** What lies in a box of the map, known and unknown together. */
    List<MapAnswer.Cluster> clusters(MapBox box, int cellsAcross) {
        double cell = box.width() / cellsAcross;
        return catalogue
                .scanCells(viewer, asked(false, 1, 1), box.west(), box.south(), box.east(), box.north(), cell, now)
                .stream()
                .map(found -> new MapAnswer.Cluster(found.middle(), found.listings()))
                .toList();
    }

    private Scan scan(boolean unknown, int page, int size) {
        return catalogue.scan(viewer, asked(unknown, page, size), now);
    }

    private ScanQuery asked(boolean unknown, int page, int size) {
        return new ScanQuery(
                wordGroups(query.words(), groups),
                new Able(
                        query.services(), query.cleanRoom().orElse(null), wordGroups(query.convertible(), convertible)),
                query.kind().map(Set::of).orElse(Set.of()),
                query.supplyModes(),
                query.divisions(),
                query.regions(),
                query.near().map(near -> near.place().point()).orElse(null),
                query.near().flatMap(Near::kilometres).orElse(null),
                query.dates().map(FreeDates::exact).orElse(null),
                query.quantity().orElse(null),
                query.level().orElse(null),
                query.freshness().orElse(null),
                query.organisation().orElse(null),
                query.price().orElse(null),
                query.proven(),
                unknown,
                ScanQuery.Sort.valueOf(query.sort().name()),
                page - 1,
                size);
    }

    private static List<List<String>> wordGroups(String words, List<WordGroup> groups) {
        List<List<String>> all = new ArrayList<>();
        String rest = Words.normalised(words).toLowerCase(Locale.ROOT);
        for (WordGroup group : groups) {
            if (group.guessed()
                    && !rest.contains(Words.normalised(group.written()).toLowerCase(Locale.ROOT))) {
                // What it is a slip of was partly understood already.
                continue;
            }
            List<String> labels = new ArrayList<>(group.labels());
            if (group.guessed()) {
                labels.add(group.written());
            }
            all.add(labels);
            rest = rest.replace(Words.normalised(group.written()).toLowerCase(Locale.ROOT), " ");
        }
        for (String word : rest.split("[^\\p{L}\\p{N}.']+")) {
            if (!word.isBlank()) {
                all.add(List.of(word));
            }
        }
        return all;
    }
}
