package org.muster.organisation.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.muster.organisation.CreditCodes;
import org.muster.testing.Markup;
import org.muster.testing.SignIn;
import org.muster.testing.SignIn.Visitor;

@QuarkusTest
class OrganisationPagesTest {

    private static final String A_PHONE = "138 7654 3210";

    @Test
    void registering_leads_to_the_own_organisation_and_says_so_once() {
        Visitor wang = SignIn.as("supplier-wang");
        String name = aName();
        Document page = parse(wang.post("/register", registration(name)));
        assertThat(page.location()).endsWith("/my/organisation");
        assertThat(page.select("h1").text()).isEqualTo(name);
        assertThat(page.select("[role=status]").text()).contains("注册成功");
        assertThat(wang.page("/my/organisation").select("[role=status]")).isEmpty();
    }

    @Test
    void a_refused_form_keeps_all_that_was_typed_and_names_every_field() {
        Visitor wang = SignIn.as("supplier-wang");
        var typed = new HashMap<>(registration(aName()));
        typed.put("mobile", "12");
        typed.put("place", "朝阳");
        typed.put("creditCode", "91330100799655058C");
        HttpResponse<String> answer = wang.post("/register", typed);
        Document page = parse(answer);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(page.select("[role=alert] a").eachAttr("href"))
                .containsExactlyInAnyOrder("#mobile", "#place", "#creditCode");
        typed.forEach((field, value) -> assertThat(
                        page.select("input[name=" + field + "]").attr("value"))
                .as(field)
                .isEqualTo(value));
        assertThat(page.select("input[name=placeCode]").eachAttr("value")).contains("110105", "211300");
        assertThat(Markup.problemsOf(answer.body())).isEmpty();
    }

    @Test
    void the_division_is_shown_while_the_products_are_typed() {
        Visitor wang = SignIn.as("supplier-wang");
        assertThat(wang.page("/register?makes=口罩")
                        .select("#division option")
                        .get(0)
                        .text())
                .startsWith("自动判断：");
        assertThat(wang.page("/register").select("#division option").size()).isEqualTo(42);
    }

    @Test
    void a_visitor_sees_an_organisation_without_its_contacts() {
        Visitor wang = SignIn.as("supplier-wang");
        registered(wang);
        String path = "/organisations/" + idOf(wang);
        assertThat(wang.page(path).text()).contains("13876543210");
        HttpResponse<String> seen = SignIn.asNobody().get(path);
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.body()).contains("已注册", "只对通过认证的企业成员显示").doesNotContain("13876543210");
        assertThat(Markup.problemsOf(seen.body())).isEmpty();
        assertThat(SignIn.as("buyer-li").get(path).body()).doesNotContain("13876543210");
    }

    @Test
    void what_is_no_organisation_is_not_found() {
        for (String id : List.of(UUID.randomUUID().toString(), "abc")) {
            assertThat(SignIn.asNobody().get("/organisations/" + id).statusCode())
                    .isEqualTo(404);
        }
    }

    @Test
    void an_invitation_shows_the_link_as_text_and_as_a_code_and_stays_within_its_organisation() {
        Visitor wang = SignIn.as("supplier-wang");
        registered(wang);
        HttpResponse<String> answer = invited(wang, "");
        Document page = parse(answer);
        String path = answer.uri().getPath();
        String link = page.select("a.long-link").attr("href");
        assertThat(page.select("textarea").text()).contains(link);
        assertThat(page.select("img.qr").attr("alt")).isNotBlank();
        assertThat(Markup.problemsOf(answer.body())).isEmpty();

        HttpResponse<String> code = wang.get(path + "/qr.svg");
        assertThat(code.headers().firstValue("Content-Type").orElse("")).startsWith("image/svg+xml");
        assertThat(code.headers().firstValue("Cache-Control").orElse("")).contains("no-store");

        Visitor li = SignIn.as("buyer-li");
        registered(li);
        assertThat(li.get(path).statusCode()).isEqualTo(404);
        assertThat(li.get(path + "/qr.svg").statusCode()).isEqualTo(404);
        assertThat(li.post(path + "/revoke", Map.of()).statusCode()).isEqualTo(404);
        assertThat(wang.get(link).statusCode()).isEqualTo(200);
    }

    @Test
    void a_link_is_opened_often_confirmed_once_and_then_told_to_be_used() {
        Visitor wang = SignIn.as("supplier-wang");
        String name = registered(wang);
        String link = parse(invited(wang, "")).select("a.long-link").attr("href");
        String path = link.substring(link.indexOf("/join/"));

        for (int look = 0; look < 3; look++) {
            assertThat(SignIn.asNobody().get(path).statusCode()).isEqualTo(200);
        }
        Visitor li = SignIn.as("buyer-li");
        assertThat(li.page(path).select("h1").text()).contains(name);
        Document joined = parse(li.post(path, Map.of()));
        assertThat(joined.select("h1").text()).isEqualTo(name);
        assertThat(joined.select("form[action=/my/organisation]")).isEmpty();

        HttpResponse<String> used = SignIn.asNobody().get(path);
        assertThat(used.statusCode()).isEqualTo(410);
        assertThat(used.body()).contains("已经有人用过");
        assertThat(Markup.problemsOf(used.body())).isEmpty();
        HttpResponse<String> broken = SignIn.asNobody().get("/join/half-a-link");
        assertThat(broken.statusCode()).isEqualTo(404);
        assertThat(broken.body()).contains("链接不完整");
    }

    @Test
    void an_invitation_taken_back_says_so() {
        Visitor wang = SignIn.as("supplier-wang");
        registered(wang);
        HttpResponse<String> answer = invited(wang, "");
        String link = parse(answer).select("a.long-link").attr("href");
        wang.post(answer.uri().getPath() + "/revoke", Map.of());
        HttpResponse<String> revoked = SignIn.asNobody().get(link);
        assertThat(revoked.statusCode()).isEqualTo(410);
        assertThat(revoked.body()).contains("撤回了这个链接");
    }

    @Test
    void an_invitation_with_an_address_reaches_the_development_mailbox() {
        Visitor wang = SignIn.as("supplier-wang");
        String name = registered(wang);
        String address = "zhou-" + UUID.randomUUID() + "@example.com";
        String link = parse(invited(wang, address)).select("a.long-link").attr("href");
        Awaitility.await().untilAsserted(() -> {
            HttpResponse<String> mailbox = SignIn.asNobody().get("/dev/mailbox");
            assertThat(mailbox.body()).contains(address, name, link.substring(link.indexOf("/join/")));
            assertThat(Markup.problemsOf(mailbox.body())).isEmpty();
        });
    }

    @Test
    void operators_decide_in_the_queue_and_nobody_else_sees_it() {
        Visitor wang = SignIn.as("supplier-wang");
        var typed = new HashMap<>(registration(aName()));
        typed.put("creditCode", CreditCodes.fresh());
        wang.post("/register", typed);
        wang.post("/my/organisation/verification", Map.of("wanted", "DOCUMENTS_CHECKED", "note", "执照可随时提供"));
        assertThat(wang.get("/admin/verification").statusCode()).isEqualTo(403);

        Visitor operator = SignIn.as("operator-sun");
        String path = "/admin/verification/" + idOf(wang);
        assertThat(operator.page("/admin/verification").select("a[href=" + path + "]"))
                .hasSize(1);
        HttpResponse<String> openCase = operator.get(path);
        assertThat(openCase.body()).contains("执照可随时提供", typed.get("creditCode"));
        assertThat(Markup.problemsOf(openCase.body())).isEmpty();

        HttpResponse<String> unreasoned =
                operator.post(path, Map.of("verdict", "GRANT_DOCUMENTS", "reason", "", "validUntil", "2027-11-22"));
        assertThat(unreasoned.statusCode()).isEqualTo(422);
        assertThat(parse(unreasoned).select("[role=alert] a").eachAttr("href")).containsExactly("#reason");

        operator.post(
                path,
                Map.of(
                        "verdict", "GRANT_DOCUMENTS",
                        "reason", "营业执照与公示系统一致",
                        "validUntil", "2027-11-22",
                        "request",
                                parse(openCase)
                                        .select("#decision input[name=request]")
                                        .attr("value")));
        assertThat(operator.page("/admin/verification").select("a[href=" + path + "]"))
                .isEmpty();
        assertThat(SignIn.asNobody().get("/organisations/" + idOf(wang)).body()).contains("证照已核验");
        assertThat(wang.page("/my/organisation").text()).contains("营业执照与公示系统一致");
    }

    private static String registered(Visitor visitor) {
        String name = aName();
        assertThat(visitor.post("/register", registration(name)).uri().getPath())
                .isEqualTo("/my/organisation");
        return name;
    }

    private static HttpResponse<String> invited(Visitor visitor, String email) {
        return visitor.post(
                "/my/organisation/invitations",
                Map.of("invitedName", "周敏", "invitedMobile", "", "invitedEmail", email));
    }

    private static Map<String, String> registration(String name) {
        return Map.of("name", name, "mobile", A_PHONE, "place", "江阴高新区", "makes", "口罩、熔喷布", "creditCode", "");
    }

    private static String idOf(Visitor visitor) {
        String href = visitor.page("/my/organisation")
                .select("a[href^=/organisations/]")
                .attr("href");
        return href.substring(href.lastIndexOf('/') + 1);
    }

    private static String aName() {
        return "江阴" + UUID.randomUUID().toString().substring(0, 8) + "制品有限公司";
    }

    private static Document parse(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body(), answer.uri().toString());
    }
}
