package org.muster.reservation.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.muster.testing.Browser;
import org.muster.testing.Look;
import org.muster.testing.SignIn;
import org.muster.testing.SignIn.Visitor;

/** What a buyer does shows on the pages that the supplier has open, and the week can still be drawn on. */
@QuarkusTest
class HoldsFollowTest {

    /** A second, and what this machine takes to show it. */
    private static final double SOON = 5_000;

    @Test
    void the_week_and_the_list_of_holds_follow() {
        String line = Traders.aLineForHire(Traders.tradesAs("supplier-wang"));
        Visitor li = Traders.tradesAs("buyer-li");
        try (BrowserContext window = Browser.open(Look.desktop())) {
            Page page = window.newPage();
            SignIn.into(page, "supplier-wang");
            follow(page, "/my/windows?listing=" + line + "&week=" + Traders.DAY);
            assertThat(page.locator("td.slot-free")).hasCount(12);
            String hold = HoldPagesTest.held(li, line, "08:00", "12:00");
            assertThat(page.locator("td.slot-held"))
                    .hasCount(4, new LocatorAssertions.HasCountOptions().setTimeout(SOON));
            page.locator("td[tabindex='0']").press("Enter");
            assertThat(page.locator("dialog[open]")).isVisible();

            follow(page, "/my/holds?tab=lines");
            assertThat(page.locator("#holds-list")).containsText("预留中");
            li.post(hold + "/release", Map.of("key", "f" + Traders.aWord(), "reason", ""));
            assertThat(page.locator("#holds-list"))
                    .containsText("已释放", new LocatorAssertions.ContainsTextOptions().setTimeout(SOON));
        }
    }

    private static void follow(Page page, String path) {
        page.waitForResponse(
                answer -> answer.url().contains("/live?") && answer.status() == 200,
                () -> page.navigate(SignIn.applicationUrl() + path));
    }
}
