package org.muster.shell;

import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;
import java.util.List;

/** Light, dark, or as the device has it. */
@RequestScoped
public class Theme {

    static final String AUTO = "auto";

    private static final List<String> THEMES = List.of(AUTO, "light", "dark");
    private static final String COOKIE = "theme";
    private static final Duration REMEMBERED = Duration.ofDays(365);

    private final Cookies cookies;

    Theme(Cookies cookies) {
        this.cookies = cookies;
    }

    public String name() {
        return cookies.read(COOKIE).filter(THEMES::contains).orElse(AUTO);
    }

    void choose(String name) {
        if (THEMES.contains(name)) {
            cookies.write(COOKIE, name, REMEMBERED);
        }
    }
}
