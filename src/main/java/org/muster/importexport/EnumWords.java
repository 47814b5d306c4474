package org.muster.importexport;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How the choices of one kind are written in spreadsheets, in both languages; each also by its own name, so that none is ever unwritable. */
final class EnumWords<E extends Enum<E>> {

    private record Words(String zh, String en) {}

    private final Map<E, Words> words;
    private final Map<String, E> byWriting = new HashMap<>();

    EnumWords(Class<E> type) {
        this.words = new EnumMap<>(type);
        for (E value : type.getEnumConstants()) {
            byWriting.put(Headings.folded(value.name()), value);
        }
    }

    EnumWords<E> say(E value, String zh, String en, String... others) {
        words.put(value, new Words(zh, en));
        byWriting.put(Headings.folded(zh), value);
        byWriting.put(Headings.folded(en), value);
        for (String other : others) {
            byWriting.putIfAbsent(Headings.folded(other), value);
        }
        return this;
    }

    String write(E value, Locale locale) {
        Words said = words.get(value);
        return said == null ? value.name() : locale.getLanguage().equals("en") ? said.en() : said.zh();
    }

    Optional<E> read(String text) {
        return Optional.ofNullable(byWriting.get(Headings.folded(text)));
    }
}
