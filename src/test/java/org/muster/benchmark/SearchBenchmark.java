package org.muster.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.SupplyMode;
import org.muster.organisation.VerificationLevel;
import org.muster.reference.Glossary;
import org.muster.reference.Places;
import org.muster.reference.Term;
import org.muster.search.Asked;
import org.muster.search.FreeDates;
import org.muster.search.Near;
import org.muster.search.SearchQuery;
import org.muster.search.Sort;
import org.muster.search.elasticsearch.RawSearch;
import org.muster.shared.Quantity;
import org.muster.testing.SignIn;

/**
 * Fills the database, then asks the same things of the page over HTTP and of Elasticsearch alone, in turns, so that both meet the same load.
 * Not part of {@code verify}: its name ends in no word that the test run looks for.
 */
@QuarkusTest
class SearchBenchmark {

    private static final int LISTINGS = Integer.getInteger("benchmark.listings", 100_000);
    private static final int RUNS = Integer.getInteger("benchmark.runs", 120);
    private static final int WARM_UP = Integer.getInteger("benchmark.warm-up", 60);

    /** The compiler takes a few minutes; what it still takes when it is called quiet is this part of one processor. */
    private static final double QUIET = 0.03;

    private static final int MOST_ROUNDS_TO_WARM_UP = 120;
    private static final int PAGES_A_ROUND = 20;

    private static final double MOST_ADDED_MS = 25;
    private static final double MOST_LISTING_PAGE_MS = 25;
    private static final double MOST_PROCESSOR_RATIO = 1.4;
    private static final long MOST_HEAP_MB = 512;

    @Inject
    GeneratedSupply supply;

    @Inject
    Asked asked;

    @Inject
    RawSearch raw;

    @Inject
    Glossary glossary;

    @Inject
    Places places;

    @Inject
    Clock clock;

    private final HttpClient browser = HttpClient.newHttpClient();

    /** One way to search; the address is written by hand, so that it is what people type. */
    private record Way(String name, Function<String, SearchQuery> query, Function<String, String> address) {}

    @Test
    void pages_with_many_listings() throws Exception {
        GeneratedSupply.Indexed indexed = supply.indexed(LISTINGS);

        Map<String, Measured> rows = new LinkedHashMap<>();
        List<String> words = words();
        int pages = warmUp(words);
        for (Way way : ways()) {
            rows.put(way.name(), measure(way, words));
        }
        Times listingPage = listingPages();
        long heap = heapAfterCollection();
        String report = report(indexed.listings(), indexed.seconds(), pages, rows, listingPage, heap);
        System.out.println(report);
        Report.write("measured", report);

        rows.forEach((name, measured) ->
                assertThat(measured.added()).as("added by the page: %s", name).isLessThanOrEqualTo(MOST_ADDED_MS));
        rows.forEach((name, measured) -> assertThat(measured.processorRatio())
                .as("processor time of the page against the raw query: %s", name)
                .isLessThanOrEqualTo(MOST_PROCESSOR_RATIO));
        assertThat(listingPage.median()).as("listing page").isLessThanOrEqualTo(MOST_LISTING_PAGE_MS);
        assertThat(heap).as("heap").isLessThanOrEqualTo(MOST_HEAP_MB);
    }

    /** Asks in all ways in turns until the compiler has seen them all and is quiet. Returns how many pages that took. */
    private int warmUp(List<String> words) throws Exception {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        List<Way> ways = ways();
        int pages = 0;
        for (int round = 0; round < MOST_ROUNDS_TO_WARM_UP; round++) {
            long begun = System.nanoTime();
            long compiled = compiler.getTotalCompilationTime();
            for (int run = 0; run < PAGES_A_ROUND; run++) {
                for (Way way : ways) {
                    String word = encoded(words.get(pages * 11 % words.size()));
                    page(way.address().apply(word));
                    if (run % 4 == 0) {
                        raw.ask(raw.json(asked.asVisitor(way.query().apply(word), clock.instant())));
                    }
                    pages++;
                }
            }
            double share = (compiler.getTotalCompilationTime() - compiled) * 1e6 / (System.nanoTime() - begun);
            System.out.printf(
                    Locale.ROOT, "%d pages to warm up: the compiler takes %.3f of a processor%n", pages, share);
            if (share < QUIET) {
                break;
            }
        }
        return pages;
    }

    private List<Way> ways() {
        ZoneId china = ZoneId.of("Asia/Shanghai");
        LocalDate first = clock.instant().atZone(china).toLocalDate().plusDays(20);
        var wuhan = places.byCode("420100").orElseThrow();
        return List.of(
                new Way("words", word -> base(word), word -> "/search?q=" + word),
                new Way("no words", word -> SearchQuery.everything(), word -> "/search"),
                new Way(
                        "words, kind, supply mode",
                        word -> base(word)
                                .withKind(Optional.of(ListingKind.PRODUCTION_LINE))
                                .withSupplyModes(Set.of(SupplyMode.PROCESSING)),
                        word -> "/search?q=" + word + "&kind=production-line&mode=processing"),
                new Way(
                        "words within 800 km, by distance",
                        word -> base(word)
                                .withNear(Optional.of(new Near("武汉", wuhan, Optional.of(800))))
                                .sorted(Sort.DISTANCE),
                        word -> "/search?q=" + word + "&near=" + encoded("武汉") + "&km=800&sort=distance"),
                new Way(
                        "words, free between dates, by earliest",
                        word -> base(word)
                                .withDates(Optional.of(new FreeDates(first, first.plusDays(4), china)))
                                .sorted(Sort.EARLIEST),
                        word -> "/search?q=" + word + "&from=" + first + "&to=" + first.plusDays(4) + "&sort=earliest"),
                new Way(
                        "words, quantity, level, region",
                        word -> base(word)
                                .withRegions(Set.of("370000", "440000"))
                                .withQuantity(Optional.of(Quantity.of("1000", "piece")))
                                .withLevel(Optional.of(VerificationLevel.DOCUMENTS_CHECKED)),
                        word -> "/search?q=" + word
                                + "&region=370000&region=440000&qty=1000&unit=piece&level=documents-checked"));
    }

    /** The asker's own words, in turns of the two languages. */
    private List<String> words() {
        List<String> words = new ArrayList<>();
        for (Term term : glossary.terms().all()) {
            words.add(words.size() % 2 == 0 ? term.zh() : term.en());
        }
        return words;
    }

    private static SearchQuery base(String word) {
        return SearchQuery.everything()
                .withWords(URI.create("?" + word).getQuery().replace('+', ' '));
    }

    /** @param rawProcessor milliseconds of processor time an answer, on average, as {@code pageProcessor} */
    private record Measured(Times raw, Times page, double rawProcessor, double pageProcessor) {

        double added() {
            return page.median() - raw.median();
        }

        double processorRatio() {
            return pageProcessor / rawProcessor;
        }
    }

    private Measured measure(Way way, List<String> words) throws Exception {
        long[] rawTimes = new long[RUNS];
        long[] pageTimes = new long[RUNS];
        ProcessorTime processors = new ProcessorTime();
        long rawProcessor = 0;
        long pageProcessor = 0;
        for (int run = -WARM_UP; run < RUNS; run++) {
            String word = encoded(words.get(Math.floorMod(run * 7, words.size())));
            // Each run asks for something new, so that no cache answers in the place of the search.
            String json = raw.json(asked.asVisitor(way.query().apply(word), clock.instant()));
            long rawTime;
            long pageTime;
            long begun = processors.spent();
            long between;
            if (run % 2 == 0) {
                rawTime = timed(() -> raw.ask(json));
                between = processors.spent();
                pageTime = timed(() -> page(way.address().apply(word)));
            } else {
                pageTime = timed(() -> page(way.address().apply(word)));
                between = processors.spent();
                rawTime = timed(() -> raw.ask(json));
            }
            long ended = processors.spent();
            if (run >= 0) {
                rawTimes[run] = rawTime;
                pageTimes[run] = pageTime;
                rawProcessor += run % 2 == 0 ? between - begun : ended - between;
                pageProcessor += run % 2 == 0 ? ended - between : between - begun;
            }
        }
        return new Measured(
                Times.of(rawTimes), Times.of(pageTimes), rawProcessor / 1e6 / RUNS, pageProcessor / 1e6 / RUNS);
    }

    private Times listingPages() throws Exception {
        List<String> ids = new ArrayList<>();
        for (int i = 1; i <= WARM_UP + RUNS; i++) {
            ids.add(idOf(i * 37 % LISTINGS + 1));
        }
        long[] times = new long[RUNS];
        int measured = 0;
        for (int i = 0; i < ids.size() && measured < RUNS; i++) {
            String address = "/listings/" + ids.get(i);
            long time = timed(() -> page(address));
            if (i >= WARM_UP) {
                times[measured++] = time;
            }
        }
        return Times.of(times);
    }

    /** As the generator made it. */
    private static String idOf(int row) throws Exception {
        byte[] hash = MessageDigest.getInstance("MD5").digest(("l" + row).getBytes(StandardCharsets.UTF_8));
        String hex = HexFormat.of().formatHex(hash);
        return UUID.fromString(hex.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"))
                .toString();
    }

    private int page(String address) throws IOException, InterruptedException {
        var answer = browser.send(
                HttpRequest.newBuilder(URI.create(SignIn.applicationUrl() + address))
                        .header("Accept-Language", "zh-CN")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        // What is not for visitors is not found; that page costs what any costs.
        if (answer.statusCode() != 200 && answer.statusCode() != 404) {
            throw new AssertionError(address + " answered " + answer.statusCode());
        }
        return answer.body().length;
    }

    private interface Work {
        int run() throws Exception;
    }

    private static long timed(Work work) throws Exception {
        long begun = System.nanoTime();
        work.run();
        return System.nanoTime() - begun;
    }

    private static long heapAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / (1024 * 1024);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String report(
            long indexed,
            double rebuildSeconds,
            int pagesToWarmUp,
            Map<String, Measured> rows,
            Times listingPage,
            long heap) {
        StringBuilder report = new StringBuilder();
        report.append(String.format(
                Locale.ROOT,
                "Measured on %s: %,d listings published, %d runs a row after %d to warm up and %,d pages before all rows, %d"
                        + " processors (shared, load average %.1f), Java %s, heap limit %d MB.%n%n",
                clock.instant().atZone(ZoneId.of("UTC")).toLocalDate(),
                LISTINGS,
                RUNS,
                WARM_UP,
                pagesToWarmUp,
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.version().feature(),
                Runtime.getRuntime().maxMemory() / (1024 * 1024)));
        report.append(
                "| search | Elasticsearch alone, ms (min / median / p95) | whole page, ms (min / median / p95) | added, ms (median / p95) | processor time, ms (alone / page) | ratio |\n");
        report.append("|---|---|---|---|---|---|\n");
        rows.forEach((name, measured) -> report.append("| ")
                .append(name)
                .append(" | ")
                .append(three(measured.raw()))
                .append(" | ")
                .append(three(measured.page()))
                .append(" | ")
                .append(Times.ms(measured.added()))
                .append(" / ")
                .append(Times.ms(measured.page().p95() - measured.raw().p95()))
                .append(" | ")
                .append(Times.ms(measured.rawProcessor()))
                .append(" / ")
                .append(Times.ms(measured.pageProcessor()))
                .append(" | ")
                .append(String.format(Locale.ROOT, "%.2f", measured.processorRatio()))
                .append(" |\n"));
        report.append("\nListing page: ").append(three(listingPage)).append(" ms (min / median / p95).\n");
        report.append("Heap in use after a full collection, tests and their libraries included: ")
                .append(heap)
                .append(" MB.\n");
        report.append(String.format(
                Locale.ROOT,
                "Rebuild of the index from PostgreSQL: %,d listings in %.0f s (%,.0f a second).%n",
                indexed,
                rebuildSeconds,
                indexed / rebuildSeconds));
        return report.toString();
    }

    private static String three(Times times) {
        return Times.ms(times.least()) + " / " + Times.ms(times.median()) + " / " + Times.ms(times.p95());
    }

    /** Between the two marks of the file; what people wrote around them stays. */
}
