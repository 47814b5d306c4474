package org.muster.shared;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A stretch of time, from inclusive, to exclusive, never empty. */
public record TimeWindow(Instant from, Instant to) {

    public TimeWindow {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("A window ends after it starts: " + from + " to " + to);
        }
    }

    public Duration length() {
        return Duration.between(from, to);
    }

    public boolean contains(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(to);
    }

    public boolean contains(TimeWindow other) {
        return !other.from.isBefore(from) && !other.to.isAfter(to);
    }

    public boolean overlaps(TimeWindow other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    public Optional<TimeWindow> intersection(TimeWindow other) {
        Instant start = from.isAfter(other.from) ? from : other.from;
        Instant end = to.isBefore(other.to) ? to : other.to;
        return start.isBefore(end) ? Optional.of(new TimeWindow(start, end)) : Optional.empty();
    }

    /** The same stretches of time, in order, with those that touch or overlap joined into one. */
    public static List<TimeWindow> joined(List<TimeWindow> windows) {
        List<TimeWindow> joined = new ArrayList<>();
        windows.stream().sorted(Comparator.comparing(TimeWindow::from)).forEach(next -> {
            int last = joined.size() - 1;
            if (last >= 0 && !next.from().isAfter(joined.get(last).to())) {
                TimeWindow before = joined.get(last);
                joined.set(
                        last, new TimeWindow(before.from(), before.to().isAfter(next.to()) ? before.to() : next.to()));
            } else {
                joined.add(next);
            }
        });
        return joined;
    }
}
