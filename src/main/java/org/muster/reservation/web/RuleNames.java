package org.muster.reservation.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** What the rules of the proof are called in words: {@code reservation/rules*.properties}. One that nobody has named yet shows its own name. */
final class RuleNames {

    private static final Map<String, Properties> READ = new ConcurrentHashMap<>();

    private RuleNames() {}

    static String of(String rule, Locale locale) {
        return names(locale).getProperty(rule.replace(' ', '_'), rule);
    }

    static List<String> all(Locale locale) {
        Properties names = names(locale);
        return names.stringPropertyNames().stream()
                .sorted()
                .map(names::getProperty)
                .toList();
    }

    private static Properties names(Locale locale) {
        return READ.computeIfAbsent(locale.getLanguage().equals("en") ? "rules_en" : "rules", RuleNames::read);
    }

    private static Properties read(String file) {
        Properties names = new Properties();
        try (InputStream in = RuleNames.class.getResourceAsStream("/reservation/" + file + ".properties")) {
            if (in != null) {
                names.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
