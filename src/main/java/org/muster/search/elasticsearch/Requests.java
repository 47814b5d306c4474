package org.muster.search.elasticsearch;

import static org.muster.search.elasticsearch.Json.object;
import static org.muster.search.elasticsearch.Json.with;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.muster.catalogue.CleanRoom;
import org.muster.catalogue.Freshness;
import org.muster.catalogue.ServiceType;
import org.muster.organisation.VerificationLevel;
import org.muster.search.Filter;
import org.muster.search.IndexQuery;
import org.muster.search.MapBox;
import org.muster.search.Near;
import org.muster.search.Sort;

/** What one search asks of the index: hits of known availability, hits of unknown availability, and the counts beside the choices. */
final class Requests {

    /** Filters with counts beside their choices; the others hold for all counts alike. */
    private static final Set<Filter> COUNTED = EnumSet.of(
            Filter.KIND,
            Filter.SUPPLY_MODE,
            Filter.SERVICE,
            Filter.CLEAN_ROOM,
            Filter.DIVISION,
            Filter.REGION,
            Filter.LEVEL,
            Filter.FRESHNESS,
            Filter.PRICE,
            Filter.CERTIFICATE,
            Filter.STANDARD);

    private static final List<Freshness> AGES = List.of(Freshness.FRESH, Freshness.AGEING, Freshness.STALE);

    /** Steps of all dimensions that are met; the rest are rare. */
    private static final int MOST_PRICE_STEPS = 120;

    private static final int MOST_PAPERS = 60;
    /** Far more than fit into a picture. */
    private static final int MOST_CELLS = 1_000;

    /** They break the same way on every page. */
    private static final Map<String, Object> TIES = object("tie_break", "asc");

    private final IndexQuery asked;
    private final Clauses clauses;
    private final WordClauses words;

    Requests(IndexQuery asked) {
        this.asked = asked;
        this.clauses = new Clauses(asked);
        this.words = new WordClauses(asked);
    }

    Map<String, Object> known() {
        return hits(List.of(clauses.known()), asked.knownFrom(), asked.knownSize());
    }

    Map<String, Object> unknown() {
        return hits(List.of(clauses.unknown()), asked.unknownFrom(), asked.unknownSize());
    }

    /** Only which they are: of known availability, then of unknown; a part of which none are wanted is not asked for. */
    List<Map<String, Object>> ids() {
        List<Map<String, Object>> searches = new ArrayList<>();
        if (asked.knownSize() > 0) {
            searches.add(ids(clauses.known(), asked.knownSize()));
        }
        if (asked.unknownSize() > 0) {
            searches.add(ids(clauses.unknown(), asked.unknownSize()));
        }
        return searches;
    }

    private Map<String, Object> ids(Object part, int size) {
        List<Object> filter = new ArrayList<>(conditions(asked.query().filters()));
        filter.add(part);
        filter.addAll(clauses.fits());
        Map<String, Object> request = object("size", size, "track_total_hits", false, "_source", false);
        if (asked.query().sort() == Sort.DISTANCE) {
            if (!words.isEmpty()) {
                filter.add(words.required());
            }
            with(request, "query", Clauses.allOf(filter));
        } else {
            with(request, "query", ranked(filter));
        }
        with(request, "sort", sort());
        return request;
    }

    /** Only how many there are. */
    Map<String, Object> count() {
        List<Object> filter = new ArrayList<>(conditions(asked.query().filters()));
        filter.addAll(clauses.eitherPart());
        if (!words.isEmpty()) {
            filter.add(words.required());
        }
        return object("size", 0, "track_total_hits", true, "query", Clauses.allOf(filter));
    }

    /** Cells are tiles of the zoom level at which so many lie side by side in the box. */
    Map<String, Object> map(MapBox box, int cellsAcross, int most) {
        List<Object> filter = new ArrayList<>(conditions(asked.query().filters()));
        filter.addAll(clauses.eitherPart());
        filter.add(object(
                "geo_bounding_box",
                object(
                        "point",
                        object(
                                "top_left",
                                object("lat", box.north(), "lon", box.west()),
                                "bottom_right",
                                object("lat", box.south(), "lon", box.east())))));
        int zoom = (int) Math.round(Math.log(360 / box.width() * cellsAcross) / Math.log(2));
        Map<String, Object> request =
                object("size", most, "track_total_hits", true, "_source", false, "query", ranked(filter));
        with(request, "sort", List.of("_score", object("confirmed_at", "desc"), TIES));
        with(
                request,
                "aggs",
                object(
                        "cells",
                        object(
                                "geotile_grid",
                                object("field", "point", "precision", Math.min(29, zoom), "size", MOST_CELLS),
                                "aggs",
                                object("middle", object("geo_centroid", object("field", "point"))))));
        return request;
    }

    /** Each choice is counted under all filters but its own, so that a second choice of one kind shows what it would add. */
    Map<String, Object> facets() {
        Set<Filter> common = EnumSet.complementOf(EnumSet.copyOf(COUNTED));
        common.retainAll(asked.query().filters());
        List<Object> filter = new ArrayList<>(conditions(common));
        filter.addAll(clauses.eitherPart());
        if (!words.isEmpty()) {
            filter.add(words.required());
        }
        Map<String, Object> facets = new LinkedHashMap<>();
        facets.put("kind", counted(Filter.KIND, terms("kind", 10)));
        facets.put("supply_mode", counted(Filter.SUPPLY_MODE, terms("supply_mode", 10)));
        facets.put("service", counted(Filter.SERVICE, terms("service_type", ServiceType.values().length)));
        facets.put("clean_room", counted(Filter.CLEAN_ROOM, terms("clean_room", CleanRoom.values().length)));
        facets.put("division", counted(Filter.DIVISION, terms("division", 60)));
        facets.put("province", counted(Filter.REGION, terms("province", 40)));
        facets.put("level", counted(Filter.LEVEL, terms("level", VerificationLevel.values().length)));
        Map<String, Object> ages = new LinkedHashMap<>();
        for (Freshness age : AGES) {
            ages.put(
                    age.name(),
                    Clauses.range(
                            "confirmed_at", "gte", Clauses.moment(asked.now().minus(age.upTo()))));
        }
        facets.put("freshness", counted(Filter.FRESHNESS, object("filters", object("filters", ages))));
        List<Object> priced = new ArrayList<>(countedBut(Filter.PRICE));
        priced.add(clauses.priceHolds());
        facets.put(
                "price",
                object("filter", Clauses.allOf(priced), "aggs", object("by", terms("price_step", MOST_PRICE_STEPS))));
        facets.put("certificate", papers(Filter.CERTIFICATE, terms("proofs.kind", MOST_PAPERS)));
        facets.put("standard", papers(Filter.STANDARD, terms("proofs.standards", MOST_PAPERS)));
        if (!clauses.openProvinces().isEmpty()) {
            List<Object> inside = new ArrayList<>(countedBut(Filter.REGION));
            inside.add(Clauses.terms("province", clauses.openProvinces()));
            facets.put("city", object("filter", Clauses.allOf(inside), "aggs", object("by", terms("city", 80))));
        }
        return object("size", 0, "track_total_hits", false, "query", Clauses.allOf(filter), "aggs", facets);
    }

    private Map<String, Object> hits(List<Object> part, int from, int size) {
        List<Object> filter = new ArrayList<>(conditions(asked.query().filters()));
        filter.addAll(part);
        if (size == 0) {
            if (!words.isEmpty()) {
                filter.add(words.required());
            }
            return object("size", 0, "track_total_hits", true, "query", Clauses.allOf(filter));
        }
        Map<String, Object> request = object("from", from, "size", size, "track_total_hits", true, "_source", false);
        with(request, "query", ranked(filter));
        with(request, "sort", sort());
        if (!words.isEmpty()) {
            with(request, "highlight", words.highlighted());
        }
        return request;
    }

    private List<Object> conditions(Set<Filter> filters) {
        List<Object> conditions = new ArrayList<>(clauses.visible());
        conditions.addAll(clauses.of(filters));
        return conditions;
    }

    private Map<String, Object> counted(Filter own, Map<String, Object> by) {
        return object("filter", Clauses.allOf(countedBut(own)), "aggs", object("by", by));
    }

    /** Listings, not papers: two of one kind are one listing. */
    private Map<String, Object> papers(Filter own, Map<String, Object> by) {
        with(by, "aggs", object("listings", object("reverse_nested", Map.of())));
        Map<String, Object> valid = object("filter", Clauses.allOf(clauses.paperHolds()), "aggs", object("by", by));
        Map<String, Object> nested = object("nested", object("path", "proofs"), "aggs", object("valid", valid));
        return object("filter", Clauses.allOf(countedBut(own)), "aggs", object("papers", nested));
    }

    private List<Object> countedBut(Filter own) {
        Set<Filter> others = asked.filtersBut(own);
        others.retainAll(COUNTED);
        return clauses.of(others);
    }

    private static Map<String, Object> terms(String field, int size) {
        return object("terms", object("field", field, "size", size));
    }

    /** Words first; what was confirmed lately and who is proven lift a listing a little, never above a better match. */
    private Map<String, Object> ranked(List<Object> filter) {
        Map<String, Object> bool = object("filter", filter);
        if (!words.isEmpty()) {
            with(bool, "must", List.of(words.required()));
            with(bool, "should", words.ranking());
        } else {
            with(bool, "must", List.of(object("match_all", Map.of())));
        }
        List<Object> functions = List.of(
                object("weight", 0.7),
                object(
                        "weight",
                        0.3,
                        "exp",
                        object(
                                "confirmed_at",
                                object(
                                        "origin",
                                        Clauses.moment(asked.now()),
                                        "offset",
                                        "7d",
                                        "scale",
                                        "60d",
                                        "decay",
                                        0.5))),
                object("weight", 0.15, "filter", Clauses.term("level", VerificationLevel.VISITED.name())),
                object("weight", 0.1, "filter", Clauses.term("level", VerificationLevel.DOCUMENTS_CHECKED.name())));
        return object(
                "function_score",
                object(
                        "query",
                        object("bool", bool),
                        "functions",
                        functions,
                        "score_mode",
                        "sum",
                        "boost_mode",
                        "multiply"));
    }

    private List<Object> sort() {
        return switch (asked.query().sort()) {
            case RELEVANCE -> List.of("_score", object("confirmed_at", "desc"), TIES);
            case DISTANCE ->
                List.of(
                        object(
                                "_geo_distance",
                                object(
                                        "point",
                                        Clauses.point(asked.query()
                                                .near()
                                                .map(Near::place)
                                                .orElseThrow()
                                                .point()),
                                        "order",
                                        "asc",
                                        "unit",
                                        "km")),
                        object("confirmed_at", "desc"),
                        TIES);
            case EARLIEST -> List.of(earliest(), "_score", object("confirmed_at", "desc"), TIES);
        };
    }

    private Map<String, Object> earliest() {
        String grain = asked.viewpoint().exactTimes() ? "" : "_week";
        return object(
                "spans.from" + grain,
                object(
                        "order",
                        "asc",
                        "mode",
                        "min",
                        "missing",
                        "_last",
                        "nested",
                        object(
                                "path",
                                "spans",
                                "filter",
                                Clauses.range("spans.to" + grain, "gt", Clauses.moment(asked.earliestFrom())))));
    }
}
