package org.muster.organisation.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.muster.reference.PlaceAnswer;
import org.muster.reference.Places;
import org.muster.shell.Choice;

/** Places as pages write them: the whole way down, the widest first in Chinese and last in English. */
@ApplicationScoped
class PlaceNames {

    private final Places places;

    PlaceNames(Places places) {
        this.places = places;
    }

    String full(String code, Locale locale) {
        return places.byCode(code).map(place -> places.wholeName(place, locale)).orElse(code);
    }

    /** What to choose among when typed words fit several places; nothing when they fit one or none. */
    List<Choice> candidates(String typed, Locale locale) {
        if (typed.isBlank() || !(places.resolve(typed) instanceof PlaceAnswer.Ambiguous ambiguous)) {
            return List.of();
        }
        return ambiguous.candidates().stream()
                .map(place -> new Choice(place.code(), places.wholeName(place, locale)))
                .toList();
    }
}
