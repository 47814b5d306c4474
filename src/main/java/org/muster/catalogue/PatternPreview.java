package org.muster.catalogue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.reference.Holidays;
import org.muster.shared.TimeWindow;

/**
 * What windows a pattern comes to, before it is saved.
 *
 * @param until the first day for which none are made yet
 * @param promised windows of the old pattern that stay because somebody holds a part of them
 */
public record PatternPreview(List<Day> days, int added, int removed, int unchanged, int promised, LocalDate until) {

    public record Day(LocalDate date, String note, Holidays.@Nullable Holiday holiday, List<Part> parts) {
        public Day {
            parts = List.copyOf(parts);
        }
    }

    /** @param byHand set by a person, which stands before the pattern */
    public record Part(TimeWindow during, Availability availability, boolean byHand) {}

    public PatternPreview {
        days = List.copyOf(days);
    }
}
