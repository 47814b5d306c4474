package org.muster.reference;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

/**
 * One dated edition of a standard. Look-alikes share a family and are never silently equal.
 *
 * @param code such as {@code YY 0469}
 * @param edition such as {@code 2011}
 * @param effectiveTo last day in force; empty when unknown or still in force
 * @param successor the designation of the edition that replaced it
 */
public record StandardEdition(
        String code,
        String edition,
        String titleZh,
        String titleEn,
        Optional<LocalDate> effectiveFrom,
        Optional<LocalDate> effectiveTo,
        Optional<String> successor,
        String family,
        String note) {

    /** As it is cited: {@code YY 0469-2011}, {@code EN 14683:2019}. */
    public String designation() {
        boolean colon = code.startsWith("EN") || code.startsWith("ISO") || code.startsWith("IATF");
        return code + (colon ? ":" : "-") + edition;
    }

    public String title(Locale locale) {
        return locale.getLanguage().equals("en") ? titleEn : titleZh;
    }

    /** Whether it was in force that day, as far as its dates are known. */
    public boolean inForceOn(LocalDate day) {
        return effectiveFrom.filter(day::isBefore).isEmpty()
                && effectiveTo.filter(day::isAfter).isEmpty();
    }
}
