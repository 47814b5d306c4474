package org.muster.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.muster.testing.Emergencies;
import org.muster.testing.RunningApplication;
import org.muster.testing.SignIn;
import org.muster.testing.SignIn.Visitor;
import org.muster.testing.StandingServers;
import org.muster.testing.Traders;

/**
 * The packaged application is killed at every step of an emergency, while the step is under way and after it was acknowledged, and started again: what was
 * acknowledged is there, what was begun is either whole or not there at all, and asks and ledger say the same.
 */
class EmergencyAfterCrashIT {

    private static final long SEED = 20_261_123;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int TRIES = 3;
    private static final List<String> SUPPLIERS = List.of("supplier-wang", "buyer-li", "liaison-zhao");
    /** Whoever died is followed up sooner than where people wait. */
    private static final Map<String, String> SETTINGS = Map.of(
            "muster.ask.look-every", "1s",
            "muster.ask.repair-every", "1s",
            "muster.ask.patience", "PT2S");

    private final Random random = new Random(SEED);
    private final StandingServers servers = StandingServers.shared();
    private final RunningApplication application = RunningApplication.packaged(servers);
    private String emergency = "";

    @Test
    void an_emergency_goes_on_whenever_the_application_is_killed() throws Exception {
        try (application) {
            Map<String, String> first = new HashMap<>(SETTINGS);
            first.putAll(StandingServers.EMPTY);
            application.start(first);
            String word = Traders.aWord();
            aMarket(word);
            Traders.someoneOf("指挥部" + word, application.url(), "coordinator-chen");
            emergency = Emergencies.declared(desk(), "停电" + word, "江苏");

            acknowledgedThenKilled(emergency + "/needs/paste", Map.of("text", "无锡市人民医院：医用外科口罩 6000只"));
            assertThat(desk().page(emergency + "/needs").select("main").text()).contains("6,000 只");

            String plan = acknowledgedThenKilled(emergency + "/plan", Map.of("profile", "CHEAPEST", "fair", "true"));
            until(plan, page -> page.select("#result-title").text().equals("结果"));
            String run = plan.substring(plan.lastIndexOf('/') + 1);

            for (int i = 0; i < TRIES && asks("REQUESTED").isEmpty(); i++) {
                killedDuring(emergency + "/asks/plan", Map.of("run", run));
                settled();
            }
            if (asks("REQUESTED").isEmpty()) {
                acknowledgedThenKilled(emergency + "/asks/plan", Map.of("run", run));
            }
            settled();
            List<String> asked = asks("REQUESTED");
            assertThat(asked).as("two of three carry it").hasSize(2);

            answered(asked.get(0), "YES", "COMMITTED");
            answered(asked.get(1), "NO", "DECLINED");

            for (int i = 0; i < TRIES && asks("REQUESTED").isEmpty(); i++) {
                killedDuring(emergency + "/asks/repair/apply", Map.of("run", proposed()));
                settled();
            }
            if (asks("REQUESTED").isEmpty()) {
                acknowledgedThenKilled(emergency + "/asks/repair/apply", Map.of("run", proposed()));
                settled();
            }
            assertThat(asks("REQUESTED")).as("the third steps in").hasSize(1);
            assertThat(asks("COMMITTED")).containsExactly(asked.get(0));
            answered(asks("REQUESTED").get(0), "YES", "COMMITTED");
            assertThat(asks("COMMITTED")).hasSize(2);

            application.stop();
            assertThat(application.run(Map.of(), "prove-ledger"))
                    .as(application.log())
                    .isZero();
            assertThat(application.run(Map.of(), "verify-audit"))
                    .as(application.log())
                    .isZero();
        }
    }

    private void aMarket(String word) throws SQLException {
        for (String supplier : SUPPLIERS) {
            Visitor visitor = Traders.someoneOf("供方" + supplier + word, application.url(), supplier);
            Traders.publishStock(
                    visitor,
                    "外科口罩" + supplier + word,
                    4_000,
                    Map.of(
                            "kind", "FINISHED_STOCK",
                            "products", "医用外科口罩",
                            "price", "0.60",
                            "pricePer", "1",
                            "pricePerUnit", "zhi"));
        }
        try (var owner = servers.asOwner();
                var statement = owner.createStatement()) {
            statement.executeUpdate(
                    "update organisation set verification_level = 'DOCUMENTS_CHECKED', verified_until = '2099-01-01'");
        }
        Awaitility.await("the index has what is sold")
                .atMost(PATIENCE)
                .until(() -> SignIn.asNobodyAt(application.url())
                                .page("/search?q=%E5%A4%96%E7%A7%91%E5%8F%A3%E7%BD%A9")
                                .select("a[href^=/listings/]:contains(" + word + ")")
                                .size()
                        >= SUPPLIERS.size());
    }

    private Visitor desk() {
        return SignIn.at(application.url(), "coordinator-chen");
    }

    private void restarted() {
        application.kill();
        application.start(SETTINGS);
    }

    /** Where it led to. */
    private String acknowledgedThenKilled(String path, Map<String, String> fields) {
        var answer = desk().post(path, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        restarted();
        return answer.uri().getPath();
    }

    /** Nobody hears what became of it. */
    private void killedDuring(String path, Map<String, String> fields) throws InterruptedException {
        Visitor visitor = desk();
        visitor.get(emergency + "/asks");
        CompletableFuture<Void> posting =
                CompletableFuture.runAsync(() -> visitor.post(path, fields)).handle((done, failure) -> null);
        Thread.sleep(random.nextInt(150));
        restarted();
        posting.join();
    }

    private void answered(String ask, String answer, String becomes) throws Exception {
        Map<String, String> said = Map.of("answer", answer, "name", "李厂长", "note", "电话里说的");
        killedDuring(emergency + "/asks/" + ask, said);
        settled();
        if (asks("REQUESTED").contains(ask)) {
            acknowledgedThenKilled(emergency + "/asks/" + ask, said);
            settled();
        }
        assertThat(asks(becomes)).contains(ask);
    }

    /** The repair that waits for the office. */
    private String proposed() {
        String path = emergency + "/asks/repair";
        until(path, page -> !page.select("form[action$=/apply]").isEmpty());
        return desk().page(path).select("form[action$=/apply] [name=run]").val();
    }

    private void until(String path, Predicate<Document> there) {
        Awaitility.await(path)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> desk().page(path), there::test);
    }

    private List<String> asks(String state) throws SQLException {
        return rows("select id from ask where state = '" + state + "' order by asked_at, id");
    }

    /** Nothing is left half done, and asks and ledger say the same. */
    private void settled() {
        Awaitility.await("nothing is half done").atMost(PATIENCE).untilAsserted(() -> {
            assertThat(rows("select id from ask where state = 'HOLDING' or answering is not null"))
                    .isEmpty();
            assertThat(rows("select run_id from plan_repair where state = 'APPLYING'"))
                    .isEmpty();
            assertThat(rows(
                            "select a.id || ' ' || a.state || ' ' || c.state from ask a join claim c on c.id = a.claim_id"
                                    + " where (a.state = 'COMMITTED') <> (c.state in ('COMMITTED', 'CONSUMED'))"
                                    + " or (a.state in ('REQUESTED', 'ACKNOWLEDGED', 'COUNTERED', 'CONDITIONAL'))"
                                    + " <> (c.state = 'HELD')"))
                    .as("asks and ledger")
                    .isEmpty();
            assertThat(rows("select c.id from claim c where c.state in ('HELD', 'COMMITTED')"
                            + " and not exists (select 1 from ask a where a.claim_id = c.id)"))
                    .as("held for nobody")
                    .isEmpty();
            assertThat(rows("select id from ask where claim_id is null and state not in ('NOT_HELD')"))
                    .as("asked without a hold")
                    .isEmpty();
        });
    }

    private List<String> rows(String query) throws SQLException {
        try (var owner = servers.asOwner()) {
            return Tables.list(owner, query, row -> row.getString(1));
        }
    }
}
