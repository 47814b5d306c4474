package org.muster.reservation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.shared.TimeWindow;

/** Days as a site counts them: from midnight to midnight in its zone, 23 or 25 hours long where a clock is changed. Nothing but arithmetic. */
final class Days {

    private static final int SHARE_DECIMALS = 9;
    private static final BigDecimal SECONDS_OF_AN_HOUR = BigDecimal.valueOf(3600);

    private Days() {}

    /** A day that begins late because a clock skips midnight begins when the zone says so. */
    static TimeWindow of(LocalDate day, ZoneId zone) {
        return new TimeWindow(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** The days that make up this time; empty when it does not begin and end with a day. */
    static Optional<List<LocalDate>> whole(TimeWindow during, ZoneId zone) {
        LocalDate first = during.from().atZone(zone).toLocalDate();
        LocalDate end = during.to().atZone(zone).toLocalDate();
        boolean whole = first.atStartOfDay(zone).toInstant().equals(during.from())
                && end.atStartOfDay(zone).toInstant().equals(during.to());
        return whole ? Optional.of(first.datesUntil(end).toList()) : Optional.empty();
    }

    /** The parts of the day that lie in these windows, adjoining ones joined. */
    static List<TimeWindow> freeIn(LocalDate day, ZoneId zone, List<TimeWindow> windows) {
        TimeWindow whole = of(day, zone);
        List<TimeWindow> free = new ArrayList<>();
        windows.stream()
                .flatMap(window -> window.intersection(whole).stream())
                .sorted(Comparator.comparing(TimeWindow::from))
                .forEach(part -> {
                    int last = free.size() - 1;
                    if (last >= 0 && !free.get(last).to().isBefore(part.from())) {
                        Instant to = free.get(last).to().isAfter(part.to())
                                ? free.get(last).to()
                                : part.to();
                        free.set(last, new TimeWindow(free.get(last).from(), to));
                    } else {
                        free.add(part);
                    }
                });
        return free;
    }

    /**
     * How much of a day's output can be made in its free parts: all of it when they are as long as the working day, which is as long as the
     * day itself when nobody said otherwise. Rounded down.
     */
    static BigDecimal share(LocalDate day, ZoneId zone, List<TimeWindow> free, @Nullable BigDecimal hoursPerDay) {
        BigDecimal whole = seconds(of(day, zone));
        BigDecimal working = hoursPerDay == null
                ? whole
                : hoursPerDay.multiply(SECONDS_OF_AN_HOUR).min(whole);
        BigDecimal there = free.stream().map(Days::seconds).reduce(BigDecimal.ZERO, BigDecimal::add);
        return there.compareTo(working) >= 0
                ? BigDecimal.ONE
                : there.divide(working, SHARE_DECIMALS, RoundingMode.DOWN);
    }

    private static BigDecimal seconds(TimeWindow window) {
        return BigDecimal.valueOf(window.length().toSeconds());
    }
}
