package org.muster.consignment.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.testing.Emergencies;
import org.muster.testing.Markup;
import org.muster.testing.SignIn;
import org.muster.testing.Traders;

/** The supplier sends what it promised, the desk sees it come and accepts it; nobody else finds it. */
@QuarkusTest
class ConsignmentPagesTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** How steps are kept, and nobody reads them. */
    private static final String[] MARKS = {"COMMITTED", "DISPATCHED", "DELAYED", "ARRIVED", "ACCEPTED", "REQUESTED"};

    @SuppressWarnings("NullAway.Init")
    private SignIn.Visitor chen;

    @SuppressWarnings("NullAway.Init")
    private SignIn.Visitor wang;

    private String emergency = "";
    private String organisation = "";
    private String ask = "";

    @BeforeEach
    void a_promise_of_two_thousand() {
        chen = Traders.someoneOf("指挥部" + Traders.aWord(), SignIn.applicationUrl(), "coordinator-chen");
        organisation = "供方" + Traders.aWord();
        wang = Traders.someoneOf(organisation, SignIn.applicationUrl(), "supplier-wang");
        String listing = Traders.publishStock(wang, "口罩库存" + Traders.aWord(), 5000);
        emergency = Emergencies.declared(chen, "山西保障" + Traders.aWord(), "山西侯马");
        String area =
                chen.page(emergency + "/asks").select("#place option").get(0).val();
        HttpResponse<String> sent = chen.post(
                emergency + "/asks/one",
                Map.of(
                        "listing",
                        listing,
                        "amount",
                        "2000",
                        "neededBy",
                        LocalDate.now(ZONE).plusDays(3).toString(),
                        "place",
                        area,
                        "basis",
                        "MARKET_PURCHASE"));
        String page =
                Jsoup.parse(sent.body()).select("a[href*=/asks/][aria-label]").attr("href");
        ask = page.substring(page.lastIndexOf('/') + 1);
        assertThat(wang.post("/my/inbox/" + ask, Map.of("answer", "YES")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_was_promised_is_sent_arrives_and_is_accepted() throws IOException {
        Document mine = wang.page("/my/consignments");
        assertThat(mine.text()).contains("我的发货", "还可发 2,000");
        String form = "/my/consignments/legs/" + ask;
        assertThat(Markup.problemsOf(wang.get(form).body())).isEmpty();

        HttpResponse<String> refused = wang.post(form, Map.of("amount", "许多", "vehicle", "晋A12345", "arrival", "后天"));
        assertThat(refused.statusCode()).isEqualTo(422);
        Document kept = Jsoup.parse(refused.body());
        assertThat(kept.select("[role=alert] a").eachAttr("href"))
                .containsExactlyInAnyOrder("#amount", "#driver", "#driverMobile", "#from", "#departure", "#arrival");
        assertThat(kept.select("#vehicle").val()).isEqualTo("晋A12345");
        assertThat(Markup.problemsOf(refused.body())).isEmpty();
        HttpResponse<String> tooMuch = wang.post(form, goods("2001"));
        assertThat(tooMuch.statusCode()).isEqualTo(422);
        assertThat(tooMuch.body()).contains("请改小数量");

        HttpResponse<String> sent = wang.post(form, goods("2000"));
        assertThat(Jsoup.parse(sent.body()).text()).contains("已登记", "待发运", "晋A12345");
        assertThat(Markup.problemsOf(sent.body())).isEmpty();
        String one = sent.uri().getPath();
        String id = one.substring(one.lastIndexOf('/') + 1);
        assertThat(wang.post(one + "/depart", Map.of("departedAt", "刚才")).statusCode())
                .isEqualTo(422);
        assertThat(wang.post(one + "/depart", Map.of("departedAt", minutes(-2))).body())
                .contains("已发运");

        String desk = emergency + "/run/" + id;
        HttpResponse<String> run = chen.get(emergency + "/run");
        assertThat(Markup.problemsOf(run.body())).isEmpty();
        assertThat(Jsoup.parse(run.body()).text()).contains("只有验收合格的才算覆盖", organisation, "已发运");
        assertThat(chen.post(desk + "/delay", Map.of("expected", "", "delayReason", ""))
                        .statusCode())
                .isEqualTo(422);
        assertThat(Jsoup.parse(chen.post(
                                        desk + "/delay",
                                        Map.of(
                                                "expected",
                                                minutes(60 * 24 * 5),
                                                "delayReason",
                                                "高速封闭",
                                                "delayCaller",
                                                "李厂长"))
                                .body())
                        .text())
                .contains("迟", "高速封闭", "李厂长 · 陈静 代录");
        assertThat(chen.post(desk + "/arrive", Map.of("arrivedAt", minutes(-1))).body())
                .contains("已到达，待验收");
        HttpResponse<String> short1 = chen.post(
                desk + "/judge", Map.of("batch-0", "P1", "sample-0", "PASSED", "accepted-0", "1500", "reason-0", "说明"));
        assertThat(short1.statusCode()).isEqualTo(422);
        Document typed = Jsoup.parse(short1.body());
        assertThat(typed.select("[role=alert] a").eachAttr("href")).containsExactly("#accepted-0");
        assertThat(typed.select("#reason-0").val()).isEqualTo("说明");
        HttpResponse<String> judged = chen.post(
                desk + "/judge",
                Map.of(
                        "batch-0", "P1",
                        "sample-0", "PASSED",
                        "accepted-0", "1500",
                        "batch-1", "P2",
                        "sample-1", "FAILED",
                        "rejected-1", "500",
                        "reason-1", "过滤效率不足"));
        assertThat(Jsoup.parse(judged.body()).text()).contains("已验收", "1,500", "过滤效率不足");
        assertThat(Markup.problemsOf(judged.body())).isEmpty();
        assertThat(chen.page(emergency + "/run").select("progress").attr("value"))
                .isEqualTo("1500");
        assertThat(chen.page(emergency + "/board").text()).contains("交付");
        for (String path : List.of("/board", "/situation", "/report")) {
            assertThat(chen.page(emergency + path).text())
                    .as(path)
                    .contains(organisation, "承诺", "登记发货", "· 发运", "· 延误", "· 到达", "· 验收")
                    .doesNotContain(MARKS);
        }
        assertThat(read(chen.file(emergency + "/report.pdf").body()))
                .contains("·登记发货", "·发运", "·延误", "·到达", "·验收")
                .doesNotContain(MARKS);
    }

    private static String read(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }

    @Test
    void the_desk_types_in_a_call_and_prints_papers_that_anybody_may_check() {
        String form = emergency + "/run/legs/" + ask;
        assertThat(chen.post(form, goods("500")).statusCode()).isEqualTo(422);
        Map<String, String> called = goods("500");
        called.put("caller", "李厂长");
        HttpResponse<String> sent = chen.post(form, called);
        assertThat(Jsoup.parse(sent.body()).text()).contains("已登记", "李厂长 · 陈静 代录");
        String desk = sent.uri().getPath();
        assertThat(chen.post(desk + "/papers", Map.of("kind", "ALLOCATION_ORDER"))
                        .statusCode())
                .isEqualTo(422);
        Document issued = Jsoup.parse(
                chen.post(desk + "/papers", Map.of("kind", "VEHICLE_PASS")).body());
        String pdf = issued.select("a[href$=sheet.pdf]").attr("href");
        assertThat(chen.get(pdf).headers().firstValue("content-type")).contains("application/pdf");
        String proof = issued.select("a[href^=/papers/]").eachAttr("href").stream()
                .filter(one -> one.length() > "/papers/new".length())
                .findFirst()
                .orElseThrow();
        assertThat(SignIn.asNobody().page(proof).text())
                .contains("真实有效", "晋A***45")
                .doesNotContain("王堃")
                .doesNotContain("13700001111");
    }

    @Test
    void the_pages_are_in_english_too() throws IOException {
        String one =
                wang.post("/my/consignments/legs/" + ask, goods("100")).uri().getPath();
        String desk = emergency + "/run/" + one.substring(one.lastIndexOf('/') + 1);
        try {
            for (SignIn.Visitor each : List.of(chen, wang)) {
                each.post("/preferences/language", Map.of("language", "en", "to", "/"));
            }
            for (String path : List.of("/board", "/report")) {
                assertThat(chen.page(emergency + path).text())
                        .as(path)
                        .contains("· entered")
                        .doesNotContain(MARKS);
            }
            assertThat(read(chen.file(emergency + "/report.pdf").body()))
                    .contains("·entered")
                    .doesNotContain(MARKS);
            for (String path : List.of(emergency + "/run", emergency + "/run/legs/" + ask, desk)) {
                assertThat(Markup.problemsOf(chen.get(path).body())).as(path).isEmpty();
            }
            for (String path : List.of("/my/consignments", "/my/consignments/legs/" + ask, one)) {
                assertThat(Markup.problemsOf(wang.get(path).body())).as(path).isEmpty();
            }
            assertThat(chen.page(emergency + "/run").text()).contains("Only what was accepted counts as covered.");
            assertThat(wang.post(one + "/depart", Map.of("departedAt", "soon")).body())
                    .contains("“soon” is no time. Write it like 2026-11-30 08:00.");
        } finally {
            for (SignIn.Visitor each : List.of(chen, wang)) {
                each.post("/preferences/language", Map.of("language", "zh", "to", "/"));
            }
        }
    }

    @Test
    void nobody_else_finds_it() {
        String one =
                wang.post("/my/consignments/legs/" + ask, goods("100")).uri().getPath();
        String id = one.substring(one.lastIndexOf('/') + 1);
        SignIn.Visitor li = Traders.someoneOf("别家" + Traders.aWord(), SignIn.applicationUrl(), "buyer-li");
        assertThat(li.get(one).statusCode()).isEqualTo(404);
        assertThat(li.get("/my/consignments/legs/" + ask).statusCode()).isEqualTo(404);
        assertThat(li.post(one + "/depart", Map.of("departedAt", minutes(-1))).statusCode())
                .isEqualTo(404);
        assertThat(li.get(emergency + "/run").statusCode()).isIn(403, 404);
        assertThat(chen.get(emergency + "/run/" + id).statusCode()).isEqualTo(200);
        SignIn.Visitor elsewhere =
                Traders.someoneOf("别的指挥部" + Traders.aWord(), SignIn.applicationUrl(), "coordinator-chen");
        assertThat(elsewhere.get(emergency + "/run/" + id).statusCode()).isEqualTo(404);
        assertThat(wang.get("/my/consignments/nonsense").statusCode()).isEqualTo(404);
    }

    private static Map<String, String> goods(String amount) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("key", Traders.aWord());
        fields.put("amount", amount);
        fields.put("vehicle", "晋A12345");
        fields.put("driver", "王堃");
        fields.put("driverMobile", "13700001111");
        fields.put("from", "江苏江阴");
        fields.put("departure", minutes(60));
        fields.put("arrival", minutes(60 * 24));
        return fields;
    }

    private static String minutes(int from) {
        return LocalDateTime.now(ZONE)
                .plusMinutes(from)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
