package org.muster.catalogue.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.muster.catalogue.Availability;
import org.muster.shared.ListingId;
import org.muster.shared.Refusal;
import org.muster.shell.Choice;

/**
 * The capacity windows of one listing, one week of them in detail.
 *
 * @param open whether windows may still be added and removed
 */
public record WindowsPage(
        ListingId listing,
        String title,
        Availability availability,
        boolean open,
        LocalDate monday,
        String weekName,
        List<WeekCell> weeks,
        List<Day> days,
        List<Part> parts,
        List<Window> windows,
        String zone,
        String from,
        String to,
        String chosen,
        String note,
        List<Choice> availabilities,
        List<Refusal> refusals) {

    /** A column of the week. */
    public record Day(String name, boolean today) {}

    /** A row of the week: one part of each day. */
    public record Part(String name, List<Cell> cells) {}

    /** One part of one day. */
    public record Cell(String mark, String sign, String word) {}

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
