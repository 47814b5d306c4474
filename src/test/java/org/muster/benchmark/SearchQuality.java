package org.muster.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.Test;
import org.muster.catalogue.Availability;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.Freshness;
import org.muster.catalogue.ListingCard;
import org.muster.demo.DemoSeeder;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.outbox.OutboxWorker;
import org.muster.reference.Glossary;
import org.muster.reference.Term;
import org.muster.search.Search;
import org.muster.search.SearchQuery;
import org.muster.search.SearchResult;
import org.muster.shared.ListingId;
import org.muster.shared.PersonId;

/**
 * How good the order of the hits is: the search set of the project over the demonstration's listings, as nDCG@10. Not part of {@code verify}.
 *
 * <p>A page shows listings of known availability and those of unknown availability apart, so both lists are judged, each against the best
 * order of the judged listings that belong into it, and weigh as much as there is to be found in them. The second and third figure say what
 * remains when half of the glossary's terms, or all, are held out: the judge of the set knows the market, and so does who wrote the glossary.
 */
@QuarkusTest
class SearchQuality {

    private static final int DEPTH = 10;
    private static final double TARGET = 0.85;
    private static final int SHOWN_MISSES = 12;

    @Inject
    DemoSeeder seeder;

    @Inject
    OutboxWorker outbox;

    @Inject
    RestClient elasticsearch;

    @Inject
    DataSource database;

    @Inject
    Catalogue catalogue;

    @Inject
    Search search;

    @Inject
    Glossary glossary;

    @Inject
    Clock clock;

    private record Judged(String kind, String words, Map<ListingId, Integer> grades) {}

    private final Actor coordinator =
            new Actor(Optional.of(PersonId.create()), "协调员", Set.of(Role.COORDINATOR), Optional.empty(), false);

    private final Map<ListingId, Boolean> known = new HashMap<>();

    @Test
    void the_order_of_hits_is_as_good_as_it_should_be() throws Exception {
        seeder.seed();
        outbox.drain();
        elasticsearch.performRequest(new Request("POST", "/listings*/_refresh"));
        List<Judged> set = read();
        assertThat(set).hasSizeGreaterThanOrEqualTo(120);
        seeAvailability(set);

        Map<String, Map<Judged, Double>> runs = new LinkedHashMap<>();
        runs.put("whole glossary", measured(set));
        holdOut(2);
        runs.put("half of the glossary held out", measured(set));
        holdOut(1);
        runs.put("no glossary", measured(set));

        String report = report(runs);
        System.out.println(report);
        Report.write("measured quality", report);
        assertThat(mean(runs.get("whole glossary").values().stream().toList()))
                .as("nDCG@10 with the whole glossary")
                .isGreaterThanOrEqualTo(TARGET);
    }

    private List<Judged> read() throws SQLException, IOException {
        Map<String, ListingId> byKey = listingsByKey();
        List<Judged> set = new ArrayList<>();
        for (String line : lines("/search/quality.tsv")) {
            if (line.startsWith("#") || line.startsWith("kind\t") || line.isBlank()) {
                continue;
            }
            String[] cells = line.split("\t");
            Map<ListingId, Integer> grades = new HashMap<>();
            for (String judgement : cells[2].split(" ")) {
                int equals = judgement.indexOf('=');
                ListingId listing = byKey.get(judgement.substring(0, equals));
                assertThat(listing).as(cells[1] + ": " + judgement).isNotNull();
                grades.put(listing, Integer.valueOf(judgement.substring(equals + 1)));
            }
            set.add(new Judged(cells[0], cells[1], grades));
        }
        return set;
    }

    /** The demonstration's tables name listings by keys, the database by titles; a title is one listing's there. */
    private Map<String, ListingId> listingsByKey() throws SQLException, IOException {
        Map<String, ListingId> byTitle = new HashMap<>();
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select id, title from listing where state = 'PUBLISHED'")) {
            while (rows.next()) {
                byTitle.put(rows.getString(2), new ListingId(rows.getObject(1, UUID.class)));
            }
        }
        Map<String, ListingId> byKey = new HashMap<>();
        for (String table : List.of(
                "chemicals",
                "electronics-medical",
                "home-food",
                "machines",
                "on-behalf",
                "paper",
                "protection",
                "services",
                "textiles",
                "vehicles-metals")) {
            try (var csv = de.siegmar.fastcsv.reader.CsvReader.builder()
                    .ofNamedCsvRecord(reader("/demo/listings-" + table + ".csv"))) {
                csv.forEach(row -> Optional.ofNullable(byTitle.get(row.getField("title")))
                        .ifPresent(id -> byKey.put(row.getField("key"), id)));
            }
        }
        return byKey;
    }

    /** Which list of the page each judged listing belongs into. */
    private void seeAvailability(List<Judged> set) {
        List<ListingId> all = set.stream()
                .flatMap(judged -> judged.grades().keySet().stream())
                .distinct()
                .toList();
        for (ListingCard card : catalogue.cards(coordinator, all, clock.instant())) {
            known.put(card.id(), card.availability() != Availability.UNKNOWN);
        }
        assertThat(known).hasSize(all.size());
    }

    private Map<Judged, Double> measured(List<Judged> set) {
        Map<Judged, Double> results = new LinkedHashMap<>();
        Instant now = clock.instant();
        for (Judged judged : set) {
            SearchQuery query =
                    SearchQuery.everything().withWords(judged.words()).withFreshness(Optional.of(Freshness.SILENT));
            SearchResult result = search.search(coordinator, query, now);
            assertThat(result.fromIndex()).isTrue();
            SearchResult unknown = search.search(coordinator, query.amongUnknown(true), now);
            results.put(judged, ndcg(judged, result.known(), unknown.unknown()));
        }
        return results;
    }

    private double ndcg(Judged judged, SearchResult.Part hitsKnown, SearchResult.Part hitsUnknown) {
        double best = 0;
        double reached = 0;
        for (boolean part : List.of(true, false)) {
            List<Integer> ideal = judged.grades().entrySet().stream()
                    .filter(entry -> Objects.equals(known.get(entry.getKey()), part))
                    .map(Map.Entry::getValue)
                    .sorted(Comparator.reverseOrder())
                    .toList();
            List<Integer> found = (part ? hitsKnown : hitsUnknown)
                    .hits().stream()
                            .map(hit -> judged.grades().getOrDefault(hit.card().id(), 0))
                            .toList();
            best += gain(ideal);
            reached += gain(found);
        }
        return reached / best;
    }

    private static double gain(List<Integer> grades) {
        double gain = 0;
        for (int rank = 0; rank < Math.min(DEPTH, grades.size()); rank++) {
            gain += (Math.pow(2, grades.get(rank)) - 1) / (Math.log(rank + 2) / Math.log(2));
        }
        return gain;
    }

    /** Every nth of the terms that are left, in the order of their keys, so that two runs hold out the same. */
    private void holdOut(int every) {
        Actor operator =
                new Actor(Optional.of(PersonId.create()), "运营", Set.of(Role.OPERATOR), Optional.empty(), false);
        List<Term> terms = glossary.terms().all().stream()
                .sorted(Comparator.comparing(Term::key))
                .toList();
        List<Term> chosen = new ArrayList<>();
        for (int i = 0; i < terms.size(); i += every) {
            chosen.add(terms.get(i));
        }
        for (Term term : chosen) {
            // What stood below a term that was removed was changed by that, so its version is another by now.
            Term present = glossary.terms().byKey(term.key()).orElseThrow();
            assertThat(glossary.remove(operator, present.key(), present.version(), "搜索质量评测时留出")
                            .reasons())
                    .as(term.key())
                    .isEmpty();
        }
        assertThat(glossary.terms().all())
                .as("what is held out is not there")
                .hasSize(terms.size() - chosen.size())
                .noneMatch(term -> chosen.stream().anyMatch(held -> held.key().equals(term.key())));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private static String report(Map<String, Map<Judged, Double>> runs) {
        Map<Judged, Double> first = runs.values().iterator().next();
        Map<String, List<Judged>> byKind = new TreeMap<>();
        first.keySet()
                .forEach(judged -> byKind.computeIfAbsent(judged.kind(), kind -> new ArrayList<>())
                        .add(judged));
        StringBuilder text = new StringBuilder();
        text.append("Measured on ")
                .append(LocalDate.now(ZoneId.of("Asia/Shanghai")))
                .append(": ")
                .append(first.size())
                .append(" queries, nDCG@10.\n\n| queries | n |");
        runs.keySet().forEach(run -> text.append(' ').append(run).append(" |"));
        text.append("\n|---|---|").append("---|".repeat(runs.size())).append('\n');
        row(text, "all", List.copyOf(first.keySet()), runs);
        byKind.forEach((kind, queries) -> row(text, kind, queries, runs));
        text.append("\nWorst with the whole glossary: ");
        text.append(String.join(
                ", ",
                first.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue())
                        .limit(SHOWN_MISSES)
                        .map(entry -> entry.getKey().words() + " " + two(entry.getValue()))
                        .toList()));
        return text.append(".\n").toString();
    }

    private static void row(
            StringBuilder text, String name, List<Judged> queries, Map<String, Map<Judged, Double>> runs) {
        text.append("| ").append(name).append(" | ").append(queries.size()).append(" |");
        runs.values()
                .forEach(run -> text.append(' ')
                        .append(two(mean(queries.stream().map(run::get).toList())))
                        .append(" |"));
        text.append('\n');
    }

    private static String two(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    private static List<String> lines(String path) throws IOException {
        try (var in = Objects.requireNonNull(SearchQuality.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static Reader reader(String path) {
        return new InputStreamReader(
                Objects.requireNonNull(SearchQuality.class.getResourceAsStream(path), path), StandardCharsets.UTF_8);
    }
}
