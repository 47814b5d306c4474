package org.muster.reservation.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.muster.identity.Actor;
import org.muster.reservation.Change;
import org.muster.reservation.HoldRequest;
import org.muster.reservation.HoldView;
import org.muster.reservation.Market;
import org.muster.reservation.Reservations;
import org.muster.shared.ListingId;
import org.muster.testing.Browser;
import org.muster.testing.Look;
import org.muster.testing.SignIn;

/** What somebody holds shows on pages that others have open, and shows no more when it is given back. */
@QuarkusTest
class HoldShowsTest {

    private static final LocatorAssertions.ContainsTextOptions WITHIN_A_SECOND_OR_SO =
            new LocatorAssertions.ContainsTextOptions().setTimeout(3_000);

    private static final int TIMES = 4;
    private static final String PARTLY = "部分空闲";

    @Inject
    Market market;

    @Inject
    Reservations reservations;

    @Inject
    Clock clock;

    @Test
    void an_open_listing_page_follows_a_hold_and_its_release() {
        ListingId line = market.aLine(market.somebody());
        Actor buyer = market.somebody();
        try (BrowserContext window = Browser.open(Look.desktop())) {
            Page page = window.newPage();
            page.waitForResponse(
                    answer -> answer.url().contains("/live?") && answer.status() == 200,
                    () -> page.navigate(SignIn.applicationUrl() + "/listings/" + line));
            var calendar = page.locator("#listing-calendar");
            assertThat(calendar).not().containsText(PARTLY);

            // Changes that come while the page fetches an earlier one are shown as well.
            for (int time = 0; time < TIMES; time++) {
                HoldView hold = reservations
                        .hold(
                                buyer,
                                new HoldRequest(key(), List.of(Market.time(line, market.days(8, 20))), null, "试产"),
                                clock.instant())
                        .orElseThrow();
                assertThat(calendar).containsText(PARTLY, WITHIN_A_SECOND_OR_SO);

                reservations
                        .release(buyer, hold.id(), new Change(key(), "不用了"), clock.instant())
                        .orElseThrow();
                assertThat(calendar).not().containsText(PARTLY, WITHIN_A_SECOND_OR_SO);
            }
        }
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
