package org.muster.organisation.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.muster.reference.Division;
import org.muster.reference.Divisions;
import org.muster.shell.Choice;

/** Industry divisions as pages write them: the code, then the name. */
@ApplicationScoped
class DivisionNames {

    private final Divisions divisions;

    DivisionNames(Divisions divisions) {
        this.divisions = divisions;
    }

    /** Empty when there is no division. */
    String full(@Nullable String code, Locale locale) {
        return code == null
                ? ""
                : divisions.byCode(code).map(division -> full(division, locale)).orElse(code);
    }

    List<Choice> choices(Locale locale) {
        return divisions.all().stream()
                .map(division -> new Choice(division.code(), full(division, locale)))
                .toList();
    }

    private static String full(Division division, Locale locale) {
        return division.code() + " " + division.name(locale);
    }
}
