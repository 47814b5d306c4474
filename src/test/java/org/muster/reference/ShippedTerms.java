package org.muster.reference;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** The glossary as it ships, for tests that need words but no database. */
public final class ShippedTerms {

    private ShippedTerms() {}

    public static Terms terms() {
        Set<String> taken = new HashSet<>();
        List<Term> all = ReferenceTable.read("terms").stream()
                .map(row -> new Term(
                        UUID.nameUUIDFromBytes(row.text("key").getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        row.text("key"),
                        TermKind.valueOf(row.text("kind").toUpperCase(Locale.ROOT)),
                        row.text("zh"),
                        row.text("en"),
                        free(row.list("zh_synonyms"), taken),
                        free(row.list("en_synonyms"), taken),
                        free(row.list("abbreviations"), taken),
                        row.optional("division"),
                        row.optional("broader"),
                        row.optional("default_unit"),
                        0))
                .toList();
        return new Terms(1, all, new Divisions());
    }

    private static List<String> free(List<String> labels, Set<String> taken) {
        return labels.stream()
                .filter(label -> taken.add(Labels.normalised(label)))
                .toList();
    }
}
