package org.muster.importexport.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.muster.testing.Barriers;
import org.muster.testing.Browser;
import org.muster.testing.Look;
import org.muster.testing.Markup;
import org.muster.testing.SignIn;
import org.muster.testing.Traders;

/** A liaison brings in a public list, and buyers find the makers. */
@QuarkusTest
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ImportJourneyTest {

    private static final String HEADINGS = "\uFEFF省,市,厂商名称,产能类别,规格,日产能\n";

    private static String listOf(String brand) {
        return HEADINGS + """
            山东,日照市,日照#医疗用品有限公司,口罩,医用口罩,1000000
            山东,日照市,日照#医疗用品有限公司,口罩,N95,５００００
            陕西,西安市,西安#科技有限公司,医疗器材,实时荧光定量PCR仪,1
            山西,西安市,西安#科技有限公司,医疗器材,实时荧光定量PCR仪,1
            安徽,金寨县,安徽#生物有限公,身体防护,"防护服,连体",1
            浙江,杭州市,,检测产品,核酸检测试剂盒,1
            """.replace("#", brand);
    }

    @Test
    void a_liaison_imports_a_list_in_Chinese() throws IOException {
        try (var window = Browser.open(Look.desktop())) {
            Page page = window.newPage();
            SignIn.into(page, "liaison-zhao");
            page.navigate(SignIn.applicationUrl() + "/my/import");
            isSound(page);

            button(page, "上传并查看各列").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("请选择要上传的文件");
            isSound(page);

            page.getByLabel("文件（CSV、XLSX 或 XLS）").setInputFiles(file("一月名单.csv", listOf("晨岭")));
            button(page, "上传并查看各列").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("请填写名单由谁发布");
            assertThat(page.getByText("已收到“一月名单.csv”")).isVisible();
            isSound(page);

            page.getByLabel("谁发布的名单").fill("某省工业和信息化厅");
            page.getByLabel("名单的日期").fill("2020-01-29");
            button(page, "上传并查看各列").click();
            assertThat(heading(page)).hasText("各列是什么");
            assertThat(page.getByLabel("“厂商名称”一列的含义")).hasValue("NAME");
            assertThat(page.getByRole(AriaRole.CELL).filter(new Locator.FilterOptions().setHasText("N95")))
                    .isVisible();
            isSound(page);

            page.getByLabel("“规格”一列的含义").selectOption("IGNORED");
            button(page, "检查（先不导入）").click();
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("哪一列是产品或规格");
            isSound(page);

            page.getByLabel("“规格”一列的含义").selectOption("PRODUCT");
            button(page, "检查（先不导入）").click();
            assertThat(heading(page)).hasText("检查结果");
            assertThat(row(page, 5)).containsText("属于陕西省，不属于山西省");
            assertThat(row(page, 6)).containsText("是不是“安徽晨岭生物有限公司”");
            assertThat(row(page, 7)).containsText("没有企业名称");
            isSound(page);

            page.getByLabel("选中第 5 行").check();
            button(page, "采纳所选建议").click();
            assertThat(row(page, 5)).containsText("与第 4 行相同");
            isSound(page);

            button(page, "导入 4 行").click();
            assertThat(heading(page)).hasText("导入完成");
            assertThat(page.getByText("新增待认领企业 3 家")).isVisible();
            isSound(page);

            var download =
                    page.waitForDownload(() -> link(page, "取回未导入的 1 行（CSV）").click());
            assertThat(Files.readString(download.path(), StandardCharsets.UTF_8).lines())
                    .containsExactly("\uFEFF省,市,厂商名称,产能类别,规格,日产能,未导入原因", "浙江,杭州市,,检测产品,核酸检测试剂盒,1,厂商名称（空）：没有企业名称。");

            link(page, "日照晨岭医疗用品有限公司").first().click();
            assertThat(heading(page)).containsText("日照晨岭医疗用品有限公司");
            assertThat(page.getByText("某省工业和信息化厅").first()).isVisible();

            isFound(page, "日照晨岭医疗 口罩", "日照晨岭医疗用品有限公司");
            isFound(page, "日照晨岭医疗 N95", "日照晨岭医疗用品有限公司");
        }
    }

    @Test
    void a_liaison_imports_a_list_in_English_on_a_phone_without_scripts() {
        try (var window = Browser.open(Look.phone().inEnglish().withoutScripts())) {
            Page page = window.newPage();
            SignIn.into(page, "liaison-zhao");
            page.navigate(SignIn.applicationUrl() + "/my/import");
            page.getByLabel("File (CSV, XLSX or XLS)").setInputFiles(file("january.csv", listOf("暮川")));
            page.getByLabel("Who published the list").fill("Provincial department of industry");
            page.getByLabel("Day of the list").fill("2020-01-29");
            press(button(page, "Upload and look at the columns"));

            assertThat(heading(page)).hasText("What the columns are");
            hasNoSidewaysScroll(page);
            press(button(page, "Check, without importing yet"));

            shown(page, "What the check found");
            assertThat(row(page, 5)).containsText("is in Shaanxi, not in Shanxi");
            hasNoSidewaysScroll(page);
            press(button(page, "Take all suggestions (1)"));

            shown(page, "What the check found");
            assertThat(row(page, 5)).containsText("The same as row 4");
            press(button(page, "Import 4 rows"));

            shown(page, "Imported");
            assertThat(page.getByText("Organisations that are new and wait to be claimed: 3"))
                    .isVisible();
            hasNoSidewaysScroll(page);

            isFound(page, "暮川 protective suit", "安徽暮川生物有限公");
        }
    }

    @Test
    void a_list_that_is_not_yours_is_not_found() {
        var page = SignIn.as("liaison-zhao").get("/my/import/" + UUID.randomUUID());

        assertThat(page.statusCode()).isEqualTo(404);
    }

    /** What was committed reaches the index a moment later. */
    private static void isFound(Page page, String words, String firm) {
        Awaitility.await("a search for " + words + " finds " + firm)
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    page.navigate(
                            SignIn.applicationUrl() + "/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
                    assertThat(page.getByRole(AriaRole.MAIN).innerText()).contains(firm);
                });
    }

    /** Without scripts a page that is still being worked on is looked at again by a click. */
    private static void shown(Page page, String title) {
        Locator again = link(page, "Show the latest progress");
        for (int i = 0; i < 20 && again.isVisible(); i++) {
            press(again);
        }
        assertThat(heading(page)).hasText(title);
    }

    /** By the keyboard, for which nothing has to have come to rest. */
    private static void press(Locator control) {
        control.press("Enter");
    }

    private static void isSound(Page page) {
        assertThat(Barriers.on(page)).isEmpty();
        assertThat(Markup.problemsOf(page.content())).isEmpty();
    }

    private static void hasNoSidewaysScroll(Page page) {
        // Playwright's own scripts run where the page's may not.
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    private static Locator row(Page page, int number) {
        return page.locator("#row-" + number);
    }

    @Test
    void a_file_of_200_megabytes_is_refused_by_a_page_that_keeps_what_was_typed() throws IOException {
        Path large = Files.createTempFile("large", ".xlsx");
        try (var file = new RandomAccessFile(large.toFile(), "rw");
                var window = Browser.open(Look.desktop())) {
            file.setLength(200L * 1024 * 1024);
            Page page = window.newPage();
            page.setDefaultTimeout(120_000);
            SignIn.into(page, "liaison-zhao");
            page.navigate(SignIn.applicationUrl() + "/my/import");
            page.getByLabel("文件（CSV、XLSX 或 XLS）").setInputFiles(large);
            page.getByLabel("谁发布的名单").fill("某省工业和信息化厅");
            page.getByLabel("名单的日期").fill("2020-01-29");
            button(page, "上传并查看各列").click();

            assertThat(page.getByRole(AriaRole.ALERT)).containsText("文件超过 10 MB");
            assertThat(page.getByLabel("谁发布的名单")).hasValue("某省工业和信息化厅");
            assertThat(page.getByLabel("名单的日期")).hasValue("2020-01-29");
        } finally {
            Files.delete(large);
        }
    }

    @Test
    void a_supplier_brings_listings_in_and_takes_them_out_again() throws IOException {
        String title = "来料点焊线" + UUID.randomUUID().toString().substring(0, 6);
        Traders.someoneOf("测试" + Traders.aWord() + "有限公司", SignIn.applicationUrl(), "supplier-wang");
        try (var window = Browser.open(Look.phone())) {
            Page page = window.newPage();
            SignIn.into(page, "supplier-wang");
            page.navigate(SignIn.applicationUrl() + "/my/listings");
            link(page, "从表格导入").click();
            assertThat(heading(page)).hasText("导入自己的供给");
            isSound(page);
            page.getByLabel("文件（CSV、XLSX 或 XLS）")
                    .setInputFiles(file("供给.csv", "标题,供给种类,产品,数量,单位\r\n%s,产线,医用口罩,5万,只".formatted(title)));
            button(page, "上传并查看各列").click();
            assertThat(page.getByLabel("“标题”一列的含义")).hasValue("TITLE");
            isSound(page);
            button(page, "检查（先不导入）").click();
            assertThat(page.getByText("将新建").first()).isVisible();
            isSound(page);
            button(page, "导入 1 行").click();
            assertThat(heading(page)).hasText("导入完成");
            isSound(page);
            link(page, "到我的供给").click();
            assertThat(link(page, title).first()).isVisible();
            var taken = page.waitForDownload(() -> link(page, "导出表格").click());
            assertThat(taken.suggestedFilename()).isEqualTo("listings.xlsx");

            page.navigate(SignIn.applicationUrl() + "/my/import?for=own");
            page.getByLabel("文件（CSV、XLSX 或 XLS）").setInputFiles(taken.path());
            button(page, "上传并查看各列").click();
            button(page, "检查（先不导入）").click();
            Locator outcomes = page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("筛选"));
            assertThat(outcomes.getByRole(AriaRole.LINK).filter(new Locator.FilterOptions().setHasText("将更新")))
                    .hasText("将更新 0");
            assertThat(outcomes.getByRole(AriaRole.LINK).filter(new Locator.FilterOptions().setHasText("不能导入")))
                    .hasText("不能导入 0");
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static FilePayload file(String name, String text) {
        return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }
}
