package org.muster.search.elasticsearch;

import static org.muster.search.elasticsearch.Json.object;
import static org.muster.search.elasticsearch.Json.with;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.muster.search.IndexQuery;
import org.muster.search.Reason;
import org.muster.search.WordGroup;
import org.muster.search.Words;

/**
 * How words are matched, after what was measured best for Chinese and English without any language module on the server: pairs of neighbouring
 * tokens (a two-character Chinese word is one), phrases with one word of play, single tokens at a fifth, Latin words for themselves and with a
 * slip of the pen, and above all the glossary, whose terms stand for each other in both languages.
 *
 * <p>All of that ranks. To be found at all a listing must meet a group of the glossary, or enough of the words: half of the pairs or Latin
 * words, all of them when the glossary knows everything that was written. Single Chinese characters only rank; they stand in nearly every
 * text, and counts that include them say nothing.
 */
final class WordClauses {

    /** Names of clauses, by which a hit says which of them it met. */
    static final String IN_FIELD = "w:";

    static final String IN_GROUP = "g:";
    static final String NEARLY = "f:";

    /** A field, where it stands in a listing, and its weight: what a thing is called and what is made count most. */
    private record Field(String name, Reason.Place place, double weight) {}

    private static final List<Field> FIELDS = List.of(
            new Field("title", Reason.Place.TITLE, 2.0),
            new Field("products", Reason.Place.PRODUCTS, 2.0),
            new Field("operations", Reason.Place.OPERATIONS, 1.0),
            new Field("specification", Reason.Place.SPECIFICATION, 0.8),
            new Field("convertible", Reason.Place.CONVERTIBLE, 0.7),
            new Field("organisation_names", Reason.Place.ORGANISATION, 1.0),
            new Field("location", Reason.Place.LOCATION, 0.8),
            new Field("description", Reason.Place.DESCRIPTION, 0.5));

    private static final double SINGLE_TOKENS = 0.2;
    private static final double NEAR_MISS = 0.3;
    private static final double GLOSSARY = 0.8;
    /** What a listing makes against what it could make or mentions. */
    private static final double MAKES = 2.0;

    private static final double COULD = 0.6;
    /** Enough for every group of the glossary with its narrower ones, and a bound on what one query costs. */
    private static final int MOST_LABELS = 80;

    private static final int MOST_NEAR_MISSES = 4;
    /** A model number is never a slip of another one: N95 is not KN95. */
    private static final Pattern PLAIN_WORD = Pattern.compile("\\p{L}{4,}");

    private final String words;
    private final List<WordGroup> groups;
    private final List<String> tokens;
    private final String latin;
    private final boolean covered;
    /** Hits say which clauses they met; saying so costs more than finding them. */
    private final boolean named;

    WordClauses(IndexQuery asked) {
        this.named = asked.facets();
        this.words = Words.normalised(asked.query().words());
        this.groups = asked.groups();
        this.tokens = Words.tokens(words);
        this.latin = String.join(" ", Words.latin(words));
        List<WordGroup> said = groups.stream().filter(group -> !group.guessed()).toList();
        this.covered = !said.isEmpty() && Words.tokens(rest(words, said)).isEmpty();
    }

    boolean isEmpty() {
        return tokens.isEmpty();
    }

    /** One of these must be met. */
    Map<String, Object> required() {
        List<Object> any = new ArrayList<>();
        for (Field field : FIELDS) {
            any.add(inField(field));
        }
        if (!covered) {
            any.addAll(nearly());
        }
        for (int i = 0; i < groups.size(); i++) {
            any.add(group(i));
        }
        return Clauses.anyOf(any);
    }

    /** These only rank. */
    List<Object> ranking() {
        List<Object> clauses = new ArrayList<>();
        for (Field field : FIELDS) {
            clauses.add(match(field.name(), words, field.weight() * SINGLE_TOKENS, "0"));
        }
        return clauses;
    }

    /** Which words to point out in each field. */
    Map<String, Object> highlighted() {
        Map<String, Object> fields = new java.util.LinkedHashMap<>();
        for (Field field : FIELDS) {
            List<Object> any = new ArrayList<>();
            if (tokens.size() > 1) {
                fields.put(field.name() + ".bi", object("highlight_query", match(field.name() + ".bi", words, 1, "0")));
            } else {
                any.add(match(field.name(), words, 1, "0"));
            }
            if (!latin.isEmpty() && tokens.size() > 1) {
                any.add(match(field.name(), latin, 1, "0"));
            }
            if (!any.isEmpty()) {
                fields.put(field.name(), object("highlight_query", Clauses.anyOf(any)));
            }
        }
        return object("number_of_fragments", 1, "fragment_size", 60, "fields", fields);
    }

    static Optional<Reason.Place> placeOf(String field) {
        String name = field.endsWith(".bi") ? field.substring(0, field.length() - 3) : field;
        return FIELDS.stream()
                .filter(each -> each.name().equals(name))
                .map(Field::place)
                .findFirst();
    }

    private Map<String, Object> inField(Field field) {
        List<Object> any = new ArrayList<>();
        String enough = covered ? "100%" : "1<50%";
        if (tokens.size() > 1) {
            any.add(match(field.name() + ".bi", words, field.weight(), enough));
            any.add(object(
                    "match_phrase", object(field.name(), object("query", words, "slop", 1, "boost", field.weight()))));
            if (!latin.isEmpty()) {
                any.add(match(field.name(), latin, field.weight(), covered ? "100%" : "1<50%"));
            }
        } else {
            any.add(match(field.name(), words, field.weight(), "1"));
        }
        Map<String, Object> met = Clauses.anyOf(any);
        return named ? Clauses.named(IN_FIELD + field.place(), met) : met;
    }

    private List<Object> nearly() {
        return Words.latin(words).stream()
                .filter(word -> PLAIN_WORD.matcher(word).matches())
                .distinct()
                .limit(MOST_NEAR_MISSES)
                .map(this::nearly)
                .map(Object.class::cast)
                .toList();
    }

    private Map<String, Object> nearly(String word) {
        Map<String, Object> match = object(
                "query",
                word,
                "fields",
                List.of("title", "products", "operations", "organisation_names"),
                "fuzziness",
                "AUTO:4,8",
                "prefix_length",
                1);
        with(match, "max_expansions", 20);
        with(match, "boost", NEAR_MISS);
        if (named) {
            with(match, "_name", NEARLY + word);
        }
        return object("multi_match", match);
    }

    private Map<String, Object> group(int index) {
        List<String> labels = groups.get(index).labels();
        List<Object> queries = new ArrayList<>();
        for (int label = 0; label < Math.min(labels.size(), MOST_LABELS); label++) {
            String text = Words.normalised(labels.get(label));
            List<Object> any = List.of(phrase("makes", text, MAKES), phrase("could", text, COULD));
            Map<String, Object> either = object("queries", any);
            if (named) {
                with(either, "_name", IN_GROUP + index + ":" + label);
            }
            queries.add(object("dis_max", either));
        }
        return object("dis_max", object("queries", queries, "boost", GLOSSARY));
    }

    /** What a line can be changed over to must be this: a term of the glossary, or all of the words. */
    static Map<String, Object> convertible(String wanted, List<WordGroup> groups) {
        String text = Words.normalised(wanted);
        List<Object> any = new ArrayList<>();
        any.add(match(Words.tokens(text).size() > 1 ? "convertible.bi" : "convertible", text, 1, "100%"));
        for (WordGroup group : groups) {
            group.labels().stream()
                    .limit(MOST_LABELS)
                    .map(label -> phrase("convertible", Words.normalised(label), 1))
                    .forEach(any::add);
        }
        return Clauses.anyOf(any);
    }

    /**
     * A label of several tokens is looked up as pairs, which are rare; a single token has no pair. Only where {@code search/listings.json} leaves the pairs of a
     * field their positions can they be asked for in a row: not where its {@code index_options} are {@code freqs}.
     */
    private static Map<String, Object> phrase(String field, String text, double weight) {
        return switch (Words.tokens(text).size()) {
            case 0, 1 -> match(field, text, weight, "1");
            case 2 -> match(field + ".bi", text, weight, "1");
            default -> object("match_phrase", object(field + ".bi", object("query", text, "boost", weight)));
        };
    }

    private static Map<String, Object> match(String field, String text, double weight, String enough) {
        return object("match", object(field, object("query", text, "boost", weight, "minimum_should_match", enough)));
    }

    /** What is left of the words when everything that the glossary knows is taken out. */
    private static String rest(String words, List<WordGroup> groups) {
        String rest = words.toLowerCase(Locale.ROOT);
        for (WordGroup group : groups) {
            rest = rest.replace(Words.normalised(group.written()).toLowerCase(Locale.ROOT), " ");
        }
        return rest;
    }
}
