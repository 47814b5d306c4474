package org.muster.board.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.muster.testing.Browser;
import org.muster.testing.Emergencies;
import org.muster.testing.Look;
import org.muster.testing.SignIn;
import org.muster.testing.SignIn.Visitor;
import org.muster.testing.Traders;

/** Two who look at the same board see what a third does, one at a desk and one on the wall. */
@QuarkusTest
class BoardFollowsTest {

    /** A second, and what a busy machine takes to show it. */
    private static final double SOON = 5_000;

    @Test
    void two_boards_follow_what_a_third_does() {
        Visitor chen = SignIn.as("coordinator-chen");
        String emergency = Emergencies.declared(chen, "同看一板" + Traders.aWord(), "山西侯马");
        String board = emergency + "/board";
        try (BrowserContext desk = Browser.open(Look.desktop());
                BrowserContext wall = Browser.open(Look.desktop())) {
            Page atDesk = desk.newPage();
            SignIn.into(atDesk, "coordinator-chen");
            follow(atDesk, board);
            Page onWall = wall.newPage();
            SignIn.into(onWall, "coordinator-chen");
            follow(onWall, board + "?wall=1");
            assertThat(onWall.locator("body > footer")).isHidden();
            assertThat(onWall.locator(".clock").first()).isVisible();

            chen.post(emergency + "/needs/paste", Map.of("text", "侯马市人民医院：医用外科口罩 2万只"));

            for (Page page : new Page[] {atDesk, onWall}) {
                assertThat(page.locator("#board-needs")).containsText("医用外科口罩", soon());
                Locator record = page.locator("#board-record tbody tr");
                assertThat(record).hasCount(2, new LocatorAssertions.HasCountOptions().setTimeout(SOON));
            }
        }
    }

    private static LocatorAssertions.ContainsTextOptions soon() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(SOON);
    }

    private static void follow(Page page, String path) {
        page.waitForResponse(
                answer -> answer.url().contains("/live?") && answer.status() == 200,
                () -> page.navigate(SignIn.applicationUrl() + path));
    }
}
