package org.muster.reservation;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.muster.shared.ListingId;

/** How much of each lot is promised, in base units. That it is never more than there is is the database's own word. */
@ApplicationScoped
class Lots {

    /** Locks the lots in the order of their ids and adds to what is promised, where there is enough; tells of how many there was. */
    private static final String TAKE = """
            with wanted as (select * from unnest(?::uuid[], ?::numeric[]) as w (listing_id, amount)),
            locked as (
                select l.listing_id, w.amount from lot l join wanted w on w.listing_id = l.listing_id order by l.listing_id for update of l
            )
            update lot l set reserved = l.reserved + k.amount from locked k
            where l.listing_id = k.listing_id and l.reserved + k.amount <= l.on_hand
            """;

    private final Sql sql;

    Lots(Sql sql) {
        this.sql = sql;
    }

    /** All of a request from one lot is summed first: two lines of it cannot each take the last unit. */
    static SortedMap<UUID, BigDecimal> summed(Collection<Cell> cells) {
        SortedMap<UUID, BigDecimal> sums = new TreeMap<>();
        for (Cell cell : cells) {
            BigDecimal amount = cell.amount();
            if (amount != null && cell.day() == null) {
                sums.merge(cell.listing().value(), amount, BigDecimal::add);
            }
        }
        return sums;
    }

    /** False when some lot has too little left. */
    boolean take(Collection<Cell> cells) {
        SortedMap<UUID, BigDecimal> sums = summed(cells);
        return sums.isEmpty() || add(sums) == sums.size();
    }

    void giveBack(Collection<Cell> cells) {
        SortedMap<UUID, BigDecimal> sums = summed(cells);
        sums.replaceAll((listing, amount) -> amount.negate());
        if (!sums.isEmpty()) {
            add(sums);
        }
    }

    private int add(SortedMap<UUID, BigDecimal> sums) {
        return sql.with(
                TAKE,
                statement -> statement
                        .each("uuid", sums.keySet(), listing -> listing)
                        .each("numeric", sums.values(), amount -> amount)
                        .update());
    }

    /** What is left, in base units, of those that have a lot. */
    Map<ListingId, BigDecimal> left(Collection<ListingId> listings) {
        Map<ListingId, BigDecimal> left = new HashMap<>();
        sql.with(
                "select listing_id, on_hand - reserved from lot where listing_id = any (?)",
                statement -> statement
                        .listings(listings)
                        .list(row -> left.put(new ListingId(row.getObject(1, UUID.class)), row.getBigDecimal(2))));
        return left;
    }

    /** Nobody takes from these before the end of the transaction. */
    void lock(Collection<ListingId> listings) {
        sql.with(
                "select listing_id from lot where listing_id = any (?) order by listing_id for update",
                statement -> statement.listings(listings).list(row -> row.getObject(1)));
    }
}
