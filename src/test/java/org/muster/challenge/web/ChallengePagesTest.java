package org.muster.challenge.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.matching.Matches;
import org.muster.matching.Matching;
import org.muster.matching.Need;
import org.muster.notification.Mailbox;
import org.muster.notification.StoredMessage;
import org.muster.outbox.OutboxWorker;
import org.muster.reference.Places;
import org.muster.reservation.Change;
import org.muster.reservation.HoldRequest;
import org.muster.reservation.HoldView;
import org.muster.reservation.Market;
import org.muster.reservation.Reservations;
import org.muster.shared.ListingId;
import org.muster.shared.Quantity;
import org.muster.testing.Browser;
import org.muster.testing.Emergencies;
import org.muster.testing.Look;
import org.muster.testing.Markup;
import org.muster.testing.SignIn;
import org.muster.testing.SignIn.Visitor;
import org.muster.testing.Traders;

@QuarkusTest
class ChallengePagesTest {

    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @Inject
    OutboxWorker outbox;

    @Inject
    Mailbox mailbox;

    @Inject
    Market market;

    @Inject
    Matching matching;

    @Inject
    Places places;

    @Inject
    Reservations reservations;

    @Inject
    Clock clock;

    // ── Publishing ──────────────────────────────────────────────────────────────

    @Test
    void a_draft_is_nobodys_business_until_it_is_published_and_never_tells_of_the_emergency() {
        Visitor chen = SignIn.as("coordinator-chen");
        String secret = "保密事件" + Traders.aWord();
        String emergency = emergency(chen, secret);
        String title = "熔喷布急缺" + Traders.aWord();
        Map<String, String> typed = typed(title);
        typed.put("emergency", emergency);
        String url = chen.post("/challenges/new", typed).uri().getPath();
        assertThat(SignIn.asNobody().get(url).statusCode()).isEqualTo(404);
        assertThat(SignIn.asNobody().page("/challenges").text()).doesNotContain(title);

        assertThat(chen.post(url + "/publish", Map.of()).body()).contains("已张榜");

        Document shown = SignIn.asNobody().page(url);
        assertThat(shown.select("h1").text()).isEqualTo(title);
        assertThat(shown.text())
                .contains("20 吨", "侯马", "过滤效率 ≥ 95 %", "每吨可做 100 万只口罩", "我要揭榜")
                .containsPattern("还有 (9|10) 天 \\d+ 小时")
                .doesNotContain(secret);
        assertThat(SignIn.asNobody().page("/challenges").text()).contains(title);
        assertThat(SignIn.asNobody().page("/").select("section[aria-labelledby=challenges-title]"))
                .isNotEmpty();
        assertThat(chen.page(url).text()).contains(secret, "张榜", "只有统筹人员");
    }

    @Test
    void what_cannot_be_read_is_refused_in_its_field_and_nothing_typed_is_lost() {
        Visitor chen = SignIn.as("coordinator-chen");
        Map<String, String> typed = typed("看不懂的榜");
        typed.put("limits", "过滤效率 ≥ 95 %\n越多越好");
        typed.put("amount", "很多");
        typed.put("place", "鼓楼区");
        typed.put("neededBy", "2020-01-01");
        HttpResponse<String> refused = chen.post("/challenges/new", typed);
        assertThat(refused.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(refused.body());
        assertThat(page.select("[role=alert] a").eachAttr("href"))
                .containsExactlyInAnyOrder("#limits", "#amount", "#place", "#neededBy");
        assertThat(page.text()).contains("看不懂“越多越好”", "看不懂“很多”", "最晚到货日期早于揭榜截止时间");
        assertThat(page.select("#limits").text()).contains("过滤效率 ≥ 95 %");
        assertThat(page.select("#paper-TEST_REPORT").hasAttr("checked")).isTrue();
        assertThat(Markup.problemsOf(refused.body())).isEmpty();
    }

    @Test
    void others_neither_write_nor_end_nor_see_claims() {
        String url = published(SignIn.as("coordinator-chen"), "别人的榜" + Traders.aWord());
        Visitor li = SignIn.as("buyer-li");
        for (String path : new String[] {"/edit", "/claims", "/invite"}) {
            assertThat(li.get(url + path).statusCode()).as(path).isIn(403, 404);
        }
        assertThat(li.post(url + "/end", Map.of("how", "WITHDRAWN", "reason", "不要了"))
                        .statusCode())
                .isIn(403, 404);
        assertThat(SignIn.asNobody().page(url).text()).contains("我要揭榜");
    }

    @Test
    void who_is_not_signed_in_is_led_back_to_the_claim() {
        String url = published(SignIn.as("coordinator-chen"), "登录后揭榜" + Traders.aWord());
        Visitor somebody = SignIn.asNobody();
        HttpResponse<String> login = somebody.get(url + "/claim");
        assertThat(login.uri().getPath()).contains("/realms/muster/");
        HttpResponse<String> back = somebody.signIn(login, "supplier-wang");
        assertThat(back.uri().getPath()).isIn(url + "/claim", "/register");
    }

    @Test
    void a_closed_challenge_takes_no_claims_and_a_withdrawn_one_stands_on_no_list() {
        Visitor chen = SignIn.as("coordinator-chen");
        String title = "要结束的榜" + Traders.aWord();
        String url = published(chen, title);
        assertThat(chen.post(url + "/end", Map.of("how", "CLOSED", "reason", ""))
                        .statusCode())
                .isEqualTo(422);
        chen.post(url + "/end", Map.of("how", "CLOSED", "reason", "够了"));
        Visitor maker = maker("结束后" + Traders.aWord());
        HttpResponse<String> late = claim(maker, url, claim("5 吨"));
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("揭榜已截止");
        String other = "要撤的榜" + Traders.aWord();
        String withdrawn = published(chen, other);
        chen.post(withdrawn + "/end", Map.of("how", "WITHDRAWN", "reason", "不需要了"));
        assertThat(SignIn.asNobody().page("/challenges").text()).contains(title).doesNotContain(other);
        assertThat(chen.page(withdrawn).text()).contains("不需要了");
    }

    // ── Claims and decisions ────────────────────────────────────────────────────

    @Test
    void a_claim_is_made_asked_about_answered_and_accepted_in_part() {
        Visitor chen = SignIn.as("coordinator-chen");
        String title = "熔喷布二十吨" + Traders.aWord();
        String url = published(chen, title);
        String firm = "江阴熔喷" + Traders.aWord() + "有限公司";
        Visitor maker = maker(firm);
        Map<String, String> typed = claim("12 吨");
        typed.put("figure-0", "96.5");
        HttpResponse<String> taken = maker.upload(url + "/claim", typed, "evidence", "检测报告.png", PNG);
        assertThat(maker.page(url + "/claim").text()).as(taken.body()).contains("待定", "检测报告.png");

        Document claims = chen.page(url + "/claims");
        assertThat(claims.select("tbody tr").text())
                .contains(firm, "12 吨", "¥30,000.00 / 吨", "过滤效率 ≥ 95 %，报 96.5", "检测报告 没有", "证书 没有这个号：查不到", "来得及")
                .as("a paper that nobody has shown is a doubt");
        String row = claims.select("form[action$=/ask]").attr("action").replace("/ask", "");
        String file = claims.select("a[href*=/evidence/]").attr("href");
        assertThat(chen.get(file).statusCode()).isEqualTo(200);
        assertThat(SignIn.as("buyer-li").get(file).statusCode()).isEqualTo(404);

        String id = row.substring(row.lastIndexOf('/') + 1);
        chen.post(row + "/ask", Map.of("question-" + id, "第一批哪天能发？"));
        assertThat(maker.page("/my/challenges").text()).contains(title, "等您回答");
        maker.post(url + "/claim/answer", Map.of("said", "明天先发 3 吨。"));
        assertThat(chen.page(url + "/claims").text()).contains("第一批哪天能发？", "明天先发 3 吨。");

        HttpResponse<String> tooMuch = chen.post(row + "/accept", Map.of("amount-" + id, "13 吨"));
        assertThat(tooMuch.statusCode()).isEqualTo(422);
        assertThat(tooMuch.body()).contains("对方只报了 12 吨");
        chen.post(row + "/accept", Map.of("amount-" + id, "8 吨"));

        assertThat(SignIn.asNobody().page(url).select(".challenge-sums").text())
                .contains("12 吨")
                .contains("共 20 吨");
        assertThat(maker.page(url + "/claim").text()).contains("已接受", "接受了 8 吨");
        HttpResponse<String> changed = claim(maker, url, claim("2 吨"));
        assertThat(changed.statusCode()).isEqualTo(422);
        assertThat(changed.body()).contains("揭榜已被接受，不能再改");

        outbox.drain();
        offeredToThePlannerUntilItIsTakenBack(chen.page(url + "/claims"), maker, url);
        assertThat(letter("揭榜已被接受：" + title))
                .extracting(
                        StoredMessage::subjectZh,
                        StoredMessage::bodyZh,
                        StoredMessage::subjectEn,
                        StoredMessage::bodyEn,
                        StoredMessage::link)
                .containsExactly(
                        "揭榜已被接受：" + title,
                        "“" + firm + "”的揭榜已被接受，接受的数量写在下面的链接里。请按承诺的日期备货；做不到请尽早退出。",
                        "Your claim was accepted: " + title,
                        "The claim of “" + firm
                                + "” was accepted; the link below tells for how much. Have it ready on the day you promised; if you cannot, withdraw early.",
                        url + "/claim");
        assertThat(letter("揭榜有问题等您回答：" + title).bodyZh()).isEqualTo("统筹方想了解：第一批哪天能发？ 请打开下面的链接回答。");

        maker.post(url + "/claim/withdraw", Map.of());
        assertThat(SignIn.asNobody()
                        .page(url)
                        .select(".challenge-sums .clock:first-child")
                        .text())
                .as("what was accepted is wanted again")
                .contains("还需要 20 吨");
    }

    @Test
    void never_more_is_accepted_than_is_wanted() {
        Visitor chen = SignIn.as("coordinator-chen");
        String url = published(chen, "别多要" + Traders.aWord());
        for (int i = 0; i < 2; i++) {
            claim(maker("熔喷" + Traders.aWord() + "厂"), url, claim("15 吨"));
        }
        Document claims = chen.page(url + "/claims");
        String first = claims.select("form[action$=/accept]").get(0).attr("action");
        String second = claims.select("form[action$=/accept]").get(1).attr("action");
        chen.post(first, Map.of());
        HttpResponse<String> over = chen.post(second, Map.of());
        assertThat(over.statusCode()).isEqualTo(422);
        assertThat(over.body()).contains("只还需要 5 吨");
        String id = second.replaceAll(".*/claims/(.*)/accept", "$1");
        HttpResponse<String> unsaid = chen.post(second.replace("/accept", "/decline"), Map.of("reason-" + id, ""));
        assertThat(unsaid.statusCode()).isEqualTo(422);
        chen.post(second.replace("/accept", "/decline"), Map.of("reason-" + id, "已经够了"));
        assertThat(chen.page(url + "/claims").text()).contains("未接受", "理由：已经够了");
    }

    @Test
    void a_claim_that_is_refused_keeps_what_was_typed_and_its_file() {
        String url = published(SignIn.as("coordinator-chen"), "写错的揭榜" + Traders.aWord());
        Visitor maker = maker("粗心" + Traders.aWord() + "厂");
        Map<String, String> typed = claim("30 吨");
        typed.put("figure-0", "");
        typed.put("readyBy", "2020-01-01");
        HttpResponse<String> refused = maker.upload(url + "/claim", typed, "evidence", "现场.png", PNG);
        assertThat(refused.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(refused.body());
        assertThat(page.select("[role=alert] a").eachAttr("href"))
                .containsExactlyInAnyOrder("#amount", "#readyBy", "#figure-0");
        assertThat(page.text()).contains("最多 20 吨", "现场.png");
        assertThat(page.select("#notes").text()).isEqualTo("可分批发货");
        assertThat(page.select("input[name=kept]")).hasSize(1);
        assertThat(Markup.problemsOf(refused.body())).isEmpty();
        HttpResponse<String> noPicture = maker.upload(
                url + "/claim", claim("5 吨"), "evidence", "病毒.exe", "MZ".getBytes(StandardCharsets.US_ASCII));
        assertThat(noPicture.statusCode()).isEqualTo(422);
    }

    // ── Invitations ─────────────────────────────────────────────────────────────

    @Test
    void makers_of_convertible_lines_are_invited_once_and_never_against_their_will() {
        Visitor chen = SignIn.as("coordinator-chen");
        String title = "转产熔喷布" + Traders.aWord();
        String url = published(chen, title);
        String willing = "愿意转产" + Traders.aWord() + "有限公司";
        String unwilling = "不愿转产" + Traders.aWord() + "有限公司";
        String shy = "只给统筹" + Traders.aWord() + "有限公司";
        lineOf(shy, "supplier-wang", "COORDINATORS_ONLY");
        Visitor maker = lineOf(willing, "supplier-wang", "PUBLIC");
        Visitor other = lineOf(unwilling, "buyer-li", "PUBLIC");
        other.post("/my/challenges/invitations", Map.of("wanted", "false"));

        Document makers = chen.page(url + "/invite");
        assertThat(makers.text()).contains(willing).doesNotContain(unwilling).doesNotContain(shy);
        String id = makers.select("tr:contains(" + willing + ") input[name=organisation]")
                .val();
        chen.post(url + "/invite", Map.of("organisation", id));

        assertThat(chen.page(url + "/invite")
                        .select("tr:contains(" + willing + ")")
                        .text())
                .contains("邀请")
                .doesNotContain("邀请 " + willing);
        assertThat(chen.post(url + "/invite", Map.of("organisation", id)).statusCode())
                .as("nobody is invited twice")
                .isEqualTo(422);
        assertThat(maker.page("/my/challenges").text()).contains(title);
        assertThat(other.page("/my/challenges").text()).doesNotContain(title).contains("不接受邀请");
        outbox.drain();
        assertThat(letter("邀请揭榜：" + title).bodyEn())
                .isEqualTo(
                        "A line that “" + willing
                                + "” lists could be changed over to something that is scarce now. The link below tells specification and deadline; you may claim all of it or a part. Invitations can be turned off under “Our challenges”.");
    }

    // ── A phone, without scripts ────────────────────────────────────────────────

    @Test
    void a_maker_claims_on_a_phone() {
        String title = "手机揭榜" + Traders.aWord();
        String url = published(SignIn.as("coordinator-chen"), title);
        maker("手机厂" + Traders.aWord() + "有限公司");
        try (var window = Browser.open(Look.phone())) {
            Page page = window.newPage();
            SignIn.into(page, "supplier-wang");
            page.navigate(SignIn.applicationUrl() + url);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("我要揭榜"))
                    .click();
            page.getByLabel("能供应多少").fill("3 吨");
            page.getByLabel("单价").fill("28000");
            page.getByLabel("哪天能交齐").fill(day(5));
            page.getByLabel("现有产线生产").check();
            page.getByLabel("过滤效率").fill("95");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提交揭榜"))
                    .click();
            PlaywrightAssertions.assertThat(page.getByText("揭榜已提交")).isVisible();
        }
    }

    /** What was accepted is a lot of eight tonnes that matching finds and the ledger gives away once. */
    private void offeredToThePlannerUntilItIsTakenBack(Document claims, Visitor maker, String url) {
        String page = claims.select("a:contains(下一次规划的供给)").attr("href");
        assertThat(page).startsWith("/listings/");
        assertThat(SignIn.asNobody().get(page).statusCode()).isEqualTo(404);
        assertThat(SignIn.as("buyer-li").get(page).statusCode()).isEqualTo(404);
        assertThat(maker.page(page).text()).contains("8 吨", "过滤效率");
        ListingId lot = ListingId.of(page.replace("/listings/", ""));
        Instant now = clock.instant();
        Actor buyer = market.somebody();
        Actor office =
                new Actor(buyer.person(), "指挥部", Set.of(Role.MEMBER, Role.COORDINATOR), buyer.organisation(), true);
        Awaitility.await()
                .untilAsserted(() -> assertThat(matches(office, 14).candidates())
                        .as(() -> matches(office, 14).nearMisses().toString())
                        .extracting(one -> one.listing().id())
                        .contains(lot));
        assertThat(matches(office, 3).candidates())
                .as("ready in nine days")
                .extracting(one -> one.listing().id())
                .doesNotContain(lot);

        HoldView held = reservations
                .holdForEmergency(
                        office,
                        new HoldRequest("claim " + lot, List.of(Market.amount(lot, "8", "tonne")), null, ""),
                        now)
                .orElseThrow();
        HttpResponse<String> counted = maker.post(url + "/claim/withdraw", Map.of());
        assertThat(counted.statusCode()).as("somebody counts on it").isEqualTo(422);
        assertThat(maker.page(url + "/claim").text()).contains("已接受");
        reservations
                .release(office, held.id(), new Change("back " + lot, "不用了"), now)
                .orElseThrow();
    }

    private Matches matches(Actor office, int days) {
        Need need = Need.of(
                        "meltblown-fabric",
                        places.byCode("141081").orElseThrow(),
                        clock.instant().plus(Duration.ofDays(days)))
                .of(Quantity.of("8", "tonne"));
        return matching.match(office, need, clock.instant());
    }

    // ── Vocabulary ──────────────────────────────────────────────────────────────

    private StoredMessage letter(String subject) {
        return mailbox.latest(300).stream()
                .filter(one -> one.subjectZh().equals(subject))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No letter: " + subject));
    }

    private static Visitor maker(String firm) {
        return Traders.someoneOf(firm, SignIn.applicationUrl(), "supplier-wang");
    }

    private static Visitor lineOf(String firm, String who, String confidentiality) {
        Visitor maker = Traders.someoneOf(firm, SignIn.applicationUrl(), who);
        Traders.publishLine(
                maker,
                firm + "喷绒线",
                Map.of(
                        "products", "保温棉",
                        "convertibleProducts", "熔喷布",
                        "confidentiality", confidentiality));
        return maker;
    }

    private String day(int ahead) {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"))
                .plusDays(ahead)
                .toString();
    }

    private Map<String, String> typed(String title) {
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("emergency", "");
        typed.put("title", title);
        typed.put("titleEn", "");
        typed.put("item", "熔喷布");
        typed.put("specification", "口罩级熔喷布，幅宽 175 mm");
        typed.put("limits", "过滤效率 ≥ 95 %");
        typed.put("amount", "20 吨");
        typed.put("place", "山西侯马");
        typed.put("closesAt", day(10) + "T18:00");
        typed.put("neededBy", day(14));
        typed.put("unlocks", "每吨可做 100 万只口罩");
        typed.put("unlocksEn", "each tonne makes 1.0 M masks");
        typed.put("papers", "TEST_REPORT");
        return typed;
    }

    private String published(Visitor coordinator, String title) {
        HttpResponse<String> drafted = coordinator.post("/challenges/new", typed(title));
        String url = drafted.uri().getPath();
        assertThat(url).as(drafted.body()).matches("/challenges/[0-9a-f-]{36}");
        coordinator.post(url + "/publish", Map.of());
        return url;
    }

    private Map<String, String> claim(String amount) {
        Map<String, String> claim = new LinkedHashMap<>();
        claim.put("amount", amount);
        claim.put("price", "30000");
        claim.put("taxIncluded", "true");
        claim.put("delivery", "DELIVERED");
        claim.put("readyBy", day(9));
        claim.put("way", "LINE");
        claim.put("listing", "");
        claim.put("figure-0", "95");
        claim.put("certificates", "没有这个号");
        claim.put("notes", "可分批发货");
        return claim;
    }

    private static HttpResponse<String> claim(Visitor maker, String url, Map<String, String> fields) {
        return maker.upload(url + "/claim", fields);
    }

    private static String emergency(Visitor coordinator, String name) {
        return Emergencies.declared(coordinator, name, "山西侯马").replace("/emergencies/", "");
    }
}
