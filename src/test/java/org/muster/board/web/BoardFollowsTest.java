package org.muster.board.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.muster.testing.Browser;
import org.muster.testing.CutWire;
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

    /** Less than the minute after which a board is fetched anew whatever it heard. */
    private static final double PATIENCE = 25_000;

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

    @Test
    void what_happens_while_the_connection_is_lost_is_shown_when_it_is_back() {
        Visitor chen = SignIn.as("coordinator-chen");
        String emergency = Emergencies.declared(chen, "断线重连" + Traders.aWord(), "山西侯马");
        try (BrowserContext desk = Browser.open(Look.desktop());
                CutWire wire = CutWire.laid()) {
            Page page = desk.newPage();
            SignIn.into(page, "coordinator-chen");
            page.waitForResponse(
                    answer -> answer.url().contains("/live?") && answer.status() == 200,
                    () -> page.navigate(wire.url() + emergency + "/board"));
            page.evaluate("window.neverReloaded = true");
            chen.post(emergency + "/needs/paste", Map.of("text", "侯马市人民医院：医用外科口罩 2万只"));
            assertThat(page.locator("#board-needs")).containsText("医用外科口罩", soon());

            wire.cut();
            chen.post(emergency + "/needs/paste", Map.of("text", "侯马市人民医院：医用防护服 500件"));
            assertThat(page.locator("#board-needs")).not().containsText("医用防护服");
            int before = wire.sent().size();
            wire.mend();

            assertThat(page.locator("#board-needs")).containsText("医用防护服", patiently());
            assertThat(page.evaluate("window.neverReloaded")).isEqualTo(true);
            assertThat(wire.sent().subList(before, wire.sent().size()))
                    .as("it says what it knows, whichever replica it comes back to")
                    .anyMatch(sent -> Pattern.compile("(?i)GET /live\\?.*last-event-id: \\d+", Pattern.DOTALL)
                            .matcher(sent)
                            .find());
        }
    }

    @Test
    void what_was_told_and_could_not_be_fetched_is_fetched_once_more() {
        Visitor chen = SignIn.as("coordinator-chen");
        String emergency = Emergencies.declared(chen, "取而未得" + Traders.aWord(), "山西侯马");
        try (BrowserContext desk = Browser.open(Look.desktop())) {
            Page page = desk.newPage();
            SignIn.into(page, "coordinator-chen");
            follow(page, emergency + "/board");
            page.evaluate("window.neverReloaded = true");
            page.route("**" + emergency + "/board*", Route::abort);
            List<String> lost = new ArrayList<>();
            page.onRequestFailed(request -> lost.add(request.url()));
            chen.post(emergency + "/needs/paste", Map.of("text", "侯马市人民医院：医用防护服 500件"));
            Awaitility.await()
                    .pollInSameThread()
                    .atMost(Duration.ofMillis((long) PATIENCE))
                    .until(() -> {
                        page.waitForTimeout(50);
                        return !lost.isEmpty();
                    });
            assertThat(page.locator("#board-needs")).not().containsText("医用防护服");
            page.unroute("**" + emergency + "/board*");

            assertThat(page.locator("#board-needs")).containsText("医用防护服", patiently());
            assertThat(page.evaluate("window.neverReloaded")).isEqualTo(true);
        }
    }

    private static LocatorAssertions.ContainsTextOptions patiently() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE);
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
