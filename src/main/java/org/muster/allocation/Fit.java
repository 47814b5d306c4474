package org.muster.allocation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.ComparablePrice;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.ListingView;
import org.muster.catalogue.Particulars;
import org.muster.catalogue.Sale;
import org.muster.catalogue.ServiceType;
import org.muster.catalogue.SupplyMode;
import org.muster.matching.Candidate;
import org.muster.recipe.RecipeLine;
import org.muster.shared.Dimension;
import org.muster.shared.Outcome;
import org.muster.shared.PriceBasis;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shared.TimeWindow;
import org.muster.shared.Unit;

/**
 * A candidate for a requirement, in the order's units.
 *
 * @param base how many of the listing's base units one of the order's units is
 * @param unit in which its supplier counts
 * @param capacity the most that can be had
 * @param aDay how many are made in a day; 0 where nothing is made
 * @param during in which time it is had; null for what is had from a lot
 * @param arrival minutes after the start at which it is there, where it is not made in its stage
 * @param setup minutes before the first one
 * @param way minutes of the way
 * @param yuan for one of the order's units; empty where nothing was said that can be compared
 * @param taken what was taken for the same although it is counted otherwise
 */
record Fit(
        Candidate candidate,
        BigDecimal base,
        Unit unit,
        long capacity,
        long minimum,
        long multiple,
        long aDay,
        @Nullable TimeWindow during,
        long arrival,
        long setup,
        long way,
        Optional<BigDecimal> yuan,
        boolean taken) {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final BigDecimal SECONDS_OF_A_DAY = BigDecimal.valueOf(86_400);
    private static final long MINUTES_OF_A_DAY = 1440;

    /** Changing a line over takes so long where its supplier did not say. */
    static final long USUAL_CONVERSION = 3 * MINUTES_OF_A_DAY;

    ListingView listing() {
        return candidate.listing();
    }

    /** Whether whoever gives this gives the whole: goods that are ready, or made with everything that belongs to them. */
    boolean whole() {
        SupplyMode mode = listing().supplyMode();
        return mode == SupplyMode.ALL_IN
                || mode == SupplyMode.FINISHED_STOCK
                || listing().kind() == ListingKind.FINISHED_STOCK;
    }

    boolean delivered() {
        return Optional.ofNullable(listing().price())
                .filter(price -> price.basis().delivery() == PriceBasis.Delivery.DELIVERED)
                .isPresent();
    }

    static Outcome<Fit> of(Wanted wanted, Wanted.Resource resource, Candidate candidate) {
        return new Reading(wanted, resource, candidate).fit();
    }

    private static final class Reading {

        private final Wanted wanted;
        private final Wanted.Resource resource;
        private final Candidate candidate;
        private final ListingView listing;
        private final long way;
        private final Instant answered;

        Reading(Wanted wanted, Wanted.Resource resource, Candidate candidate) {
            this.wanted = wanted;
            this.resource = resource;
            this.candidate = candidate;
            listing = candidate.listing();
            way = candidate.journey().takes().toMinutes();
            answered = wanted.start().plus(Duration.ofMinutes(wanted.answered()));
        }

        Outcome<Fit> fit() {
            Quantity said = figure();
            if (said == null) {
                return byOrder();
            }
            Optional<Measures.Ratio> ratio = Measures.ratio(resource, said.unit());
            if (ratio.isEmpty() || ratio.get().base().signum() <= 0) {
                return Outcome.refused(Refusal.of(
                        "allocation.other_measure",
                        said.unit(),
                        resource.smallest().unit()));
            }
            BigDecimal base = ratio.get().base();
            long aDay = listing.daily() && isMade() ? floor(said, base) : 0;
            TimeWindow during = during(aDay);
            if (candidate.sale() != Sale.LOT && during == null) {
                return Outcome.refused(Refusal.of("allocation.nothing_free"));
            }
            return fit(
                    base,
                    said.unit(),
                    capacity(said, base, aDay, during),
                    aDay,
                    during,
                    ratio.get().taken());
        }

        /** How much there is in all, or in a day. */
        private @Nullable Quantity figure() {
            if (resource.kind() == RecipeLine.Kind.CREW
                    && listing.particulars() instanceof Particulars.Crew crew
                    && crew.headcount() != null) {
                return Quantity.of(crew.headcount(), Unit.of("person"));
            }
            return listing.quantity();
        }

        /** Without a figure: a machine is one machine, a service that is needed once is there for it; a crew of unknown strength is none. */
        private Outcome<Fit> byOrder() {
            boolean one = resource.kind() == RecipeLine.Kind.EQUIPMENT || Measures.isOneOrder(resource);
            TimeWindow during = during(0);
            if (!one || during == null) {
                return Outcome.refused(Refusal.of(one ? "allocation.nothing_free" : "matching.no_figure"));
            }
            long capacity = Measures.isOneOrder(resource) ? Math.max(1, resource.units()) : 1;
            return fit(BigDecimal.ONE, resource.smallest().unit(), capacity, 0, during, true);
        }

        private Outcome<Fit> fit(
                BigDecimal base, Unit unit, long capacity, long aDay, @Nullable TimeWindow during, boolean taken) {
            long minimum = inUnits(listing.minimumOrder(), unit, base, RoundingMode.CEILING);
            // Rather a little less than a multiple: what is asked for is rounded up to whole ones.
            long multiple = Math.max(1, inUnits(listing.orderMultiple(), unit, base, RoundingMode.FLOOR));
            if (capacity < Math.max(1, minimum)) {
                return Outcome.refused(Refusal.of("allocation.nothing_free"));
            }
            long delay = during == null || aDay == 0
                    ? 0
                    : Math.max(0, minutesTo(during.from()) - wanted.course().earliest(resource.stage()));
            return Outcome.accepted(new Fit(
                    candidate,
                    base,
                    unit,
                    capacity,
                    minimum,
                    multiple,
                    aDay,
                    during,
                    arrival(during),
                    delay + conversion(),
                    way,
                    yuan(base, aDay),
                    taken));
        }

        /** Goods come out of a line one by one; people, rooms and services are there when they are there. */
        private boolean isMade() {
            return resource.kind() != RecipeLine.Kind.SERVICE
                    && resource.kind() != RecipeLine.Kind.CREW
                    && resource.kind() != RecipeLine.Kind.ROOM;
        }

        private long conversion() {
            if (!candidate.converted()) {
                return 0;
            }
            Integer said = listing.changeoverMinutes();
            return said == null ? USUAL_CONVERSION : said;
        }

        // ── When ────────────────────────────────────────────────────────────────

        private @Nullable TimeWindow during(long aDay) {
            return switch (candidate.sale()) {
                case LOT, NOTHING -> null;
                case RATE ->
                    afterAnswers(
                                    candidate.free().isEmpty()
                                            ? List.of(new TimeWindow(
                                                    wanted.start(),
                                                    later(
                                                            resource.neededBy().minus(Duration.ofMinutes(way)),
                                                            wanted.start().plusSeconds(60))))
                                            : candidate.free())
                            .max(Comparator.comparing(TimeWindow::length))
                            .orElse(null);
                case TIME ->
                    aDay > 0
                            ? afterAnswers(candidate.free())
                                    .max(Comparator.comparing(TimeWindow::length))
                                    .orElse(null)
                            : firstLongEnough();
            };
        }

        private static Instant later(Instant one, Instant other) {
            return one.isBefore(other) ? other : one;
        }

        private Stream<TimeWindow> afterAnswers(List<TimeWindow> free) {
            TimeWindow from = new TimeWindow(answered, answered.plus(Duration.ofDays(3650)));
            return free.stream().flatMap(stretch -> stretch.intersection(from).stream());
        }

        /** Whatever is had by time and makes nothing by itself is had for as long as it is needed, from the first day on which it is free so long. */
        private @Nullable TimeWindow firstLongEnough() {
            BigDecimal days = resource.kind() == RecipeLine.Kind.CREW || resource.kind() == RecipeLine.Kind.ROOM
                    ? resource.days()
                    : BigDecimal.ONE;
            Duration wantedFor =
                    Duration.ofSeconds(days.multiply(SECONDS_OF_A_DAY).longValue());
            return afterAnswers(candidate.free())
                    .filter(stretch -> stretch.length().compareTo(wantedFor) >= 0)
                    .map(stretch ->
                            new TimeWindow(stretch.from(), stretch.from().plus(wantedFor)))
                    .findFirst()
                    .orElse(null);
        }

        private long arrival(@Nullable TimeWindow during) {
            long first = minutesTo(candidate.arrives());
            long ordered = wanted.answered() + way + lead();
            long free = during == null ? 0 : minutesTo(during.from()) + (candidate.sale() == Sale.TIME ? way : 0);
            return Math.max(0, Math.max(first, Math.max(ordered, free)));
        }

        private long lead() {
            return listing.particulars() instanceof Particulars.Machine machine && machine.leadDays() != null
                    ? machine.leadDays() * MINUTES_OF_A_DAY
                    : 0;
        }

        private long minutesTo(Instant moment) {
            long seconds = Duration.between(wanted.start(), moment).toSeconds();
            return Math.max(0, (seconds + 59) / 60);
        }

        // ── How much ────────────────────────────────────────────────────────────

        private long capacity(Quantity said, BigDecimal base, long aDay, @Nullable TimeWindow during) {
            Quantity there = candidate.available();
            return switch (candidate.sale()) {
                case NOTHING -> 0;
                case LOT -> there == null ? 0 : floor(orderable(there), base);
                case RATE -> {
                    long available = there == null ? 0 : floor(orderable(there), base);
                    long days = during == null ? 0 : Math.max(0, during.length().toDays());
                    long inTime = aDay > 0
                            ? Math.multiplyExact(aDay, Math.max(1, days))
                            : floor(said, base) * Math.max(1, days);
                    yield Math.min(available, inTime);
                }
                case TIME ->
                    aDay > 0 && during != null
                            ? BigDecimal.valueOf(aDay)
                                    .multiply(BigDecimal.valueOf(during.length().toMinutes()))
                                    .divide(BigDecimal.valueOf(MINUTES_OF_A_DAY), 0, RoundingMode.FLOOR)
                                    .longValueExact()
                            : floor(said, base);
            };
        }

        private static long floor(Quantity quantity, BigDecimal base) {
            return quantity.inBase().divide(base, 0, RoundingMode.FLOOR).longValueExact();
        }

        /** 0 where nothing that can be compared was said. */
        private static long inUnits(@Nullable Quantity quantity, Unit unit, BigDecimal base, RoundingMode rounding) {
            return quantity == null || !quantity.unit().dimension().equals(unit.dimension())
                    ? 0
                    : quantity.inBase().divide(base, 0, rounding).longValueExact();
        }

        /** What is there, as far as it can be ordered. */
        private Quantity orderable(Quantity there) {
            Quantity multiple = listing.orderMultiple();
            if (multiple == null
                    || !multiple.unit().dimension().equals(there.unit().dimension())) {
                return there;
            }
            BigDecimal whole = there.inBase().divide(multiple.inBase(), 0, RoundingMode.FLOOR);
            return new Quantity(whole.multiply(multiple.amount()), multiple.unit());
        }

        // ── At what price ───────────────────────────────────────────────────────

        private Optional<BigDecimal> yuan(BigDecimal base, long aDay) {
            LocalDate today = wanted.start().atZone(ZONE).toLocalDate();
            return ComparablePrice.of(listing.price(), today).flatMap(price -> yuan(price, base, aDay));
        }

        private Optional<BigDecimal> yuan(ComparablePrice price, BigDecimal base, long aDay) {
            boolean byTime = resource.kind() == RecipeLine.Kind.CREW || resource.kind() == RecipeLine.Kind.ROOM;
            BigDecimal days = byTime ? resource.days() : BigDecimal.ONE;
            if (price.dimension().equals(Dimension.TIME)) {
                BigDecimal aDayOfIt = price.yuan().multiply(SECONDS_OF_A_DAY);
                return aDay > 0
                        ? Optional.of(aDayOfIt.divide(BigDecimal.valueOf(aDay), 12, RoundingMode.HALF_UP))
                        : Optional.of(aDayOfIt.multiply(days));
            }
            BigDecimal exact = resource.measures().get(price.dimension().name());
            if (exact != null) {
                return Optional.of(price.yuan().multiply(exact).multiply(days));
            }
            Quantity said = listing.quantity();
            boolean asCounted = said != null && said.unit().dimension().equals(price.dimension());
            boolean oneThing =
                    said == null && (resource.kind() == RecipeLine.Kind.EQUIPMENT || Measures.isOneOrder(resource));
            if (asCounted) {
                return Optional.of(price.yuan().multiply(base).multiply(days));
            }
            boolean aCrew = listing.particulars().serviceType() == ServiceType.CREW;
            return oneThing && !aCrew ? Optional.of(price.yuan()) : Optional.empty();
        }
    }
}
