package org.muster.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.muster.testing.Browser;
import org.muster.testing.Emergencies;
import org.muster.testing.Look;
import org.muster.testing.SignIn;
import org.muster.testing.Traders;

/**
 * From the answered deed to the word on a board that somebody has open in a browser. The clock starts when the server has answered whoever did it, so
 * after the commit, and stops when the board shows it. Not part of {@code verify}: its name ends in no word that the test run looks for.
 */
@QuarkusTest
class BoardBenchmark {

    private static final int RUNS = Integer.getInteger("benchmark.board-events", 40);
    private static final int WARM_UP = Integer.getInteger("benchmark.warm-up-board-events", 5);
    private static final double MOST_MS = 1_000;
    private static final double PATIENCE = 60_000;

    @Test
    void from_the_deed_to_an_open_board() throws Exception {
        SignIn.Visitor chen = SignIn.as("coordinator-chen");
        String emergency = Emergencies.declared(chen, "快慢" + Traders.aWord(), "山西侯马");
        long[] nanos = new long[RUNS];
        try (BrowserContext desk = Browser.open(Look.desktop())) {
            Page page = desk.newPage();
            SignIn.into(page, "coordinator-chen");
            page.waitForResponse(
                    answer -> answer.url().contains("/live?") && answer.status() == 200,
                    () -> page.navigate(SignIn.applicationUrl() + emergency + "/board"));
            for (int run = -WARM_UP; run < RUNS; run++) {
                String officer = "接班" + (run + WARM_UP) + "号";
                var done = chen.post(emergency + "/shifts", Map.of("from", "王甲", "to", officer, "open", "等一家答复"));
                long answered = System.nanoTime();
                assertThat(done.statusCode()).isEqualTo(200);
                PlaywrightAssertions.assertThat(page.locator("#board-shift"))
                        .containsText(officer, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
                if (run >= 0) {
                    nanos[run] = System.nanoTime() - answered;
                }
            }
        }
        Times times = Times.of(nanos);
        String report = String.format(
                Locale.ROOT,
                "%d events after %d to warm up, 1 open board, 2 processors (load average %.1f), Java %s: %.0f / %.0f / %.0f ms (min / median / p95).%n",
                RUNS,
                WARM_UP,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                System.getProperty("java.specification.version"),
                times.least(),
                times.median(),
                times.p95());
        System.out.println(report);
        Report.write("board", report);
        assertThat(times.median()).as("a deed, until an open board shows it").isLessThanOrEqualTo(MOST_MS);
    }
}
