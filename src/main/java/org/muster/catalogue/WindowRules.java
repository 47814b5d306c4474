package org.muster.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.muster.shared.Refusal;
import org.muster.shared.TimeWindow;

/** What a capacity window must keep, besides not overlapping another, which the database sees to. */
final class WindowRules {

    /** Who types now means this very day too. */
    private static final Duration GRACE = Duration.ofHours(24);

    private static final Duration FURTHEST = Duration.ofDays(3 * 366);
    private static final int LONGEST_NOTE = 200;

    private WindowRules() {}

    static List<Refusal> broken(TimeWindow during, String note, Instant now) {
        List<Refusal> wrong = new ArrayList<>();
        if (!during.to().isAfter(now)) {
            wrong.add(Refusal.at("to", "catalogue.window_over"));
        } else if (during.from().isBefore(now.minus(GRACE))) {
            wrong.add(Refusal.at("from", "catalogue.window_starts_in_past"));
        }
        if (during.to().isAfter(now.plus(FURTHEST))) {
            wrong.add(Refusal.at("to", "catalogue.window_too_far"));
        }
        if (note.length() > LONGEST_NOTE) {
            wrong.add(Refusal.at("note", "catalogue.too_long", note.length(), LONGEST_NOTE));
        }
        return wrong;
    }
}
