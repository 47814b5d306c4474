package org.muster.reference.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.reference.Glossary;
import org.muster.testing.Markup;
import org.muster.testing.SignIn;

/** An operator keeps the glossary, without JavaScript. */
@QuarkusTest
class TermsPagesTest {

    @Inject
    Glossary glossary;

    private SignIn.Visitor operator;

    @BeforeEach
    void an_operator_is_signed_in() {
        operator = SignIn.as("operator-sun");
    }

    @Test
    void a_term_is_added_changed_and_removed() {
        String mark = unique();
        Document added = parse(operator.post("/admin/terms", form("透气膜" + mark, "breathable film " + mark, "PRODUCT")));
        assertThat(added.select("[role=status]").text()).contains("透气膜" + mark);
        assertThat(glossary.terms().mentions("采购透气膜" + mark)).hasSize(1);
        String path = added.location();

        Map<String, String> better = form("透气膜" + mark, "breathable film " + mark, "MATERIAL");
        better.put("zhSynonyms", "防水膜" + mark + "\r\n微孔膜" + mark + "、透湿膜" + mark);
        better.put("broader", "口罩");
        assertThat(operator.post(path, better).statusCode()).isEqualTo(200);
        assertThat(glossary.terms().mentions("微孔膜" + mark))
                .singleElement()
                .satisfies(mention -> assertThat(mention.term().broader()).hasValue("mask"));

        HttpResponse<String> removed = operator.post(path + "/remove", Map.of("version", "1", "reason", "测试完毕，移除"));
        assertThat(removed.uri().getPath()).isEqualTo("/admin/terms");
        assertThat(glossary.terms().called("透气膜" + mark)).isEmpty();
        assertThat(operator.get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void a_label_of_another_term_is_refused_and_nothing_typed_is_lost() {
        String mark = unique();
        Map<String, String> form = form("某产品" + mark, "N95", "PRODUCT");
        form.put("zhSynonyms", "甲" + mark + "\n乙" + mark);
        HttpResponse<String> refused = operator.post("/admin/terms", form);

        assertThat(refused.statusCode()).isEqualTo(422);
        Document page = parse(refused);
        assertThat(page.select("[role=alert] a[href=#en]").text()).contains("N95口罩");
        assertThat(page.select("#zh").val()).isEqualTo("某产品" + mark);
        assertThat(page.select("#zhSynonyms").val()).contains("甲" + mark, "乙" + mark);
        assertThat(page.select("#kind option[selected]").val()).isEqualTo("PRODUCT");
        assertThat(Markup.problemsOf(refused.body())).isEmpty();
    }

    @Test
    void whoever_saves_second_sees_what_was_saved_first_and_may_save_over_it() {
        String mark = unique();
        String path = parse(operator.post("/admin/terms", form("先后" + mark, "sequence " + mark, "PRODUCT")))
                .location();
        assertThat(operator.post(path, form("先后" + mark, "first " + mark, "PRODUCT"))
                        .statusCode())
                .isEqualTo(200);

        HttpResponse<String> second = operator.post(path, form("先后" + mark, "second " + mark, "PRODUCT"));
        assertThat(second.statusCode()).isEqualTo(422);
        Document page = parse(second);
        assertThat(page.text()).contains("first " + mark);
        assertThat(page.select("#en").val()).isEqualTo("second " + mark);
        assertThat(Markup.problemsOf(second.body())).isEmpty();

        Map<String, String> again = form("先后" + mark, "second " + mark, "PRODUCT");
        again.put("version", page.select("#term input[name=version]").val());
        assertThat(operator.post(path, again).statusCode()).isEqualTo(200);
        assertThat(glossary.terms().mentions("second " + mark)).hasSize(1);
    }

    @Test
    void a_removal_without_a_reason_is_refused() {
        HttpResponse<String> refused = operator.post("/admin/terms/mask/remove", Map.of("version", "0", "reason", ""));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(parse(refused).select("#reason").attr("aria-invalid")).isEqualTo("true");
        assertThat(glossary.terms().byKey("mask")).isPresent();
    }

    @Test
    void the_list_is_searched_filtered_and_paged_by_its_address() {
        Document all = operator.page("/admin/terms");
        assertThat(all.select("tbody tr")).hasSize(50);
        assertThat(all.select("nav.pager a[rel=next]").attr("href")).contains("page=2");
        Document masks = operator.page("/admin/terms?q=%E5%A4%96%E7%A7%91%E5%8F%A3%E7%BD%A9&kind=PRODUCT");
        assertThat(masks.select("tbody a[href=/admin/terms/surgical-mask]")).hasSize(1);
        assertThat(operator.page("/admin/terms?q=surgical&kind=CERTIFICATE")
                        .select("a[href=/admin/terms/surgical-mask]"))
                .isEmpty();
        assertThat(operator.page("/admin/terms?q=qqqqqq").select(".nothing")).hasSize(1);
        assertThat(operator.get("/admin/terms?page=999").statusCode()).isEqualTo(200);
    }

    @Test
    void the_pages_are_valid_in_both_languages() {
        for (String language : new String[] {"zh", "en"}) {
            operator.post("/preferences/language", Map.of("language", language, "to", "/"));
            for (String path : new String[] {
                "/admin/terms",
                "/admin/terms?q=nothing+fits",
                "/admin/terms/new",
                "/admin/terms/mask",
                "/places?q=%E6%B1%9F",
                "/admin/audit"
            }) {
                HttpResponse<String> answer = operator.get(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(200);
                assertThat(Markup.problemsOf(answer.body())).as(path).isEmpty();
                assertThat(parse(answer).select("h1")).as(path).hasSize(1);
            }
        }
    }

    @Test
    void nobody_but_an_operator_gets_in() {
        assertThat(SignIn.as("liaison-zhao").get("/admin/terms").statusCode()).isIn(403, 404);
    }

    private static Map<String, String> form(String zh, String en, String kind) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("version", "0");
        form.put("zh", zh);
        form.put("en", en);
        form.put("kind", kind);
        return form;
    }

    private static Document parse(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body(), answer.uri().getPath());
    }

    private static String unique() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
