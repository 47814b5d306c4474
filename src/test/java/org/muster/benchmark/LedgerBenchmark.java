package org.muster.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.reservation.Claim;
import org.muster.reservation.HoldRequest;
import org.muster.reservation.Reservations;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Quantity;
import org.muster.shared.TimeWindow;

/**
 * How many holds a second the ledger gives through its facade, beside plain JDBC that writes the same rows and asks nothing, in turns; and how
 * fast it finds who is free among many lines with many reservations. Not part of {@code verify}: its name ends in no word that the test run
 * looks for.
 */
@QuarkusTest
@TestProfile(LedgerBenchmark.NothingDelivered.class)
class LedgerBenchmark {

    /** What one way has written is not delivered while the other is measured. */
    public static class NothingDelivered implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("muster.outbox.enabled", "false");
        }
    }

    private static final int LINES = Integer.getInteger("benchmark.lines", 100_000);
    private static final int RESERVATIONS_A_LINE = Integer.getInteger("benchmark.reservations", 20);
    private static final int SECONDS = Integer.getInteger("benchmark.seconds", 4);
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 3);
    private static final int WARM_UP = Integer.getInteger("benchmark.warm-up", 4);
    private static final int ASKED = Integer.getInteger("benchmark.asked", 500);
    private static final int[] CLIENTS = {1, 8, 32};
    private static final int HOLDERS = 2_000;
    /** Lines that holds are spread over; every other one is for plain JDBC. */
    private static final int SPREAD = 2_000;

    private static final int DAYS = 700;
    private static final double LEAST_RATIO = 0.6;
    private static final double MOST_P99_MS = 20;

    @Inject
    Reservations reservations;

    @Inject
    Clock clock;

    private final AtomicInteger next = new AtomicInteger();
    private List<String> channels = List.of();
    private Instant midnight = Instant.EPOCH;

    private record Row(String resources, int clients, double raw, double facade) {
        double ratio() {
            return facade / raw;
        }
    }

    @Test
    void holds_a_second_and_who_is_free() throws Exception {
        midnight = clock.instant().truncatedTo(ChronoUnit.DAYS);
        fill();
        hold(0, false);
        learnChannels();
        List<Row> rows = new ArrayList<>();
        for (boolean hot : new boolean[] {false, true}) {
            // The compiler is done with both ways before the first is measured.
            for (int i = 0; i < WARM_UP; i++) {
                measure(4, hot, false);
                measure(4, hot, true);
            }
            for (int clients : CLIENTS) {
                double[] raw = new double[ROUNDS];
                double[] facade = new double[ROUNDS];
                for (int round = 0; round < ROUNDS; round++) {
                    raw[round] = measure(clients, hot, true);
                    facade[round] = measure(clients, hot, false);
                }
                rows.add(new Row(hot ? "one lot" : "spread over lines", clients, median(raw), median(facade)));
            }
        }
        assertThat(reservations.proof().differences())
                .as("plain JDBC wrote the same rows, else the proof would tell")
                .isEmpty();
        reserve();
        Times page = ask(this::page);
        Times first = ask(this::first);
        String report = report(rows, page, first);
        System.out.println(report);
        Report.write("measured ledger", report);
        rows.forEach(row -> assertThat(row.ratio())
                .as("%s, %d clients", row.resources(), row.clients())
                .isGreaterThanOrEqualTo(LEAST_RATIO));
        assertThat(page.p99()).as("a page of candidates").isLessThan(MOST_P99_MS);
        assertThat(first.p99()).as("the first fifty").isLessThan(MOST_P99_MS);
    }

    // ── Holds a second ──────────────────────────────────────────────────────────

    private double measure(int clients, boolean hot, boolean raw) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        long until = System.nanoTime() + SECONDS * 1_000_000_000L;
        long begun = System.nanoTime();
        try {
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                running.add(threads.submit(() -> raw ? rawly(until, hot) : throughFacade(until, hot)));
            }
            int holds = 0;
            for (Future<Integer> one : running) {
                holds += one.get();
            }
            return holds / ((System.nanoTime() - begun) / 1e9);
        } finally {
            threads.shutdown();
        }
    }

    private int throughFacade(long until, boolean hot) {
        int holds = 0;
        while (System.nanoTime() < until) {
            hold(next.incrementAndGet(), hot);
            holds++;
        }
        return holds;
    }

    private void hold(int number, boolean hot) {
        Actor actor = new Actor(
                Optional.empty(), "测量", Set.of(Role.MEMBER), Optional.of(new OrganisationId(holder(number))), true);
        Claim claim = hot
                ? new Claim.Amount(new ListingId(id("lot", 0)), Quantity.of("1", "kilogram"))
                : new Claim.Time(new ListingId(line(number, false)), slot(number));
        reservations
                .hold(actor, new HoldRequest("f" + number, List.of(claim), null, "测量"), clock.instant())
                .orElseThrow();
    }

    private int rawly(long until, boolean hot) throws SQLException {
        int holds = 0;
        try (Connection connection = application();
                RawHolds raw = new RawHolds(connection, channels)) {
            connection.setAutoCommit(false);
            while (System.nanoTime() < until) {
                int number = next.incrementAndGet();
                raw.write(
                        number,
                        holder(number),
                        hot ? id("lot", 0) : line(number, true),
                        id("o", 0),
                        hot ? null : slot(number),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
                connection.commit();
                holds++;
            }
        }
        return holds;
    }

    private static UUID holder(int number) {
        return id("h", number % HOLDERS);
    }

    /** Even lines for the facade, odd ones for plain JDBC, so that they are never in each other's way. */
    private static UUID line(int number, boolean raw) {
        return id("l", number % (SPREAD / 2) * 2 + (raw ? 1 : 0));
    }

    private TimeWindow slot(int number) {
        Instant from = midnight.plus(Duration.ofHours(24 + (long) number / (SPREAD / 2)));
        return new TimeWindow(from, from.plus(Duration.ofHours(1)));
    }

    /** As {@code md5(what || number)::uuid} makes it. */
    private static UUID id(String what, int number) {
        try {
            byte[] hash = MessageDigest.getInstance("MD5").digest((what + number).getBytes(StandardCharsets.UTF_8));
            ByteBuffer bytes = ByteBuffer.wrap(hash);
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /** Which channels a hold's event is written for, so that plain JDBC writes as much. */
    private void learnChannels() throws SQLException {
        try (Connection connection = application();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select d.channel from outbox_message m join outbox_delivery d on d.message_id = m.id where m.type = 'HoldPlaced'")) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            channels = List.copyOf(found);
        }
    }

    // ── Who is free ─────────────────────────────────────────────────────────────

    private interface Asking {
        int ask(Random random);
    }

    private Times ask(Asking asking) {
        Random random = new Random(7);
        for (int i = 0; i < ASKED / 4; i++) {
            asking.ask(random);
        }
        long[] times = new long[ASKED];
        int found = 0;
        for (int i = 0; i < ASKED; i++) {
            long begun = System.nanoTime();
            found += asking.ask(random);
            times[i] = System.nanoTime() - begun;
        }
        assertThat(found).isPositive();
        return Times.of(times);
    }

    private int page(Random random) {
        List<ListingId> candidates = random.ints(50, 0, LINES)
                .distinct()
                .mapToObj(i -> new ListingId(id("l", i)))
                .toList();
        return reservations
                .freeBetween(candidates, someDays(random), clock.instant())
                .size();
    }

    private int first(Random random) {
        return reservations.freeBetween(someDays(random), 50, clock.instant()).size();
    }

    private TimeWindow someDays(Random random) {
        Instant from = midnight.plus(Duration.ofHours(24L * (1 + random.nextInt(300)) + random.nextInt(24)));
        return new TimeWindow(from, from.plus(Duration.ofHours(24L * (1 + random.nextInt(14)))));
    }

    // ── What there is ───────────────────────────────────────────────────────────

    private void fill() throws SQLException {
        try (Connection owner = owner()) {
            run(owner, """
                    insert into organisation (id, name, name_key, standing, makes, place_code, verification_level, created_at)
                    select md5(p || i)::uuid, p || '测量' || i || '有限公司', p || 'measured' || i, 'REGISTERED', '', '420100', 'VISITED', now()
                    from (values ('h', %d), ('o', 1)) as k (p, n), generate_series(0, n - 1) i
                    """.formatted(HOLDERS));
            run(owner, """
                    insert into site (id, organisation_id, name, place_code, latitude, longitude, datum, exactness)
                    select md5('s0')::uuid, md5('o0')::uuid, '厂区', '420100', 30, 114, 'WGS84', 'CENTROID'
                    """);
            run(owner, listings("l", LINES, "PRODUCTION_LINE", "LINE_FOR_HIRE", false));
            run(owner, listings("lot", 1, "MATERIAL", "FINISHED_STOCK", true));
            run(owner, """
                    insert into capacity_window (id, listing_id, during, availability, created_at)
                    select md5('w' || i)::uuid, md5('l' || i)::uuid,
                        tstzrange(timestamptz '%1$s' - interval '%2$d days', timestamptz '%1$s' + interval '%2$d days'), 'FREE', now()
                    from generate_series(0, %3$d) i
                    """.formatted(midnight, DAYS, LINES - 1));
            run(owner, "analyze");
        }
    }

    private static String listings(String prefix, int count, String kind, String mode, boolean figure) {
        return """
                insert into listing (id, organisation_id, site_id, organisation_name, organisation_level, organisation_provisional,
                    place_code, province_code, city_code, latitude, longitude, city_latitude, city_longitude, kind, state, confidentiality,
                    title, supply_mode, quantity_amount, quantity_unit, quantity_base, quantity_dimension, declared_availability,
                    last_confirmed_at, confirmed_by, own_text, created_at, updated_at)
                select md5('%1$s' || i)::uuid, md5('o0')::uuid, md5('s0')::uuid, '测量', 'VISITED', false, '420100', '420000', '420100',
                    30, 114, 30, 114, '%3$s', 'PUBLISHED', 'PUBLIC', '测量 ' || i, '%4$s', %5$s, 'FREE', now(), '测量', '测量', now(), now()
                from generate_series(0, %2$d) i
                """.formatted(
                        prefix,
                        count - 1,
                        kind,
                        mode,
                        figure ? "1000000000, 'kilogram', 1000000000, 'mass'" : "null, null, null, null");
    }

    /**
     * As many reservations of each line, half of them over, half to come, each line in its own rhythm, so that about half of the lines are
     * taken at any time to come.
     * Foreign keys and the temporal key are put aside while they are written: what is asked afterwards needs the key's index only.
     */
    private void reserve() throws SQLException {
        try (Connection owner = owner()) {
            run(owner, "truncate occupancy");
            for (String constraint : List.of(
                    "fk_occupancy_claim",
                    "fk_occupancy_hold",
                    "fk_occupancy_window",
                    "fk_occupancy_sells",
                    "uq_occupancy_during")) {
                run(owner, "alter table occupancy drop constraint " + constraint);
            }
            int half = RESERVATIONS_A_LINE / 2;
            int each = 330 / half;
            run(owner, """
                    insert into occupancy (claim_id, hold_id, listing_id, sells, state, until, during)
                    select md5('c' || i || ' ' || n)::uuid, md5('c' || i || ' ' || n)::uuid, md5('l' || i)::uuid, 'TIME',
                        case when n %% 5 = 4 and n >= 0 then 'HELD' else 'COMMITTED' end,
                        case when n %% 5 = 4 and n >= 0 then timestamptz '%1$s' + interval '2 days' end,
                        tstzrange(begun, begun + make_interval(hours => (24 + abs(hashint8extended(i, n + 100)) %% %3$d)::int))
                    from generate_series(0, %2$d) i, generate_series(-%4$d, %4$d - 1) n,
                        lateral (select timestamptz '%1$s' + make_interval(
                            days => n * %5$d, hours => (abs(hashint8extended(i, 7)) %% (%5$d * 24) + abs(hashint8extended(i, n + 7)) %% 72)::int) as begun) b
                    """.formatted(midnight, LINES - 1, (each - 5) * 24, half, each));
            run(
                    owner,
                    "alter table occupancy add constraint uq_occupancy_during unique (listing_id, during without overlaps)");
            run(owner, "vacuum analyze occupancy");
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Connection owner() throws SQLException {
        return connect("quarkus.flyway.username", "quarkus.flyway.password");
    }

    private static Connection application() throws SQLException {
        return connect("quarkus.datasource.username", "quarkus.datasource.password");
    }

    private static Connection connect(String user, String password) throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue(user, String.class),
                config.getValue(password, String.class));
    }

    // ── Telling ─────────────────────────────────────────────────────────────────

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private String report(List<Row> rows, Times page, Times first) {
        StringBuilder report = new StringBuilder();
        report.append(String.format(
                Locale.ROOT,
                "Measured on %s: %d rounds of %d s a row in turns, median; %d processors (shared, load average %.1f), Java %s, heap limit %d MB.%n%n",
                clock.instant().atZone(ZoneId.of("UTC")).toLocalDate(),
                ROUNDS,
                SECONDS,
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.version().feature(),
                Runtime.getRuntime().maxMemory() / (1024 * 1024)));
        report.append("| holds | clients | plain JDBC, holds a second | facade, holds a second | facade / plain |\n");
        report.append("|---|---|---|---|---|\n");
        rows.forEach(row -> report.append(String.format(
                Locale.ROOT,
                "| %s | %d | %,.0f | %,.0f | %.2f |%n",
                row.resources(),
                row.clients(),
                row.raw(),
                row.facade(),
                row.ratio())));
        report.append(String.format(
                Locale.ROOT,
                "%n%,d lines, %,d reservations, half of them over; %d questions each:%n%n",
                LINES,
                (long) LINES * RESERVATIONS_A_LINE,
                ASKED));
        report.append("| free between two moments | ms (min / median / p95 / p99) |\n|---|---|\n");
        report.append("| which of a page of 50 |").append(four(page)).append("|\n");
        report.append("| the first 50 of all |").append(four(first)).append("|\n");
        return report.toString();
    }

    private static String four(Times times) {
        return " " + Times.ms(times.least()) + " / " + Times.ms(times.median()) + " / " + Times.ms(times.p95()) + " / "
                + Times.ms(times.p99()) + " ";
    }

    /** Between the two marks of the file; what people wrote around them stays. */
}
