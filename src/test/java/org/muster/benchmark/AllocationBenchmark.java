package org.muster.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.muster.demo.DemoSeeder;
import org.muster.outbox.OutboxWorker;
import org.muster.testing.SignIn;
import org.muster.testing.Traders;

/**
 * From the button "Plan" to the stored, explained plan of the Houma case, over the demo market alone and with generated listings beside it
 * ({@code -Dbenchmark.listings}). The clock starts when the form is sent and stops when the plan stands in the database as done. Not part of
 * {@code verify}: its name ends in no word that the test run looks for.
 */
@QuarkusTest
@Order(1) // Without what the others fill the market with.
class AllocationBenchmark {

    private static final int LISTINGS = Integer.getInteger("benchmark.listings", 100_000);
    private static final int RUNS = Integer.getInteger("benchmark.plans", 7);
    private static final int WARM_UP = Integer.getInteger("benchmark.warm-up-plans", 3);
    private static final double MOST_NORMAL_MS = 2_000;
    private static final double MOST_AMONG_MANY_MS = 10_000;
    private static final double MOST_REPAIR_MS = 1_000;
    private static final String PROPOSED =
            "select from plan_repair_cause c join plan_repair r on r.run_id = c.run_id join plan_run p on p.id = r.run_id"
                    + " where c.ask_id = ? and r.state = 'PROPOSED' and p.state = 'DONE'";
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final List<String> PROFILES = List.of("CHEAPEST", "FASTEST", "SAFEST");

    @Inject
    DemoSeeder seeder;

    @Inject
    OutboxWorker outbox;

    @Inject
    GeneratedSupply supply;

    @Inject
    DataSource database;

    /** Nanoseconds of one plan: until it is begun (matched and assembled), until it is stored, and of its page. */
    private record Plan(UUID run, long begun, long stored, long page, int requirements, int legs) {}

    @Test
    void from_the_button_to_the_stored_plan() throws Exception {
        seeder.seed();
        outbox.drain();
        List<String> lines = new ArrayList<>();
        Times normal = measured("the demo market alone", lines);
        Times many = normal;
        if (LISTINGS > 0) {
            supply.indexed(LISTINGS);
            many = measured(String.format(Locale.ROOT, "%,d generated listings beside it", LISTINGS), lines);
        }
        Times repairs = repaired();
        String report = report(lines, repairs);
        System.out.println(report);
        Report.write("plans", report);

        assertThat(normal.median()).as("over the demo market").isLessThanOrEqualTo(MOST_NORMAL_MS);
        assertThat(many.median()).as("among many listings").isLessThanOrEqualTo(MOST_AMONG_MANY_MS);
        assertThat(repairs.median()).as("a no, until its repair is proposed").isLessThanOrEqualTo(MOST_REPAIR_MS);
    }

    /** From the no that is sent to the stored proposal: one supplier after the other says no. */
    private Times repaired() throws SQLException {
        SignIn.Visitor office = Traders.someoneOf("指挥部" + Traders.aWord(), SignIn.applicationUrl(), "coordinator-chen");
        String emergency =
                office.post("/emergencies/scenarios/houma", Map.of()).uri().getPath();
        UUID run = planned(office, emergency, "CHEAPEST").run();
        assertThat(office.post(emergency + "/asks/plan", Map.of("run", run.toString()))
                        .uri()
                        .getPath())
                .endsWith("/asks");
        List<String> asks = office.page(emergency + "/asks").select("a[href*=/asks/]").stream()
                .map(link -> link.attr("href"))
                .filter(link -> link.matches(".*/asks/[0-9a-f-]{36}"))
                .distinct()
                .toList();
        List<Long> nanos = new ArrayList<>();
        for (String ask : asks.subList(0, Math.min(asks.size(), RUNS + 1))) {
            long start = System.nanoTime();
            var said = office.post(ask, Map.of("answer", "NO", "name", "李厂长", "note", "停产检修"));
            assertThat(said.statusCode()).isEqualTo(200);
            try (Connection connection = database.getConnection();
                    PreparedStatement thought = connection.prepareStatement(PROPOSED)) {
                thought.setObject(1, UUID.fromString(ask.substring(ask.lastIndexOf('/') + 1)));
                Awaitility.await("the repair is proposed")
                        .pollInSameThread()
                        .pollDelay(Duration.ZERO)
                        .pollInterval(Duration.ofMillis(5))
                        .atMost(PATIENCE)
                        .until(() -> {
                            try (ResultSet row = thought.executeQuery()) {
                                return row.next();
                            }
                        });
            }
            nanos.add(System.nanoTime() - start);
        }
        // The first finds everything cold.
        return Times.of(nanos.stream().skip(1).mapToLong(Long::longValue).toArray());
    }

    private Times measured(String among, List<String> lines) throws SQLException {
        SignIn.Visitor chen = SignIn.afresh("coordinator-chen");
        String emergency =
                chen.post("/emergencies/scenarios/houma", Map.of()).uri().getPath();
        for (int run = 0; run < WARM_UP; run++) {
            planned(chen, emergency, PROFILES.get(run % PROFILES.size()));
        }
        @Nullable Times slowest = null;
        for (String profile : PROFILES) {
            List<Plan> plans = new ArrayList<>();
            for (int run = 0; run < RUNS; run++) {
                plans.add(planned(chen, emergency, profile));
            }
            Times stored = of(plans, Plan::stored);
            lines.add(String.format(
                    Locale.ROOT,
                    "| %s | %s | %d | %d | %s | %s | %s |",
                    among,
                    profile.toLowerCase(Locale.ROOT),
                    plans.get(0).requirements(),
                    plans.get(0).legs(),
                    three(of(plans, Plan::begun)),
                    three(stored),
                    three(of(plans, Plan::page))));
            slowest = slowest == null || stored.median() > slowest.median() ? stored : slowest;
        }
        return Objects.requireNonNull(slowest);
    }

    private static Times of(List<Plan> plans, ToLongFunction<Plan> what) {
        return Times.of(plans.stream().mapToLong(what).toArray());
    }

    private Plan planned(SignIn.Visitor chen, String emergency, String profile) throws SQLException {
        chen.page("/");
        long start = System.nanoTime();
        var answer = chen.post(emergency + "/plan", Map.of("profile", profile, "fair", "true"));
        long begun = System.nanoTime() - start;
        String path = answer.uri().getPath();
        UUID run = UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
        try (Connection connection = database.getConnection();
                PreparedStatement state = connection.prepareStatement("select state from plan_run where id = ?")) {
            state.setObject(1, run);
            Awaitility.await("the plan is stored")
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(5))
                    .atMost(PATIENCE)
                    .until(() -> stateOf(state), "DONE"::equals);
        }
        long stored = System.nanoTime() - start;
        long looked = System.nanoTime();
        var page = chen.page(path);
        long shown = System.nanoTime() - looked;
        return new Plan(
                run,
                begun,
                stored,
                shown,
                page.select("#tree-title ~ table tbody tr").size(),
                page.select("#legs-title ~ table tbody tr").size());
    }

    private static String stateOf(PreparedStatement asked) throws SQLException {
        try (ResultSet row = asked.executeQuery()) {
            String now = row.next() ? row.getString(1) : "";
            assertThat(now).isIn("WAITING", "RUNNING", "DONE");
            return now;
        }
    }

    private static String three(Times times) {
        return String.format(Locale.ROOT, "%,.0f / %,.0f / %,.0f", times.least(), times.median(), times.p95());
    }

    private String report(List<String> lines, Times repairs) {
        return String.format(
                        Locale.ROOT,
                        "%d plans a row after %d to warm up, %d processors (load average %.1f), Java %s.%n%n",
                        RUNS,
                        WARM_UP,
                        Runtime.getRuntime().availableProcessors(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                        Runtime.version().feature())
                + "| over | profile | requirements | legs | matched and begun, ms (min / median / p95) | stored and explained, ms | its page, ms |\n"
                + "|---|---|---|---|---|---|---|\n" + String.join("\n", lines) + "\n"
                + "\nFrom a supplier's no to the stored proposal that fills its place, with all of these listings: "
                + three(repairs)
                + " ms (min / median / p95).\n";
    }
}
