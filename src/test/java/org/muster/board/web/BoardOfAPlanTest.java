package org.muster.board.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.muster.demo.DemoSeeder;
import org.muster.outbox.OutboxWorker;
import org.muster.testing.Browser;
import org.muster.testing.DemoMarket;
import org.muster.testing.FourLooks;
import org.muster.testing.Look;
import org.muster.testing.Markup;
import org.muster.testing.SignIn;
import org.muster.testing.Traders;

/** The board of the Houma case while its plan is carried out: time, ways and what there is less what is needed, in words as in pictures. */
@QuarkusTest
@Order(Integer.MAX_VALUE) // It leaves little of the market to others.
@TestProfile(DemoMarket.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoardOfAPlanTest {

    private static final double SOON = 10_000;

    @Inject
    DemoSeeder seeder;

    @Inject
    OutboxWorker outbox;

    @SuppressWarnings("NullAway.Init")
    private SignIn.Visitor chen;

    private String emergency = "";
    private List<String> asks = List.of();

    @BeforeAll
    void a_plan_is_sent() {
        seeder.seed();
        outbox.drain();
        chen = Traders.someoneOf("指挥部" + Traders.aWord(), SignIn.applicationUrl(), "coordinator-chen");
        emergency = chen.post("/emergencies/scenarios/houma", Map.of()).uri().getPath();
        String run = chen.post(emergency + "/plan", Map.of("profile", "CHEAPEST", "fair", "true"))
                .uri()
                .getPath();
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .until(() -> chen.page(run).select("#result-title").text().equals("结果"));
        chen.post(emergency + "/asks/plan", Map.of("run", run.substring(run.lastIndexOf('/') + 1)));
        asks = chen.page(emergency + "/asks").select("a[href*=/asks/]").eachAttr("href").stream()
                .filter(link -> link.matches(".*/asks/[0-9a-f-]{36}"))
                .distinct()
                .toList();
        assertThat(asks).hasSizeGreaterThan(5);
    }

    private void answer(int ask, String said) {
        assertThat(chen.post(asks.get(ask), Map.of("answer", said, "name", "李厂长", "note", "电话里说的"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void the_board_follows_answers_and_says_in_words_what_its_pictures_show() {
        try (BrowserContext desk = Browser.open(Look.desktop())) {
            Page page = desk.newPage();
            SignIn.into(page, "coordinator-chen");
            page.waitForResponse(
                    answer -> answer.url().contains("/live?") && answer.status() == 200,
                    () -> page.navigate(SignIn.applicationUrl() + emergency + "/board?steps=all"));
            assertThat(page.locator("#board-gantt")).containsText("待答复");
            assertThat(page.locator("#board-map")).containsText("待答复");
            int waiting = page.locator("#board-gantt td:has-text('待答复')").count();
            answer(0, "YES");
            answer(1, "NO");
            assertThat(page.locator("#board-gantt"))
                    .containsText("已承诺", new LocatorAssertions.ContainsTextOptions().setTimeout(SOON));
            assertThat(page.locator("#board-gantt"))
                    .containsText("落空", new LocatorAssertions.ContainsTextOptions().setTimeout(SOON));
            assertThat(page.locator("#board-map")).containsText("落空");
            assertThat(page.locator("#board-gantt td:has-text('待答复')").count()).isLessThan(waiting);
        }
        for (int i = 2; i < asks.size() / 2; i++) {
            answer(i, "YES");
        }
        Document board = chen.page(emergency + "/board?steps=all");
        assertThat(board.select("#board-gantt tbody tr")).hasSameSizeAs(board.select("#board-gantt svg .gantt-now"));
        assertThat(board.select("#board-gantt .gantt-critical"))
                .as("each critical bar has the word beside it")
                .isNotEmpty()
                .hasSameSizeAs(board.select("#board-gantt th .state"));
        assertThat(board.select("#board-gantt th .state").eachText()).containsOnly("关键");
        assertThat(board.select("#board-map svg.map > g.way[transform]"))
                .as("each way of the picture is a row of the table")
                .isNotEmpty()
                .hasSameSizeAs(board.select("#board-map tbody tr"));
        assertThat(board.select("#board-map svg.map path.map-land").attr("d")).startsWith("M");
        Document few = chen.page(emergency + "/board");
        assertThat(few.select("#board-gantt tbody tr").size())
                .isLessThan(board.select("#board-gantt tbody tr").size());
        assertThat(few.select("#board-gantt a").text()).contains("看全部");

        Document balance = chen.page(emergency + "/balance");
        Element short1 = balance.select("tbody tr:has(td:contains(缺 ))").first();
        assertThat(short1).isNotNull();
        assertThat(balance.select(".course polyline")).hasSize(3);
        assertThat(balance.select("option")).hasSizeGreaterThan(5);
        assertThat(chen.get(emergency + "/balance?requirement=nothing").statusCode())
                .isEqualTo(404);
        assertThat(SignIn.as("buyer-li").get(emergency + "/balance").statusCode())
                .isIn(403, 404);
        for (String path : List.of("/board", "/board?steps=all", "/board?wall=1", "/balance")) {
            assertThat(Markup.problemsOf(chen.get(emergency + path).body()))
                    .as(path)
                    .isEmpty();
        }
        FourLooks.at(
                "coordinator-chen",
                Map.of(
                        "board", emergency + "/board",
                        "board-all", emergency + "/board?steps=all",
                        "board-wall", emergency + "/board?wall=1",
                        "balance", emergency + "/balance"));
    }
}
