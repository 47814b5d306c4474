package org.muster.catalogue.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.muster.shared.Refusal;

/** Reads the wall-clock times of a form in the user's zone. */
final class LocalTimes {

    private LocalTimes() {}

    /**
     * The moment a clock on the wall shows this. A time the clocks skip is refused; one they show twice means the first for a beginning and the
     * second for an end, so that a window said to hold the hour holds all of it.
     */
    static @Nullable Instant read(String field, String written, boolean end, ZoneId zone, List<Refusal> refusals) {
        if (written.isBlank()) {
            refusals.add(Refusal.at(field, "catalogue.window_time_missing"));
            return null;
        }
        LocalDateTime wall;
        try {
            // With its offset written behind it a time is never shown twice.
            return OffsetDateTime.parse(written.strip()).toInstant();
        } catch (DateTimeException e) {
            // As most people write it: without.
        }
        try {
            wall = LocalDateTime.parse(written.strip().replace(' ', 'T').replace('/', '-'));
        } catch (DateTimeException e) {
            refusals.add(Refusal.at(field, "catalogue.window_time_unreadable", written.strip()));
            return null;
        }
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(wall);
        if (offsets.isEmpty()) {
            refusals.add(Refusal.at(
                    field, "catalogue.window_time_skipped", wall.toLocalTime().toString()));
            return null;
        }
        return wall.toInstant(offsets.get(end ? offsets.size() - 1 : 0));
    }
}
