package org.muster.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.muster.identity.Actor;
import org.muster.identity.People;
import org.muster.identity.Role;
import org.muster.importexport.ColumnGuess;
import org.muster.importexport.Delivery;
import org.muster.importexport.ImportId;
import org.muster.importexport.ImportState;
import org.muster.importexport.ImportView;
import org.muster.importexport.Imports;
import org.muster.importexport.Purpose;
import org.muster.importexport.RowOutcome;
import org.muster.importexport.Upload;
import org.muster.outbox.OutboxWorker;
import org.muster.reference.Glossary;
import org.muster.reference.Place;
import org.muster.reference.Places;
import org.muster.reference.Term;
import org.muster.reference.TermKind;
import org.muster.shared.Outcome;
import org.muster.testing.SignIn;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Brings a public list of fifty thousand rows in as the first since the start, then another, of firms that nobody knows, then the same list once more,
 * then another one while somebody searches, and says how long each step took, how much memory it held, and what somebody waited for a search meanwhile.
 * Every row is counted at the end.
 */
@QuarkusTest
class ImportBenchmark {

    private static final int ROWS = Integer.getInteger("benchmark.rows", 50_000);
    private static final int ROWS_OF_A_FIRM = 2;
    private static final int WARM_UP = Integer.getInteger("benchmark.warm-up-rows", 50_000);
    private static final long MOST_HEAP_MB = 512;
    private static final int ROWS_AT_ONCE = 1_000;

    /** What firms are named with. */
    private static final String SIGNS = "恒泰华安康瑞祥盛达通宏兴利和嘉德信诚永福顺昌隆丰源润泽邦伟业鑫宇博远新佳美诺凯腾天成海龙金东方中正大同明光辉亚欧洲际联合创力科技维普众益群杰";

    /** Somebody searches ten times a second; without a pause the searches alone would take one of two processors. */
    private static final Duration BETWEEN_SEARCHES = Duration.ofMillis(100);

    @Inject
    Imports imports;

    @Inject
    People people;

    @Inject
    OutboxWorker outbox;

    @Inject
    Glossary glossary;

    @Inject
    Places places;

    @Inject
    Clock clock;

    @Inject
    DataSource database;

    /** The page of an import asks once a second how far it is. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** The clock stops with the import, not with the next look at its page. */
    private static final Duration BETWEEN_GLANCES = Duration.ofMillis(50);

    private final HttpClient browser = HttpClient.newHttpClient();

    private record Step(String name, int rows, double seconds, long heap, Optional<Times> searches) {}

    private final List<Step> steps = new ArrayList<>();

    @Test
    void a_long_list() throws Exception {
        Actor liaison = new Actor(
                Optional.of(people.signedIn(UUID.randomUUID().toString(), "联络员", null, null, clock.instant())),
                "联络员",
                Set.of(Role.LIAISON),
                Optional.empty(),
                false);
        bring(liaison, list("热身", WARM_UP), WARM_UP, ", the first list since the start, while somebody searches", true);
        Times idle = searches(40);

        byte[] list = list("量", ROWS);
        ImportView first = bring(liaison, list, ROWS, "", false);
        assertThat(first.count(RowOutcome.CREATED)).isEqualTo(ROWS);
        ImportView again = bring(liaison, list, ROWS, ", once more", false);
        assertThat(again.count(RowOutcome.UNCHANGED)).isEqualTo(ROWS);
        ImportView other = bring(liaison, list("众", ROWS), ROWS, ", another list, while somebody searches", true);
        assertThat(other.count(RowOutcome.CREATED)).isEqualTo(ROWS);

        floor(first.id());

        String report = report(idle);
        System.out.println(report);
        Report.write("import", report);
        assertThat(steps).allSatisfy(step -> assertThat(step.heap()).isLessThan(MOST_HEAP_MB));
    }

    /** @param round what the report calls it */
    private ImportView bring(Actor liaison, byte[] list, int rows, String round, boolean searching) throws Exception {
        long begun = System.nanoTime();
        ImportId id = accepted(
                imports.receive(liaison, new Delivery(Purpose.ON_BEHALF, "list.csv", ""), list, clock.instant()));
        accepted(imports.describe(liaison, id, new Upload("某省工信厅", "2020-01-29", ""), clock.instant()));
        note("read and copied to the staging table" + round, rows, begun, Optional.empty());

        begun = System.nanoTime();
        accepted(imports.mapColumns(
                liaison,
                id,
                imports.columns(liaison, id).stream().map(ColumnGuess::guess).toList()));
        until(liaison, id, ImportState.CHECKED);
        note("dry run" + round, rows, begun, Optional.empty());

        begun = System.nanoTime();
        accepted(imports.run(liaison, id, clock.instant()));
        Optional<Times> searches = searching ? Optional.of(whileRunning(liaison, id)) : Optional.empty();
        until(liaison, id, ImportState.DONE);
        note("entered into PostgreSQL, with audit and outbox" + round, rows, begun, searches);

        outbox.drain();
        note("searchable, since the first was entered" + round, rows, begun, Optional.empty());
        return imports.view(liaison, id).orElseThrow();
    }

    /** The same firms, sites, listings and products, once more under other numbers, by nothing but COPY, as many rows in a transaction. */
    private void floor(ImportId job) throws Exception {
        List<Table> tables = List.of(
                new Table("organisation", "id", ROWS_OF_A_FIRM),
                new Table("site", "organisation_id", ROWS_OF_A_FIRM),
                new Table("listing", "organisation_id", 1),
                new Table("listing_product", "(select organisation_id from listing where id = listing_id)", 1));
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            List<String> columns = new ArrayList<>();
            List<List<String>> lines = new ArrayList<>();
            for (Table table : tables) {
                columns.add(table.columns(connection));
                StringWriter text = new StringWriter();
                copies.copyOut(
                        "copy (select " + table.anew(columns.get(columns.size() - 1)) + " from " + table.name()
                                + " where " + table.firm()
                                + " in (select organisation_id from import_row where job_id = '" + job.value()
                                + "') order by " + table.firm() + ") to stdout",
                        text);
                lines.add(text.toString().lines().toList());
            }
            connection.commit();
            long begun = System.nanoTime();
            for (int from = 0; from < ROWS; from += ROWS_AT_ONCE) {
                for (int i = 0; i < tables.size(); i++) {
                    int rows = ROWS_AT_ONCE / tables.get(i).listings();
                    int first = from / tables.get(i).listings();
                    List<String> some =
                            lines.get(i).subList(first, Math.min(lines.get(i).size(), first + rows));
                    copies.copyIn(
                            "copy " + tables.get(i).name() + " (" + columns.get(i) + ") from stdin",
                            new StringReader(String.join("\n", some) + "\n"));
                }
                connection.commit();
            }
            note("the same rows by COPY alone, without rules, audit and outbox", ROWS, begun, Optional.empty());
        }
    }

    /** @param listings of one row */
    private record Table(String name, String firm, int listings) {

        String columns(Connection connection) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(
                    "select string_agg(column_name, ', ' order by ordinal_position) from information_schema.columns"
                            + " where table_name = ? and is_generated = 'NEVER'")) {
                statement.setString(1, name);
                try (ResultSet found = statement.executeQuery()) {
                    found.next();
                    return found.getString(1);
                }
            }
        }

        /** Under other numbers and names. */
        String anew(String columns) {
            return Stream.of(columns.split(", "))
                    .map(column -> Set.of("id", "organisation_id", "site_id", "listing_id")
                                    .contains(column)
                            ? "md5(" + column + "::text || 'anew')::uuid"
                            : column.equals("name_key") ? "name_key || 'anew'" : column)
                    .collect(Collectors.joining(", "));
        }
    }

    private void note(String name, int rows, long begun, Optional<Times> searches) {
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / (1024 * 1024);
        steps.add(new Step(name, rows, seconds, heap, searches));
        System.out.printf(Locale.ROOT, "%s: %.1f s, %,.0f rows a second%n", name, seconds, rows / seconds);
    }

    private void until(Actor liaison, ImportId id, ImportState state) {
        Watch watch = new Watch(liaison, id);
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN_GLANCES)
                .atMost(Duration.ofMinutes(10))
                .until(() -> watch.state() == state);
    }

    /** Somebody has the page of an import open. */
    private final class Watch {

        private final Actor liaison;
        private final ImportId id;
        private long looked = System.nanoTime();

        Watch(Actor liaison, ImportId id) {
            this.liaison = liaison;
            this.id = id;
        }

        ImportState state() throws SQLException {
            if (System.nanoTime() - looked > BETWEEN_LOOKS.toNanos()) {
                looked = System.nanoTime();
                return imports.view(liaison, id).orElseThrow().state();
            }
            try (Connection connection = database.getConnection();
                    PreparedStatement glance =
                            connection.prepareStatement("select state from import_job where id = ?")) {
                glance.setObject(1, id.value());
                try (ResultSet row = glance.executeQuery()) {
                    row.next();
                    return ImportState.valueOf(row.getString(1));
                }
            }
        }
    }

    /** What somebody else waits for a search while the list is entered. */
    private Times whileRunning(Actor liaison, ImportId id) {
        List<Long> times = new ArrayList<>();
        Watch watch = new Watch(liaison, id);
        Awaitility.await()
                .pollDelay(Duration.ZERO)
                .pollInterval(BETWEEN_SEARCHES)
                .atMost(Duration.ofMinutes(10))
                .until(() -> {
                    times.add(search());
                    return watch.state() != ImportState.RUNNING;
                });
        return Times.of(times.stream().mapToLong(Long::longValue).toArray());
    }

    private Times searches(int count) throws Exception {
        long[] times = new long[count];
        for (int i = 0; i < count; i++) {
            times[i] = search();
        }
        return Times.of(times);
    }

    private long search() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        var answer = browser.send(
                HttpRequest.newBuilder(URI.create(SignIn.applicationUrl() + "/search?q=%E5%8F%A3%E7%BD%A9"))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return System.nanoTime() - begun;
    }

    private byte[] list(String brand, int rows) {
        List<Place> cities = places.provinces().stream()
                .flatMap(province -> places.children(province.code()).stream())
                .toList();
        List<Term> terms = glossary.terms().all().stream()
                .filter(term -> term.kind() == TermKind.PRODUCT || term.kind() == TermKind.MATERIAL)
                .toList();
        StringBuilder csv = new StringBuilder("省,市,企业名称,类别,产品,日产能,备注\n");
        for (int i = 0; i < rows; i++) {
            int firm = i / ROWS_OF_A_FIRM;
            Place city = cities.get(firm % cities.size());
            Term term = terms.get((firm * 7 + i % ROWS_OF_A_FIRM * 13) % terms.size());
            csv.append(places.province(city).nameZh())
                    .append(',')
                    .append(city.nameZh())
                    .append(',')
                    .append(city.nameZh().replaceAll("[市盟]$", ""))
                    .append(name(brand, firm))
                    .append(terms.get(firm * 7 % terms.size()).zh())
                    .append("制品有限公司,物资,")
                    .append(term.zh())
                    .append(' ')
                    .append(i % ROWS_OF_A_FIRM)
                    .append("型,")
                    .append(1_000 + i)
                    .append(usualUnit(term))
                    .append(",交期")
                    .append(i % 30)
                    .append("天\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Two signs such as firms choose, another pair for each of some thousands, and a third that tells lists apart; as in a real list, few resemble each other. */
    private static String name(String brand, int firm) {
        int pair = firm * 7_919 % (SIGNS.length() * SIGNS.length());
        return "" + SIGNS.charAt(pair / SIGNS.length()) + SIGNS.charAt(pair % SIGNS.length())
                + SIGNS.charAt(firm / (SIGNS.length() * SIGNS.length()) % SIGNS.length()) + brand;
    }

    private String usualUnit(Term term) {
        return glossary.terms().withBroader(term).stream()
                .flatMap(one -> one.defaultUnit().stream())
                .findFirst()
                .orElse("件");
    }

    private String report(Times idle) {
        StringBuilder report = new StringBuilder(String.format(
                Locale.ROOT,
                "Measured on %s: %,d rows of %,d firms, %d processors (shared, load average %.1f), Java %s, heap limit"
                        + " %d MB.%n%n",
                clock.instant().atZone(ZoneId.of("UTC")).toLocalDate(),
                ROWS,
                ROWS / ROWS_OF_A_FIRM,
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.version().feature(),
                Runtime.getRuntime().maxMemory() / (1024 * 1024)));
        report.append(
                "| step | seconds | rows a second | heap after it, MB | a search meanwhile, ms (median / p95) |\n");
        report.append("|---|---|---|---|---|\n");
        for (Step step : steps) {
            report.append(String.format(
                    Locale.ROOT,
                    "| %s | %.1f | %,.0f | %d | %s |%n",
                    step.name(),
                    step.seconds(),
                    step.rows() / step.seconds(),
                    step.heap(),
                    step.searches()
                            .map(times -> Times.ms(times.median()) + " / " + Times.ms(times.p95()))
                            .orElse("")));
        }
        report.append("\nThe same search with nothing else going on: ")
                .append(Times.ms(idle.median()))
                .append(" / ")
                .append(Times.ms(idle.p95()))
                .append(" ms.\n");
        return report.toString();
    }

    private static <T> T accepted(Outcome<T> outcome) {
        return outcome.fold(value -> value, reasons -> {
            throw new AssertionError("Refused: " + reasons);
        });
    }
}
