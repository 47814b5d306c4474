package org.muster.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.muster.testing.Markup;
import org.muster.testing.SignIn;

/** What every page has in common. */
@QuarkusTest
class ShellTest {

    private static final Locale ZH = Locale.forLanguageTag("zh");
    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    @Inject
    Seal seal;

    private static Response get(String path, String language) {
        return RestAssured.given()
                .header("Accept", "text/html")
                .header("Accept-Language", language)
                .redirects()
                .follow(false)
                .get(path);
    }

    private static Document page(String path, String language) {
        return Jsoup.parse(get(path, language).asString());
    }

    @Test
    void a_browser_that_asks_for_neither_language_reads_chinese() {
        assertThat(page("/", "fr").expectFirst("html").attr("lang")).isEqualTo("zh-CN");
        assertThat(page("/", "en-GB,zh;q=0.5").expectFirst("html").attr("lang")).isEqualTo("en");
    }

    @Test
    void a_chosen_language_stays_and_leads_back_to_the_page() {
        var visitor = SignIn.asNobody();
        var answer = visitor.post("/preferences/language", Map.of("language", "en", "to", "/search?q=N95"));
        assertThat(answer.uri().toString()).endsWith("/search?q=N95");
        assertThat(visitor.page("/").expectFirst("html").attr("lang")).isEqualTo("en");
        assertThat(visitor.page("/nowhere").expectFirst("html").attr("lang")).isEqualTo("en");
    }

    @Test
    void a_chosen_theme_stays() {
        var visitor = SignIn.asNobody();
        assertThat(visitor.page("/").expectFirst("html").attr("data-bs-theme")).isEqualTo("auto");
        visitor.post("/preferences/theme", Map.of("theme", "dark", "to", "/"));
        assertThat(visitor.page("/").expectFirst("html").attr("data-bs-theme")).isEqualTo("dark");
    }

    @Test
    void a_preference_never_leads_to_another_site() {
        var answer = SignIn.asNobody().post("/preferences/theme", Map.of("theme", "dark", "to", "//example.org/"));
        assertThat(answer.uri().toString()).isEqualTo(SignIn.applicationUrl() + "/");
    }

    @ParameterizedTest
    @CsvSource({
        "/nowhere, 404",
        "/testing/broken, 500",
        "/testing/away, 503",
        "/testing/conflict, 409",
        "/testing/forbidden, 403"
    })
    void a_failure_is_a_page_in_both_languages(String path, int status) {
        for (String language : List.of("zh-CN", "en")) {
            Response answer = get(path, language);
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(answer.contentType()).startsWith("text/html");
            assertThat(Jsoup.parse(answer.asString()).select("h1")).hasSize(1);
            assertThat(Markup.problemsOf(answer.asString())).isEmpty();
            assertThat(answer.asString()).doesNotContain("a secret of the inside", "Exception", "org.muster");
        }
        assertThat(page(path, "zh-CN").expectFirst("h1").text())
                .isNotEqualTo(page(path, "en").expectFirst("h1").text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/testing/broken", "/testing/away"})
    void a_program_gets_a_problem(String path) {
        Response answer =
                RestAssured.given().header("Accept", "application/json").get(path);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getInt("status")).isEqualTo(answer.statusCode());
        assertThat(answer.jsonPath().getString("reference")).hasSize(8);
        assertThat(answer.asString()).doesNotContain("a secret of the inside");
    }

    @Test
    void the_method_of_a_form_is_not_a_page() {
        assertThat(get("/preferences/language", "zh").statusCode()).isEqualTo(405);
    }

    @Test
    void a_form_without_its_token_is_refused_in_words() {
        Response answer = RestAssured.given()
                .header("Accept", "text/html")
                .header("Accept-Language", "en")
                .formParam("theme", "dark")
                .post("/preferences/theme");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Jsoup.parse(answer.asString()).expectFirst("h1").text()).isEqualTo("This form is no longer valid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nowhere", "/muster.css", "/icons.svg"})
    void every_answer_is_kept_from_harm(String path) {
        Response answer = get(path, "zh");
        assertThat(answer.header("Content-Security-Policy"))
                .contains(
                        "default-src 'self'",
                        "object-src 'none'",
                        "base-uri 'none'",
                        "frame-ancestors 'none'",
                        "form-action 'self' http")
                .doesNotContain("unsafe");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
    }

    @Test
    void cookies_are_out_of_reach_of_scripts_and_other_sites() {
        assertThat(get("/", "zh").getDetailedCookie("csrf-token"))
                .satisfies(cookie -> assertThat(cookie.isHttpOnly()).isTrue())
                .satisfies(cookie -> assertThat(cookie.getSameSite()).isEqualToIgnoringCase("Lax"));
    }

    @Test
    void a_sentence_survives_one_redirect_and_is_said_once() {
        var visitor = SignIn.asNobody();
        assertThat(visitor.get("/testing/say").body()).contains("已切换所代表的企业");
        assertThat(visitor.get("/").body()).doesNotContain("已切换所代表的企业");
    }

    @Test
    void a_sentence_that_we_did_not_seal_is_not_said() {
        String forged = seal.close("+shell:done");
        String other = (forged.charAt(0) == 'A' ? "B" : "A") + forged.substring(1);
        assertThat(seal.open(forged)).contains("+shell:done");
        assertThat(seal.open(other)).isEmpty();
        assertThat(seal.open("%%%")).isEmpty();
    }

    @Test
    void every_part_of_a_form_is_valid_and_keeps_what_was_typed() {
        Response answer = get("/testing/form", "zh-CN");
        Document form = Jsoup.parse(answer.asString());
        assertThat(Markup.problemsOf(answer.asString())).isEmpty();
        assertThat(form.expectFirst("input[name=makes]").val()).isEqualTo("口罩 \"N95\" <b>");
        assertThat(form.expectFirst("input[name=makes]").attr("aria-describedby"))
                .isEqualTo("makes-hint makes-refused");
        assertThat(form.expectFirst("#makes-refused").text()).contains("测试：口罩");
        assertThat(form.select("[role=alert] a[href=#makes]")).hasSize(1);
        assertThat(form.expectFirst("select option[selected]").val()).isEqualTo("b");
        assertThat(form.expectFirst("input[type=radio][checked]").val()).isEqualTo("a");
        assertThat(form.expectFirst("input[type=checkbox]").hasAttr("checked")).isTrue();
        assertThat(form.expectFirst("textarea").text()).isEqualTo("第一行\n第二行");
        assertThat(form.select("form input[type=hidden][name=csrf-token]")).isNotEmpty();
        assertThat(form.select("nav.pager [aria-current=page]").text()).isEqualTo("2");
        assertThat(form.expectFirst(".figure[title]").text()).startsWith("20 万");
    }

    @Test
    void a_time_is_said_in_the_readers_zone_with_its_weekday() {
        assertThat(Times.moment(NOON, Language.BEIJING, ZH, NOON)).isEqualTo("11月22日 周日 12:00");
        assertThat(Times.moment(NOON, java.time.ZoneId.of("Europe/Berlin"), Locale.ENGLISH, NOON))
                .isEqualTo("Sun 22 Nov 05:00");
        assertThat(Times.moment(NOON, Language.BEIJING, ZH, NOON.plusSeconds(86_400L * 60)))
                .startsWith("2026年");
    }

    @ParameterizedTest
    @CsvSource({
        "30, 刚刚, just now",
        "300, 5 分钟前, 5 min ago",
        "7200, 2 小时前, 2 h ago",
        "86400, 1 天前, 1 day ago",
        "259200, 3 天前, 3 days ago",
        "7776000, 3 个月前, 3 months ago",
        "-7200, 2 小时后, in 2 h"
    })
    void a_span_is_said_in_its_largest_unit(long secondsAgo, String zh, String en) {
        assertThat(Times.ago(NOON.minusSeconds(secondsAgo), ZH, NOON)).isEqualTo(zh);
        assertThat(Times.ago(NOON.minusSeconds(secondsAgo), Locale.ENGLISH, NOON))
                .isEqualTo(en);
    }
}
