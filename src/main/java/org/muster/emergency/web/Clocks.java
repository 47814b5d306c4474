package org.muster.emergency.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.muster.emergency.EmergencyView;

/** The clocks of an emergency in words. */
final class Clocks {

    private Clocks() {}

    /** Once it is closed its clocks stand still. */
    static List<Head.Clock> of(EmergencyView emergency, EmergencyMessages words, Instant today) {
        Instant now = emergency.closing().map(EmergencyView.Closing::at).orElse(today);
        List<Head.Clock> clocks = new ArrayList<>();
        clocks.add(clock(words.clock_allocate(), emergency.allocateBy(), words, now));
        clocks.add(clock(words.clock_first_piece(), emergency.firstPieceBy(), words, now));
        emergency.releaseBy().ifPresent(by -> clocks.add(clock(words.clock_release(), by, words, now)));
        return clocks;
    }

    private static Head.Clock clock(String label, Instant by, EmergencyMessages words, Instant now) {
        boolean over = by.isBefore(now);
        Duration left = Duration.between(now, by).abs();
        String said = left.compareTo(Duration.ofDays(2)) >= 0
                ? over
                        ? words.over_days(left.toDays(), left.toHoursPart())
                        : words.left_days(left.toDays(), left.toHoursPart())
                : over
                        ? words.over_hours(left.toHours(), left.toMinutesPart())
                        : words.left_hours(left.toHours(), left.toMinutesPart());
        return new Head.Clock(label, by, said, over);
    }
}
