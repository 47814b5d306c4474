package org.muster.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.Blocking;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.ListingCard;
import org.muster.catalogue.ListingView;
import org.muster.catalogue.Silence;
import org.muster.identity.Actor;
import org.muster.organisation.DuplicateDesk;
import org.muster.reference.Glossary;
import org.muster.reference.Mention;
import org.muster.reference.Terms;
import org.muster.shared.ListingId;
import org.muster.shared.Point;

/** Answers searches: by the index, and by PostgreSQL while the index is away. What a hit shows is PostgreSQL's truth either way. */
@ApplicationScoped
public class Search {

    /** Hits of a page. */
    public static final int PAGE = 20;
    /** How many of unknown availability are shown below the others. */
    public static final int GLIMPSE = 5;
    /** The index pages no further than ten thousand. */
    public static final int LAST_PAGE = 10_000 / PAGE;

    /** Clusters side by side in a map: more would hide each other. */
    private static final int MAP_CELLS = 12;
    /** Characters of a listing's own words by which others are like it. */
    private static final int LIKENESS = 60;

    private static final Logger LOG = Logger.getLogger(Search.class);

    private final ListingIndex index;
    private final Catalogue catalogue;
    private final Glossary glossary;
    private final Blocking blocking;
    private final Silence silence;
    private final DuplicateDesk duplicates;
    private final Circuit circuit;
    private volatile @Nullable Slips slips;

    @Inject
    Search(
            ListingIndex index,
            Catalogue catalogue,
            Glossary glossary,
            Blocking blocking,
            Silence silence,
            DuplicateDesk duplicates,
            SearchConfig config) {
        this.index = index;
        this.catalogue = catalogue;
        this.glossary = glossary;
        this.blocking = blocking;
        this.silence = silence;
        this.duplicates = duplicates;
        this.circuit = new Circuit(config.pauseAfterFailure());
    }

    /**
     * The search that is meant: who types "lines that can be changed over to masks" looks for lines, and not for these words; who asks for an
     * organisation that was merged means the one that stayed.
     */
    public SearchQuery understood(SearchQuery typed) {
        SearchQuery query = typed.organisation()
                .map(asked -> typed.withOrganisation(Optional.of(duplicates.standsAs(asked)))
                        .onPage(typed.page()))
                .orElse(typed);
        return query.convertible().isEmpty()
                ? Conversions.askedIn(query.words())
                        .map(product ->
                                query.withWords("").withConvertible(product).onPage(query.page()))
                        .orElse(query)
                : query;
    }

    public SearchResult search(Actor viewer, SearchQuery typed, Instant now) {
        SearchQuery query = understood(typed);
        List<WordGroup> groups = groups(query.words());
        if (circuit.lets(now)) {
            try {
                SearchResult result = byIndex(viewer, query, groups, now);
                circuit.succeeded();
                return result;
            } catch (IndexAway away) {
                circuit.failed(now);
                LOG.warnf("PostgreSQL answers searches for now: %s", away.getMessage());
            }
        }
        return byDatabase(viewer, query, groups, now);
    }

    /** What of a search lies in a box of the map, as clusters, with the best of it. */
    public MapResult map(Actor viewer, SearchQuery typed, MapBox box, Instant now) {
        SearchQuery query = understood(typed);
        List<WordGroup> groups = groups(query.words());
        if (circuit.lets(now)) {
            try {
                MapAnswer answer = index.map(asked(viewer, query, groups, now), box, MAP_CELLS, PAGE);
                circuit.succeeded();
                Map<ListingId, ListingCard> cards = cards(viewer, answer.inside(), now);
                return new MapResult(true, answer.total(), answer.clusters(), List.copyOf(cards.values()));
            } catch (IndexAway away) {
                circuit.failed(now);
                LOG.warnf("PostgreSQL answers searches for now: %s", away.getMessage());
            }
        }
        List<MapAnswer.Cluster> clusters = new DatabaseSearch(
                        catalogue, viewer, query, groups, groups(query.convertible()), now)
                .clusters(box, MAP_CELLS);
        return new MapResult(
                false, clusters.stream().mapToLong(MapAnswer.Cluster::listings).sum(), clusters, List.of());
    }

    /**
     * What others list that is like this: of its kind, by what it is called, makes and does. Words are those the viewer may read, so a masked
     * listing's likeness tells no more than its page.
     */
    public List<ListingCard> similar(Actor viewer, ListingView listing, int most, Instant now) {
        SearchQuery like = SearchQuery.everything().withWords(inShort(listing)).withKind(Optional.of(listing.kind()));
        return cards(
                        viewer,
                        ids(viewer, List.of(new Sought(like, PAGE, GLIMPSE)), now)
                                .get(0),
                        now)
                .values()
                .stream()
                .filter(card -> !card.id().equals(listing.id()))
                .filter(card -> listing.organisation() == null
                        || !listing.organisation().equals(card.organisation()))
                .limit(most)
                .toList();
    }

    /**
     * Of each so many hits, best first, those of unknown availability behind the others; nobody counts choices here, or asks why. Many at once
     * take less time than one after the other.
     */
    public List<List<ListingId>> ids(Actor viewer, List<Sought> sought, Instant now) {
        if (circuit.lets(now)) {
            try {
                Asking by = asking(viewer, now);
                List<List<ListingId>> found =
                        index.ids(sought.stream().map(each -> asked(by, each)).toList());
                circuit.succeeded();
                return found;
            } catch (IndexAway away) {
                circuit.failed(now);
                LOG.warnf("PostgreSQL answers searches for now: %s", away.getMessage());
            }
        }
        return sought.stream()
                .map(each -> {
                    SearchQuery query = understood(each.query());
                    return new DatabaseSearch(
                                    catalogue, viewer, query, groups(query.words()), groups(query.convertible()), now)
                            .ids(each.known(), each.unknown());
                })
                .toList();
    }

    private IndexQuery asked(Asking by, Sought sought) {
        SearchQuery query = understood(sought.query());
        return asked(by, query, groups(query.words()), sought.fitness(), 0, sought.known(), 0, sought.unknown(), false);
    }

    /** Products say most; where there are none, the title does. */
    private static String inShort(ListingView listing) {
        String products = String.join(" ", listing.products());
        String words = products.isBlank() ? listing.title() : products;
        return words.length() <= LIKENESS ? words : words.substring(0, LIKENESS);
    }

    /** Whether the last search that tried the index got its answer. */
    boolean isIndexAnswering() {
        return !circuit.isOpen();
    }

    /** What the index is asked for one page. */
    IndexQuery asked(Actor viewer, SearchQuery query, Instant now) {
        return asked(viewer, query, groups(query.words()), now);
    }

    private IndexQuery asked(Actor viewer, SearchQuery query, List<WordGroup> groups, Instant now) {
        Asking by = asking(viewer, now);
        int from = (query.page() - 1) * PAGE;
        return query.unknownOnly()
                ? asked(by, query, groups, Fitness.any(), 0, 0, from, PAGE, true)
                : asked(by, query, groups, Fitness.any(), from, PAGE, 0, query.page() == 1 ? GLIMPSE : 0, true);
    }

    /** Who asks and when: the same for all that is asked at once. */
    private record Asking(Viewpoint viewpoint, Instant minute, Instant foundSince) {}

    private Asking asking(Actor viewer, Instant now) {
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        return new Asking(Viewpoint.of(viewer, blocking.hiding(viewer)), minute, silence.foundSince(minute));
    }

    private IndexQuery asked(
            Asking by,
            SearchQuery query,
            List<WordGroup> groups,
            Fitness fitness,
            int knownFrom,
            int known,
            int unknownFrom,
            int unknown,
            boolean facets) {
        return new IndexQuery(
                query,
                groups,
                groups(query.convertible()),
                by.viewpoint(),
                by.minute(),
                by.foundSince(),
                fitness,
                knownFrom,
                known,
                unknownFrom,
                unknown,
                facets);
    }

    private SearchResult byIndex(Actor viewer, SearchQuery query, List<WordGroup> groups, Instant now) {
        IndexQuery asked = asked(viewer, query, groups, now);
        IndexAnswer answer = index.search(asked);
        Map<ListingId, ListingCard> cards = cards(
                viewer,
                Stream.concat(answer.known().found().stream(), answer.unknown().found().stream())
                        .map(IndexAnswer.Found::id)
                        .toList(),
                now);
        return new SearchResult(
                true,
                part(answer.known(), cards, query),
                part(answer.unknown(), cards, query),
                answer.facets(),
                groups,
                isEmpty(answer, query) ? relaxations(asked) : List.of());
    }

    private static boolean isEmpty(IndexAnswer answer, SearchQuery query) {
        return answer.unknown().total() == 0
                && (query.unknownOnly() || answer.known().total() == 0);
    }

    private List<SearchResult.Relaxation> relaxations(IndexQuery asked) {
        SearchQuery query = asked.query();
        List<Filter> filters = List.copyOf(query.filters());
        if (filters.isEmpty()) {
            return List.of();
        }
        List<Long> counts = index.counts(
                filters.stream().map(filter -> without(asked, filter)).toList());
        List<SearchResult.Relaxation> relaxations = new ArrayList<>();
        for (int i = 0; i < filters.size(); i++) {
            if (counts.get(i) > 0) {
                relaxations.add(new SearchResult.Relaxation(filters.get(i), counts.get(i)));
            }
        }
        return relaxations;
    }

    private IndexQuery without(IndexQuery asked, Filter filter) {
        SearchQuery query = asked.query().without(filter);
        return new IndexQuery(
                query,
                query.words().equals(asked.query().words()) ? asked.groups() : groups(query.words()),
                filter == Filter.CONVERTIBLE ? List.of() : asked.convertible(),
                asked.viewpoint(),
                asked.now(),
                asked.foundSince(),
                asked.fitness(),
                0,
                0,
                0,
                0,
                false);
    }

    private SearchResult byDatabase(Actor viewer, SearchQuery query, List<WordGroup> groups, Instant now) {
        return new DatabaseSearch(catalogue, viewer, query, groups, groups(query.convertible()), now)
                .result(ids -> cards(viewer, ids, now));
    }

    private Map<ListingId, ListingCard> cards(Actor viewer, List<ListingId> ids, Instant now) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return catalogue.cards(viewer, ids, now).stream()
                .collect(Collectors.toMap(
                        ListingCard::id, Function.identity(), (first, second) -> first, LinkedHashMap::new));
    }

    /** Hits whose listing has just gone are left out: the index learns it in a moment. */
    private static SearchResult.Part part(IndexAnswer.Part part, Map<ListingId, ListingCard> cards, SearchQuery query) {
        List<SearchResult.Hit> hits = new ArrayList<>();
        for (IndexAnswer.Found found : part.found()) {
            ListingCard card = cards.get(found.id());
            if (card != null) {
                hits.add(new SearchResult.Hit(card, kilometres(query, card.point()), found.why()));
            }
        }
        return new SearchResult.Part(part.total(), hits);
    }

    static Optional<Long> kilometres(SearchQuery query, Point point) {
        return query.near().map(near -> Math.round(near.place().point().kilometresTo(point)));
    }

    /** Every term that the words mention, once; those they only seem to mean come last. */
    private List<WordGroup> groups(String words) {
        if (words.isEmpty()) {
            return List.of();
        }
        Terms terms = glossary.terms();
        Map<String, WordGroup> groups = new LinkedHashMap<>();
        for (Mention mention : terms.mentions(words)) {
            groups.putIfAbsent(
                    mention.term().key(),
                    new WordGroup(mention.written(), mention.term(), terms.allLabels(mention.term()), false));
        }
        for (Mention mention : slips(terms).in(words, terms.mentions(words))) {
            groups.putIfAbsent(
                    mention.term().key(),
                    new WordGroup(mention.written(), mention.term(), terms.allLabels(mention.term()), true));
        }
        return List.copyOf(groups.values());
    }

    /** Sorting all labels takes longer than a search, and the glossary changes once in a while. */
    private Slips slips(Terms terms) {
        Slips known = slips;
        if (known == null || known.revision() != terms.revision()) {
            known = new Slips(terms);
            slips = known;
        }
        return known;
    }
}
