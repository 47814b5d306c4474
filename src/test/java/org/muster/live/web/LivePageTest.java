package org.muster.live.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.catalogue.Availability;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.ListingDraft;
import org.muster.search.Supply;
import org.muster.shared.ListingId;
import org.muster.testing.Browser;
import org.muster.testing.Look;
import org.muster.testing.SignIn;

/** An open page in a real browser changes by itself. */
@QuarkusTest
class LivePageTest {

    /** What the promise says: from commit to browser. */
    private static final LocatorAssertions.IsVisibleOptions WITHIN_A_SECOND_OR_SO =
            new LocatorAssertions.IsVisibleOptions().setTimeout(3_000);

    @Inject
    Supply supply;

    @Inject
    Catalogue catalogue;

    @Inject
    Clock clock;

    private Supply.Supplier maker;
    private ListingId line;

    @BeforeEach
    void a_published_line() {
        maker = supply.supplier("戊" + UUID.randomUUID().toString().substring(0, 8) + "有限公司", "370200");
        line = supply.publishes(maker, ListingDraft.line("口罩线"));
    }

    @Test
    void a_listing_page_shows_a_window_that_its_supplier_opens_and_the_next_one_too() {
        try (BrowserContext window = Browser.open(Look.desktop().inEnglish())) {
            List<String> console = new ArrayList<>();
            Page page = followed(window, console);
            assertThat(page.locator("#listing-now")).containsText("unknown");

            supply.opens(maker, line, inDays(0), inDays(1), Availability.FREE);
            assertThat(page.locator("#listing-now")
                            .getByText("Free", new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true)))
                    .isVisible(WITHIN_A_SECOND_OR_SO);
            assertThat(page.locator("#listing-calendar tbody tr td [aria-hidden]")
                            .first())
                    .isVisible();

            String before = page.locator("#listing-calendar").innerText();
            supply.opens(maker, line, inDays(15), inDays(16), Availability.FREE);
            assertThat(page.locator("#listing-calendar"))
                    .not()
                    .hasText(before, new LocatorAssertions.HasTextOptions().setTimeout(3_000));
            assertThat(console).isEmpty();
        }
    }

    @Test
    void a_page_whose_listing_is_paused_says_that_it_is_not_there() {
        try (BrowserContext window = Browser.open(Look.phone().inEnglish())) {
            Page page = followed(window, new ArrayList<>());
            catalogue.pause(maker.actor(), line, clock.instant());
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .not()
                    .hasText("口罩线", new LocatorAssertions.HasTextOptions().setTimeout(3_000));
            assertThat(page.locator(".failure-status")).hasText("404");
        }
    }

    @Test
    void nobody_is_told_while_nobody_looks_and_the_page_catches_up_when_somebody_does() {
        try (BrowserContext window = Browser.open(Look.desktop().inEnglish())) {
            Page page = followed(window, new ArrayList<>());
            // A tab in the background, as the browser tells its pages.
            page.evaluate("() => { Object.defineProperty(document, 'hidden', { value: true, configurable: true });"
                    + " document.dispatchEvent(new Event('visibilitychange')); }");
            supply.opens(maker, line, inDays(0), inDays(1), Availability.FREE);
            assertThat(page.locator("#listing-now")).containsText("unknown");
            Request again = page.waitForRequest(
                    request -> request.url().contains("/live?"),
                    () -> page.evaluate("() => { Object.defineProperty(document, 'hidden', { value: false });"
                            + " document.dispatchEvent(new Event('visibilitychange')); }"));
            assertThat(again.url()).contains("since=");
            assertThat(page.locator("#listing-now"))
                    .not()
                    .containsText("unknown", new LocatorAssertions.ContainsTextOptions().setTimeout(3_000));
        }
    }

    /** The listing's page, when it has begun to follow. */
    private Page followed(BrowserContext window, List<String> console) {
        Page page = window.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                console.add(message.text());
            }
        });
        page.waitForResponse(
                answer -> answer.url().contains("/live?") && answer.status() == 200,
                () -> page.navigate(SignIn.applicationUrl() + "/listings/" + line));
        return page;
    }

    private Instant inDays(int days) {
        return clock.instant().truncatedTo(ChronoUnit.HOURS).plus(Duration.ofDays(days));
    }
}
