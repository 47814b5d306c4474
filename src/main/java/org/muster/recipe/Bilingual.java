package org.muster.recipe;

import java.util.Locale;

/** A text in both languages. */
public record Bilingual(String zh, String en) {

    public String in(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }
}
