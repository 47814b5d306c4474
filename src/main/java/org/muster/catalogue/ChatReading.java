package org.muster.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.reference.Place;

/**
 * What {@link ChatParser} made of a chat text; nothing of it is saved before somebody has confirmed it.
 *
 * @param recognised what each value came from, in the order of the text
 * @param place where it is said to be
 * @param freeFrom the first day it is said to be free
 * @param freeUntil the last such day
 * @param contact telephone numbers and the like; they belong into the organisation's profile, not into a listing
 * @param notUnderstood the words nothing was made of
 */
public record ChatReading(
        ListingDraft draft,
        List<Recognised> recognised,
        Optional<Place> place,
        @Nullable LocalDate freeFrom,
        @Nullable LocalDate freeUntil,
        List<String> contact,
        List<String> notUnderstood) {

    /**
     * A value and the words it came from.
     *
     * @param field the form field it went into, such as {@code quantity}
     * @param written the words, as they stand in the text
     */
    public record Recognised(String field, String written, int start, int end) {}

    /** The words that a field's value came from, joined; empty when the text did not speak of it. */
    public String wordsFor(String field) {
        return recognised.stream()
                .filter(one -> one.field().equals(field))
                .map(Recognised::written)
                .distinct()
                .collect(Collectors.joining(" … "));
    }

    public Set<String> fields() {
        return recognised.stream().map(Recognised::field).collect(Collectors.toSet());
    }
}
