package org.muster.reservation;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.ListingState;
import org.muster.catalogue.Offer;
import org.muster.catalogue.Sale;
import org.muster.catalogue.Silence;
import org.muster.catalogue.Weeks;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Quantity;
import org.muster.shared.TimeWindow;
import org.muster.shared.Unit;

/** What is free and what is taken, for whoever shows or chooses. What has expired is free, whether or not anybody has written that down. */
@ApplicationScoped
class Calendar {

    private static final String OFFERS = """
            select l.id, l.organisation_id, l.state, l.sells, l.quantity_amount, l.quantity_unit, l.quantity_base, l.hours_per_day,
                case when exists (select from capacity_window w where w.listing_id = l.id and upper(w.during) > ?)
                    then exists (select from capacity_window w where w.listing_id = l.id and upper(w.during) > ? and w.availability = 'FREE')
                    else l.declared_availability = 'FREE' end as said_free,
                exists (select from capacity_window w where w.listing_id = l.id and w.availability = 'FREE' and w.during @> ?) as open,
                taken.committed, taken.until,
                (select t.on_hand - t.reserved from lot t where t.listing_id = l.id)
                    + coalesce((select sum(o.amount) from occupancy o where o.listing_id = l.id and o.until <= ? and o.day is null), 0) as remaining
            from listing l left join lateral (
                select bool_or(o.until is null) as committed, max(o.until) as until from occupancy o
                where o.listing_id = l.id and o.during @> ? and (o.until is null or o.until > ?) having count(*) > 0) taken on true
            where l.id = any (?)
            """;

    /**
     * A window that holds all of the time, or several that join to hold it; and nobody has any of it. The questions are kept from becoming
     * joins by their limits: one probe of an index for each line looked at, until there are enough, whatever the planner believes.
     */
    private static final String FREE = """
            (w.during @> t.during or t.during <@ (
                select range_agg(x.during) from capacity_window x
                where x.listing_id = w.listing_id and x.availability = 'FREE' and x.during && t.during))
            and (
                select o.id from occupancy o
                where o.listing_id = w.listing_id and o.during && t.during and (o.until is null or o.until > ?) limit 1) is null
            and (select true from listing l where l.id = w.listing_id and l.state = 'PUBLISHED' and l.sells = 'TIME'
                and l.last_confirmed_at >= ? limit 1)
            """;

    private final Sql sql;
    private final Pools pools;
    private final Silence silence;

    Calendar(Sql sql, Pools pools, Silence silence) {
        this.sql = sql;
        this.pools = pools;
        this.silence = silence;
    }

    // ── Taken ───────────────────────────────────────────────────────────────────

    List<Occupied> occupied(Collection<ListingId> listings, TimeWindow within, Instant now) {
        if (listings.isEmpty()) {
            return List.of();
        }
        List<Occupied> occupied = new ArrayList<>(sql.with(
                """
                select o.listing_id, lower(o.during) as starts, upper(o.during) as ends, o.state, o.until
                from occupancy o
                where o.listing_id = any (?) and o.during && ?::tstzrange and (o.until is null or o.until > ?)
                order by o.listing_id, lower(o.during)
                """,
                statement -> statement
                        .listings(listings)
                        .during(within)
                        .add(now)
                        .list(row -> new Occupied(
                                new ListingId(row.getObject("listing_id", UUID.class)),
                                Objects.requireNonNull(Sql.window(row, "starts", "ends")),
                                OccupancyState.valueOf(row.getString("state")),
                                Sql.instant(row, "until"),
                                null))));
        occupied.addAll(sql.with(
                """
                select o.listing_id, o.day, o.state, max(o.until) as until, sum(o.amount) as amount, l.quantity_unit
                from occupancy o join listing l on l.id = o.listing_id
                where o.listing_id = any (?) and o.day between ? and ? and (o.until is null or o.until > ?)
                group by o.listing_id, o.day, o.state, l.quantity_unit order by o.listing_id, o.day
                """,
                statement -> statement
                        .listings(listings)
                        .add(within.from().atZone(Weeks.ZONE).toLocalDate())
                        .add(within.to().minusNanos(1).atZone(Weeks.ZONE).toLocalDate())
                        .add(now)
                        .list(row -> new Occupied(
                                new ListingId(row.getObject("listing_id", UUID.class)),
                                Days.of(row.getObject("day", LocalDate.class), Weeks.ZONE),
                                OccupancyState.valueOf(row.getString("state")),
                                Sql.instant(row, "until"),
                                Amounts.said(row.getBigDecimal("amount"), Unit.of(row.getString("quantity_unit")))))));
        return occupied;
    }

    // ── Free ────────────────────────────────────────────────────────────────────

    private record Row(
            Offer offer,
            boolean open,
            boolean committed,
            @Nullable Instant until,
            @Nullable BigDecimal remaining) {}

    Map<ListingId, FreeNow> freeNow(Collection<ListingId> listings, Instant now) {
        if (listings.isEmpty()) {
            return Map.of();
        }
        Map<ListingId, Row> rows = rows(listings, now);
        TimeWindow today = Days.of(now.atZone(Weeks.ZONE).toLocalDate(), Weeks.ZONE);
        Map<ListingId, BigDecimal> ofToday = new HashMap<>();
        outputs(rows, today, now)
                .forEach((listing, days) ->
                        ofToday.put(listing, days.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add)));
        Map<ListingId, FreeNow> free = new LinkedHashMap<>();
        for (ListingId listing : listings) {
            Row row = rows.get(listing);
            if (row != null) {
                free.put(listing, freeNow(row, ofToday.getOrDefault(listing, BigDecimal.ZERO)));
            }
        }
        return free;
    }

    private static FreeNow freeNow(Row row, BigDecimal ofToday) {
        Offer offer = row.offer();
        boolean published = offer.state() == ListingState.PUBLISHED;
        Quantity quantity = offer.quantity();
        return switch (offer.sale()) {
            case TIME ->
                new FreeNow(
                        offer.listing(),
                        Sale.TIME,
                        published && row.open() && !row.committed() && row.until() == null,
                        null,
                        row.committed() ? null : row.until());
            case LOT, RATE -> {
                BigDecimal remaining = offer.sale() == Sale.RATE
                        ? ofToday
                        : row.remaining() == null ? BigDecimal.ZERO : row.remaining();
                boolean said = offer.sale() == Sale.RATE || offer.free();
                yield new FreeNow(
                        offer.listing(),
                        offer.sale(),
                        published && said && remaining.signum() > 0,
                        quantity == null ? null : Amounts.said(remaining, quantity.unit()),
                        null);
            }
            case NOTHING -> new FreeNow(offer.listing(), Sale.NOTHING, false, null, null);
        };
    }

    Map<ListingId, SortedMap<LocalDate, BigDecimal>> outputOfDays(
            Collection<ListingId> listings, TimeWindow during, Instant now) {
        Map<ListingId, SortedMap<LocalDate, BigDecimal>> output = new HashMap<>();
        if (!listings.isEmpty()) {
            Map<ListingId, Row> published = rows(listings, now);
            published.values().removeIf(row -> row.offer().state() != ListingState.PUBLISHED);
            outputs(published, touched(during), now)
                    .forEach((listing, days) -> output.put(listing, new TreeMap<>(days)));
        }
        return output;
    }

    private Map<ListingId, Map<LocalDate, BigDecimal>> outputs(
            Map<ListingId, Row> rows, TimeWindow wholeDays, Instant now) {
        List<Claim.Rate> rates = new ArrayList<>();
        Map<ListingId, Offer> offers = new HashMap<>();
        rows.forEach((listing, row) -> {
            Quantity quantity = row.offer().quantity();
            if (row.offer().sale() == Sale.RATE && quantity != null) {
                rates.add(new Claim.Rate(listing, quantity, wholeDays));
                offers.put(listing, row.offer());
            }
        });
        return rates.isEmpty() ? Map.of() : pools.left(rates, offers, now);
    }

    private Map<ListingId, Row> rows(Collection<ListingId> listings, Instant now) {
        Map<ListingId, Row> rows = new LinkedHashMap<>();
        sql.with(
                OFFERS,
                statement -> statement
                        .add(now)
                        .add(now)
                        .add(now)
                        .add(now)
                        .add(now)
                        .add(now)
                        .listings(listings)
                        .list(row -> {
                            Row read = read(row);
                            return rows.put(read.offer().listing(), read);
                        }));
        return rows;
    }

    private static Row read(ResultSet row) throws SQLException {
        String sells = row.getString("sells");
        BigDecimal amount = row.getBigDecimal("quantity_amount");
        int blank = sells.indexOf(' ');
        return new Row(
                new Offer(
                        new ListingId(row.getObject("id", UUID.class)),
                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                        ListingState.valueOf(row.getString("state")),
                        Sale.valueOf(blank < 0 ? sells : sells.substring(0, blank)),
                        sells,
                        amount == null ? null : new Quantity(amount, Unit.of(row.getString("quantity_unit"))),
                        row.getBigDecimal("quantity_base"),
                        row.getBigDecimal("hours_per_day"),
                        null,
                        null,
                        row.getBoolean("said_free"),
                        true,
                        Weeks.ZONE),
                row.getBoolean("open"),
                row.getBoolean("committed"),
                Sql.instant(row, "until"),
                row.getBigDecimal("remaining"));
    }

    /** The first of all published listings had by time that are free in all of this time; in no order but what is found first. */
    List<ListingId> freeBetween(TimeWindow during, int most, Instant now) {
        return sql.with(
                """
                select w.listing_id from (select ?::tstzrange as during) t
                join capacity_window w on w.availability = 'FREE' and w.during @> ?
                where
                """ + FREE + " limit ?",
                statement -> statement
                        .during(during)
                        .add(during.from())
                        .add(now)
                        .add(silence.allocatedSince(now))
                        .add(most)
                        .list(row -> new ListingId(row.getObject(1, UUID.class))));
    }

    /** Those of these that are free in all of this time, or have something left in it, in their order. */
    List<ListingId> freeBetween(List<ListingId> candidates, TimeWindow during, Instant now) {
        if (candidates.isEmpty()) {
            return List.of();
        }
        Set<ListingId> free = new HashSet<>();
        List<ListingId> others = new ArrayList<>();
        sql.with(
                """
                select c.id, l.sells = 'TIME' as by_time, (
                    select true from capacity_window w, (select ?::tstzrange as during) t
                    where w.listing_id = c.id and w.availability = 'FREE' and w.during @> ?::timestamptz and
                """ + FREE + """
                        limit 1) as free
                    from unnest(?::uuid[]) as c (id)
                    join listing l on l.id = c.id and l.state = 'PUBLISHED' and l.last_confirmed_at >= ?
                    """,
                statement -> statement
                        .during(during)
                        .add(during.from())
                        .add(now)
                        .add(silence.allocatedSince(now))
                        .listings(candidates)
                        .add(silence.allocatedSince(now))
                        .list(row -> {
                            ListingId listing = new ListingId(row.getObject("id", UUID.class));
                            if (!row.getBoolean("by_time")) {
                                others.add(listing);
                            } else if (row.getBoolean("free")) {
                                free.add(listing);
                            }
                            return listing;
                        }));
        Map<ListingId, Row> rows = others.isEmpty() ? Map.of() : rows(others, now);
        rows.values().stream()
                .filter(row -> row.offer().sale() == Sale.LOT && row.offer().free())
                .filter(row -> row.remaining() != null && row.remaining().signum() > 0)
                .forEach(row -> free.add(row.offer().listing()));
        outputs(rows, touched(during), now).forEach((listing, days) -> {
            Row row = Objects.requireNonNull(rows.get(listing));
            if (row.offer().state() == ListingState.PUBLISHED
                    && days.values().stream().anyMatch(left -> left.signum() > 0)) {
                free.add(listing);
            }
        });
        return candidates.stream().filter(free::contains).toList();
    }

    /** The whole days that this time touches. */
    private static TimeWindow touched(TimeWindow during) {
        LocalDate first = during.from().atZone(Weeks.ZONE).toLocalDate();
        LocalDate last = during.to().minusNanos(1).atZone(Weeks.ZONE).toLocalDate();
        return new TimeWindow(
                Days.of(first, Weeks.ZONE).from(), Days.of(last, Weeks.ZONE).to());
    }
}
