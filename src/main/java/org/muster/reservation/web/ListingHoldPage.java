package org.muster.reservation.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.Sale;
import org.muster.shared.ListingId;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shell.Choice;

/**
 * What can be had of a listing now, and a form to hold some of it.
 *
 * @param own the viewer acts for its supplier
 * @param left of what is on hand, or of today's output; null for exclusive time
 * @param daily a day's output, of a rate
 * @param heldUntil when somebody's hold that stands in the way ends, null when none does
 * @param stretches free time not given away, the next first
 * @param shares of a rate, what is given away on the days to come
 * @param lengths for how long it may be held, as buttons
 * @param key the same for each repetition of this request
 */
public record ListingHoldPage(
        ListingId listing,
        String title,
        String supplier,
        Sale sale,
        boolean own,
        boolean free,
        @Nullable Quantity left,
        @Nullable Quantity daily,
        @Nullable Instant heldUntil,
        List<Stretch> stretches,
        List<Share> shares,
        List<Choice> units,
        List<Choice> lengths,
        String limits,
        String zone,
        String key,
        Typed typed,
        List<Refusal> refusals) {

    public record Stretch(Instant from, Instant to, String takeUrl) {}

    /** @param until null for what is committed */
    public record Share(
            String day, Quantity quantity, @Nullable Instant until) {}

    public record Typed(
            String quantity, String unit, String from, String to, String first, String last, String reason) {}

    public boolean byTime() {
        return sale == Sale.TIME;
    }

    public boolean byRate() {
        return sale == Sale.RATE;
    }

    public boolean byAmount() {
        return sale == Sale.LOT;
    }
}
