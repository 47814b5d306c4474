package org.muster.importexport;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.muster.importexport.Finding.Sentence;

/**
 * Sees rows of one file that speak of the same firm and product. The same said twice counts once; two different figures are held back, since the
 * later one would silently overwrite the earlier.
 */
final class Repeats {

    private static final String REPLACES = "take_this_row";

    private final Map<String, Seen> seen = new HashMap<>();

    private record Seen(int number, Entry entry) {}

    /**
     * What a row is beside the rows before it.
     *
     * @param same the row that says exactly the same; null when there is none
     * @param findings the row's own, and what is to be said of the repetition
     */
    record Beside(@Nullable Integer same, List<Finding> findings, boolean flagged) {}

    /** To be asked for every row that has an entry and no flag left, from the first to the last. */
    Beside add(int number, Entry entry, List<Finding> own, boolean taken) {
        Seen before = seen.get(entry.key());
        List<Finding> findings = new ArrayList<>(own);
        if (before == null) {
            seen.put(entry.key(), new Seen(number, entry));
            return new Beside(null, findings, false);
        }
        if (saysTheSame(before.entry(), entry)) {
            findings.add(Finding.note(null, "same_as_row", before.number()));
            return new Beside(before.number(), findings, false);
        }
        Finding differs = Finding.flag(
                differing(before.entry(), entry),
                Sentence.of("differs_from_row", before.number()),
                Sentence.of(REPLACES, before.number()));
        findings.add(taken ? differs.taken() : differs);
        if (taken) {
            seen.put(entry.key(), new Seen(number, entry));
        }
        return new Beside(null, findings, !taken);
    }

    /** Whether a person wants this row in place of an earlier one. */
    static boolean replacesAnotherRow(Finding finding) {
        return finding.saysTaken(REPLACES);
    }

    private static boolean saysTheSame(Entry one, Entry other) {
        return differing(one, other) == null;
    }

    /** The first cell in which two rows of one firm and product differ. */
    private static @Nullable Column differing(Entry one, Entry other) {
        if (!one.quantity().equals(other.quantity())) {
            return Column.CAPACITY;
        } else if (!one.placeCode().equals(other.placeCode())) {
            return Column.CITY;
        } else if (!one.category().equals(other.category())) {
            return Column.CATEGORY;
        }
        return one.note().equals(other.note()) && java.util.Objects.equals(one.said(), other.said())
                ? null
                : Column.NOTE;
    }
}
