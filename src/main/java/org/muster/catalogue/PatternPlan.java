package org.muster.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.muster.catalogue.Timetable.Kept;
import org.muster.shared.TimeWindow;

/**
 * What a pattern changes among the windows there are. It takes back only what a pattern made and what has not begun, and nothing of that
 * which is promised to somebody; what a person set by hand stands before what the pattern would say.
 *
 * @param stays windows the pattern does not touch
 * @param again windows it would make just as they are
 * @param promised how many of its own windows stay only because they are promised
 */
record PatternPlan(List<Kept> stays, List<Kept> again, Timetable.Change change, int promised) {

    static PatternPlan of(List<Kept> ahead, Collection<PatternDays.Said> said, Set<UUID> promisedWindows, Instant now) {
        List<Kept> stays = new ArrayList<>();
        List<Kept> own = new ArrayList<>();
        int promised = 0;
        for (Kept window : ahead) {
            boolean held = promisedWindows.contains(window.window().id());
            boolean future = window.during().from().isAfter(now);
            if (window.fromPattern() && future && !held) {
                own.add(window);
            } else {
                stays.add(window);
                promised += window.fromPattern() && held ? 1 : 0;
            }
        }
        List<TimeWindow> taken = stays.stream().map(Kept::during).toList();
        List<Kept> again = new ArrayList<>();
        List<Kept> come = new ArrayList<>();
        for (PatternDays.Said one : said) {
            if (!one.during().to().isAfter(now)) {
                continue;
            }
            for (TimeWindow part : Timetable.without(one.during(), taken)) {
                Kept wanted =
                        new Kept(new CapacityWindow(UUID.randomUUID(), part, one.availability(), one.note()), true);
                own.stream()
                        .filter(old -> old.during().equals(part) && old.saysTheSame(wanted))
                        .findFirst()
                        .ifPresentOrElse(again::add, () -> come.add(wanted));
            }
        }
        List<Kept> gone = own.stream().filter(old -> !again.contains(old)).toList();
        return new PatternPlan(
                List.copyOf(stays), List.copyOf(again), new Timetable.Change(gone, List.copyOf(come)), promised);
    }
}
