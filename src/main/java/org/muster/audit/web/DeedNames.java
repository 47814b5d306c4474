package org.muster.audit.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** What deeds and things are called in words: {@code audit/deeds*.properties}. One that nobody has named yet shows its own name, parted. */
final class DeedNames {

    private static final Map<String, Properties> READ = new ConcurrentHashMap<>();

    private DeedNames() {}

    static String action(String action, Locale locale) {
        return names(locale).getProperty(action, parted(action));
    }

    static String kind(String kind, Locale locale) {
        return names(locale).getProperty("kind." + kind, kind.replace('_', ' '));
    }

    private static String parted(String name) {
        String words = name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return words.isEmpty() ? name : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static Properties names(Locale locale) {
        return READ.computeIfAbsent(locale.getLanguage().equals("en") ? "deeds_en" : "deeds", DeedNames::read);
    }

    private static Properties read(String file) {
        Properties names = new Properties();
        try (InputStream in = DeedNames.class.getResourceAsStream("/audit/" + file + ".properties")) {
            if (in != null) {
                names.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
