package org.muster.testing;

import com.microsoft.playwright.options.ColorScheme;

/** How a person looks at a page: language, width of the window, with or without scripts, by day or by night. */
public record Look(String locale, int width, int height, boolean scripts, ColorScheme colours) {

    private static final String CHINESE = "zh-CN";
    private static final String ENGLISH = "en";

    /** A wide window, in Chinese, with scripts, by day. */
    public static Look desktop() {
        return new Look(CHINESE, 1440, 900, true, ColorScheme.LIGHT);
    }

    /** The narrowest telephone that has to work. */
    public static Look phone() {
        return new Look(CHINESE, 360, 740, true, ColorScheme.LIGHT);
    }

    public Look inEnglish() {
        return new Look(ENGLISH, width, height, scripts, colours);
    }

    public Look withoutScripts() {
        return new Look(locale, width, height, false, colours);
    }

    public Look atNight() {
        return new Look(locale, width, height, scripts, ColorScheme.DARK);
    }
}
