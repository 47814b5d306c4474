package org.muster.reservation;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.Promises;
import org.muster.shared.ListingId;
import org.muster.shared.Refusal;
import org.muster.shared.TimeWindow;

/** What the ledger has to say before a listing is changed. What has expired is ended first, so that it never stands in the way. */
@ApplicationScoped
class Pledges implements Promises {

    private final Sql sql;
    private final Reaper reaper;

    Pledges(Sql sql, Reaper reaper) {
        this.sql = sql;
        this.reaper = reaper;
    }

    /** Locks the windows there, so that nothing new can be taken in them, and looks at what was taken before. */
    @Override
    public List<Refusal> standingIn(ListingId listing, TimeWindow during, Instant now) {
        reapExpired(listing, now);
        sql.with(
                "select id from capacity_window where listing_id = ? and during && ?::tstzrange order by lower(during) for update",
                statement -> statement.add(listing.value()).during(during).list(row -> row.getObject(1, UUID.class)));
        return sql.with(
                """
                select max(upper(during)) as last from (
                    select during from occupancy where listing_id = ? and during && ?::tstzrange
                    union all
                    select during from day_pool_span where listing_id = ? and during && ?::tstzrange) as promised
                having count(*) > 0
                """,
                statement -> statement
                        .add(listing.value())
                        .during(during)
                        .add(listing.value())
                        .during(during)
                        .list(row -> Refusal.of(
                                "reservation.window_promised", Objects.requireNonNull(Sql.instant(row, "last")))));
    }

    /** Locks the listing against new promises, and looks at those there are. */
    @Override
    public List<Refusal> standingAgainst(
            ListingId listing, String sells, @Nullable BigDecimal quantityBase, Instant now) {
        sql.with(
                "select id from listing where id = ? for update",
                statement -> statement.add(listing.value()).list(row -> row.getObject(1, UUID.class)));
        reapExpired(listing, now);
        boolean otherwise = sql.with(
                        "select exists (select from occupancy where listing_id = ? and sells <> ?)",
                        statement -> statement.add(listing.value()).text(sells).list(row -> row.getBoolean(1)))
                .get(0);
        if (otherwise) {
            return List.of(
                    sells.equals("NOTHING")
                            ? Refusal.of("reservation.listing_promised")
                            : Refusal.at("quantity", "reservation.sale_promised"));
        }
        if (quantityBase == null) {
            return List.of();
        }
        boolean tooLittle = sql.with(
                        """
                select exists (select from lot where listing_id = ? and reserved > ?)
                    or exists (select from day_pool where listing_id = ? and reserved > ? * share)
                """,
                        statement -> statement
                                .add(listing.value())
                                .add(quantityBase)
                                .add(listing.value())
                                .add(quantityBase)
                                .list(row -> row.getBoolean(1)))
                .get(0);
        return tooLittle ? List.of(Refusal.at("quantity", "reservation.quantity_promised")) : List.of();
    }

    private void reapExpired(ListingId listing, Instant now) {
        List<HoldId> expired = sql.with(
                "select distinct hold_id from occupancy where listing_id = ? and until <= ?",
                statement ->
                        statement.add(listing.value()).add(now).list(row -> new HoldId(row.getObject(1, UUID.class))));
        if (!expired.isEmpty()) {
            reaper.reap(expired, Set.of(listing), now);
        }
    }
}
