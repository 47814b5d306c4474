package org.muster.allocation.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.muster.demo.DemoSeeder;
import org.muster.outbox.OutboxWorker;
import org.muster.testing.DemoMarket;
import org.muster.testing.Markup;
import org.muster.testing.SignIn;

/** The pages of an emergency's plans, on the Houma case. */
@QuarkusTest
@TestProfile(DemoMarket.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanPagesTest {

    private static final Duration PLANNED_WITHIN = Duration.ofSeconds(90);

    @Inject
    DemoSeeder seeder;

    @Inject
    OutboxWorker outbox;

    private SignIn.Visitor chen;
    private String emergency;
    private String plan;

    @BeforeAll
    void planned() {
        seeder.seed();
        outbox.drain();
        chen = SignIn.as("coordinator-chen");
        emergency = chen.post("/emergencies/scenarios/houma", Map.of()).uri().getPath();
        HttpResponse<String> begun = chen.post(emergency + "/plan", Map.of("profile", "CHEAPEST", "fair", "true"));
        plan = begun.uri().getPath();
        assertThat(plan).startsWith(emergency + "/plan/");
        answered(plan);
    }

    private Document answered(String path) {
        return Awaitility.await()
                .atMost(PLANNED_WITHIN)
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () -> chen.page(path),
                        page -> page.select("#result-title").text().equals("结果"));
    }

    @Test
    void it_says_what_is_covered_by_whom_and_how_near_the_best() {
        HttpResponse<String> answer = chen.get(plan);
        assertThat(Markup.problemsOf(answer.body())).isEmpty();
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select(".plan-tiles").get(0).text()).contains("任何方案都不低于", "¥");
        assertThat(page.select(".plan-tiles").get(0).text()).containsPattern("已证明最好|离最好的最多差 [\\d.]+ %");
        assertThat(page.select(".plan-tiles").get(1).select("dt").eachText())
                .contains("调配到位", "首件合格")
                .filteredOn(label -> label.startsWith("放行 ·"))
                .as("sterile and non-sterile goods are released apart")
                .hasSizeGreaterThanOrEqualTo(2);
        assertThat(page.select("#tree-title ~ *").text())
                .as("the line is set up with what the market has")
                .contains("1 套 / 1 套");
        // Every leg is counted among the suppliers of its requirement.
        assertThat(page.select("#legs-title ~ table tbody tr"))
                .as(page.select("main").text())
                .isNotEmpty();
        assertThat(page.select("#tree-title ~ table caption").eachText())
                .anySatisfy(caption -> assertThat(caption).contains("太原"))
                .anySatisfy(caption -> assertThat(caption).contains("侯马"));
        assertThat(page.select("#schedule-title ~ table .plan-critical")).isNotEmpty();
        assertThat(page.text()).contains("台账上仍然都有");
    }

    @Test
    void several_recipes_are_planned_together_with_the_time_there_is() {
        String both = chen.post("/emergencies/scenarios/houma", Map.of()).uri().getPath();
        assertThat(chen.post(both + "/recipe", Map.of("recipe", "goggles", "output", "2000", "parallel", "1"))
                        .uri()
                        .getPath())
                .startsWith(both + "/recipe/");
        String path = chen.post(both + "/plan", Map.of("profile", "CHEAPEST", "fair", "true"))
                .uri()
                .getPath();
        Document page = answered(path);
        assertThat(page.select("#tree-title ~ *").text())
                .as("the line is set up with what the market has, and the goggles are made")
                .contains("1 套 / 1 套", "2,000 件 / 2,000 件");
        assertThat(page.select("main").text()).contains("几个配方同时进行");
    }

    @Test
    void others_find_no_plan() {
        SignIn.Visitor li = SignIn.as("buyer-li");
        for (String path : List.of(emergency + "/plan", plan)) {
            assertThat(li.get(path).statusCode()).as(path).isIn(403, 404);
        }
        assertThat(li.post(emergency + "/plan", Map.of("profile", "CHEAPEST")).statusCode())
                .isIn(403, 404);
        assertThat(chen.get(emergency + "/plan/00000000-0000-4000-8000-000000000000")
                        .statusCode())
                .isEqualTo(404);
        assertThat(chen.get(emergency + "/plan/none").statusCode()).isEqualTo(404);
    }

    @Test
    void a_requisition_needs_a_document_and_nothing_typed_is_lost() {
        Element form = chen.page(plan).select("form[action$=/basis]").get(0);
        String arc = form.select("[name=arc]").val();
        HttpResponse<String> refused = chen.post(
                plan + "/basis",
                Map.of("arc", arc, "basis-" + arc, "REQUISITION", "authority-" + arc, "省指挥部", "document-" + arc, ""));
        assertThat(refused.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(refused.body());
        assertThat(page.select("[role=alert] a").eachAttr("href")).containsExactly("#document-" + arc);
        assertThat(page.select("#authority-" + arc).val()).isEqualTo("省指挥部");
        assertThat(page.select("#basis-" + arc + " option[selected]").val()).isEqualTo("REQUISITION");
        assertThat(Markup.problemsOf(refused.body())).isEmpty();
        HttpResponse<String> kept = chen.post(
                plan + "/basis",
                Map.of(
                        "arc",
                        arc,
                        "basis-" + arc,
                        "REQUISITION",
                        "authority-" + arc,
                        "省指挥部",
                        "document-" + arc,
                        "晋征〔2020〕7 号"));
        assertThat(kept.body()).contains("依据已记下");
        assertThat(Jsoup.parse(kept.body()).select(".plan-basis").text()).contains("征用", "晋征〔2020〕7 号", "陈静");
    }

    @Test
    void what_if_is_refused_in_words_or_solved_again_beside_the_first() {
        Document page = chen.page(plan);
        Element pin = page.select("form[action$=/what-if]:has([name=listing])").get(0);
        Map<String, String> fields = new LinkedHashMap<>();
        pin.select("input[name]").forEach(one -> fields.put(one.attr("name"), one.val()));
        String amount = "amount-" + fields.get("arc");
        fields.put(amount, "许多");
        fields.put("change", "pin");
        HttpResponse<String> refused = chen.post(plan + "/what-if", fields);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("[role=alert] a").eachAttr("href"))
                .containsExactly("#" + amount);
        fields.put("listing", "00000000-0000-4000-8000-000000000000");
        assertThat(chen.post(plan + "/what-if", fields).statusCode()).isEqualTo(404);

        HttpResponse<String> noFreight = chen.post(plan + "/what-if", Map.of("change", "freight", "freight", "两毛"));
        assertThat(noFreight.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(noFreight.body()).select("#freight").val()).isEqualTo("两毛");
        HttpResponse<String> dearer = chen.post(plan + "/what-if", Map.of("change", "freight", "freight", "0.9"));
        assertThat(answered(dearer.uri().getPath())
                        .select("#changes-title ~ ul")
                        .text())
                .contains("0.9");

        String demand = page.select("#quantity-demand option").val();
        HttpResponse<String> again =
                chen.post(plan + "/what-if", Map.of("change", "quantity", "demand", demand, "amount", "1"));
        String other = again.uri().getPath();
        assertThat(other).startsWith(emergency + "/plan/").isNotEqualTo(plan);
        Document after = answered(other);
        assertThat(after.select("#changes-title ~ ul").text()).contains("1");
        assertThat(after.select("#compared-title")).isNotEmpty();
        assertThat(after.select("#compared-title").parents().select("a[href=" + plan + "]"))
                .isNotEmpty();
        assertThat(chen.page(emergency + "/plan")
                        .select("#runs-title")
                        .parents()
                        .select("tbody tr"))
                .hasSizeGreaterThanOrEqualTo(2);
    }
}
