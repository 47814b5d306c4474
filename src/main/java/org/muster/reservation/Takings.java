package org.muster.reservation;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.muster.catalogue.GivenAway;
import org.muster.catalogue.Taken;
import org.muster.shared.ListingId;
import org.muster.shared.TimeWindow;

/** What the ledger tells whoever shows listings. */
@ApplicationScoped
class Takings implements GivenAway {

    /** Exclusive time; days of which the whole output is promised; what is left of lots. */
    private static final String TAKEN = """
            select listing_id, lower(during) as starts, upper(during) as ends, null::numeric as left_over from occupancy
            where listing_id = any (?) and during is not null and (until is null or until > ?)
            union all
            select s.listing_id, lower(s.during), upper(s.during), null from day_pool_span s
            join day_pool p on p.listing_id = s.listing_id and p.day = s.day
            where s.listing_id = any (?) and p.reserved >= p.on_hand
            union all
            select listing_id, null, null, on_hand - reserved from lot where listing_id = any (?)
            """;

    private static final String CHANGES =
            "select listing_id, count(*) from ledger_entry where listing_id = any (?) group by listing_id";

    private final Sql sql;

    Takings(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Map<ListingId, Taken> of(Collection<ListingId> listings, Instant now) {
        if (listings.isEmpty()) {
            return Map.of();
        }
        Map<ListingId, List<TimeWindow>> stretches = new HashMap<>();
        Map<ListingId, BigDecimal> left = new HashMap<>();
        sql.with(
                TAKEN,
                statement -> statement
                        .listings(listings)
                        .add(now)
                        .listings(listings)
                        .listings(listings)
                        .list(row -> {
                            ListingId listing = new ListingId(row.getObject("listing_id", UUID.class));
                            TimeWindow stretch = Sql.window(row, "starts", "ends");
                            if (stretch == null) {
                                left.put(listing, row.getBigDecimal("left_over"));
                            } else {
                                stretches
                                        .computeIfAbsent(listing, first -> new ArrayList<>())
                                        .add(stretch);
                            }
                            return listing;
                        }));
        Set<ListingId> known = new HashSet<>(stretches.keySet());
        known.addAll(left.keySet());
        Map<ListingId, Taken> taken = new HashMap<>();
        known.forEach(listing ->
                taken.put(listing, new Taken(stretches.getOrDefault(listing, List.of()), left.get(listing))));
        return taken;
    }

    @Override
    public Map<ListingId, Long> changes(Collection<ListingId> listings) {
        if (listings.isEmpty()) {
            return Map.of();
        }
        Map<ListingId, Long> changes = new HashMap<>();
        sql.with(
                CHANGES,
                statement -> statement
                        .listings(listings)
                        .list(row -> changes.put(new ListingId(row.getObject(1, UUID.class)), row.getLong(2))));
        return changes;
    }
}
