package org.muster.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.muster.demo.DemoSeeder;
import org.muster.outbox.OutboxWorker;
import org.muster.testing.DemoMarket;
import org.muster.testing.Markup;
import org.muster.testing.SignIn;
import org.muster.testing.Traders;

/** A case is declared as a drill, planned on today's supply and played; the ledger and everybody outside hear nothing of it. */
@QuarkusTest
@TestProfile(DemoMarket.class)
class DrillTest {

    @Inject
    DemoSeeder seeder;

    @Inject
    OutboxWorker outbox;

    @Inject
    Drills drills;

    @Inject
    EntityManager entityManager;

    @Inject
    Clock clock;

    @Test
    void a_drill_is_marked_planned_and_played_without_touching_anybody() {
        seeder.seed();
        outbox.drain();
        SignIn.Visitor chen = Traders.someoneOf("指挥部" + Traders.aWord(), SignIn.applicationUrl(), "coordinator-chen");
        String drill = chen.post("/emergencies/scenarios/houma", Map.of("drill", "true"))
                .uri()
                .getPath();
        assertThat(chen.page(drill).select("h1").text()).startsWith("【演练 DRILL】侯马");
        assertThat(chen.page("/emergencies").text()).contains("【演练 DRILL】侯马");
        assertThat(chen.page(drill).select("form[action$=/publish]")).isEmpty();
        assertThat(chen.post(drill + "/publish", Map.of()).statusCode()).isEqualTo(404);
        assertThat(SignIn.asNobody().get(drill).statusCode()).isEqualTo(404);

        HttpResponse<String> unplanned = chen.post(drill + "/drill", Map.of("run", "", "seed", "７x", "speed", "7"));
        assertThat(unplanned.statusCode()).isEqualTo(422);
        Document refused = Jsoup.parse(unplanned.body());
        assertThat(refused.select("[role=alert] a").eachAttr("href")).containsExactly("#run", "#seed", "#speed");
        assertThat(refused.select("#seed").val()).isEqualTo("７x");

        chen.post(drill + "/plan", Map.of("profile", "CHEAPEST", "fair", "true"));
        Document ready = Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () -> chen.page(drill + "/drill"),
                        page -> !page.select("#run option").isEmpty());
        String run = ready.select("#run option").get(0).val();
        long held = count("hold");
        long asked = count("ask");
        HttpResponse<String> sent = chen.post(drill + "/asks/plan", Map.of("run", run));
        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(sent.body()).contains("这是演练：不预留，也不询问真实供方");

        HttpResponse<String> begun = chen.post(drill + "/drill", Map.of("run", run, "seed", "2020", "speed", "1000"));
        assertThat(begun.body()).contains("推演已开始", "种子 2020，×1000", "等答复");
        assertThat(Markup.problemsOf(begun.body())).isEmpty();
        assertThat(chen.post(drill + "/drill", Map.of("run", run, "seed", "1", "speed", "1"))
                        .body())
                .contains("已经有一次推演在进行");

        assertThat(chen.post(drill + "/close", Map.of("closeReason", "演练完毕")).body())
                .contains("已经有一次推演在进行");
        // 4 hours of the drill are 15 seconds: by then all have answered.
        drills.playing().forEach(one -> drills.tick(one, clock.instant().plusSeconds(15)));
        Document board = chen.page(drill + "/board");
        assertThat(board.text()).contains("开始推演", "#2020 ×1000").containsPattern("[✓✗…] .+ · [0-4] h");
        int planned = chen.page(drill + "/drill").select("#played tbody tr").size();
        Document repaired = Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(300))
                .until(
                        () -> {
                            drills.playing()
                                    .forEach(one ->
                                            drills.tick(one, clock.instant().plusSeconds(15)));
                            return chen.page(drill + "/drill");
                        },
                        page -> page.text().contains("方案修补 1 次"));
        assertThat(repaired.select("#played tbody tr"))
                .as("what the repair adds is asked for too")
                .hasSizeGreaterThan(planned);
        assertThat(chen.page(drill + "/board").text()).contains("方案已修补");
        Awaitility.await()
                .pollInSameThread()
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> {
                    drills.playing()
                            .forEach(one -> drills.tick(one, clock.instant().plus(Duration.ofDays(2))));
                    return drills.playing().isEmpty();
                });
        Document over = chen.page(drill + "/drill");
        assertThat(over.text()).doesNotContain("等答复");
        assertThat(over.text()).contains("推演结束").containsPattern("已到 [1-9]");
        assertThat(chen.page(drill + "/board").text()).contains("推演结束", "→ ");

        assertThat(count("hold")).isEqualTo(held);
        assertThat(count("ask")).isEqualTo(asked);
        outbox.drain();
        assertThat(told()).as("letters about it").isZero();
        String earnest =
                chen.post("/emergencies/scenarios/houma", Map.of()).uri().getPath();
        assertThat(chen.get(earnest + "/drill").statusCode()).isEqualTo(404);
        assertThat(SignIn.as("buyer-li").get(drill + "/drill").statusCode()).isIn(403, 404);
    }

    @Transactional
    long count(String table) {
        return ((Number) entityManager
                        .createNativeQuery("select count(*) from " + table)
                        .getSingleResult())
                .longValue();
    }

    @Transactional
    long told() {
        return ((Number) entityManager
                        .createNativeQuery(
                                "select count(*) from message where cast(to_jsonb(message) as text) like '%演练 DRILL%'")
                        .getSingleResult())
                .longValue();
    }
}
