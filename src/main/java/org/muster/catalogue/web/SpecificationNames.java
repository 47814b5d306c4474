package org.muster.catalogue.web;

import java.util.List;
import java.util.Locale;
import org.muster.shared.FoldedText;
import org.muster.shell.Choice;
import org.muster.shell.Language;

/** The items of a specification that have names in both languages; whatever else somebody writes stays as written. */
final class SpecificationNames {

    static final List<String> KEYS = List.of(
            "gsm",
            "width",
            "length",
            "thickness",
            "diameter",
            "size",
            "grade",
            "colour",
            "composition",
            "concentration",
            "melt_flow",
            "layers",
            "burst",
            "standard",
            "packing",
            "clamping_force",
            "shot_weight",
            "travel",
            "tolerance",
            "smallest_part",
            "efficiency",
            "density");

    private static final List<Locale> LANGUAGES = List.of(Locale.CHINESE, Locale.ENGLISH);

    private SpecificationNames() {}

    static String name(String key, Locale locale) {
        return KEYS.contains(key)
                ? Language.messages(CatalogueMessages.class, locale).specification_key(key)
                : key;
    }

    /** The key that is called so in either language, or the words themselves. */
    static String keyOf(String written) {
        String folded = FoldedText.fold(written.strip());
        return KEYS.stream()
                .filter(key -> FoldedText.fold(key).equals(folded)
                        || LANGUAGES.stream()
                                .anyMatch(language ->
                                        FoldedText.fold(name(key, language)).equals(folded)))
                .findFirst()
                .orElse(written.strip());
    }

    static List<Choice> choices(Locale locale) {
        return KEYS.stream().map(key -> new Choice(key, name(key, locale))).toList();
    }
}
