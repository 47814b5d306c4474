package org.muster.ask.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.notification.Mailbox;
import org.muster.notification.StoredMessage;
import org.muster.outbox.OutboxWorker;
import org.muster.testing.Emergencies;
import org.muster.testing.Markup;
import org.muster.testing.SignIn;
import org.muster.testing.Traders;

/** The office asks, the supplier answers on a telephone without an account, and the office sees it. */
@QuarkusTest
class AskPagesTest {

    @Inject
    OutboxWorker outbox;

    @Inject
    Mailbox mailbox;

    @SuppressWarnings("NullAway.Init")
    private SignIn.Visitor chen;

    private String emergency = "";
    private String organisation = "";
    private String listing = "";

    @BeforeEach
    void an_office_and_a_supplier() {
        chen = Traders.someoneOf("指挥部" + Traders.aWord(), SignIn.applicationUrl(), "coordinator-chen");
        organisation = "供方" + Traders.aWord();
        SignIn.Visitor supplier = Traders.someoneOf(organisation, SignIn.applicationUrl(), "supplier-wang");
        listing = Traders.publishStock(supplier, "口罩库存" + Traders.aWord(), 5000);
        emergency = Emergencies.declared(chen, "山西保障" + Traders.aWord(), "山西侯马");
    }

    @Test
    void a_supplier_is_asked_answers_without_an_account_and_the_office_sees_it() {
        HttpResponse<String> refused = chen.post(
                emergency + "/asks/one", Map.of("listing", "nonsense", "amount", "许多", "basis", "REQUISITION"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("[role=alert] a").eachAttr("href"))
                .containsExactlyInAnyOrder("#listing", "#neededBy", "#place", "#authority", "#document");
        assertThat(Jsoup.parse(refused.body()).select("#listing").val()).isEqualTo("nonsense");

        HttpResponse<String> sent = ask("2000");
        assertThat(sent.body()).contains("已预留并发出询问", "共 1 家，已承诺 0，待答复 1", organisation);
        assertThat(Markup.problemsOf(sent.body())).isEmpty();
        String ask =
                Jsoup.parse(sent.body()).select("a[href*=/asks/][aria-label]").attr("href");
        Document desk = chen.page(ask);
        assertThat(desk.select("#message").text()).contains(organisation, "2,000", "13812345678");
        assertThat(chen.get(ask + "/qr.svg").body()).startsWith("<svg");
        String link = URI.create(desk.select("a.long-link").attr("href")).getPath();

        SignIn.Visitor phone = SignIn.asNobody();
        HttpResponse<String> card = phone.get(link);
        assertThat(card.statusCode()).isEqualTo(200);
        assertThat(Markup.problemsOf(card.body())).isEmpty();
        Document shown = Jsoup.parse(card.body());
        assertThat(shown.text()).contains("省指挥部（防指发 1 号）", "2,000", "山西省", "市场采购", "未报价", "核实请回拨 陈统筹 13812345678");
        assertThat(shown.select("a[href=tel:13812345678]")).hasSize(1);
        HttpResponse<String> wrong =
                phone.post(link, Map.of("answer", "YES", "name", "李厂长", "lastFour", "1111", "note", "马上装车"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(wrong.body()).select("#note").text()).contains("马上装车");
        assertThat(Jsoup.parse(wrong.body()).select("[role=alert] a").eachAttr("href"))
                .containsExactly("#lastFour");
        HttpResponse<String> thanked =
                phone.post(link, Map.of("answer", "YES", "name", "李厂长", "lastFour", "3210", "note", "马上装车"));
        assertThat(Jsoup.parse(thanked.body()).text()).contains("已收到答复", "已承诺", "李厂长 · 马上装车");
        HttpResponse<String> again =
                phone.post(link, Map.of("answer", "NO", "name", "李厂长", "lastFour", "3210", "note", "不行了"));
        assertThat(Jsoup.parse(again.body()).text()).contains("最先的答复有效", "已承诺");

        assertThat(chen.page(emergency + "/asks").text()).contains("已承诺 1，待答复 0");
        assertThat(chen.page(emergency + "/board").text()).contains("预留并询问", "供方答复");
    }

    @Test
    void the_same_card_waits_in_the_inbox_and_nobody_else_finds_it() {
        ask("300");
        SignIn.Visitor wang = SignIn.as("supplier-wang");
        Document inbox = wang.page("/my/inbox");
        String card = inbox.select("a.row-title").attr("href");
        assertThat(card).startsWith("/my/inbox/");
        HttpResponse<String> page = wang.get(card);
        assertThat(Markup.problemsOf(page.body())).isEmpty();
        assertThat(Jsoup.parse(page.body()).select("#lastFour")).isEmpty();
        HttpResponse<String> none = wang.post(card, Map.of("answer", "YES_IF", "note", ""));
        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(wang.post(card, Map.of("answer", "YES_IF", "conditions", "VEHICLE", "note", "缺车"))
                        .body())
                .contains("已收到答复");
        assertThat(chen.page(emergency + "/asks").text()).contains("有条件", "等指挥部 1");
        assertThat(chen.page(emergency + "/rolls").text()).contains(organisation, "车辆", "缺车");
        SignIn.Visitor li = Traders.someoneOf("别家" + Traders.aWord(), SignIn.applicationUrl(), "buyer-li");
        assertThat(li.get(card).statusCode()).isIn(403, 404);
        assertThat(li.get(emergency + "/asks").statusCode()).isIn(403, 404);
        assertThat(SignIn.asNobody().get("/answers/AAAA").statusCode()).isEqualTo(404);
    }

    @Test
    void the_letter_says_all_of_it_in_both_languages() {
        ask("1000");
        outbox.drain();
        StoredMessage letter = mailbox.latest(500).stream()
                .filter(one ->
                        one.toName().equals(organisation) && one.subjectZh().startsWith("请答复"))
                .findFirst()
                .orElseThrow();
        String thing = letter.subjectZh().replace("请答复：能否供应", "");
        assertThat(letter.link()).startsWith("/answers/");
        assertThat(letter.subjectEn()).isEqualTo("Please answer: can you supply " + thing + "?");
        assertThat(letter.bodyZh().replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d", "T"))
                .isEqualTo(organisation + "，您好！省指挥部（防指发 1 号）请贵单位供应" + thing
                        + " 1000 只。请在 T（北京时间）前打开下面的链接答复，不用注册，可以转给同事。核实请拨 13812345678（陈统筹）。价格依据：未报价。法律依据：市场采购。");
        assertThat(letter.bodyEn().replaceAll("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d", "T"))
                .startsWith("Dear " + organisation + ", 省指挥部 (防指发 1 号) asks you for " + thing + " 1000 ")
                .endsWith("Please open the link below and answer by T (Beijing time); no account is needed, and you may"
                        + " forward it to colleagues. To make sure it is us, ring 13812345678 (陈统筹). Price basis: no price was named."
                        + " Legal basis: market purchase.");
    }

    private HttpResponse<String> ask(String amount) {
        String area =
                chen.page(emergency + "/asks").select("#place option").get(0).val();
        return chen.post(
                emergency + "/asks/one",
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
}
