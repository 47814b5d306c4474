package org.muster.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.muster.reservation.Claim;
import org.muster.reservation.HoldRequest;
import org.muster.shared.ListingId;
import org.muster.shared.TimeWindow;

/** What somebody of the demo holds on the day of the first start, and whether its supplier has confirmed it. */
record DemoHold(DemoTable.Row row) {

    String key() {
        return row.text("key");
    }

    /** The key of the organisation that holds. */
    String holder() {
        return row.text("holder");
    }

    /** The key of the listing held. */
    String listing() {
        return row.text("listing");
    }

    String reason() {
        return row.text("reason");
    }

    /** What the supplier said to it; empty when nothing yet. */
    Optional<String> confirmed() {
        return row.said("confirmed");
    }

    /** Days make it time, an amount a lot, both together so much of a line's output. */
    HoldRequest request(ListingId listing, Instant now, LocalDate today, ZoneId zone) {
        Optional<TimeWindow> during = row.numberSaid("from_day")
                .map(from -> new TimeWindow(
                        today.plusDays(from).atStartOfDay(zone).toInstant(),
                        today.plusDays(row.number("to_day")).atStartOfDay(zone).toInstant()));
        Claim claim = row.quantity("quantity")
                .map(quantity -> during.<Claim>map(time -> new Claim.Rate(listing, quantity, time))
                        .orElseGet(() -> new Claim.Amount(listing, quantity)))
                .orElseGet(() -> new Claim.Time(listing, during.orElseThrow()));
        Instant until = row.numberSaid("hours")
                .map(hours -> now.plus(Duration.ofHours(hours)))
                .orElse(null);
        return new HoldRequest("demo-" + key(), List.of(claim), until, reason());
    }
}
