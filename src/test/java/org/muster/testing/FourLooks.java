package org.muster.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;

/** Pages in both languages, on a telephone and on a desk, by day and by night: nothing lies beside the screen, and nobody meets a barrier. */
public final class FourLooks {

    private static final Map<String, Look> LOOKS = Map.of(
            "zh-1440", Look.desktop(),
            "en-1440-dark", Look.desktop().inEnglish().atNight(),
            "en-360", Look.phone().inEnglish(),
            "zh-360-dark", Look.phone().atNight());

    private FourLooks() {}

    /** @param paths by the names of their pictures, which are kept where {@code -Dmuster.screenshots} says */
    public static void at(String username, Map<String, String> paths) {
        LOOKS.forEach((name, look) -> {
            try (BrowserContext context = Browser.open(look)) {
                Page page = context.newPage();
                SignIn.into(page, username);
                paths.forEach((path, address) -> {
                    page.navigate(SignIn.applicationUrl() + address);
                    keep(page, path + "-" + name);
                    assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                            .as(path + " " + name)
                            .isTrue();
                    assertThat(Barriers.on(page)).as(path + " " + name).isEmpty();
                });
            }
        });
    }

    private static void keep(Page page, String name) {
        String folder = System.getProperty("muster.screenshots", "");
        if (!folder.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, name + ".png")));
        }
    }
}
