package org.muster.emergency;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muster.reference.Place;
import org.muster.reference.Term;
import org.muster.shared.FoldedText;
import org.muster.shared.Quantity;

/**
 * What a row of needs means, and what was noticed while it was read.
 *
 * @param item what is wanted; empty when no term is known for it
 * @param alternatives what would do as well
 * @param standards the designations it cites
 * @param amount empty where nobody said how much
 */
record ReadNeed(
        WrittenNeed written,
        String institution,
        Optional<Place> place,
        Optional<Term> item,
        List<Term> alternatives,
        List<String> standards,
        Optional<Quantity> amount,
        Optional<LocalDate> neededOn,
        Optional<Integer> staff,
        Optional<Integer> days,
        List<NeedFinding> findings) {

    ReadNeed {
        alternatives = List.copyOf(alternatives);
        standards = List.copyOf(standards);
        findings = List.copyOf(findings);
    }

    ReadNeed noticing(List<NeedFinding> more) {
        if (more.isEmpty()) {
            return this;
        }
        List<NeedFinding> all = new ArrayList<>(findings);
        all.addAll(more);
        return new ReadNeed(
                written, institution, place, item, alternatives, standards, amount, neededOn, staff, days, all);
    }

    boolean isFlagged() {
        return findings.stream().anyMatch(NeedFinding::isFlag);
    }

    String institutionKey() {
        return institutionKey(institution);
    }

    static String institutionKey(String institution) {
        return FoldedText.fold(institution).replaceAll("[\\s()\\[\\]（）·、,.。-]+", "");
    }

    /** Two needs of one of these keys say the same thing twice. */
    String sameness() {
        return String.join(
                "|",
                institutionKey(),
                place.map(Place::code).orElse(FoldedText.fold(StatedNeed.placeWritten(written))),
                item.map(Term::key).orElse(FoldedText.fold(written.item()).strip()),
                neededOn.map(LocalDate::toString).orElse(""));
    }
}
