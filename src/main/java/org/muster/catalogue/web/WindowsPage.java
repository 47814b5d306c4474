package org.muster.catalogue.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.Availability;
import org.muster.shared.ListingId;
import org.muster.shared.Refusal;
import org.muster.shell.Choice;

/**
 * When one listing is free, one week of it hour by hour.
 *
 * @param open whether anything may still be said of its time
 * @param week such as {@code 2026-W48}
 * @param windows those of the week
 */
public record WindowsPage(
        ListingId listing,
        String title,
        Availability availability,
        boolean open,
        boolean following,
        String week,
        LocalDate monday,
        String weekName,
        String previousUrl,
        String nextUrl,
        @Nullable String thisWeekUrl,
        List<WeekCell> weeks,
        List<Column> columns,
        List<Row> rows,
        List<Window> windows,
        String zone,
        String from,
        String to,
        String through,
        String chosen,
        String note,
        List<Choice> availabilities,
        List<Refusal> refusals) {

    /** A day: the head of its column, and its runs for narrow screens. */
    public record Column(String name, String day, boolean today, List<String> shares, List<Run> runs) {}

    /** An hour, across the days. */
    public record Row(String hour, List<Slot> slots) {}

    /**
     * One hour of one day.
     *
     * @param from as the form writes it; empty when the clocks skip the hour
     * @param head whether its word is shown: it begins something else than the hour before
     */
    public record Slot(
            String mark, String icon, String word, String says, boolean head, boolean past, String from, String to) {}

    /** @param changeUrl the form, filled in with this stretch */
    public record Run(
            String mark,
            String icon,
            String word,
            String hours,
            @Nullable String changeUrl) {}

    /** A window as it is listed. */
    public record Window(
            UUID id,
            Instant from,
            Instant to,
            Availability availability,
            String note,
            String closeUrl,
            String closeLabel) {}
}
