package org.muster.certificate.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.muster.organisation.OrganisationRegistry;
import org.muster.organisation.ProvisionalOrganisation;
import org.muster.shared.OrganisationId;
import org.muster.testing.Owners;
import org.muster.testing.Papers;
import org.muster.testing.SignIn;
import org.muster.testing.Traders;

@QuarkusTest
class CertificatePagesTest {

    @Inject
    OrganisationRegistry registry;

    @Inject
    Owners owners;

    @Inject
    Clock clock;

    @Test
    void a_certificate_goes_from_the_form_over_the_check_to_the_public_page() {
        SignIn.Visitor supplier = aSupplier();
        String number = aNumber();
        supplier.upload(
                "/my/certificates/new", aRegistration(number), "document", "注册证.pdf", Papers.aPdf("Certificate"));
        Element row = row(supplier.page("/my/certificates"), number);
        assertThat(row.text()).contains("有效", "企业自述，未核对", "注册证.pdf", "医用外科口罩");
        String id = Objects.requireNonNull(row.selectFirst("a[href^=/my/certificates/]"))
                .attr("href")
                .substring("/my/certificates/".length());

        SignIn.Visitor operator = SignIn.as("operator-sun");
        Document facts = operator.page("/admin/certificates/" + id);
        assertThat(facts.text()).contains("江苏省", "2020 年", "第 2 类医疗器械");
        assertThat(facts.select("a[href*=nmpa.gov.cn]")).hasSize(1);
        String picture = Objects.requireNonNull(facts.selectFirst("img[src^=/certificates/]"))
                .attr("src");
        HttpResponse<String> page = operator.get(picture);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type")).contains("image/png");

        HttpResponse<String> refused =
                operator.post("/admin/certificates/" + id, Map.of("verdict", "CONFIRM", "proof", "", "revision", "1"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("input[name=verdict][value=CONFIRM][checked]"))
                .hasSize(1);
        assertThat(operator.post(
                                "/admin/certificates/" + id,
                                Map.of("verdict", "CONFIRM", "proof", "药监局网站查询一致", "revision", "1"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(row(supplier.page("/my/certificates"), number).text()).contains("已核对");
        String organisation = Objects.requireNonNull(facts.selectFirst("dd a[href^=/organisations/]"))
                .attr("href");
        assertThat(SignIn.asNobody().page(organisation).text()).contains(number, "已核对", "有效");
    }

    @Test
    void a_certificate_of_an_organisation_that_nobody_has_claimed_is_entered_on_its_behalf() {
        OrganisationId unclaimed = registry.enterOnBehalf(
                        owners.aLiaison("赵联络"),
                        new ProvisionalOrganisation(
                                "江阴" + Traders.aWord() + "口罩厂",
                                null,
                                "320281",
                                "口罩",
                                "防护物资企业摸排表",
                                LocalDate.of(2026, 10, 12)),
                        clock.instant())
                .id();
        SignIn.Visitor operator = SignIn.as("operator-sun");
        String form = "/admin/certificates/of/" + unclaimed;
        assertThat(operator.page("/organisations/" + unclaimed).select("a[href=" + form + "]"))
                .hasSize(1);
        assertThat(SignIn.asNobody().page("/organisations/" + unclaimed).select("a[href=" + form + "]"))
                .isEmpty();
        assertThat(operator.page(form).select("form[action=" + form + "] #number"))
                .hasSize(1);

        Map<String, String> wrong = aRegistration("苏械注准2020");
        HttpResponse<String> refused = operator.upload(form, wrong, "document", "注册证.png", Papers.aPng());
        assertThat(refused.statusCode()).isEqualTo(422);
        Document again = Jsoup.parse(refused.body());
        assertThat(again.select("#issuer").val()).isEqualTo(wrong.get("issuer"));
        assertThat(again.text()).contains("已收到文件 注册证.png");

        String number = aNumber();
        operator.upload(form, aRegistration(number));
        assertThat(SignIn.asNobody().page("/organisations/" + unclaimed).text()).contains(number, "企业自述，未核对");
        assertThat(aSupplier().get(form).statusCode()).isEqualTo(403);
    }

    @Test
    void a_refused_form_keeps_everything_the_file_too() {
        SignIn.Visitor supplier = aSupplier();
        Map<String, String> fields = aRegistration("苏械注准2020");
        HttpResponse<String> refused =
                supplier.upload("/my/certificates/new", fields, "document", "注册证.png", Papers.aPng());
        assertThat(refused.statusCode()).isEqualTo(422);
        Document form = Jsoup.parse(refused.body());
        assertThat(form.select("#refused a[href=#number]").text()).contains("公开的编号规则");
        assertThat(form.select("#issuer").val()).isEqualTo(fields.get("issuer"));
        assertThat(form.select("#scope").val()).isEqualTo("医用外科口罩");
        assertThat(form.text()).contains("已收到文件 注册证.png");

        String number = aNumber();
        Map<String, String> again = aRegistration(number);
        again.put("kept", form.select("input[name=kept]").val());
        supplier.upload("/my/certificates/new", again);
        assertThat(row(supplier.page("/my/certificates"), number).text()).contains("注册证.png");
    }

    @Test
    void what_is_no_document_is_refused_in_words() {
        HttpResponse<String> refused = aSupplier()
                .upload(
                        "/my/certificates/new",
                        aRegistration(aNumber()),
                        "document",
                        "注册证.pdf",
                        "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("#document-refused").text())
                .contains("只收 PDF、PNG、JPEG");
    }

    @Test
    void a_document_that_is_far_too_large_is_refused_in_words_and_the_form_stays() {
        String number = aNumber();
        HttpResponse<String> refused = aSupplier()
                .upload(
                        "/my/certificates/new",
                        aRegistration(number),
                        "document",
                        "注册证.pdf",
                        new byte[20 * 1024 * 1024]);
        assertThat(refused.statusCode()).isEqualTo(422);
        Document form = Jsoup.parse(refused.body());
        assertThat(form.select("#document-refused").text()).contains("10 MB");
        assertThat(form.select("#number").val()).isEqualTo(number);
    }

    @Test
    void a_document_comes_as_an_attachment_and_only_to_whom_it_may() {
        SignIn.Visitor supplier = aSupplier();
        String number = aNumber();
        supplier.upload(
                "/my/certificates/new", aRegistration(number), "document", "注册证.pdf", Papers.aPdf("Certificate"));
        String path = Objects.requireNonNull(
                        row(supplier.page("/my/certificates"), number).selectFirst("a[href$=/document]"))
                .attr("href");
        HttpResponse<String> mine = supplier.get(path);
        assertThat(mine.statusCode()).isEqualTo(200);
        assertThat(mine.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''%E6%B3%A8");
        assertThat(mine.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(mine.headers().firstValue("Cache-Control").orElse("")).contains("private");
        assertThat(SignIn.as("newcomer").get(path).statusCode()).isEqualTo(404);
        assertThat(SignIn.asNobody().get(path).body()).doesNotContain("%PDF");
    }

    @Test
    void a_listing_shows_the_certificates_that_cover_it_but_not_while_its_supplier_is_unnamed() {
        SignIn.Visitor supplier = aSupplier();
        String number = aNumber();
        supplier.upload("/my/certificates/new", aRegistration(number));
        String open = Traders.publishLine(supplier, "外科口罩线" + Traders.aWord(), Map.of("products", "医用外科口罩"));
        String other = Traders.publishLine(supplier, "熔喷线" + Traders.aWord(), Map.of("products", "熔喷布"));
        String hidden = Traders.publishLine(
                supplier, "匿名线" + Traders.aWord(), Map.of("products", "医用外科口罩", "confidentiality", "ANONYMOUS"));
        SignIn.Visitor nobody = SignIn.asNobody();
        assertThat(nobody.page("/listings/" + open).text()).contains(number);
        assertThat(nobody.page("/listings/" + other).text()).doesNotContain(number);
        assertThat(nobody.get("/listings/" + hidden).body()).doesNotContain(number);
    }

    @Test
    void a_withdrawn_certificate_is_gone_and_anothers_is_not_found() {
        SignIn.Visitor supplier = aSupplier();
        String number = aNumber();
        supplier.upload("/my/certificates/new", aRegistration(number));
        String path = Objects.requireNonNull(
                        row(supplier.page("/my/certificates"), number).selectFirst("a[href^=/my/certificates/]"))
                .attr("href");
        SignIn.Visitor other = Traders.someoneOf("测试" + Traders.aWord() + "有限公司", SignIn.applicationUrl(), "buyer-li");
        assertThat(other.get(path).statusCode()).isEqualTo(404);
        assertThat(other.post(path + "/withdraw", Map.of()).statusCode()).isEqualTo(404);
        assertThat(supplier.post(path + "/withdraw", Map.of()).statusCode()).isEqualTo(200);
        assertThat(supplier.page("/my/certificates").text()).doesNotContain(number);
    }

    @Test
    void an_area_is_asked_for_and_granted_on_pages() {
        SignIn.Visitor liaison = SignIn.as("liaison-zhao");
        HttpResponse<String> refused = liaison.post("/admin/areas", Map.of("area", "飞地市", "office", "某局"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("#area").val()).isEqualTo("飞地市");
        liaison.post("/admin/areas", Map.of("area", "海门区", "office", "南通市工信局"));
        SignIn.Visitor operator = SignIn.as("operator-sun");
        Element line = Objects.requireNonNull(operator.page("/admin/areas").selectFirst(".area-line:contains(海门)"));
        String path = Objects.requireNonNull(line.selectFirst("form")).attr("action");
        assertThat(operator.post(path, Map.of("do", "grant", "reason", "")).statusCode())
                .isEqualTo(422);
        assertThat(operator.post(path, Map.of("do", "grant", "reason", "介绍信已核对"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(Objects.requireNonNull(liaison.page("/admin/areas").selectFirst(".area-line:contains(海门)"))
                        .text())
                .contains("已批准");
        assertThat(operator.post(path, Map.of("do", "end", "reason", "任期已满")).statusCode())
                .isEqualTo(200);
    }

    private static SignIn.Visitor aSupplier() {
        return Traders.someoneOf("测试" + Traders.aWord() + "有限公司", SignIn.applicationUrl(), "supplier-wang");
    }

    private static Element row(Document page, String number) {
        Element row = page.selectFirst("tr:contains(" + number + ")");
        assertThat(row).as(page.text()).isNotNull();
        return Objects.requireNonNull(row);
    }

    private static String aNumber() {
        return "苏械注准202021%05d".formatted(ThreadLocalRandom.current().nextInt(100_000));
    }

    private static Map<String, String> aRegistration(String number) {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        return new LinkedHashMap<>(Map.of(
                "kind", "REGISTRATION",
                "number", number,
                "issuer", "江苏省药品监督管理局",
                "relation", "OWN",
                "scope", "医用外科口罩",
                "standards", "YY 0469-2023",
                "validTo", today.plusYears(2).toString()));
    }
}
