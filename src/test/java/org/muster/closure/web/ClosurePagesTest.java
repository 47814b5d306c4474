package org.muster.closure.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.allocation.LegalBasis;
import org.muster.ask.AskState;
import org.muster.ask.RepairState;
import org.muster.closure.Closures;
import org.muster.closure.Settlement;
import org.muster.emergency.EmergencyId;
import org.muster.emergency.Entry;
import org.muster.identity.Actor;
import org.muster.reservation.ClaimState;
import org.muster.testing.Emergencies;
import org.muster.testing.Markup;
import org.muster.testing.SignIn;
import org.muster.testing.Traders;

/** An emergency ends: nothing is left held by nobody, the report says what came of it, and everybody may fetch what was contracted. */
@QuarkusTest
class ClosurePagesTest {

    private static final String SCHEMAS = "https://standard.open-contracting.org/schema/1__1__5/";

    @Inject
    ObjectMapper json;

    @Inject
    Closures closures;

    @SuppressWarnings("NullAway.Init")
    private SignIn.Visitor chen;

    private String open = "";
    private String openTitle = "";
    private String shy = "";
    private String shyTitle = "";
    private String emergency = "";

    private String openListing = "";
    private String shyListing = "";

    @BeforeEach
    void an_office_and_two_suppliers() {
        chen = Traders.someoneOf("指挥部" + Traders.aWord(), SignIn.applicationUrl(), "coordinator-chen");
        emergency = Emergencies.declared(chen, "收尾" + Traders.aWord(), "山西侯马");
        open = "公开供方" + Traders.aWord();
        openTitle = "口罩库存" + Traders.aWord();
        SignIn.Visitor wang = Traders.someoneOf(open, SignIn.applicationUrl(), "supplier-wang");
        openListing = Traders.publishStock(wang, openTitle, 5000);
        shy = "不露面供方" + Traders.aWord();
        shyTitle = "暗仓" + Traders.aWord();
        SignIn.Visitor hidden = Traders.someoneOf(shy, SignIn.applicationUrl(), "supplier-wang");
        shyListing = Traders.publishStock(hidden, shyTitle, 5000, Map.of("confidentiality", "COORDINATORS_ONLY"));
    }

    @Test
    void what_is_held_is_settled_by_name_and_nothing_typed_is_lost() {
        promise(ask(openListing, "2000"), "李厂长");
        ask(openListing, "300");
        HttpResponse<String> page = chen.get(emergency + "/close");
        assertThat(Markup.problemsOf(page.body())).isEmpty();
        assertThat(Jsoup.parse(page.body()).text()).contains("无人承诺，但仍为本事件预留着", "已承诺，尚未交付", "2,000", "300");

        HttpResponse<String> refused = chen.post(emergency + "/close", Map.of("closeReason", "全部验收合格"));
        assertThat(refused.statusCode()).isEqualTo(422);
        Document again = Jsoup.parse(refused.body());
        assertThat(again.select("[role=alert] a").eachAttr("href")).containsExactly("#settlement");
        assertThat(again.text()).contains("还有 1 项无人承诺的预留、1 项已承诺未交付的预留");
        assertThat(again.select("#closeReason").text()).isEqualTo("全部验收合格");
        HttpResponse<String> nonsense =
                chen.post(emergency + "/close", Map.of("closeReason", "全部验收合格", "settlement", "WHATEVER"));
        assertThat(nonsense.statusCode()).isEqualTo(422);
        assertThat(chen.page(emergency + "/asks").text()).contains("已承诺 1，待答复 1");

        HttpResponse<String> closed =
                chen.post(emergency + "/close", Map.of("closeReason", "全部验收合格", "settlement", "KEEP_PROMISED"));
        assertThat(closed.statusCode()).isEqualTo(200);
        assertThat(Markup.problemsOf(closed.body())).isEmpty();
        assertThat(Jsoup.parse(closed.body()).text())
                .contains("已结束，只读", open, "2,000", "已承诺", "已撤回", "指挥部撤回", "全部验收合格", "没有发出过规划");
        assertThat(chen.page(emergency + "/asks").text()).contains("已承诺 1，待答复 0");
        // What nobody had promised can be held again, what was promised cannot.
        String next = Emergencies.declared(chen, "下一个" + Traders.aWord(), "山西侯马");
        assertThat(askFor(next, openListing, "3001").statusCode()).isEqualTo(422);
        assertThat(askFor(next, openListing, "3000").body()).contains("已预留并发出询问");
        assertThat(chen.get(emergency + "/close").statusCode()).isEqualTo(404);
    }

    @Test
    void promises_not_delivered_are_given_back_where_that_is_chosen() {
        promise(ask(openListing, "5000"), "李厂长");
        HttpResponse<String> closed =
                chen.post(emergency + "/close", Map.of("closeReason", "疫情结束，不再需要", "settlement", "TAKE_BACK_ALL"));
        assertThat(Jsoup.parse(closed.body()).text()).contains("承诺后退回", "指挥部撤回");
        String next = Emergencies.declared(chen, "下一个" + Traders.aWord(), "山西侯马");
        assertThat(askFor(next, openListing, "5000").body()).contains("已预留并发出询问");
    }

    @Test
    void the_report_reads_the_same_on_paper() throws IOException {
        promise(ask(openListing, "2000"), "李厂长");
        chen.post(emergency + "/close", Map.of("closeReason", "全部验收合格", "settlement", "KEEP_PROMISED"));
        HttpResponse<byte[]> pdf = chen.file(emergency + "/report.pdf");
        assertThat(pdf.headers().firstValue("Content-Type")).hasValue("application/pdf");
        String read;
        try (PDDocument document = Loader.loadPDF(pdf.body())) {
            read = new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
        assertThat(read)
                .contains("总结报告", open, "2,000只", "结束：全部验收合格", "没有发出过规划", "没有人突破公布的次序", "本报告由记录自动汇总")
                .containsSubsequence("经过", "宣布", "预留并询问", "供方承诺");
        SignIn.Visitor li = Traders.someoneOf("别家" + Traders.aWord(), SignIn.applicationUrl(), "buyer-li");
        for (String path : List.of("/report", "/report.pdf", "/close")) {
            assertThat(li.get(emergency + path).statusCode()).as(path).isIn(403, 404);
        }
    }

    /** In whole words of people: no name that only the program knows. */
    @Test
    void in_english_no_state_is_called_as_the_program_calls_it() throws IOException {
        promise(ask(openListing, "2000"), "李厂长");
        ask(openListing, "300");
        chen.post(emergency + "/close", Map.of("closeReason", "全部验收合格", "settlement", "KEEP_PROMISED"));
        chen.post("/preferences/language", Map.of("language", "en", "to", "/"));
        String page = chen.page(emergency + "/report").text();
        assertThat(page).contains("2,000 pieces", "Committed");
        String read;
        try (PDDocument document =
                Loader.loadPDF(chen.file(emergency + "/report.pdf").body())) {
            read = new PDFTextStripper().getText(document);
        }
        assertThat(read).contains("2,000");
        Stream<Enum<?>> states = Stream.of(
                        AskState.values(),
                        ClaimState.values(),
                        Settlement.values(),
                        LegalBasis.values(),
                        Entry.Deed.values(),
                        RepairState.values())
                .flatMap(Stream::of);
        for (String name : states.map(Enum::name).distinct().toList()) {
            assertThat(page).doesNotContainPattern("\\b" + name + "\\b");
            assertThat(read).doesNotContainPattern("\\b" + name + "\\b");
        }
    }

    @Test
    void the_public_record_validates_and_has_nothing_that_was_withheld() throws IOException {
        chen.post(emergency + "/publish", Map.of());
        promise(ask(openListing, "2000"), "李厂长");
        promise(ask(shyListing, "700"), "赵厂长");
        String record = emergency + "/public-record.json";
        assertThat(SignIn.asNobody().get(record).statusCode())
                .as("while it runs")
                .isEqualTo(404);
        chen.post(emergency + "/close", Map.of("closeReason", "全部验收合格 13912340000", "settlement", "KEEP_PROMISED"));

        HttpResponse<String> answer = SignIn.asNobody().get(record);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        JsonNode whole = json.readTree(answer.body());
        JsonSchema schema = schema();
        assertThat(schema.validate(whole))
                .extracting(ValidationMessage::getMessage)
                .isEmpty();
        assertThat(whole.get("uri").textValue()).endsWith(record);
        JsonNode purchase = release(whole, "purchase");
        assertThat(purchase.get("tender").get("status").textValue()).isEqualTo("complete");
        assertThat(purchase.get("awards")).hasSize(2);
        assertThat(purchase.get("contracts")).hasSize(2);
        assertThat(purchase.get("awards").findValuesAsText("name")).contains(open);
        assertThat(purchase.get("awards")
                        .get(0)
                        .get("items")
                        .get(0)
                        .get("quantity")
                        .intValue())
                .isIn(2000, 700);
        assertThat(answer.body())
                .contains(open, "应供方要求不公开")
                .doesNotContain(shy, shyTitle, shyListing)
                .doesNotContain("13812345678", "13912340000", "13876543210", "4012345")
                .doesNotContain("李厂长", "赵厂长", "陈统筹", "周替班");

        // The schema does see what is wrong.
        ((ObjectNode) release(whole, "purchase")).remove("ocid");
        ((ObjectNode) release(whole, "planning")).put("date", "yesterday");
        Set<ValidationMessage> wrong =
                schema.validate(whole, context -> context.getExecutionConfig().setFormatAssertionsEnabled(true));
        assertThat(wrong).extracting(ValidationMessage::getMessage).hasSize(2);
    }

    @Test
    void what_was_never_published_has_no_public_record() {
        chen.post(emergency + "/close", Map.of("closeReason", "虚惊一场"));
        assertThat(chen.page(emergency + "/report").text()).contains("没有公开记录");
        assertThat(SignIn.asNobody().get(emergency + "/public-record.json").statusCode())
                .isEqualTo(404);
        assertThat(closures.report(Actor.visitor(), EmergencyId.of(emergency.substring(13)), Instant.EPOCH))
                .isEmpty();
    }

    private static JsonNode release(JsonNode whole, String process) {
        for (JsonNode one : whole.get("releases")) {
            if (one.path("id").asText().contains("-" + process + "-")) {
                return one;
            }
        }
        throw new AssertionError("No release " + process + " in " + whole);
    }

    private static JsonSchema schema() {
        return JsonSchemaFactory.getInstance(
                        SpecVersion.VersionFlag.V4,
                        builder -> builder.schemaMappers(mappers -> mappers.mapPrefix(SCHEMAS, "classpath:ocds/")))
                .getSchema(SchemaLocation.of(SCHEMAS + "release-package-schema.json"));
    }

    private String ask(String listing, String amount) {
        HttpResponse<String> sent = askFor(emergency, listing, amount);
        assertThat(sent.body()).contains("已预留并发出询问");
        return Jsoup.parse(sent.body()).select("a[href*=/asks/][aria-label]").eachAttr("href").stream()
                .filter(one -> chen.page(one)
                        .select("#message")
                        .text()
                        .contains(amount.length() > 3 ? amount.charAt(0) + "," + amount.substring(1) : amount))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> askFor(String of, String listing, String amount) {
        String area = chen.page(of + "/asks").select("#place option").get(0).val();
        return chen.post(
                of + "/asks/one",
                Map.of(
                        "listing",
                        SignIn.applicationUrl() + "/listings/" + listing,
                        "amount",
                        amount,
                        "neededBy",
                        LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(3).toString(),
                        "place",
                        area,
                        "basis",
                        "MARKET_PURCHASE"));
    }

    private void promise(String ask, String name) {
        String link =
                URI.create(chen.page(ask).select("a.long-link").attr("href")).getPath();
        HttpResponse<String> thanked =
                SignIn.asNobody().post(link, Map.of("answer", "YES", "name", name, "lastFour", "3210", "note", "马上装车"));
        assertThat(thanked.body()).contains("已收到答复");
    }
}
