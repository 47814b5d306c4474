package org.muster.reference;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One meaning with everything people call it.
 *
 * @param key stable name for other tables and addresses
 * @param abbreviations model families and initials that are the same in both languages: N95, SMS
 * @param division the industry that makes it
 * @param broader the key of a wider meaning: whoever looks for that finds this too
 * @param defaultUnit the unit in which it is usually counted
 * @param version counts its changes, so that two people cannot overwrite each other
 */
public record Term(
        UUID id,
        String key,
        TermKind kind,
        String zh,
        String en,
        List<String> zhSynonyms,
        List<String> enSynonyms,
        List<String> abbreviations,
        Optional<String> division,
        Optional<String> broader,
        Optional<String> defaultUnit,
        int version) {

    public Term {
        zhSynonyms = List.copyOf(zhSynonyms);
        enSynonyms = List.copyOf(enSynonyms);
        abbreviations = List.copyOf(abbreviations);
    }

    public String name(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }

    /** Everything it is called, the names first. */
    public List<String> labels() {
        return Stream.of(List.of(zh, en), zhSynonyms, enSynonyms, abbreviations)
                .flatMap(List::stream)
                .toList();
    }
}
