package org.muster.organisation;

import java.text.Normalizer;
import java.util.Locale;

/** A name with its spelling folded away: width, case, blanks, brackets and points do not make two organisations of one. */
record NameKey(String value) {

    static NameKey of(String name) {
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return new NameKey(folded.replaceAll("[^\\p{L}\\p{N}]", ""));
    }

    @Override
    public String toString() {
        return value;
    }
}
