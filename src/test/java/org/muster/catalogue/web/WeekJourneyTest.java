package org.muster.catalogue.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.muster.testing.Barriers;
import org.muster.testing.Browser;
import org.muster.testing.Look;
import org.muster.testing.Markup;
import org.muster.testing.SignIn;

/** A supplier says when a line is free: drawn, by keys, typed, and by a week that repeats itself. */
@QuarkusTest
class WeekJourneyTest {

    /** Far enough ahead that no hour of it is over, near enough that a pattern reaches it. */
    private static final String WEEK = "2027-W07";

    @Test
    void by_mouse_the_same_hours_of_three_days_are_drawn_at_once() {
        String line = aLine();
        try (BrowserContext window = signedIn(Look.desktop().inEnglish())) {
            Page page = at(window, "/my/windows?listing=" + line + "&week=" + WEEK);
            BoundingBox from = slot(page, 9, 1).boundingBox();
            BoundingBox to = slot(page, 11, 3).boundingBox();
            page.mouse().move(from.x + 5, from.y + 5);
            page.mouse().down();
            page.mouse().move(to.x + 5, to.y + 5);
            assertThat(page.locator("td[aria-selected=true]")).hasCount(9);
            page.mouse().up();
            assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
            isUsable(page, Look.desktop(), "week-dialog-en");
            page.getByRole(AriaRole.DIALOG)
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                    .press("Enter");
            assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("Saved");
            assertThat(page.locator("td.slot-free")).hasCount(9);
            assertThat(slot(page, 9, 1)).containsText("Free");
            isUsable(page, Look.desktop(), "week-en");
        }
    }

    @Test
    void by_keys_hours_are_chosen_with_shift_and_arrows_and_escape_leaves_all_as_it_was() {
        String line = aLine();
        try (BrowserContext window = signedIn(Look.desktop())) {
            Page page = at(window, "/my/windows?listing=" + line + "&week=" + WEEK);
            page.locator("td[tabindex='0']").focus();
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowRight");
            page.keyboard().press("Shift+ArrowDown");
            page.keyboard().press("Shift+ArrowDown");
            assertThat(page.locator("td[aria-selected=true]")).hasCount(3);
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.DIALOG)).isVisible();
            page.keyboard().press("Escape");
            assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
            assertThat(page.locator("td[aria-selected=true]")).hasCount(0);
            page.keyboard().press("Shift+ArrowUp");
            page.keyboard().press("Enter");
            // On to "not free" and save, still without a mouse.
            page.keyboard().press("ArrowDown");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("已保存");
            assertThat(page.locator("td.slot-taken")).hasCount(2);
            isUsable(page, Look.desktop(), "week-zh");
        }
    }

    @Test
    void on_a_phone_without_scripts_the_form_does_the_same() {
        String line = aLine();
        Look phone = Look.phone().withoutScripts();
        try (BrowserContext window = signedIn(phone)) {
            Page page = at(window, "/my/windows?listing=" + line + "&week=" + WEEK);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("改 00:00–24:00"))
                    .nth(2)
                    .press("Enter");
            assertThat(page.locator("#from")).hasValue("2027-02-17T00:00");
            assertThat(page.locator("#to")).hasValue("2027-02-18T00:00");
            page.locator("#from").fill("2027-02-17T08:00");
            page.locator("#to").fill("2027-02-17T12:00");
            page.locator("#through").fill("2027-02-19");
            page.getByRole(
                            AriaRole.BUTTON,
                            new Page.GetByRoleOptions().setName("保存").setExact(true))
                    .press("Enter");
            assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("已保存");
            assertThat(page.locator(".week-days .run-free")).hasCount(3);
            assertThat(page.locator(".week-days .run-free").first()).containsText("08:00–12:00");
            isUsable(page, phone, "week-phone-zh");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("下一周"))
                    .press("Enter");
            assertThat(page.locator(".week-days .run-free")).hasCount(0);
        }
    }

    @Test
    void a_weekly_pattern_with_holidays_is_looked_at_before_it_is_saved() {
        String line = aLine();
        try (BrowserContext window = signedIn(Look.desktop())) {
            Page page = at(window, "/my/windows?listing=" + line);
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("按周排"))
                    .press("Enter");
            page.getByLabel("2027 年节假日").press("Space");
            page.locator("[id='exceptions.0.first']").fill("2027-02-17");
            page.locator("[id='exceptions.0.note']").fill("检修");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("预览档期"))
                    .press("Enter");
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("保存后的档期")))
                    .isVisible();
            assertThat(page.locator(".preview-table").getByText("元旦")).isVisible();
            isUsable(page, Look.desktop(), "pattern-zh");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("保存周计划"))
                    .press("Enter");
            assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("周计划已保存");
            page.navigate(SignIn.applicationUrl() + "/my/windows?listing=" + line + "&week=" + WEEK);
            // Monday, Tuesday, Thursday, Friday; Wednesday is the exception.
            assertThat(page.locator("td.slot-free")).hasCount(4 * 12);
            assertThat(page.locator("td.slot-taken")).hasCount(24);
            isUsable(page, Look.desktop(), "week-pattern-zh");
        }
    }

    @Test
    void on_a_phone_without_scripts_in_english_a_pattern_is_typed_refused_in_words_and_stopped() {
        String line = aLine();
        Look phone = Look.phone().inEnglish().withoutScripts();
        try (BrowserContext window = signedIn(phone)) {
            Page page = at(window, "/my/windows/pattern?listing=" + line);
            page.locator("[id='hours.1.from']").fill("08:00");
            page.locator("[id='hours.1.to']").fill("12:00");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Preview the windows"))
                    .press("Enter");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("Please tick the days this row is for.");
            assertThat(page.locator("[id='hours.1.to']")).hasValue("12:00");
            page.locator("[id='hours.1.day.6']").press("Space");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Preview the windows"))
                    .press("Enter");
            isUsable(page, phone, "pattern-phone-en");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save the pattern"))
                    .press("Enter");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Change weekly pattern"))
                    .press("Enter");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Stop the pattern"))
                    .press("Enter");
            assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("The pattern is stopped.");
        }
    }

    private static String aLine() {
        return CataloguePagesTest.aPublishedLine(
                CataloguePagesTest.aSupplier("supplier-wang"),
                "周视图 " + UUID.randomUUID().toString().substring(0, 8));
    }

    private static BrowserContext signedIn(Look look) {
        BrowserContext window = Browser.open(look);
        SignIn.into(window.newPage(), "supplier-wang");
        return window;
    }

    private static Page at(BrowserContext window, String path) {
        Page page = window.pages().get(0);
        page.navigate(SignIn.applicationUrl() + path);
        return page;
    }

    private static Locator slot(Page page, int hour, int day) {
        return page.locator(".week-grid tbody tr").nth(hour).locator("td").nth(day);
    }

    private static void isUsable(Page page, Look look, String name) {
        Optional.ofNullable(System.getenv("MUSTER_PICTURES"))
                .ifPresent(folder -> page.screenshot(
                        new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, name + ".png"))));
        assertThat(Markup.problemsOf(page.content())).isEmpty();
        if (look.scripts()) {
            assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .isEqualTo(true);
            assertThat(Barriers.on(page)).isEmpty();
        }
    }
}
