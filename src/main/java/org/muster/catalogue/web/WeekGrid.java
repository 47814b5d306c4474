package org.muster.catalogue.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.Availability;
import org.muster.catalogue.CapacityWindow;
import org.muster.shared.TimeWindow;

/**
 * One week of a listing by the clocks of one zone: seven days of twenty-four hours as the clock on the wall has them. An hour that the
 * clocks skip is no time at all, one they show twice lasts two.
 */
record WeekGrid(List<Day> days) {

    static final int HOURS = 24;
    static final int DAYS = 7;

    enum State {
        FREE,
        HELD,
        COMMITTED,
        NOT_FREE,
        UNKNOWN,
        /** Not the same all through the hour. */
        MIXED,
        /** The clocks leave it out. */
        SKIPPED
    }

    /** Some time of the listing that is given away; who has it is not said here. */
    record Taken(
            TimeWindow during, boolean committed, @Nullable Instant until) {}

    /** A stretch of one day in which nothing changes. */
    record Run(TimeWindow during, State state, @Nullable Instant until) {}

    /**
     * One hour of one day.
     *
     * @param during null when the clocks skip it
     * @param head whether something else begins here than in the hour before
     * @param twice whether the clocks show it twice
     */
    record Slot(
            int hour,
            @Nullable TimeWindow during,
            State state,
            @Nullable Instant until,
            boolean head,
            boolean twice,
            List<Run> runs) {}

    record Day(LocalDate date, List<Run> runs, List<Slot> slots) {}

    static TimeWindow week(LocalDate monday, ZoneId zone) {
        return new TimeWindow(start(monday, 0, zone), start(monday.plusDays(DAYS), 0, zone));
    }

    static WeekGrid of(LocalDate monday, ZoneId zone, List<CapacityWindow> windows, Collection<Taken> taken) {
        return new WeekGrid(IntStream.range(0, DAYS)
                .mapToObj(monday::plusDays)
                .map(date -> day(date, zone, windows, taken))
                .toList());
    }

    private static Day day(LocalDate date, ZoneId zone, List<CapacityWindow> windows, Collection<Taken> taken) {
        Instant from = start(date, 0, zone);
        Instant to = start(date.plusDays(1), 0, zone);
        if (!from.isBefore(to)) {
            // A zone may leave out a whole day.
            return new Day(
                    date,
                    List.of(),
                    IntStream.range(0, HOURS)
                            .mapToObj(hour -> skipped(hour, hour == 0))
                            .toList());
        }
        List<Run> runs = runs(new TimeWindow(from, to), windows, taken);
        List<Slot> slots = new ArrayList<>();
        for (int hour = 0; hour < HOURS; hour++) {
            Instant begins = start(date, hour, zone);
            Instant ends = hour + 1 == HOURS ? to : start(date, hour + 1, zone);
            Slot before = hour == 0 ? null : slots.get(hour - 1);
            if (!begins.isBefore(ends)) {
                slots.add(skipped(hour, true));
                continue;
            }
            TimeWindow during = new TimeWindow(begins, ends);
            List<Run> within =
                    runs.stream().filter(run -> run.during().overlaps(during)).toList();
            Run first = within.get(0);
            boolean whole = within.size() == 1;
            State state = whole ? first.state() : State.MIXED;
            boolean head = before == null
                    || before.state() != state
                    || state == State.MIXED
                    || first.during().from().equals(begins);
            slots.add(new Slot(
                    hour,
                    during,
                    state,
                    whole ? first.until() : null,
                    head,
                    during.length().toMinutes() > 60,
                    within));
        }
        return new Day(date, runs, slots);
    }

    private static Slot skipped(int hour, boolean head) {
        return new Slot(hour, null, State.SKIPPED, null, head, false, List.of());
    }

    /** The day cut wherever something changes, and joined again where nothing does. */
    private static List<Run> runs(TimeWindow day, List<CapacityWindow> windows, Collection<Taken> taken) {
        TreeSet<Instant> cuts = new TreeSet<>(List.of(day.from(), day.to()));
        windows.forEach(window -> cut(cuts, day, window.during()));
        taken.forEach(one -> cut(cuts, day, one.during()));
        List<Run> runs = new ArrayList<>();
        Instant from = null;
        for (Instant cut : cuts) {
            if (from != null) {
                Run next = run(new TimeWindow(from, cut), windows, taken);
                int last = runs.size() - 1;
                Run before = last < 0 ? null : runs.get(last);
                if (before != null
                        && before.state() == next.state()
                        && java.util.Objects.equals(before.until(), next.until())) {
                    runs.set(
                            last, new Run(new TimeWindow(before.during().from(), cut), before.state(), before.until()));
                } else {
                    runs.add(next);
                }
            }
            from = cut;
        }
        return List.copyOf(runs);
    }

    private static void cut(TreeSet<Instant> cuts, TimeWindow day, TimeWindow at) {
        at.intersection(day).ifPresent(part -> {
            cuts.add(part.from());
            cuts.add(part.to());
        });
    }

    private static Run run(TimeWindow part, List<CapacityWindow> windows, Collection<Taken> taken) {
        for (Taken one : taken) {
            if (one.during().overlaps(part)) {
                return new Run(part, one.committed() ? State.COMMITTED : State.HELD, one.until());
            }
        }
        for (CapacityWindow window : windows) {
            if (window.during().overlaps(part)) {
                return new Run(part, state(window.availability()), null);
            }
        }
        return new Run(part, State.UNKNOWN, null);
    }

    private static State state(Availability availability) {
        return switch (availability) {
            case FREE -> State.FREE;
            case NOT_FREE -> State.NOT_FREE;
            case UNKNOWN -> State.UNKNOWN;
        };
    }

    /** The first moment at which the clocks of the day show this hour or a later one. */
    static Instant start(LocalDate date, int hour, ZoneId zone) {
        LocalDateTime wall = date.atTime(hour, 0);
        ZoneOffsetTransition transition = zone.getRules().getTransition(wall);
        return transition != null && transition.isGap()
                ? transition.getInstant()
                : wall.toInstant(zone.getRules().getValidOffsets(wall).get(0));
    }
}
