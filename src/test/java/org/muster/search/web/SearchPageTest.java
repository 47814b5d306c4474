package org.muster.search.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.catalogue.Availability;
import org.muster.catalogue.ListingDraft;
import org.muster.search.Supply;
import org.muster.search.Supply.Supplier;
import org.muster.shared.Quantity;
import org.muster.testing.SignIn;

@QuarkusTest
class SearchPageTest {

    @Inject
    Supply supply;

    private String word = "";
    private Supplier maker;

    @BeforeEach
    void a_maker() {
        word = "yy" + UUID.randomUUID().toString().substring(0, 8);
        maker = supply.supplier("戊" + word + "制造有限公司", "370200");
    }

    @Test
    void a_hit_says_what_where_how_much_and_why() {
        supply.publishes(
                maker,
                ListingDraft.material(word + " 熔喷布")
                        .products(List.of("熔喷布"))
                        .quantity(Quantity.of("2000", "kg"))
                        .declared(Availability.FREE));
        supply.arrives();
        var page = page("/search?q=" + word + "&near=武汉&qty=1.5&unit=tonne");
        var hit = page.select(".hit");
        assertThat(hit).hasSize(1);
        assertThat(hit.text()).contains(word, maker.name(), "青岛", "公里", "2 吨", "标题、企业名称里有“" + word + "”", "数量够");
        assertThat(hit.select(".week")).as("nobody said anything of a week").isEmpty();
        assertThat(page.select(".chip").eachText())
                .anyMatch(text -> text.contains("1.5 吨"))
                .anyMatch(text -> text.contains("武汉"));
    }

    @Test
    void eight_weeks_stand_beside_what_somebody_spoke_of() {
        var line = supply.publishes(maker, ListingDraft.line(word + " 线"));
        var soon = supply.now().plus(Duration.ofDays(8));
        supply.opens(maker, line, soon, soon.plus(Duration.ofDays(3)), Availability.FREE);
        supply.arrives();
        assertThat(page("/search?q=" + word).select(".hit .week")).hasSize(8);
    }

    @Test
    void unknown_availability_stands_below_under_its_own_heading() {
        for (int i = 0; i < 7; i++) {
            supply.publishes(maker, ListingDraft.line(word + " 线 " + i));
        }
        supply.publishes(maker, ListingDraft.line(word + " 空线").declared(Availability.FREE));
        supply.arrives();
        var page = page("/search?q=" + word);
        assertThat(page.select(".results > .hits > .hit")).hasSize(1);
        assertThat(page.select("#unknown .hit")).hasSize(5);
        assertThat(page.select("#unknown h2").text()).contains("空闲情况未知", "7");
        var all = page.select("#unknown a.btn").attr("href");
        assertThat(all).contains("availability=unknown");
        assertThat(page(all).select("#unknown .hit")).hasSize(7);
    }

    @Test
    void what_cannot_be_read_is_refused_in_a_sentence_and_the_rest_is_searched() {
        supply.publishes(maker, ListingDraft.line(word).declared(Availability.FREE));
        supply.arrives();
        var page = page(
                "/search?q=" + word + "&kind=rocket&km=abc&near=武汉&from=2026-99-99&qty=-3&unit=t&page=0&sort=magic");
        assertThat(page.select(".hit")).hasSize(1);
        assertThat(page.select("[role=alert]").text())
                .contains("没有“rocket”这个种类", "“abc”不是", "“2026-99-99”不是日期", "“-3”不是大于 0 的数量", "没有第“0”页", "不能按“magic”排序");
        assertThat(page.select("#qty").val()).isEqualTo("-3");
    }

    @Test
    void a_place_of_several_is_asked_back() {
        var page = page("/search?near=朝阳区&km=50");
        assertThat(page.select(".places a")).isNotEmpty();
        assertThat(page.select(".places a").attr("href")).contains("near=").contains("km=50");
    }

    @Test
    void one_search_has_one_address() {
        var page = page("/search?unit=t&qty=1.50&km=&near=&q=" + word + "&region=370200&region=370000&kind=material");
        assertThat(page.select("link[rel=canonical]").attr("href"))
                .isEqualTo("/search?q=" + word + "&kind=material&region=370000&region=370200&qty=1.5&unit=tonne");
    }

    @Test
    void nothing_found_leads_on() {
        supply.publishes(maker, ListingDraft.line(word).declared(Availability.FREE));
        supply.arrives();
        var page = page("/search?q=" + word + "&kind=service");
        assertThat(page.select("#nothing").text()).contains("没有找到", "去掉“种类”", "1 条");
        assertThat(page(page.select(".relax a").attr("href")).select(".hit")).hasSize(1);
    }

    @Test
    void a_visitor_is_told_that_dates_count_in_weeks() {
        assertThat(page("/search?from=2027-03-10&to=2027-03-11").text()).contains("2027年3月8日", "2027年3月14日", "整周");
    }

    @Test
    void it_speaks_english() {
        supply.publishes(
                maker, ListingDraft.line(word + " 线").titleEn(word + " line").declared(Availability.FREE));
        supply.arrives();
        var page = Jsoup.parse(RestAssured.given()
                .header("Accept-Language", "en")
                .get("/search?q=" + word)
                .then()
                .statusCode(200)
                .extract()
                .asString());
        assertThat(page.select("html").attr("lang")).isEqualTo("en");
        assertThat(page.select(".hit h3").text()).isEqualTo(word + " line");
        assertThat(page.text())
                .contains("Production lines", "1 listings found", "Free")
                .doesNotContain("找到");
    }

    @Test
    void operators_see_how_the_index_stands_and_build_it_anew() {
        var operator = SignIn.as("operator-sun");
        assertThat(operator.page("/admin/operations").text()).contains("搜索索引", "listings-", "search");
        var answer = operator.post("/admin/operations/search/rebuild", Map.of());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("重建");
    }

    @Test
    void nobody_else_does() {
        assertThat(SignIn.as("liaison-zhao").get("/admin/operations").statusCode())
                .isIn(403, 404);
    }

    private static Document page(String address) {
        return Jsoup.parse(RestAssured.given()
                .header("Accept-Language", "zh-CN")
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }
}
