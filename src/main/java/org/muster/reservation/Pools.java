package org.muster.reservation;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.Offer;
import org.muster.shared.ListingId;
import org.muster.shared.Quantity;
import org.muster.shared.TimeWindow;
import org.muster.shared.Unit;

/**
 * How much of each day's output is promised, in base units. A pool is founded on the free time of its day when something of it is first
 * taken, and ends when nothing of it is taken any more.
 */
@ApplicationScoped
class Pools {

    private final Sql sql;

    Pools(Sql sql) {
        this.sql = sql;
    }

    /** One day of one listing; locked in this order by everybody, which is PostgreSQL's own. */
    record DayOf(UUID listing, LocalDate day) {
        static final Comparator<DayOf> ORDER =
                Comparator.comparing((DayOf one) -> one.listing().toString()).thenComparing(DayOf::day);
    }

    /** What a day can give, and what of it is promised. */
    private record Pool(BigDecimal share, BigDecimal onHand, BigDecimal reserved, boolean founded) {
        BigDecimal left() {
            return onHand.subtract(reserved);
        }
    }

    /** What a listing says of its output, which nobody changes before the end of the transaction. */
    private record Output(BigDecimal base, @Nullable BigDecimal hoursPerDay) {}

    /** Keeps the outputs of these from being changed; before anything but the organisation's turn and listings is locked. */
    void keep(Collection<ListingId> listings) {
        outputs(listings);
    }

    private Map<ListingId, Output> outputs(Collection<ListingId> listings) {
        Map<ListingId, Output> outputs = new HashMap<>();
        sql.with(
                "select id, quantity_base, hours_per_day from listing where id = any (?) order by id for share",
                statement -> statement
                        .listings(listings)
                        .list(row -> outputs.put(
                                new ListingId(row.getObject(1, UUID.class)),
                                new Output(row.getBigDecimal(2), row.getBigDecimal(3)))));
        return outputs;
    }

    /** Nobody takes of the days of these before the end of the transaction. */
    void lock(Collection<ListingId> listings) {
        sql.with(
                "select day from day_pool where listing_id = any (?) order by listing_id, day for update",
                statement -> statement.listings(listings).list(row -> row.getObject(1)));
    }

    /** Takes each claim from its days, the earliest first. Empty when some days have too little left. */
    Optional<List<Cell>> take(HoldRow hold, Map<ListingId, Offer> offers) {
        List<ClaimRow> claims = hold.claims().stream()
                .filter(claim -> claim.what() instanceof Claim.Rate)
                .toList();
        if (claims.isEmpty()) {
            return Optional.of(List.of());
        }
        List<Claim.Rate> rates =
                claims.stream().map(claim -> (Claim.Rate) claim.what()).toList();
        Map<ListingId, Output> outputs =
                outputs(rates.stream().map(Claim.Rate::listing).collect(Collectors.toSet()));
        Map<ListingId, List<TimeWindow>> windows = windows(rates);
        Map<DayOf, Pool> founded = founded(rates, offers);
        Map<DayOf, Pool> pools = new HashMap<>();
        SortedMap<DayOf, BigDecimal> taken = new TreeMap<>(DayOf.ORDER);
        List<Cell> cells = new ArrayList<>();
        for (ClaimRow claim : claims) {
            Claim.Rate rate = (Claim.Rate) claim.what();
            Offer offer = Objects.requireNonNull(offers.get(rate.listing()));
            Unit unit = Objects.requireNonNull(offer.quantity()).unit();
            BigDecimal missing = rate.quantity().inBase();
            for (LocalDate day : Days.whole(rate.during(), offer.zone()).orElseThrow()) {
                if (missing.signum() == 0) {
                    break;
                }
                DayOf key = new DayOf(rate.listing().value(), day);
                Pool pool = pools.computeIfAbsent(
                        key,
                        one -> potential(
                                day,
                                offer.zone(),
                                unit,
                                Objects.requireNonNull(outputs.get(rate.listing())),
                                windows.getOrDefault(rate.listing(), List.of()),
                                founded.get(one)));
                BigDecimal left = pool.left().subtract(taken.getOrDefault(key, BigDecimal.ZERO));
                BigDecimal part = left.min(missing);
                if (part.signum() > 0) {
                    missing = missing.subtract(part);
                    taken.merge(key, part, BigDecimal::add);
                    cells.add(new Cell(
                            hold.id(), claim.id(), rate.listing(), offer.sells(), hold.until(), null, day, part));
                }
            }
            if (missing.signum() > 0) {
                return Optional.empty();
            }
        }
        found(taken, pools, founded, windows, offers);
        return Optional.of(cells);
    }

    /** What the day could give by its free time as it is now; never less than was found when its pool was founded. */
    private static Pool potential(
            LocalDate day, ZoneId zone, Unit unit, Output output, List<TimeWindow> windows, @Nullable Pool founded) {
        List<TimeWindow> free = Days.freeIn(day, zone, windows);
        BigDecimal share = Days.share(day, zone, free, output.hoursPerDay());
        if (founded != null && founded.share().compareTo(share) >= 0) {
            return founded;
        }
        return new Pool(
                share,
                Amounts.down(output.base().multiply(share), unit),
                founded == null ? BigDecimal.ZERO : founded.reserved(),
                false);
    }

    private Map<ListingId, List<TimeWindow>> windows(List<Claim.Rate> rates) {
        Map<ListingId, List<TimeWindow>> windows = new HashMap<>();
        sql.with(
                """
                select distinct w.listing_id, lower(w.during) as starts, upper(w.during) as ends
                from unnest(?::uuid[], ?::text[]::tstzrange[]) as r (listing_id, during)
                join capacity_window w on w.listing_id = r.listing_id and w.availability = 'FREE' and w.during && r.during
                """,
                statement -> statement
                        .each("uuid", rates, rate -> rate.listing().value())
                        .each("text", rates, rate -> Sql.range(rate.during()))
                        .list(row -> windows.computeIfAbsent(
                                        new ListingId(row.getObject(1, UUID.class)), id -> new ArrayList<>())
                                .add(Objects.requireNonNull(Sql.window(row, "starts", "ends")))));
        return windows;
    }

    private Map<DayOf, Pool> founded(List<Claim.Rate> rates, Map<ListingId, Offer> offers) {
        Map<DayOf, Pool> founded = new HashMap<>();
        sql.with(
                """
                select p.listing_id, p.day, p.share, p.on_hand, p.reserved from day_pool p
                where exists (
                    select from unnest(?::uuid[], ?::date[], ?::date[]) as r (listing_id, first, last)
                    where r.listing_id = p.listing_id and p.day >= r.first and p.day < r.last)
                    and p.listing_id = any (?)
                order by p.listing_id, p.day for update
                """,
                statement -> statement
                        .each("uuid", rates, rate -> rate.listing().value())
                        .each(
                                "date",
                                rates,
                                rate -> rate.during()
                                        .from()
                                        .atZone(zone(offers, rate))
                                        .toLocalDate())
                        .each(
                                "date",
                                rates,
                                rate -> rate.during()
                                        .to()
                                        .atZone(zone(offers, rate))
                                        .toLocalDate())
                        .listings(rates.stream().map(Claim.Rate::listing).toList())
                        .list(row -> founded.put(
                                new DayOf(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class)),
                                new Pool(row.getBigDecimal(3), row.getBigDecimal(4), row.getBigDecimal(5), true))));
        return founded;
    }

    private static ZoneId zone(Map<ListingId, Offer> offers, Claim.Rate rate) {
        return Objects.requireNonNull(offers.get(rate.listing())).zone();
    }

    /** Writes what is taken of each day, and founds the days of which nothing was taken before, or on more free time than then. */
    private void found(
            SortedMap<DayOf, BigDecimal> taken,
            Map<DayOf, Pool> pools,
            Map<DayOf, Pool> before,
            Map<ListingId, List<TimeWindow>> windows,
            Map<ListingId, Offer> offers) {
        List<DayOf> all = List.copyOf(taken.keySet());
        List<DayOf> fresh = all.stream().filter(day -> !before.containsKey(day)).toList();
        List<DayOf> known = all.stream().filter(before::containsKey).toList();
        int written = fresh.isEmpty()
                ? 0
                : sql.with(
                        """
                insert into day_pool (listing_id, day, share, on_hand, reserved)
                select * from unnest(?::uuid[], ?::date[], ?::numeric[], ?::numeric[], ?::numeric[]) on conflict do nothing
                """,
                        statement -> statement
                                .each("uuid", fresh, DayOf::listing)
                                .each("date", fresh, DayOf::day)
                                .each(
                                        "numeric",
                                        fresh,
                                        day -> Objects.requireNonNull(pools.get(day))
                                                .share())
                                .each(
                                        "numeric",
                                        fresh,
                                        day -> Objects.requireNonNull(pools.get(day))
                                                .onHand())
                                .each("numeric", fresh, taken::get)
                                .update());
        if (written < fresh.size()) {
            throw new Contended();
        }
        if (!known.isEmpty()) {
            add(known, pools, taken);
        }
        stand(
                all.stream()
                        .filter(day -> !Objects.requireNonNull(pools.get(day)).founded())
                        .toList(),
                windows,
                offers);
    }

    private void add(List<DayOf> known, Map<DayOf, Pool> pools, Map<DayOf, BigDecimal> taken) {
        sql.with(
                """
                update day_pool p set reserved = p.reserved + w.amount, share = w.share, on_hand = w.on_hand
                from unnest(?::uuid[], ?::date[], ?::numeric[], ?::numeric[], ?::numeric[]) as w (listing_id, day, share, on_hand, amount)
                where p.listing_id = w.listing_id and p.day = w.day
                """,
                statement -> statement
                        .each("uuid", known, DayOf::listing)
                        .each("date", known, DayOf::day)
                        .each(
                                "numeric",
                                known,
                                day -> Objects.requireNonNull(pools.get(day)).share())
                        .each(
                                "numeric",
                                known,
                                day -> Objects.requireNonNull(pools.get(day)).onHand())
                        .each("numeric", known, taken::get)
                        .update());
    }

    /** These days stand on their free time from now on. */
    private void stand(List<DayOf> days, Map<ListingId, List<TimeWindow>> windows, Map<ListingId, Offer> offers) {
        if (days.isEmpty()) {
            return;
        }
        List<Map.Entry<DayOf, TimeWindow>> spans = new ArrayList<>();
        for (DayOf day : days) {
            ListingId listing = new ListingId(day.listing());
            ZoneId zone = Objects.requireNonNull(offers.get(listing)).zone();
            Days.freeIn(day.day(), zone, windows.getOrDefault(listing, List.of()))
                    .forEach(span -> spans.add(Map.entry(day, span)));
        }
        sql.with(
                """
                delete from day_pool_span s using unnest(?::uuid[], ?::date[]) as d (listing_id, day)
                where s.listing_id = d.listing_id and s.day = d.day
                """,
                statement -> statement
                        .each("uuid", days, DayOf::listing)
                        .each("date", days, DayOf::day)
                        .update());
        sql.with(
                """
                insert into day_pool_span (listing_id, day, during)
                select * from unnest(?::uuid[], ?::date[], ?::text[]::tstzrange[])
                """,
                statement -> statement
                        .each("uuid", spans, span -> span.getKey().listing())
                        .each("date", spans, span -> span.getKey().day())
                        .each("text", spans, span -> Sql.range(span.getValue()))
                        .update());
    }

    /** After what was taken is freed. Days of which nothing is taken any more no longer stand on their windows. */
    void giveBack(Collection<Cell> cells) {
        SortedMap<DayOf, BigDecimal> sums = new TreeMap<>(DayOf.ORDER);
        for (Cell cell : cells) {
            if (cell.day() != null && cell.amount() != null) {
                sums.merge(new DayOf(cell.listing().value(), cell.day()), cell.amount(), BigDecimal::add);
            }
        }
        if (sums.isEmpty()) {
            return;
        }
        List<DayOf> days = List.copyOf(sums.keySet());
        sql.with(
                """
                select p.day from day_pool p
                where p.listing_id = any (?) and exists (
                    select from unnest(?::uuid[], ?::date[]) as d (listing_id, day) where d.listing_id = p.listing_id and d.day = p.day)
                order by p.listing_id, p.day for update
                """,
                statement -> statement
                        .each("uuid", days.stream().map(DayOf::listing).collect(Collectors.toSet()), listing -> listing)
                        .each("uuid", days, DayOf::listing)
                        .each("date", days, DayOf::day)
                        .list(row -> row.getObject(1)));
        sql.with(
                """
                update day_pool p set reserved = p.reserved - w.amount
                from unnest(?::uuid[], ?::date[], ?::numeric[]) as w (listing_id, day, amount)
                where p.listing_id = w.listing_id and p.day = w.day
                """,
                statement -> statement
                        .each("uuid", days, DayOf::listing)
                        .each("date", days, DayOf::day)
                        .each("numeric", days, sums::get)
                        .update());
        sql.with(
                """
                delete from day_pool p using unnest(?::uuid[], ?::date[]) as w (listing_id, day)
                where p.listing_id = w.listing_id and p.day = w.day and p.reserved = 0
                """,
                statement -> statement
                        .each("uuid", days, DayOf::listing)
                        .each("date", days, DayOf::day)
                        .update());
    }

    /** What could still be had of these days, by listing and day, in base units; what has expired does not count. */
    Map<ListingId, Map<LocalDate, BigDecimal>> left(List<Claim.Rate> rates, Map<ListingId, Offer> offers, Instant now) {
        Map<ListingId, List<TimeWindow>> windows = windows(rates);
        Map<DayOf, Pool> founded = new HashMap<>();
        sql.with(
                """
                select p.listing_id, p.day, p.share, p.on_hand, p.reserved - coalesce((
                    select sum(o.amount) from occupancy o where o.listing_id = p.listing_id and o.day = p.day and o.until <= ?), 0)
                from day_pool p where p.listing_id = any (?)
                """,
                statement -> statement
                        .add(now)
                        .listings(rates.stream().map(Claim.Rate::listing).toList())
                        .list(row -> founded.put(
                                new DayOf(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class)),
                                new Pool(row.getBigDecimal(3), row.getBigDecimal(4), row.getBigDecimal(5), true))));
        Map<ListingId, Map<LocalDate, BigDecimal>> left = new LinkedHashMap<>();
        for (Claim.Rate rate : rates) {
            Offer offer = offers.get(rate.listing());
            Quantity quantity = offer == null ? null : offer.quantity();
            BigDecimal base = offer == null ? null : offer.quantityBase();
            if (offer == null || quantity == null || base == null) {
                continue;
            }
            for (LocalDate day : Days.whole(rate.during(), offer.zone()).orElse(List.of())) {
                Pool pool = potential(
                        day,
                        offer.zone(),
                        quantity.unit(),
                        new Output(base, offer.hoursPerDay()),
                        windows.getOrDefault(rate.listing(), List.of()),
                        founded.get(new DayOf(rate.listing().value(), day)));
                left.computeIfAbsent(rate.listing(), id -> new TreeMap<>()).put(day, pool.left());
            }
        }
        return left;
    }

    static Set<ListingId> rated(Collection<Claim> claims) {
        return claims.stream()
                .filter(claim -> claim instanceof Claim.Rate)
                .map(Claim::listing)
                .collect(Collectors.toSet());
    }
}
