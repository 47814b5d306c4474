package org.muster.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.muster.testing.Markup;
import org.muster.testing.SignIn;
import org.muster.testing.SignIn.Visitor;

@QuarkusTest
class CataloguePagesTest {

    @Test
    void a_template_published_as_it_is_can_be_found_by_its_address() {
        Visitor wang = aSupplier("supplier-wang");
        Document form = wang.page("/my/listings/new?template=medical-mask-line");
        assertThat(form.select("#title").attr("value")).isNotBlank();
        Map<String, String> fields = filledIn(form);
        String title = "口罩线 " + aWord();
        fields.put("title", title);
        fields.put("quantity", "20万只");
        fields.put("then", "publish");
        Document mine = parse(wang.post("/my/listings/new", fields));
        assertThat(mine.location()).endsWith("/my/listings");
        assertThat(mine.select("[role=status]").text()).contains("已发布");
        String address = mine.select("a:contains(" + title + ")").attr("href");
        HttpResponse<String> seen = SignIn.asNobody().get(address);
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(parse(seen).select("h1").text()).isEqualTo(title);
        assertThat(seen.body()).contains("20").contains("万只");
        assertThat(seen.body()).doesNotContain("13876543210");
        assertThat(Markup.problemsOf(seen.body())).isEmpty();
        assertThat(Markup.problemsOf(mine.outerHtml())).isEmpty();
    }

    @Test
    void a_refused_form_loses_nothing_and_names_each_field() {
        Visitor wang = aSupplier("supplier-wang");
        Map<String, String> fields = new HashMap<>(Map.of(
                "kind", "PRODUCTION_LINE",
                "title", "",
                "quantity", "很多",
                "operations.0.name", "",
                "operations.0.rate", "100",
                "operations.0.unit", "zhi",
                "hoursPerDay", "30",
                "price", "1.2.3",
                "specification.0.key", "克重",
                "description", "原样保留 <b>这句</b>"));
        fields.put("then", "publish");
        fields.put("freeFrom", "2026-13-01");
        HttpResponse<String> answer = wang.post("/my/listings/new", fields);
        Document page = parse(answer);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(page.select("[role=alert] a").eachAttr("href"))
                .contains(
                        "#title",
                        "#quantity",
                        "#operations.0.name",
                        "#hoursPerDay",
                        "#price",
                        "#specification.0.value",
                        "#freeFrom");
        assertThat(page.select("#quantity").attr("value")).isEqualTo("很多");
        assertThat(page.select("#price").attr("value")).isEqualTo("1.2.3");
        assertThat(page.select("#description").text()).isEqualTo("原样保留 <b>这句</b>");
        page.select("[role=alert] a")
                .eachAttr("href")
                .forEach(href -> assertThat(page.getElementById(href.substring(1)))
                        .as(href)
                        .isNotNull());
        assertThat(Markup.problemsOf(answer.body())).isEmpty();
    }

    @Test
    void more_rows_come_without_losing_what_was_typed() {
        Visitor wang = aSupplier("supplier-wang");
        Map<String, String> fields = new HashMap<>(Map.of(
                "kind",
                "PRODUCTION_LINE",
                "title",
                "长长的线",
                "operations.0.name",
                "切片",
                "operations.1.name",
                "焊接",
                "more",
                "operations"));
        HttpResponse<String> answer = wang.post("/my/listings/new", fields);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(parse(answer).getElementById("operations.3.name")).isNotNull();
        assertThat(parse(answer).select("#title").attr("value")).isEqualTo("长长的线");
    }

    @Test
    void a_chat_text_fills_the_form_and_shows_where_each_value_came_from() {
        Visitor wang = aSupplier("supplier-wang");
        HttpResponse<String> answer =
                wang.post("/my/listings/paste", Map.of("text", "平面机1拖2三台，日产20万，缺熔喷布，祖传手艺 13812345678"));
        Document form = parse(answer);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(form.select("#quantity").attr("value")).isEqualTo("200000");
        assertThat(form.select("#missing").attr("value")).isEqualTo("熔喷布");
        assertThat(form.select("mark").eachText()).contains("平面机1拖2三台", "日产20万", "缺熔喷布");
        assertThat(form.select("q").eachText()).contains("祖传手艺");
        assertThat(form.select("#quantity-hint").text()).contains("日产20万");
        assertThat(Markup.problemsOf(answer.body())).isEmpty();
        assertThat(wang.page("/my/listings").text()).doesNotContain("祖传");
        assertThat(wang.post("/my/listings/paste", Map.of("text", " ")).statusCode())
                .isEqualTo(422);
    }

    @Test
    void what_another_organisation_lists_cannot_be_edited_and_looks_like_nothing() {
        Visitor wang = aSupplier("supplier-wang");
        String id = aPublishedLine(wang, "王家线 " + aWord());
        Visitor li = aSupplier("buyer-li");
        for (String path : List.of("/my/listings/" + id, "/my/windows?listing=" + id)) {
            assertThat(li.get(path).statusCode()).as(path).isEqualTo(404);
        }
        for (String step : List.of("", "/confirm", "/publish", "/pause", "/resume", "/withdraw")) {
            assertThat(li.post("/my/listings/" + id + step, Map.of("kind", "PRODUCTION_LINE", "title", "偷改"))
                            .statusCode())
                    .as(step)
                    .isEqualTo(404);
        }
        assertThat(li.post("/my/windows", Map.of("listing", id)).statusCode()).isEqualTo(404);
        assertThat(li.get("/listings/" + id).statusCode()).isEqualTo(200);
        assertThat(wang.get("/my/listings/" + id).statusCode()).isEqualTo(200);
    }

    @Test
    void what_is_paused_is_gone_for_others_and_a_second_pause_says_so() {
        Visitor wang = aSupplier("supplier-wang");
        String id = aPublishedLine(wang, "歇一歇 " + aWord());
        assertThat(wang.post("/my/listings/" + id + "/pause", Map.of()).body()).contains("已暂停");
        assertThat(SignIn.asNobody().get("/listings/" + id).statusCode()).isEqualTo(404);
        assertThat(wang.get("/listings/" + id).body()).contains("还没有公开");
        HttpResponse<String> again = wang.post("/my/listings/" + id + "/pause", Map.of());
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("已经暂停了");
        assertThat(SignIn.asNobody().get("/listings/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);
        assertThat(SignIn.asNobody().get("/listings/abc").statusCode()).isEqualTo(404);
    }

    @Test
    void a_stretch_is_said_said_anew_and_its_window_removed() {
        Visitor wang = aSupplier("supplier-wang");
        String id = aPublishedLine(wang, "档期线 " + aWord());
        Map<String, String> week = new HashMap<>(Map.of(
                "listing",
                id,
                "from",
                "2027-01-04T08:00",
                "to",
                "2027-01-08T18:00",
                "availability",
                "FREE",
                "note",
                "白班"));
        Document added = parse(wang.post("/my/windows", week));
        assertThat(added.select("[role=status]").text()).contains("已保存");
        assertThat(added.text()).contains("白班");
        assertThat(added.select("td.slot-free")).hasSize(4 * 24 - 8 + 18);
        assertThat(Markup.problemsOf(added.outerHtml())).isEmpty();
        week.put("from", "2027-01-07T00:00");
        week.put("to", "2027-01-09T00:00");
        week.put("availability", "NOT_FREE");
        week.put("note", "检修");
        Document anew = parse(wang.post("/my/windows", week));
        assertThat(anew.select("td.slot-free")).hasSize(3 * 24 - 8);
        assertThat(anew.select("td.slot-taken")).hasSize(2 * 24);
        week.put("to", "2027-01-07T00:00");
        HttpResponse<String> refused = wang.post("/my/windows", week);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(parse(refused).select("[role=alert]").text()).contains("结束要在开始之后");
        assertThat(parse(refused).select("#note").attr("value")).isEqualTo("检修");
        assertThat(Markup.problemsOf(refused.body())).isEmpty();
        Element close = anew.selectFirst("form[action$=/close]");
        assertThat(close).isNotNull();
        String action = close == null ? "" : close.attr("action");
        assertThat(aSupplier("buyer-li").post(action, Map.of()).statusCode()).isEqualTo(404);
        assertThat(wang.post(action, Map.of()).body()).contains("档期已删除");
    }

    @Test
    void an_edit_based_on_what_a_colleague_has_changed_meanwhile_is_refused_once() {
        Visitor wang = aSupplier("supplier-wang");
        String id = aPublishedLine(wang, "两人改 " + aWord());
        Map<String, String> mine = filledIn(wang.page("/my/listings/" + id));
        Map<String, String> theirs = new HashMap<>(mine);
        theirs.put("title", "同事改过");
        assertThat(wang.post("/my/listings/" + id, theirs).statusCode()).isEqualTo(200);
        mine.put("title", "我来改");
        HttpResponse<String> refused = wang.post("/my/listings/" + id, mine);
        assertThat(refused.statusCode()).isEqualTo(422);
        Document page = parse(refused);
        assertThat(page.select("#title").attr("value")).isEqualTo("我来改");
        assertThat(parse(wang.post("/my/listings/" + id, filledIn(page))).location())
                .endsWith("/my/listings");
        assertThat(wang.page("/listings/" + id).select("h1").text()).isEqualTo("我来改");
    }

    @Test
    void every_page_of_the_catalogue_is_valid() {
        Visitor wang = aSupplier("supplier-wang");
        String id = aPublishedLine(wang, "合规 " + aWord());
        for (String path : List.of(
                "/my/listings",
                "/my/listings/new",
                "/my/listings/new?kind=MATERIAL",
                "/my/listings/new?template=smt-line",
                "/my/listings/paste",
                "/my/listings/" + id,
                "/my/windows?listing=" + id,
                "/listings/" + id)) {
            HttpResponse<String> answer = wang.get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            assertThat(Markup.problemsOf(answer.body())).as(path).isEmpty();
        }
    }

    /** Signed in and acting for an organisation of their own that nobody else belongs to. */
    static Visitor aSupplier(String username) {
        Visitor visitor = SignIn.as(username);
        visitor.post(
                "/register",
                Map.of(
                        "name", "测试" + aWord() + "有限公司",
                        "mobile", "138 7654 3210",
                        "email", "",
                        "place", "江阴",
                        "makes", "口罩",
                        "division", "",
                        "creditCode", ""));
        return visitor;
    }

    static String aPublishedLine(Visitor visitor, String title) {
        Document mine = parse(visitor.post(
                "/my/listings/new",
                Map.of(
                        "kind",
                        "PRODUCTION_LINE",
                        "title",
                        title,
                        "products",
                        "医用口罩",
                        "quantity",
                        "100000",
                        "quantityUnit",
                        "zhi",
                        "then",
                        "publish")));
        String address = mine.select("a:contains(" + title + ")").attr("href");
        assertThat(address).as(mine.text()).startsWith("/listings/");
        return address.substring("/listings/".length());
    }

    /** What a browser would send of this page's form, were its first button pressed. */
    static Map<String, String> filledIn(Document page) {
        Map<String, String> fields = new HashMap<>();
        for (Element input : page.select("form#listing [name]")) {
            switch (input.tagName()) {
                case "textarea" -> fields.put(input.attr("name"), input.wholeText());
                case "select" ->
                    fields.put(
                            input.attr("name"),
                            input.select("option[selected]").isEmpty()
                                    ? input.select("option").attr("value")
                                    : input.select("option[selected]").attr("value"));
                case "button" -> {}
                default -> {
                    if (!List.of("radio", "checkbox").contains(input.attr("type")) || input.hasAttr("checked")) {
                        fields.put(input.attr("name"), input.attr("value"));
                    }
                }
            }
        }
        fields.remove("csrf-token");
        return fields;
    }

    private static String aWord() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    static Document parse(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body(), answer.uri().toString());
    }
}
