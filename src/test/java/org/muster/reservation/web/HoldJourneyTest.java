package org.muster.reservation.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.muster.testing.Barriers;
import org.muster.testing.Browser;
import org.muster.testing.Look;
import org.muster.testing.Markup;
import org.muster.testing.SignIn;

/** A buyer holds, the supplier sees it and commits, the buyer gives it back. */
@QuarkusTest
class HoldJourneyTest {

    /** What the pages call things. */
    private record Words(
            String go,
            String hold,
            String held,
            String holds,
            String onMine,
            String state,
            String commit,
            String committed,
            String release,
            String reason,
            String released) {}

    private static final Words CHINESE =
            new Words("预留", "预留 30 分钟", "已预留到", "预留", "别人预留我方的", "预留中", "确认", "已确认", "释放", "原因", "已释放");

    private static final Words ENGLISH = new Words(
            "Hold",
            "Hold for 30 minutes",
            "Held until",
            "Holds",
            "On my listings",
            "Held",
            "Commit",
            "Committed",
            "Release",
            "Reason",
            "Released");

    @Test
    void at_a_desk_in_english() {
        journey(Look.desktop().inEnglish(), ENGLISH, "en-1440");
    }

    @Test
    void on_a_phone_at_night_in_chinese() {
        journey(Look.phone().atNight(), CHINESE, "zh-360-dark");
    }

    @Test
    void on_a_phone_without_scripts_in_chinese() {
        journey(Look.phone().withoutScripts(), CHINESE, "zh-360-plain");
    }

    private static void journey(Look look, Words words, String label) {
        String line = Traders.aLineForHire(Traders.tradesAs("supplier-wang"));
        Traders.tradesAs("buyer-li");
        try (BrowserContext buyers = Browser.open(look);
                BrowserContext suppliers = Browser.open(look)) {
            Page buyer = buyers.newPage();
            SignIn.through(buyer, "buyer-li");
            buyer.navigate(SignIn.applicationUrl() + "/listings/" + line);
            buyer.getByRole(AriaRole.MAIN)
                    .getByRole(
                            AriaRole.LINK,
                            new com.microsoft.playwright.Locator.GetByRoleOptions()
                                    .setName(words.go())
                                    .setExact(true))
                    .press("Enter");
            isUsable(buyer, look, "hold-ask-" + label);
            button(buyer, words.hold());
            assertThat(buyer.getByRole(AriaRole.STATUS).first()).containsText(words.held());
            isUsable(buyer, look, "hold-" + label);
            String hold = buyer.url();

            Page supplier = suppliers.newPage();
            SignIn.into(supplier, "supplier-wang");
            supplier.navigate(SignIn.applicationUrl() + "/my/holds");
            assertThat(supplier.locator("tbody tr").first()).containsText(words.state());
            isUsable(supplier, look, "holds-lines-" + label);
            supplier.navigate(SignIn.applicationUrl() + "/my/windows?listing=" + line + "&week=" + Traders.DAY);
            isUsable(supplier, look, "week-held-" + label);
            supplier.navigate(hold);
            button(supplier, words.commit());
            assertThat(supplier.getByRole(AriaRole.STATUS).first()).containsText(words.committed());
            isUsable(supplier, look, "hold-committed-" + label);

            buyer.navigate(SignIn.applicationUrl() + "/my/holds?tab=ours");
            assertThat(buyer.locator("tbody tr").first()).containsText(words.committed());
            isUsable(buyer, look, "holds-ours-" + label);
            buyer.navigate(hold);
            buyer.locator("summary")
                    .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(words.release()))
                    .press("Enter");
            buyer.getByLabel(words.reason()).fill("改期");
            buyer.locator("form[action$='/release'] button[type=submit]").press("Enter");
            assertThat(buyer.getByRole(AriaRole.STATUS).first()).containsText(words.released());
            supplier.navigate(SignIn.applicationUrl() + "/listings/" + line);
            isUsable(supplier, look, "listing-after-" + label);
        }
    }

    private static void button(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .press("Enter");
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
