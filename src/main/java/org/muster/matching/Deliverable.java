package org.muster.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.ListingView;
import org.muster.catalogue.Weeks;
import org.muster.shared.Quantity;
import org.muster.shared.TimeWindow;
import org.muster.shared.Unit;

/**
 * What of a supply can leave by a moment: stock from the day it is ready, a day's output when the day is over, time for as long as it is free.
 *
 * @param amount the most that can leave; null where time is had and nobody said what is made in it
 * @param from when the first of it can leave, whatever the deadline; null when that is never
 * @param free the stretches that lie before the deadline
 */
record Deliverable(@Nullable Quantity amount, @Nullable Instant from, List<TimeWindow> free) {

    private static final ZoneId ZONE = Weeks.ZONE;

    /** More decimals of an amount are not kept. */
    private static final int MOST_DECIMALS = 6;

    private static final BigDecimal SECONDS_OF_A_DAY =
            BigDecimal.valueOf(Duration.ofDays(1).toSeconds());

    static Deliverable of(Supply supply, Instant now, Instant latest) {
        ListingView listing = supply.open().listing();
        Instant begins = begins(listing, now);
        return switch (supply.open().sale()) {
            case LOT -> stock(listing, begins, latest);
            case RATE -> output(supply, listing, begins, latest);
            case TIME -> time(supply, listing, begins, latest);
            case NOTHING -> new Deliverable(null, null, List.of());
        };
    }

    /** Nothing of it is there before the day its supplier says that it is ready. */
    private static Instant begins(ListingView listing, Instant now) {
        LocalDate ready = listing.readyDate();
        if (ready == null) {
            return now;
        }
        Instant morning = ready.atStartOfDay(ZONE).toInstant();
        return morning.isAfter(now) ? morning : now;
    }

    private static Deliverable stock(ListingView listing, Instant begins, Instant latest) {
        Quantity left = listing.quantity();
        boolean something = left != null && left.amount().signum() > 0;
        List<TimeWindow> there =
                something && begins.isBefore(latest) ? List.of(new TimeWindow(begins, latest)) : List.of();
        return new Deliverable(something && !there.isEmpty() ? left : null, something ? begins : null, there);
    }

    private static Deliverable output(Supply supply, ListingView listing, Instant begins, Instant latest) {
        BigDecimal sum = BigDecimal.ZERO;
        @Nullable Instant first = null;
        for (Map.Entry<LocalDate, BigDecimal> day : supply.output().entrySet()) {
            Instant over = day.getKey().plusDays(1).atStartOfDay(ZONE).toInstant();
            boolean makes = day.getValue().signum() > 0
                    && !day.getKey().atStartOfDay(ZONE).toInstant().isBefore(begins);
            if (makes) {
                first = first == null ? over : first;
                sum = over.isAfter(latest) ? sum : sum.add(day.getValue());
            }
        }
        Quantity daily = listing.quantity();
        @Nullable Quantity amount = daily == null || sum.signum() == 0 ? null : said(sum, daily.unit());
        return new Deliverable(amount, first, within(supply.open().free(), begins, latest));
    }

    private static Deliverable time(Supply supply, ListingView listing, Instant begins, Instant latest) {
        List<TimeWindow> free = within(supply.open().free(), begins, latest);
        @Nullable Instant first = supply.open().free().stream()
                .filter(stretch -> stretch.to().isAfter(begins))
                .map(stretch -> stretch.from().isBefore(begins) ? begins : stretch.from())
                .findFirst()
                .orElse(null);
        return new Deliverable(madeIn(free, listing), first, free);
    }

    /** What a line makes while somebody has it for hire: its daily output for as many days, hours of a day in proportion, rounded down. */
    private static @Nullable Quantity madeIn(List<TimeWindow> free, ListingView listing) {
        Quantity daily = listing.quantity();
        if (daily == null || free.isEmpty() || !listing.daily()) {
            return null;
        }
        long seconds =
                free.stream().mapToLong(stretch -> stretch.length().toSeconds()).sum();
        BigDecimal made = daily.inBase()
                .multiply(BigDecimal.valueOf(seconds))
                .divide(SECONDS_OF_A_DAY, MOST_DECIMALS, RoundingMode.DOWN);
        return said(made, daily.unit());
    }

    private static Quantity said(BigDecimal base, Unit unit) {
        return new Quantity(base.divide(unit.factor(), MOST_DECIMALS, RoundingMode.DOWN), unit);
    }

    private static List<TimeWindow> within(List<TimeWindow> free, Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return List.of();
        }
        TimeWindow whole = new TimeWindow(from, to);
        return free.stream()
                .flatMap(stretch -> stretch.intersection(whole).stream())
                .toList();
    }

    boolean nothing() {
        return amount == null && free.isEmpty();
    }

    Optional<Instant> first() {
        return Optional.ofNullable(from);
    }
}
