package org.muster.catalogue.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.muster.testing.Barriers;
import org.muster.testing.Browser;
import org.muster.testing.Look;
import org.muster.testing.SignIn;

@QuarkusTest
class ListingJourneyTest {

    /** What the pages call things. */
    private record Words(
            String template,
            String title,
            String output,
            String publish,
            String published,
            String windows,
            String add,
            String added,
            String free,
            String tapped,
            String paste,
            String text,
            String read) {}

    @Test
    void on_a_phone_without_scripts_a_supplier_lists_a_line_from_a_template() {
        journey(
                Look.phone().withoutScripts(),
                new Words(
                        "全自动平面口罩生产线",
                        "标题",
                        "日产能",
                        "保存并发布",
                        "已发布",
                        "的档期",
                        "保存",
                        "已保存",
                        "仍空闲",
                        "谢谢",
                        "粘贴一段话",
                        "供货信息",
                        "识别并填表"));
    }

    @Test
    void at_a_desk_in_English_a_supplier_lists_a_line_from_a_template() {
        journey(
                Look.desktop().inEnglish(),
                new Words(
                        "Automatic flat mask line",
                        "English title",
                        "Output a day",
                        "Save and publish",
                        "Published",
                        "Capacity windows of",
                        "Save",
                        "Saved",
                        "Still free",
                        "Thank you",
                        "Paste a chat text",
                        "What you offer",
                        "Read it into a form"));
    }

    private static void journey(Look look, Words words) {
        CataloguePagesTest.aSupplier("supplier-wang");
        String title = "Line " + UUID.randomUUID().toString().substring(0, 8);
        try (var window = Browser.open(look)) {
            Page page = window.newPage();
            SignIn.into(page, "supplier-wang");
            page.navigate(SignIn.applicationUrl() + "/my/listings/new");
            isUsable(page, look, "choose");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words.template()))
                    .first()
                    .press("Enter");
            page.getByLabel(words.title()).first().fill(title);
            page.getByLabel(words.output()).first().fill("20万只");
            isUsable(page, look, "form");
            button(page, words.publish()).press("Enter");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText(words.published());
            isUsable(page, look, "mine");

            Locator row = page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(title));
            Locator mine =
                    row.count() > 0 ? row : page.locator("tr").filter(new Locator.FilterOptions().setHasText(title));
            mine.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(words.windows()))
                    .first()
                    .press("Enter");
            isUsable(page, look, "windows");
            button(page, words.add()).press("Enter");
            assertThat(page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText(words.added())))
                    .isVisible();
            page.locator("#from").fill("");
            button(page, words.add()).press("Enter");
            assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
            isUsable(page, look, "windows-refused");

            page.navigate(SignIn.applicationUrl() + "/my/listings");
            page.locator("tr")
                    .filter(new Locator.FilterOptions().setHasText(title))
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(words.free()))
                    .press("Enter");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText(words.tapped());
            page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName(title).setExact(true))
                    .press("Enter");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText(title);
            isUsable(page, look, "listing");

            page.navigate(SignIn.applicationUrl() + "/my/listings/paste");
            isUsable(page, look, "paste");
            page.getByLabel(words.text()).fill("平面机1拖2三台，日产20万，缺熔喷布");
            button(page, words.read()).press("Enter");
            assertThat(page.getByLabel(words.output()).first()).hasValue("200000");
            isUsable(page, look, "pasted");
        }
    }

    /** No bar to scroll sideways, nothing that keeps somebody out. Pictures are kept where {@code MUSTER_PICTURES} names a folder. */
    private static void isUsable(Page page, Look look, String name) {
        Optional.ofNullable(System.getenv("MUSTER_PICTURES"))
                .ifPresent(folder -> page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of(folder, name + "-" + look.width() + "-" + look.locale() + ".png"))));
        if (look.scripts()) {
            assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .isEqualTo(true);
            assertThat(Barriers.on(page)).isEmpty();
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
