package org.muster.organisation;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A name with its spelling folded away: width, case, blanks, brackets and points do not make two organisations of one. */
record NameKey(String value) {

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]");

    static NameKey of(String name) {
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return new NameKey(NO_LETTER.matcher(folded).replaceAll(""));
    }

    @Override
    public String toString() {
        return value;
    }
}
