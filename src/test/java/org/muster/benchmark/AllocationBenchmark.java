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
    private record Plan(long begun, long stored, long page, int requirements, int legs) {}

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
        String report = report(lines);
        System.out.println(report);
        Report.write("plans", report);

        assertThat(normal.median()).as("over the demo market").isLessThanOrEqualTo(MOST_NORMAL_MS);
        assertThat(many.median()).as("among many listings").isLessThanOrEqualTo(MOST_AMONG_MANY_MS);
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

    private String report(List<String> lines) {
        return String.format(
                        Locale.ROOT,
                        "%d plans a row after %d to warm up, %d processors (load average %.1f), Java %s.%n%n",
                        RUNS,
                        WARM_UP,
                        Runtime.getRuntime().availableProcessors(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                        Runtime.version().feature())
                + "| over | profile | requirements | legs | matched and begun, ms (min / median / p95) | stored and explained, ms | its page, ms |\n"
                + "|---|---|---|---|---|---|---|\n" + String.join("\n", lines) + "\n";
    }
}
