package org.muster.importexport;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.importexport.Finding.Weight;

/**
 * What a row comes to by itself.
 *
 * @param entry what to enter once no flag is left; null when refused
 */
record Reading(@Nullable Entry entry, List<Finding> findings) {

    Reading {
        findings = List.copyOf(findings);
    }

    static Reading refused(Finding finding) {
        return new Reading(null, List.of(finding));
    }

    boolean isFlagged() {
        return has(Weight.FLAG);
    }

    boolean isRefused() {
        return has(Weight.REFUSAL);
    }

    /** With what is to be said of it before anything else. */
    Reading after(List<Finding> first) {
        if (first.isEmpty()) {
            return this;
        }
        List<Finding> all = new ArrayList<>(first);
        all.addAll(findings);
        return new Reading(entry, all);
    }

    private boolean has(Weight weight) {
        return findings.stream().anyMatch(finding -> finding.weight() == weight);
    }
}
