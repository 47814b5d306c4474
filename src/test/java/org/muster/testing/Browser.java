package org.muster.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A real browser, started at its first use and shared by all browser tests of a thread. Each test opens its own context,
 * which shares nothing with the others, and closes it:
 *
 * <pre>{@code
 * try (var window = Browser.open(Look.phone().inEnglish())) {
 *     var page = window.newPage();
 *     page.navigate(url.toString());
 * }
 * }</pre>
 */
public final class Browser {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage");

    /** Pages are served by this machine: what takes longer than this is broken. */
    private static final double TIMEOUT_MILLIS = 15_000;

    /** Its driver answers the thread that started it and no other. */
    private static final ThreadLocal<com.microsoft.playwright.@Nullable Browser> RUNNING = new ThreadLocal<>();

    private Browser() {}

    public static BrowserContext open(Look look) {
        var context = running()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setLocale(look.locale())
                        .setViewportSize(look.width(), look.height())
                        .setJavaScriptEnabled(look.scripts())
                        .setColorScheme(look.colours())
                        .setTimezoneId("Asia/Shanghai"));
        context.setDefaultTimeout(TIMEOUT_MILLIS);
        return context;
    }

    /** A page in a new context; closing {@code page.context()} ends both. */
    public static Page openPage(Look look) {
        return open(look).newPage();
    }

    private static com.microsoft.playwright.Browser running() {
        var browser = RUNNING.get();
        if (browser == null || !browser.isConnected()) {
            browser = launch();
            RUNNING.set(browser);
        }
        return browser;
    }

    private static com.microsoft.playwright.Browser launch() {
        var binary = BrowserBinary.find();
        var playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var environment = new HashMap<>(System.getenv());
        environment.putAll(binary.environment());
        var browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(binary.executable())
                        .setArgs(FLAGS)
                        .setEnv(environment)
                        .setHeadless(true));
        // Closes the browser as well; the last test has ended by then.
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close, "muster-browser-close"));
        return browser;
    }
}
