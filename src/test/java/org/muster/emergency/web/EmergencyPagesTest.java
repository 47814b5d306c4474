package org.muster.emergency.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.muster.testing.Emergencies;
import org.muster.testing.Markup;
import org.muster.testing.SignIn;
import org.muster.testing.Traders;

@QuarkusTest
class EmergencyPagesTest {

    @Test
    void a_coordinator_declares_and_the_board_is_there() {
        SignIn.Visitor chen = SignIn.as("coordinator-chen");
        String board = Emergencies.declared(chen, "山西口罩线" + Traders.aWord(), "山西侯马") + "/board";
        Document page = chen.page(board);
        assertThat(page.select("h1").text()).contains("山西口罩线");
        assertThat(page.select(".clocks .clock")).hasSize(3);
        assertThat(page.select(".clocks").text()).contains("调配到位", "还有 47 小时 59 分钟");
        assertThat(page.text()).contains("宣布", "省指挥部 · 防指发 1 号");
    }

    @Test
    void a_declaration_that_is_refused_keeps_what_was_typed() {
        SignIn.Visitor chen = SignIn.as("coordinator-chen");
        Map<String, String> typed = Emergencies.typed("有名称", "朝阳区");
        typed.put("leadMobile", "12");
        HttpResponse<String> refused = chen.post("/emergencies/new", typed);
        assertThat(refused.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(refused.body());
        assertThat(page.select("[role=alert] a").eachAttr("href")).containsExactlyInAnyOrder("#areas", "#leadMobile");
        assertThat(page.select("#name").val()).isEqualTo("有名称");
        assertThat(page.select("#areas").text()).contains("朝阳区");
        assertThat(page.select("#kind option[selected]").val()).isEqualTo("EPIDEMIC");
        assertThat(Markup.problemsOf(refused.body())).isEmpty();
    }

    @Test
    void others_find_nothing_until_it_is_published_and_then_only_the_notice() {
        SignIn.Visitor chen = SignIn.as("coordinator-chen");
        String name = "湖北保障" + Traders.aWord();
        String board = Emergencies.declared(chen, name, "湖北") + "/board";
        String emergency = board.replace("/board", "");
        SignIn.Visitor li = SignIn.as("buyer-li");
        for (String path : new String[] {"", "/board", "/needs", "/needs/new", "/recipe", "/ask"}) {
            assertThat(li.get(emergency + path).statusCode()).as(path).isIn(403, 404);
        }
        assertThat(li.get(emergency).statusCode()).isEqualTo(404);
        assertThat(li.page("/emergencies").text()).doesNotContain(name);
        assertThat(li.post(emergency + "/publish", Map.of()).statusCode()).isIn(403, 404);

        chen.post(emergency + "/publish", Map.of());

        Document notice = SignIn.asNobody().page(emergency);
        assertThat(notice.text()).contains(name, "省指挥部", "各地区一律平等").doesNotContain("13812345678", "周替班");
        assertThat(SignIn.asNobody().page("/emergencies").text()).contains(name);
        assertThat(li.get(emergency + "/needs").statusCode()).isIn(403, 404);
    }

    @Test
    void an_emergency_is_changed_and_closed_and_then_only_read() {
        SignIn.Visitor chen = SignIn.as("coordinator-chen");
        String emergency = Emergencies.declared(chen, "收尾" + Traders.aWord(), "山西侯马");
        Document form = chen.page(emergency + "/edit");
        assertThat(form.select("#areas").text()).contains("侯马");
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("main input[name], main textarea[name]").forEach(one -> fields.put(one.attr("name"), one.val()));
        fields.put("allocateHours", "200");
        fields.put("reason", "厂家推迟");
        HttpResponse<String> refused = chen.post(emergency + "/edit", fields);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("#allocateHours").val()).isEqualTo("200");
        assertThat(Jsoup.parse(refused.body()).select("[role=alert] a").eachAttr("href"))
                .containsExactly("#firstPieceHours");
        fields.put("allocateHours", "60");
        assertThat(chen.post(emergency + "/edit", fields).body()).contains("已更改，并记入经过记录");
        assertThat(chen.page(emergency + "/board").text())
                .contains("更改时限", "48 h / 144 h / 480 h → 60 h / 144 h / 480 h · 厂家推迟");

        HttpResponse<String> empty = chen.post(emergency + "/close", Map.of("closeReason", ""));
        assertThat(empty.statusCode()).isEqualTo(422);
        HttpResponse<String> closed = chen.post(emergency + "/close", Map.of("closeReason", "全部验收合格"));
        assertThat(closed.body()).contains("事件已结束", "全部验收合格", "已结束，只读");
        assertThat(Markup.problemsOf(closed.body())).isEmpty();
        for (String page : List.of("", "/board", "/needs", "/recipe", "/rolls")) {
            Document read = chen.page(emergency + page);
            assertThat(read.select("main form")).as(page).isEmpty();
            assertThat(read.text()).as(page).contains("已结束，只读");
        }
        assertThat(chen.get(emergency + "/edit").statusCode()).isEqualTo(404);
        assertThat(chen.get(emergency + "/needs/new").statusCode()).isEqualTo(404);
    }

    @Test
    void one_click_declares_the_Houma_case_with_needs_and_recipes() {
        SignIn.Visitor chen = SignIn.as("coordinator-chen");
        Document list = chen.page("/emergencies");
        assertThat(list.select("form[action=/emergencies/scenarios/houma] button")
                        .text())
                .contains("侯马案例");
        assertThat(SignIn.as("buyer-li").page("/emergencies").select("form[action*=scenarios]"))
                .isEmpty();
        HttpResponse<String> declared = chen.post("/emergencies/scenarios/houma", Map.of());
        String emergency = declared.uri().getPath();
        assertThat(declared.body()).contains("案例已宣布", "侯马全自动口罩线");
        Document needs = chen.page(emergency + "/needs");
        assertThat(needs.text()).contains("没有存疑的需求");
        assertThat(needs.select("table").get(0).text()).contains("太原", "侯马", "医用外科口罩", "一次性医用口罩");
        assertThat(chen.page(emergency + "/recipe").text()).contains("新建全自动医用口罩产线", "1 套");
        assertThat(SignIn.as("buyer-li")
                        .post("/emergencies/scenarios/houma", Map.of())
                        .statusCode())
                .isIn(403, 404);
    }

    @Test
    void an_institution_asks_without_an_account_and_the_desk_keeps_it_with_one_click() {
        SignIn.Visitor chen = SignIn.as("coordinator-chen");
        String emergency = Emergencies.declared(chen, "自填" + Traders.aWord(), "湖北");
        chen.post(emergency + "/publish", Map.of());
        SignIn.Visitor hospital = SignIn.asNobody();
        HttpResponse<String> refused =
                hospital.post(emergency + "/ask", Map.of("institution", "咸宁市中心医院", "item", "防护服", "amount", "300"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("#institution").val()).isEqualTo("咸宁市中心医院");
        HttpResponse<String> taken = hospital.post(
                emergency + "/ask",
                Map.of(
                        "institution", "咸宁市中心医院",
                        "place", "咸宁",
                        "item", "防护服",
                        "amount", "300",
                        "contactName", "李护士长",
                        "contactMobile", "13912345678"));
        assertThat(taken.statusCode()).isEqualTo(200);
        assertThat(taken.body()).contains("已收到");
        Document needs = chen.page(emergency + "/needs");
        assertThat(needs.text()).contains("机构自填，还没有人核实", "咸宁市中心医院");
        List<String> judging =
                needs.select("form[action$=/judge]:has(button[value=KEEP])").eachAttr("action");
        String judge = judging.get(judging.size() - 1);
        assertThat(chen.post(judge, Map.of("do", "KEEP")).body()).contains("已处理 1 条");
        Document after = chen.page(emergency + "/needs");
        assertThat(after.select("table").get(0).text()).contains("防护服", "300");
        assertThat(after.text()).contains("没有存疑的需求");
    }

    @Test
    void a_list_is_uploaded_its_columns_named_and_every_row_answered_for() {
        SignIn.Visitor chen = SignIn.as("coordinator-chen");
        String emergency = Emergencies.declared(chen, "导入" + Traders.aWord(), "湖北");
        String list = """
            市,区县,医院名称,物资,规格要求,数量
            huanggangshi,蕲春县,蕲春县人民医院,医用外科口罩,YY 0469-2010,1
            huanggangshi,蕲春县,蕲春县人民医院,防护服,GB 19082-2003,1
            huanggangshi,蕲春县,蕲春县人民医院,医用防护口罩 | N95口罩,GB 19083-2010,3000
            huanggangshi,蕲春县,蕲春县中医院,神秘物件,,1
            huanggangshi,蕲春县,蕲春县中医院,护目镜,,1
            """;
        HttpResponse<String> uploaded = chen.upload(
                emergency + "/needs/file", Map.of(), "file", "需求.csv", list.getBytes(StandardCharsets.UTF_8));
        // The client of the tests sends an upload's content type along a redirect, as no browser does.
        HttpResponse<String> columns = chen.get(uploaded.uri().getPath());
        Document page = Jsoup.parse(columns.body());
        assertThat(page.select("#column-2 option[selected]").val()).isEqualTo("INSTITUTION");
        assertThat(page.select("#column-3 option[selected]").val()).isEqualTo("ITEM");
        assertThat(page.select("#oneMeansNeeded").hasAttr("checked")).isTrue();
        assertThat(Markup.problemsOf(columns.body())).isEmpty();
        Map<String, String> fields = new LinkedHashMap<>();
        page.select("select[name^=column-]")
                .forEach(select -> fields.put(
                        select.attr("name"), select.select("option[selected]").val()));
        fields.put("oneMeansNeeded", "true");
        HttpResponse<String> account = chen.post(columns.uri().getPath(), fields);
        Document rows = Jsoup.parse(account.body());
        assertThat(rows.text()).contains("5 行，每行都有结果", "计入 4", "存疑 1");
        assertThat(rows.text()).contains("没有“YY 0469-2010”这个版本", "GB 19082-2003 已有新版 GB 19082-2009", "不认识“神秘物件”");
        assertThat(Markup.problemsOf(account.body())).isEmpty();
        HttpResponse<String> board = chen.get(emergency + "/board");
        assertThat(board.body()).contains("1 条需求存疑");
    }

    @Test
    void a_chat_is_pasted_and_a_file_that_is_none_is_refused_in_words() {
        SignIn.Visitor chen = SignIn.as("coordinator-chen");
        String emergency = Emergencies.declared(chen, "粘贴" + Traders.aWord(), "湖北");
        HttpResponse<String> pasted =
                chen.post(emergency + "/needs/paste", Map.of("text", "武汉市第一医院急需：医用外科口罩2万只，防护服 500 套"));
        assertThat(Jsoup.parse(pasted.body()).text()).contains("2 行，每行都有结果", "2万只", "500 套");
        HttpResponse<String> nothing = chen.post(emergency + "/needs/paste", Map.of("text", "大家好"));
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("没有读到物资", "大家好");
        HttpResponse<String> picture = chen.upload(
                emergency + "/needs/file", Map.of(), "file", "图.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2});
        assertThat(picture.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(picture.body()).select("[role=alert] a").eachAttr("href"))
                .containsExactly("#file");
    }

    @Test
    void a_recipe_is_taken_edited_and_computed_again() {
        SignIn.Visitor chen = SignIn.as("coordinator-chen");
        String emergency = Emergencies.declared(chen, "配方" + Traders.aWord(), "山西");
        HttpResponse<String> refused =
                chen.post(emergency + "/recipe", Map.of("recipe", "masks-existing", "output", "许多", "parallel", "5"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.body()).select("#output-masks-existing").val())
                .isEqualTo("许多");
        HttpResponse<String> taken =
                chen.post(emergency + "/recipe", Map.of("recipe", "masks-existing", "output", "200万", "parallel", "5"));
        Document sheet = Jsoup.parse(taken.body());
        assertThat(sheet.text()).contains("熔喷布", "假设");
        assertThat(Markup.problemsOf(taken.body())).isEmpty();
        String edit = taken.uri().getPath() + "/edit";
        Document form = chen.page(edit);
        HttpResponse<String> changed = chen.post(
                edit,
                Map.of(
                        "version", form.select("input[name=version]").val(),
                        "output", "1000000",
                        "parallel", "10",
                        "gsm-meltblown", "30",
                        "waste-meltblown", "0"));
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(changed.body()).contains("配方已修改", "918.75", "本次改过");
    }
}
