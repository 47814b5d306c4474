package org.muster.allocation.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.muster.demo.DemoSeeder;
import org.muster.outbox.OutboxWorker;
import org.muster.testing.Barriers;
import org.muster.testing.Browser;
import org.muster.testing.DemoMarket;
import org.muster.testing.Look;
import org.muster.testing.Markup;
import org.muster.testing.SignIn;

/** The Houma case, from one click to a stored plan with its bound, its clocks, its probability and its standbys. */
@QuarkusTest
@TestProfile(DemoMarket.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HoumaJourneyTest {

    private static final double PLANNED_WITHIN_MILLIS = 90_000;

    @Inject
    DemoSeeder seeder;

    @Inject
    OutboxWorker outbox;

    @BeforeAll
    void market() {
        seeder.seed();
        outbox.drain();
    }

    @Test
    void one_click_a_plan_and_a_what_if_in_Chinese() {
        try (var window = Browser.open(Look.desktop())) {
            Page page = window.newPage();
            SignIn.into(page, "coordinator-chen");
            page.navigate(SignIn.applicationUrl() + "/emergencies");
            button(page, "宣布“侯马案例”").press("Enter");
            link(page, "方案").press("Enter");
            page.getByLabel("侧重").selectOption("CHEAPEST");
            button(page, "开始做方案").press("Enter");

            // The page renews itself; nobody loads it again.
            heading(page, "结果").waitFor(new Locator.WaitForOptions().setTimeout(PLANNED_WITHIN_MILLIS));
            assertThat(page.getByText(Pattern.compile("任何方案都不低于"))).isVisible();
            assertThat(page.locator("main")).containsText(Pattern.compile("已证明最好|离最好的最多差 [\\d.]+ %"));
            assertThat(page.locator("main")).containsText(Pattern.compile("模拟 [\\d]+ 次"));
            Locator clocks = page.locator(".plan-tiles").nth(1);
            assertThat(clocks).containsText("调配到位");
            assertThat(clocks).containsText("首件合格");
            assertThat(clocks.getByText(Pattern.compile("^放行 ·"))).not().hasCount(0);
            assertThat(heading(page, "备份")).isVisible();
            assertThat(heading(page, "卡在哪里，打给谁")).isVisible();
            assertThat(page.locator("a[href^='tel:']").first()).isVisible();
            isSound(page);
            keep(page, "plan-zh");

            // A no is a no: the plan is made again without that listing, and both are read side by side.
            Locator leg = page.locator("details.aside").first();
            leg.locator("summary").press("Enter");
            leg.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("不用这条供给"))
                    .press("Enter");
            heading(page, "与前一个方案相比").waitFor(new Locator.WaitForOptions().setTimeout(PLANNED_WITHIN_MILLIS));
            assertThat(heading(page, "与事件不同之处")).isVisible();
            isSound(page);
            keep(page, "plan-what-if-zh");
        }
    }

    @Test
    void without_scripts_in_English_on_a_telephone() {
        try (var window = Browser.open(Look.phone().inEnglish().withoutScripts())) {
            Page page = window.newPage();
            SignIn.into(page, "coordinator-chen");
            page.navigate(SignIn.applicationUrl() + "/emergencies");
            button(page, "Declare “the Houma case”").press("Enter");
            link(page, "Plan").press("Enter");
            page.getByLabel("What it should be good at").selectOption("FASTEST");
            button(page, "Plan").press("Enter");
            Awaitility.await()
                    .pollInSameThread()
                    .atMost(Duration.ofMillis((long) PLANNED_WITHIN_MILLIS))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        if (link(page, "Refresh").count() > 0) {
                            link(page, "Refresh").press("Enter");
                        }
                        return heading(page, "Result").count() > 0;
                    });
            assertThat(page.locator("main")).containsText(Pattern.compile("best possible"));
            assertThat(page.locator("main")).containsText("First good piece");
            hasNoSidewaysScroll(page);
            isValid(page);
            keep(page, "plan-en-phone");

            page.getByLabel("All released by").fill("2001-01-01T08:00");
            page.locator("form[aria-label='Another date'] button").press("Enter");
            assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
            assertThat(page.getByLabel("All released by")).hasValue("2001-01-01T08:00");
            isValid(page);
        }
    }

    /** What scripts have changed is no longer what was sent; that is looked at where nothing changes it. */
    private static void isSound(Page page) {
        assertThat(Barriers.on(page)).isEmpty();
    }

    private static void isValid(Page page) {
        assertThat(Markup.problemsOf(page.content())).isEmpty();
    }

    private static void hasNoSidewaysScroll(Page page) {
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isTrue();
    }

    /** Pictures for people who want to look, where {@code -Dmuster.screenshots} says. */
    private static void keep(Page page, String name) {
        String folder = System.getProperty("muster.screenshots", "");
        if (!folder.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, name + ".png")));
        }
    }

    private static Locator heading(Page page, String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
