package org.muster.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.muster.shared.TimeWindow;

/**
 * When a listing can be had: what its supplier said of it, windows first, and what was declared for as long as no window speaks of the time to
 * come; less what was given away since.
 *
 * @param windows in any order, never overlapping
 */
record Schedule(List<CapacityWindow> windows, Availability declared, Taken taken) {

    /** As the supplier said it, whoever has some of it by now. */
    Schedule(List<CapacityWindow> windows, Availability declared) {
        this(windows, declared, Taken.NOTHING);
    }

    Schedule {
        windows = windows.stream()
                .sorted(Comparator.comparing(window -> window.during().from()))
                .toList();
    }

    Availability availability(Instant now) {
        List<CapacityWindow> ahead = ahead(now);
        if (ahead.isEmpty() || taken.isSoldOut()) {
            return declaredAndLeft();
        }
        if (!freeWindows(now).isEmpty()) {
            return Availability.FREE;
        }
        return saysUnknown(ahead) ? Availability.UNKNOWN : Availability.NOT_FREE;
    }

    /** What was declared; of what is sold out, that it is not free. */
    Availability declaredAndLeft() {
        return taken.isSoldOut() ? Availability.NOT_FREE : declared;
    }

    private static boolean saysUnknown(List<CapacityWindow> windows) {
        return windows.stream().anyMatch(window -> window.availability() == Availability.UNKNOWN);
    }

    /** The first moment from now on that lies in a free window. */
    Optional<Instant> freeFrom(Instant now) {
        return freeWindows(now).stream().findFirst().map(free -> free.from().isBefore(now) ? now : free.from());
    }

    /** Free stretches that are not over, adjoining windows joined into one, without what was given away. */
    List<TimeWindow> freeWindows(Instant now) {
        if (taken.isSoldOut()) {
            return List.of();
        }
        return without(joined(Availability.FREE, now), taken.stretches()).stream()
                .filter(stretch -> stretch.to().isAfter(now))
                .toList();
    }

    /** Stretches that are not free and not over, adjoining ones joined into one: those said so, and those given away. */
    List<TimeWindow> takenWindows(Instant now) {
        List<TimeWindow> all = new ArrayList<>(joined(Availability.NOT_FREE, now));
        taken.stretches().stream().filter(stretch -> stretch.to().isAfter(now)).forEach(all::add);
        return List.copyOf(TimeWindow.joined(all));
    }

    private static List<TimeWindow> without(List<TimeWindow> stretches, List<TimeWindow> taken) {
        List<TimeWindow> left = stretches;
        for (TimeWindow gone : taken) {
            List<TimeWindow> next = new ArrayList<>();
            for (TimeWindow stretch : left) {
                if (!stretch.overlaps(gone)) {
                    next.add(stretch);
                    continue;
                }
                if (stretch.from().isBefore(gone.from())) {
                    next.add(new TimeWindow(stretch.from(), gone.from()));
                }
                if (gone.to().isBefore(stretch.to())) {
                    next.add(new TimeWindow(gone.to(), stretch.to()));
                }
            }
            left = next;
        }
        return List.copyOf(left);
    }

    /** When the last window ends of which nobody knows whether it is free. */
    Optional<Instant> unknownEnd(Instant now) {
        return ahead(now).stream()
                .filter(window -> window.availability() == Availability.UNKNOWN)
                .map(window -> window.during().to())
                .max(Comparator.naturalOrder());
    }

    private List<TimeWindow> joined(Availability availability, Instant now) {
        List<TimeWindow> joined = new ArrayList<>();
        for (CapacityWindow window : ahead(now)) {
            if (window.availability() != availability) {
                continue;
            }
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).to().equals(window.during().from())) {
                joined.set(
                        last,
                        new TimeWindow(joined.get(last).from(), window.during().to()));
            } else {
                joined.add(window.during());
            }
        }
        return List.copyOf(joined);
    }

    Optional<Instant> end() {
        return windows.stream().map(window -> window.during().to()).max(Comparator.naturalOrder());
    }

    /** This week and those after it, as many as a strip shows. */
    List<WeekState> weeks(Instant now) {
        LocalDate monday = Weeks.mondayOf(now);
        List<TimeWindow> free = freeWindows(now);
        return IntStream.range(0, Weeks.SHOWN)
                .mapToObj(week -> {
                    TimeWindow whole = Weeks.beginning(monday.plusWeeks(week));
                    return stateOf(week == 0 ? new TimeWindow(now, whole.to()) : whole, free);
                })
                .toList();
    }

    private WeekState stateOf(TimeWindow week, List<TimeWindow> free) {
        if (free.stream().anyMatch(window -> window.contains(week))) {
            return WeekState.FREE;
        }
        if (free.stream().anyMatch(window -> window.overlaps(week))) {
            return WeekState.PARTLY;
        }
        List<CapacityWindow> said = windows.stream()
                .filter(window -> window.during().overlaps(week))
                .toList();
        return said.isEmpty() || saysUnknown(said) ? WeekState.UNKNOWN : WeekState.NOT_FREE;
    }

    private List<CapacityWindow> ahead(Instant now) {
        return windows.stream()
                .filter(window -> window.during().to().isAfter(now))
                .toList();
    }
}
