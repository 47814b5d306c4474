package org.muster.search.elasticsearch;

import static org.muster.search.elasticsearch.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.muster.catalogue.CleanRoom;
import org.muster.catalogue.Freshness;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.ServiceType;
import org.muster.catalogue.SupplyMode;
import org.muster.certificate.CertificateKind;
import org.muster.organisation.VerificationLevel;
import org.muster.search.Facets;
import org.muster.search.IndexAnswer;
import org.muster.search.IndexAway;
import org.muster.search.IndexQuery;
import org.muster.search.IndexedListing;
import org.muster.search.ListingIndex;
import org.muster.search.MapAnswer;
import org.muster.search.MapBox;
import org.muster.search.Reason;
import org.muster.search.WordGroup;
import org.muster.shared.ListingId;
import org.muster.shared.Point;

/** Listings in Elasticsearch: read behind the alias {@code listings}, written to it and to whatever is being built to follow it. */
@ApplicationScoped
class ElasticsearchListings implements ListingIndex {

    /** Few enough to be answered within the patience of {@link Wire}, many enough to keep every processor there at work. */
    private static final int AT_ONCE = 16;

    /** What searches ask. Exactly one index is behind it. */
    static final String ALIAS = "listings";
    /** The index being built; while it exists, changes go into both. */
    static final String NEXT = "listings-next";

    private static final Logger LOG = Logger.getLogger(ElasticsearchListings.class);

    private final Wire wire;
    private final Shape shape;
    private final Clock clock;

    ElasticsearchListings(Wire wire, Shape shape, Clock clock) {
        this.wire = wire;
        this.shape = shape;
        this.clock = clock;
    }

    @Override
    public IndexAnswer search(IndexQuery query) {
        Requests requests = new Requests(query);
        List<JsonNode> answers = wire.searches(ALIAS, List.of(requests.known(), requests.unknown(), requests.facets()));
        return new IndexAnswer(
                part(answers.get(0), query),
                part(answers.get(1), query),
                Optional.of(facets(answers.get(2).path("aggregations"))));
    }

    @Override
    public List<List<ListingId>> ids(List<IndexQuery> queries) {
        List<List<ListingId>> found = new ArrayList<>();
        List<List<ListingId>> asked = new ArrayList<>();
        List<Map<String, Object>> searches = new ArrayList<>();
        for (IndexQuery query : queries) {
            List<ListingId> ids = new ArrayList<>();
            found.add(ids);
            for (Map<String, Object> search : new Requests(query).ids()) {
                searches.add(search);
                asked.add(ids);
            }
        }
        for (int from = 0; from < searches.size(); from += AT_ONCE) {
            int to = Math.min(searches.size(), from + AT_ONCE);
            List<JsonNode> answers = wire.searches(ALIAS, searches.subList(from, to));
            for (int i = 0; i < answers.size(); i++) {
                for (JsonNode hit : answers.get(i).path("hits").path("hits")) {
                    asked.get(from + i).add(ListingId.of(hit.path("_id").asText()));
                }
            }
        }
        return found;
    }

    @Override
    public MapAnswer map(IndexQuery query, MapBox box, int cellsAcross, int most) {
        JsonNode answer = wire.searches(ALIAS, List.of(new Requests(query).map(box, cellsAcross, most)))
                .get(0);
        List<MapAnswer.Cluster> clusters = new ArrayList<>();
        for (JsonNode cell : answer.path("aggregations").path("cells").path("buckets")) {
            JsonNode middle = cell.path("middle").path("location");
            clusters.add(new MapAnswer.Cluster(
                    new Point(middle.path("lat").asDouble(), middle.path("lon").asDouble()),
                    cell.path("doc_count").asLong()));
        }
        List<ListingId> inside = new ArrayList<>();
        for (JsonNode hit : answer.path("hits").path("hits")) {
            inside.add(ListingId.of(hit.path("_id").asText()));
        }
        return new MapAnswer(total(answer), clusters, inside);
    }

    @Override
    public List<Long> counts(List<IndexQuery> queries) {
        return wire
                .searches(
                        ALIAS,
                        queries.stream()
                                .map(query -> new Requests(query).count())
                                .toList())
                .stream()
                .map(ElasticsearchListings::total)
                .toList();
    }

    /**
     * The aliases are read after the changes were committed. So when no index is being built yet, one that is begun later reads them from
     * PostgreSQL itself; and when none is in force at all, the rebuild that must come will.
     */
    @Override
    public void write(List<IndexedListing> listings, Map<ListingId, Long> gone) {
        Set<String> targets = new LinkedHashSet<>(aliases().values());
        if (targets.isEmpty() || (listings.isEmpty() && gone.isEmpty())) {
            return;
        }
        StringBuilder lines = new StringBuilder();
        for (String target : targets) {
            Bulk.index(lines, target, listings, wire);
            gone.forEach((id, revision) -> Bulk.delete(lines, target, id, revision, wire));
        }
        Bulk.send(lines, wire);
    }

    @Override
    public IndexState state() {
        try {
            Map<String, String> aliases = aliases();
            boolean rebuilding = aliases.containsKey(NEXT);
            String name = aliases.get(ALIAS);
            if (name == null) {
                return new IndexState(true, "", Optional.empty(), 0, Optional.empty(), rebuilding);
            }
            long listings =
                    wire.send("GET", "/" + name + "/_count", null).path("count").asLong();
            return new IndexState(true, "", Optional.of(name), listings, built(name), rebuilding);
        } catch (IndexAway away) {
            return new IndexState(
                    false, String.valueOf(away.getMessage()), Optional.empty(), 0, Optional.empty(), false);
        }
    }

    @Override
    public Fitness fitness() {
        String name = aliases().get(ALIAS);
        if (name == null) {
            return Fitness.MISSING;
        }
        return shape.version().equals(meta(name).path("shape").asText()) ? Fitness.FIT : Fitness.OTHER_SHAPE;
    }

    @Override
    public Rollover rollover(String by) {
        return new NewIndex(wire, shape, clock, by);
    }

    private Map<String, String> aliases() {
        return Aliases.read(wire);
    }

    private JsonNode meta(String name) {
        return wire.send("GET", "/" + name + "/_mapping", null)
                .path(name)
                .path("mappings")
                .path("_meta");
    }

    private Optional<Built> built(String name) {
        JsonNode meta = meta(name);
        if (!meta.hasNonNull("started_at")) {
            return Optional.empty();
        }
        return Optional.of(new Built(
                Instant.parse(meta.path("started_at").asText()),
                Duration.ofMillis(meta.path("took_ms").asLong()),
                meta.path("listings").asLong(),
                meta.path("by").asText()));
    }

    private static IndexAnswer.Part part(JsonNode answer, IndexQuery query) {
        List<IndexAnswer.Found> found = new ArrayList<>();
        for (JsonNode hit : answer.path("hits").path("hits")) {
            found.add(new IndexAnswer.Found(ListingId.of(hit.path("_id").asText()), why(hit, query)));
        }
        return new IndexAnswer.Part(total(answer), found);
    }

    private static long total(JsonNode answer) {
        return answer.path("hits").path("total").path("value").asLong();
    }

    /** The names of the clauses it met, told as reasons: glossary first, then where the words stand, then near misses. */
    private static List<Reason> why(JsonNode hit, IndexQuery query) {
        Map<Integer, List<String>> labels = new TreeMap<>();
        Map<Reason.Place, Set<String>> places = new EnumMap<>(Reason.Place.class);
        List<Reason> near = new ArrayList<>();
        for (JsonNode each : hit.path("matched_queries")) {
            String name = each.asText();
            if (name.startsWith(WordClauses.IN_GROUP)) {
                String[] numbers = name.substring(WordClauses.IN_GROUP.length()).split(":", 2);
                int group = Integer.parseInt(numbers[0]);
                labels.computeIfAbsent(group, any -> new ArrayList<>())
                        .add(query.groups().get(group).labels().get(Integer.parseInt(numbers[1])));
            } else if (name.startsWith(WordClauses.IN_FIELD)) {
                places.put(Reason.Place.valueOf(name.substring(WordClauses.IN_FIELD.length())), new LinkedHashSet<>());
            } else if (name.startsWith(WordClauses.NEARLY)) {
                near.add(new Reason.CloseWord(name.substring(WordClauses.NEARLY.length())));
            }
        }
        hit.path("highlight")
                .properties()
                .forEach(field -> WordClauses.placeOf(field.getKey())
                        .map(places::get)
                        .ifPresent(words -> field.getValue().forEach(text -> Marks.in(text.asText(), words))));
        List<Reason> why = new ArrayList<>();
        labels.forEach((group, said) -> {
            WordGroup term = query.groups().get(group);
            why.add(new Reason.SameTerm(
                    term.written(), term.term().zh(), term.term().en(), said));
        });
        places.forEach((place, words) -> why.add(new Reason.SameWords(place, List.copyOf(words))));
        return places.isEmpty() && labels.isEmpty() ? near : why;
    }

    private static Facets facets(JsonNode counts) {
        Map<CleanRoom, Long> rooms = byName(counts.path("clean_room"), CleanRoom.class);
        Map<CleanRoom, Long> atLeastSoClean = new EnumMap<>(CleanRoom.class);
        for (CleanRoom room : CleanRoom.values()) {
            atLeastSoClean.put(
                    room,
                    rooms.entrySet().stream()
                            .filter(entry -> entry.getKey().isAtLeast(room))
                            .mapToLong(Map.Entry::getValue)
                            .sum());
        }
        Map<VerificationLevel, Long> exactly = byName(counts.path("level"), VerificationLevel.class);
        Map<VerificationLevel, Long> atLeast = new EnumMap<>(VerificationLevel.class);
        for (VerificationLevel level : VerificationLevel.values()) {
            atLeast.put(
                    level,
                    exactly.entrySet().stream()
                            .filter(entry -> entry.getKey().isAtLeast(level))
                            .mapToLong(Map.Entry::getValue)
                            .sum());
        }
        Map<Freshness, Long> freshness = new EnumMap<>(Freshness.class);
        counts.path("freshness")
                .path("by")
                .path("buckets")
                .properties()
                .forEach(bucket -> freshness.put(
                        Freshness.valueOf(bucket.getKey()),
                        bucket.getValue().path("doc_count").asLong()));
        return new Facets(
                counts.path("kind").path("doc_count").asLong(),
                byName(counts.path("kind"), ListingKind.class),
                byName(counts.path("supply_mode"), SupplyMode.class),
                byName(counts.path("service"), ServiceType.class),
                atLeastSoClean,
                byCode(counts.path("division")),
                byCode(counts.path("province")),
                byCode(counts.path("city")),
                atLeast,
                freshness,
                prices(counts.path("price")),
                papers(counts.path("certificate"), CertificateKind::valueOf),
                papers(counts.path("standard"), Function.identity()));
    }

    private static <K> Map<K, Long> papers(JsonNode counted, Function<String, K> key) {
        Map<K, Long> counts = new HashMap<>();
        for (JsonNode bucket : counted.path("papers").path("valid").path("by").path("buckets")) {
            counts.put(
                    key.apply(bucket.path("key").asText()),
                    bucket.path("listings").path("doc_count").asLong());
        }
        return counts;
    }

    private static Map<String, SortedMap<BigDecimal, Long>> prices(JsonNode counted) {
        Map<String, SortedMap<BigDecimal, Long>> prices = new HashMap<>();
        byCode(counted)
                .forEach((step, count) -> prices.computeIfAbsent(PriceSteps.dimension(step), any -> new TreeMap<>())
                        .put(PriceSteps.yuan(step), count));
        return prices;
    }

    private static <E extends Enum<E>> Map<E, Long> byName(JsonNode counted, Class<E> type) {
        return buckets(counted, key -> Enum.valueOf(type, key));
    }

    private static Map<String, Long> byCode(JsonNode counted) {
        return buckets(counted, Function.identity());
    }

    private static <K> Map<K, Long> buckets(JsonNode counted, Function<String, K> key) {
        Map<K, Long> counts = new HashMap<>();
        for (JsonNode bucket : counted.path("by").path("buckets")) {
            counts.put(
                    key.apply(bucket.path("key").asText()),
                    bucket.path("doc_count").asLong());
        }
        return counts;
    }

    /** Which alias stands for which index. */
    static final class Aliases {

        private Aliases() {}

        static Map<String, String> read(Wire wire) {
            Map<String, String> byAlias = new LinkedHashMap<>();
            wire.send("GET", "/_alias/" + ALIAS + "*", null)
                    .properties()
                    .forEach(index -> index.getValue()
                            .path("aliases")
                            .fieldNames()
                            .forEachRemaining(alias -> {
                                String other = byAlias.put(alias, index.getKey());
                                if (other != null) {
                                    LOG.warnf(
                                            "Two indexes stand behind the alias %s: %s and %s",
                                            alias, other, index.getKey());
                                }
                            }));
            return byAlias;
        }

        static Map<String, Object> action(String verb, String index, String alias) {
            return object(verb, object("index", index, "alias", alias));
        }
    }
}
