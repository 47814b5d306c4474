package org.muster.certificate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.muster.reference.StandardEdition;
import org.muster.reference.Standards;

/**
 * A standard as a page shows it.
 *
 * @param edition of our reference, when we know it
 * @param inForce whether that edition is in force on the day; true when we do not know
 * @param successor the newest edition that replaced it
 */
public record ShownStandard(
        String written,
        CitedStandard.Standing standing,
        Optional<StandardEdition> edition,
        boolean inForce,
        Optional<StandardEdition> successor) {

    static ShownStandard of(CitedStandard cited, Standards standards, LocalDate day) {
        Optional<StandardEdition> edition = cited.known(standards);
        List<StandardEdition> successors = edition.map(standards::successorsOf).orElse(List.of());
        return new ShownStandard(
                cited.written(),
                cited.standing(standards),
                edition,
                edition.map(one -> one.inForceOn(day)).orElse(true),
                successors.isEmpty() ? Optional.empty() : Optional.of(successors.get(successors.size() - 1)));
    }
}
