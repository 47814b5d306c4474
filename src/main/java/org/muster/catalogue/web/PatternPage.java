package org.muster.catalogue.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.shared.ListingId;
import org.muster.shared.Refusal;

/**
 * The weekly pattern of one listing as it is typed, with what it comes to once that was asked for.
 *
 * @param following whether one is followed now
 * @param zone whose clocks the hours are read from
 */
public record PatternPage(
        ListingId listing,
        String title,
        boolean following,
        String zone,
        String starts,
        String ends,
        boolean restClosed,
        List<Hours> hours,
        List<Exception> exceptions,
        List<Year> years,
        @Nullable Preview preview,
        List<Refusal> refusals) {

    public record Hours(int row, List<Weekday> days, String from, String to) {}

    public record Weekday(int value, String name, boolean chosen) {}

    public record Exception(int row, String first, String last, String from, String to, String note) {}

    /** Public holidays of a year, taken over by one tick. */
    public record Year(
            String year, boolean announced, String source, String sourceDay, List<String> days, boolean chosen) {}

    /** What windows result: counted in all, shown for some weeks. */
    public record Preview(String counted, String promised, String until, List<Week> weeks) {}

    public record Week(String name, List<Day> days) {}

    /** @param reason why it differs from the week; empty when it does not */
    public record Day(String name, boolean over, String reason, List<Part> parts) {}

    public record Part(String mark, String icon, String hours, String says) {}
}
