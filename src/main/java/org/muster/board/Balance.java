package org.muster.board;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.muster.recipe.Bilingual;
import org.muster.shared.Quantity;

/**
 * What there is of a requirement less what is needed, day by day.
 *
 * @param key the same in every run of the emergency
 * @param output what it is for
 * @param area the place code it is for
 * @param days one after the other, without a gap
 */
public record Balance(
        String key, Bilingual name, Bilingual output, String area, Instant neededBy, Quantity needed, List<Day> days) {

    public Balance {
        days = List.copyOf(days);
    }

    /**
     * How it stands when a day ends.
     *
     * @param needed until then
     * @param promised what is there by then if everybody keeps their word, with what was accepted
     * @param accepted what is there by then and good
     * @param left what is promised less what is needed; negative where it is short
     */
    public record Day(LocalDate date, Quantity needed, Quantity promised, Quantity accepted, Quantity left) {

        public boolean isShort() {
            return left.amount().signum() < 0;
        }
    }

    /** The first day on which it is short. */
    public Optional<Day> firstShort() {
        return days.stream().filter(Day::isShort).findFirst();
    }

    /** The last day on which it is short; until then it is, or becomes again. */
    public Optional<Day> lastShort() {
        return days.stream().filter(Day::isShort).reduce((one, other) -> other);
    }

    public Day last() {
        return days.get(days.size() - 1);
    }
}
