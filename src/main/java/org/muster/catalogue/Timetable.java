package org.muster.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.shared.TimeWindow;

/**
 * The windows of one listing and what becomes of them when something else is said of a stretch of time. Nothing outside of the stretch
 * changes: windows are cut exactly at its ends, and what adjoins it and says the same becomes one with it.
 */
final class Timetable {

    /** A window and who made it. */
    record Kept(CapacityWindow window, boolean fromPattern) {

        TimeWindow during() {
            return window.during();
        }

        boolean saysTheSame(Kept other) {
            return window.availability() == other.window.availability()
                    && window.note().equals(other.window.note())
                    && fromPattern == other.fromPattern;
        }

        private Kept within(TimeWindow part) {
            return new Kept(
                    new CapacityWindow(UUID.randomUUID(), part, window.availability(), window.note()), fromPattern);
        }
    }

    /** Rows to take away and rows to put in their place, in one statement. */
    record Change(List<Kept> gone, List<Kept> come) {

        boolean nothing() {
            return gone.isEmpty() && come.isEmpty();
        }
    }

    private Timetable() {}

    /**
     * Says something of a stretch, whatever was said of it before.
     *
     * @param windows those that touch or overlap the stretch, or more
     * @param availability null to say nothing of it any more
     */
    static Change say(List<Kept> windows, TimeWindow stretch, @Nullable Availability availability, String note) {
        List<Kept> gone = new ArrayList<>();
        List<Kept> come = new ArrayList<>();
        for (Kept window : windows) {
            if (window.during().overlaps(stretch)) {
                gone.add(window);
                without(window.during(), stretch).forEach(part -> come.add(window.within(part)));
            }
        }
        if (availability != null) {
            Kept said = new Kept(new CapacityWindow(UUID.randomUUID(), stretch, availability, note), false);
            for (Kept neighbour : windows) {
                if (!neighbour.during().overlaps(stretch)
                        && touches(neighbour.during(), stretch)
                        && neighbour.saysTheSame(said)) {
                    gone.add(neighbour);
                    come.add(neighbour);
                }
            }
            come.add(said);
        }
        List<Kept> joined = availability == null ? come : joined(come, stretch);
        if (joined.size() == gone.size()
                && gone.stream().allMatch(old -> joined.stream().anyMatch(now -> same(old, now)))) {
            return new Change(List.of(), List.of());
        }
        return new Change(List.copyOf(gone), List.copyOf(joined));
    }

    /** What is left of a window without a stretch: nothing, one part or two. */
    static List<TimeWindow> without(TimeWindow window, TimeWindow stretch) {
        if (!window.overlaps(stretch)) {
            return List.of(window);
        }
        List<TimeWindow> left = new ArrayList<>();
        if (window.from().isBefore(stretch.from())) {
            left.add(new TimeWindow(window.from(), stretch.from()));
        }
        if (stretch.to().isBefore(window.to())) {
            left.add(new TimeWindow(stretch.to(), window.to()));
        }
        return left;
    }

    /** What is left of a window without many stretches, by time. */
    static List<TimeWindow> without(TimeWindow window, List<TimeWindow> stretches) {
        List<TimeWindow> left = List.of(window);
        for (TimeWindow stretch : stretches) {
            left = left.stream()
                    .flatMap(part -> without(part, stretch).stream())
                    .toList();
        }
        return left;
    }

    /** Joins what touches at the ends of the stretch and says the same; what touched elsewhere before stays as it was. */
    private static List<Kept> joined(List<Kept> windows, TimeWindow stretch) {
        List<Kept> sorted = windows.stream()
                .sorted(Comparator.comparing(kept -> kept.during().from()))
                .toList();
        List<Kept> joined = new ArrayList<>();
        for (Kept next : sorted) {
            int last = joined.size() - 1;
            if (last >= 0) {
                Kept before = joined.get(last);
                boolean meet = before.during().to().equals(next.during().from());
                boolean atAnEnd = next.during().from().equals(stretch.from())
                        || next.during().from().equals(stretch.to());
                if (meet && atAnEnd && before.saysTheSame(next)) {
                    joined.set(
                            last,
                            before.within(new TimeWindow(
                                    before.during().from(), next.during().to())));
                    continue;
                }
            }
            joined.add(next);
        }
        return joined;
    }

    private static boolean touches(TimeWindow one, TimeWindow other) {
        return one.to().equals(other.from()) || other.to().equals(one.from());
    }

    private static boolean same(Kept one, Kept other) {
        return one.during().equals(other.during()) && one.saysTheSame(other);
    }
}
