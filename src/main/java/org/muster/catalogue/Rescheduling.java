package org.muster.catalogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.muster.shared.Refusal;
import org.muster.shared.TimeWindow;

/**
 * What must become of the windows to come of one listing, so that they are exactly those that were said.
 *
 * @param gone those that were not said again
 * @param come those that were not there before
 */
record Rescheduling(List<CapacityWindow> gone, List<SaidWindow> come) {

    static final Rescheduling NONE = new Rescheduling(List.of(), List.of());

    Rescheduling {
        gone = List.copyOf(gone);
        come = List.copyOf(come);
    }

    /**
     * @param ahead those that are not over
     * @param made those of them that a pattern made, where a pattern is said beside the windows: they need not be said, and give way to what is
     */
    static Rescheduling of(List<CapacityWindow> ahead, Set<UUID> made, List<SaidWindow> said, Instant now) {
        List<SaidWindow> toCome = said.stream()
                .filter(window -> window.during().to().isAfter(now))
                .toList();
        List<SaidWindow> come = toCome.stream()
                .filter(window -> ahead.stream().noneMatch(other -> isSame(other, window)))
                .toList();
        return new Rescheduling(
                ahead.stream()
                        .filter(window -> toCome.stream().noneMatch(other -> isSame(window, other)))
                        .filter(window -> !made.contains(window.id())
                                || come.stream()
                                        .anyMatch(other -> other.during().overlaps(window.during())))
                        .toList(),
                come);
    }

    boolean nothing() {
        return gone.isEmpty() && come.isEmpty();
    }

    /** What of the new ones breaks a rule. One that had begun and is only said otherwise began when it did. */
    List<Refusal> broken(Instant now) {
        return come.stream()
                .flatMap(window -> {
                    TimeWindow during = window.during();
                    boolean hadBegun =
                            gone.stream().anyMatch(old -> old.during().from().equals(during.from()));
                    return WindowRules.broken(
                            hadBegun && during.from().isBefore(now) ? new TimeWindow(now, during.to()) : during,
                            window.note(),
                            now)
                            .stream();
                })
                .toList();
    }

    /** Those of the new ones that reach back before now, where others may lie that are over. */
    List<SaidWindow> begun(Instant now) {
        return come.stream()
                .filter(window -> window.during().from().isBefore(now))
                .toList();
    }

    /** The stretches that were free and are not said to be free any more. */
    List<TimeWindow> noLongerFree() {
        List<TimeWindow> left = new ArrayList<>();
        gone.stream()
                .filter(window -> window.availability() == Availability.FREE)
                .forEach(window -> left.add(window.during()));
        for (SaidWindow window : come) {
            if (window.availability() == Availability.FREE) {
                List<TimeWindow> before = List.copyOf(left);
                left.clear();
                before.forEach(stretch -> left.addAll(without(stretch, window.during())));
            }
        }
        return left;
    }

    Timetable.Change asChange() {
        return new Timetable.Change(
                gone.stream().map(window -> new Timetable.Kept(window, false)).toList(),
                come.stream()
                        .map(window -> new Timetable.Kept(
                                new CapacityWindow(
                                        UUID.randomUUID(),
                                        window.during(),
                                        window.availability(),
                                        window.note().strip()),
                                false))
                        .toList());
    }

    private static List<TimeWindow> without(TimeWindow stretch, TimeWindow part) {
        if (!stretch.overlaps(part)) {
            return List.of(stretch);
        }
        List<TimeWindow> left = new ArrayList<>();
        if (stretch.from().isBefore(part.from())) {
            left.add(new TimeWindow(stretch.from(), part.from()));
        }
        if (part.to().isBefore(stretch.to())) {
            left.add(new TimeWindow(part.to(), stretch.to()));
        }
        return left;
    }

    /** A note is compared as a cell can hold it: on one line. */
    private static boolean isSame(CapacityWindow window, SaidWindow said) {
        return window.during().equals(said.during())
                && window.availability() == said.availability()
                && folded(window.note()).equals(folded(said.note()));
    }

    static String folded(String note) {
        return note.replaceAll("[\\n\\r;；]", "，").replaceAll("\\s+", " ").strip();
    }
}
