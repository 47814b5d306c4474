package org.muster.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.catalogue.web.CataloguePagesTest.aSupplier;
import static org.muster.catalogue.web.CataloguePagesTest.filledIn;
import static org.muster.catalogue.web.CataloguePagesTest.parse;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muster.testing.Markup;
import org.muster.testing.SignIn;
import org.muster.testing.SignIn.Visitor;
import org.muster.testing.Traders;

@QuarkusTest
class KindsPagesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    test-kit-line        | 产线 | 能用的材料;硝酸纤维素膜;十万级
                    mask-machine         | 设备 | 取得方式;出售;60 天;6 天
                    meltblown            | 材料 | 是什么材料
                    suit-stock           | 现货 | 是什么货;医用防护服
                    eo-sterilisation     | 服务 | 灭菌方式;环氧乙烷;10 小时;14 天;20 立方米
                    mask-testing         | 服务 | 出报告;3 天
                    cold-chain           | 服务 | 4.2 米冷藏车;2 至 8 ℃;2 吨
                    fitter-crew          | 服务 | 会做什么;电气接线;4 人
                    supply-chain-finance | 服务 | 最高额度;4.35 %;180 天
                    mask-know-how        | 服务 | 交付什么;工艺文件;21 天
                    machine-repair       | 服务 | 提供什么
                    """)
    void a_template_of_each_kind_is_published_seen_and_changed_without_losing_a_word(
            String template, String kind, String facts) {
        Visitor wang = aSupplier("supplier-wang");
        HttpResponse<String> form = wang.get("/my/listings/new?template=" + template);
        assertThat(Markup.problemsOf(form.body())).isEmpty();
        Map<String, String> fields = filledIn(parse(form));
        String title = "试 " + UUID.randomUUID();
        fields.put("title", title);
        fields.put("then", "publish");
        Document mine = parse(wang.post("/my/listings/new", fields));
        assertThat(mine.location()).as(mine.select("[role=alert]").text()).endsWith("/my/listings");
        String address = mine.select("a:contains(" + title + ")").attr("href");
        HttpResponse<String> page = SignIn.asNobody().get(address);
        assertThat(Markup.problemsOf(page.body())).isEmpty();
        String seen = parse(page).select("main").text();
        assertThat(seen).contains(kind).contains(facts.split(";"));

        String edit = "/my" + address;
        HttpResponse<String> again = wang.get(edit);
        assertThat(Markup.problemsOf(again.body())).isEmpty();
        Map<String, String> kept = filledIn(parse(again));
        Document changed = parse(wang.post(edit, kept));
        assertThat(changed.location()).as(changed.select("[role=alert]").text()).endsWith("/my/listings");
        Document after = parse(SignIn.asNobody().get(address));
        assertThat(after.select(".listing-main dl.facts").text())
                .isEqualTo(parse(page).select(".listing-main dl.facts").text());
    }

    @Test
    void a_lines_page_says_whether_it_can_be_changed_over_and_what_has_to_be_asked() {
        Visitor wang = aSupplier("supplier-wang");
        String listing = Traders.publishLine(
                wang,
                "纸尿裤线 " + UUID.randomUUID(),
                Map.of(
                        "products", "纸尿裤",
                        "convertibleProducts", "一次性医用口罩",
                        "handles", "纺粘布",
                        "missing", "齿模"));
        Visitor nobody = SignIn.asNobody();
        HttpResponse<String> plain = nobody.get("/listings/" + listing);
        assertThat(Markup.problemsOf(plain.body())).isEmpty();
        assertThat(parse(plain).select("section:has(#conversion)").text())
                .contains("可以转产：一次性医用口罩", "纺粘布", "供方说还缺 齿模", "还要向供方问清", "洁净级别")
                .doesNotContain("可以转产口罩：");

        HttpResponse<String> masks = nobody.get("/listings/" + listing + "?for=%E5%8F%A3%E7%BD%A9");
        assertThat(Markup.problemsOf(masks.body())).isEmpty();
        Document asked = parse(masks);
        assertThat(asked.select("section:has(#conversion)").text()).contains("可以转产口罩：供方写明可转产“一次性医用口罩”");
        assertThat(asked.select("#for").val()).isEqualTo("口罩");
        assertThat(nobody.page("/listings/" + listing + "?for=%E6%8A%A4%E7%9B%AE%E9%95%9C")
                        .select("section:has(#conversion)")
                        .text())
                .contains("没有说能不能转产护目镜");
        assertThat(nobody.page("/listings/" + listing + "?for=%E7%BA%B8%E5%B0%BF%E8%A3%A4")
                        .select("section:has(#conversion)")
                        .text())
                .contains("本来就生产纸尿裤")
                .doesNotContain("还要向供方问清");
    }

    @Test
    void the_kind_of_a_service_changes_what_is_asked_and_keeps_what_was_typed() {
        Visitor wang = aSupplier("supplier-wang");
        Document blank = wang.page("/my/listings/new?kind=SERVICE&service=TESTING");
        assertThat(blank.getElementById("turnaround")).isNotNull();
        Map<String, String> fields = filledIn(blank);
        fields.put("title", "夜班车队");
        fields.put("serviceType", "TRANSPORT");
        fields.put("more", "service");
        HttpResponse<String> answer = wang.post("/my/listings/new", fields);
        Document page = parse(answer);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(page.getElementById("vehicle")).isNotNull();
        assertThat(page.getElementById("turnaround")).isNull();
        assertThat(page.select("#title").attr("value")).isEqualTo("夜班车队");
        assertThat(Markup.problemsOf(answer.body())).isEmpty();
    }

    @Test
    void what_cannot_be_read_is_refused_where_it_stands_and_stays() {
        Visitor wang = aSupplier("supplier-wang");
        Map<String, String> fields = new HashMap<>(Map.of(
                "kind", "SERVICE",
                "serviceType", "STERILISATION",
                "title", "灭菌",
                "products", "环氧乙烷灭菌",
                "cycle", "十来个",
                "aeration", "9999 天",
                "chamber", "5",
                "chamberUnit", "tonne",
                "then", "publish"));
        HttpResponse<String> answer = wang.post("/my/listings/new", fields);
        Document page = parse(answer);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(page.select("[role=alert] a").eachAttr("href"))
                .containsExactlyInAnyOrder("#cycle", "#aeration", "#chamber");
        assertThat(page.select("#cycle").attr("value")).isEqualTo("十来个");
        assertThat(page.select("#aeration").attr("value")).isEqualTo("9999 天");
        assertThat(Markup.problemsOf(answer.body())).isEmpty();
    }

    @Test
    void durations_and_temperatures_are_read_as_people_write_them() {
        Visitor wang = aSupplier("supplier-wang");
        String steriliser = published(
                wang,
                Map.of("serviceType", "STERILISATION", "cycle", "90分钟", "aeration", "1.5", "aerationUnit", "DAY"));
        assertThat(SignIn.asNobody().page(steriliser).select("dl.facts").text()).contains("90 分钟", "36 小时");
        String frozen = published(wang, Map.of("serviceType", "TRANSPORT", "coldest", "－18 ℃", "warmest", "零下5度"));
        assertThat(SignIn.asNobody().page(frozen).select("dl.facts").text()).contains("−18 至 −5 ℃");
    }

    private static String published(Visitor supplier, Map<String, String> said) {
        Map<String, String> fields = new HashMap<>(said);
        String title = "服务 " + UUID.randomUUID();
        fields.putAll(Map.of("kind", "SERVICE", "title", title, "products", "服务", "then", "publish"));
        Document mine = parse(supplier.post("/my/listings/new", fields));
        assertThat(mine.location()).as(mine.select("[role=alert]").text()).endsWith("/my/listings");
        return mine.select("a:contains(" + title + ")").attr("href");
    }

    @Test
    void every_kind_can_be_begun_from_nothing_and_from_a_template_in_both_languages() {
        Visitor wang = aSupplier("supplier-wang");
        Document choose = wang.page("/my/listings/new");
        List<String> ways = choose.select("main a[href^=/my/listings/new]").eachAttr("href");
        assertThat(ways)
                .contains(
                        "/my/listings/new?kind=EQUIPMENT",
                        "/my/listings/new?kind=FINISHED_STOCK",
                        "/my/listings/new?kind=SERVICE&service=CREW");
        assertThat(ways.stream().filter(way -> way.contains("template=")).count())
                .isGreaterThanOrEqualTo(25);
        for (String way : ways) {
            if (way.contains("kind=")) {
                HttpResponse<String> form = wang.get(way);
                assertThat(form.statusCode()).as(way).isEqualTo(200);
                assertThat(Markup.problemsOf(form.body())).as(way).isEmpty();
            }
        }
    }

    @Test
    void finished_stock_has_a_tab_of_its_own() {
        Document search = SignIn.asNobody().page("/search?kind=finished-stock");
        assertThat(search.select("a[aria-current]").text()).contains("现货");
    }
}
