package org.muster.reservation;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Quantity;
import org.muster.shared.Unit;

/** Adds up what suppliers did with what was asked of them. */
@ApplicationScoped
class Records {

    /** Long enough to say something of a supplier, short enough that old sins are forgotten. */
    private static final Duration LOOKED_BACK = Duration.ofDays(365);

    private static final String COUNTED = """
            select count(*), count(*) filter (where c.state = 'CONSUMED'), count(*) filter (where c.state = 'COMMITTED'),
                count(*) filter (where c.state = 'EXPIRED'), count(*) filter (where c.state = 'RELEASED'),
                round(percentile_cont(0.5) within group (order by extract(epoch from answered.at - h.placed_at) / 60))::bigint%s
            from claim c join hold h on h.id = c.hold_id join listing l on l.id = c.listing_id
            left join lateral (
                select min(e.at) as at from ledger_entry e
                where e.hold_id = c.hold_id and e.claim_id = c.id and e.kind = 'COMMITTED') answered on true
            """;

    private static final String RECENT = " and not h.own and h.placed_at >= ? and (? or l.confidentiality = 'PUBLIC')";

    private static final String OF_SUPPLIER = String.format(COUNTED, "") + " where c.supplier_id = ?" + RECENT;

    private static final String OF_SUPPLIERS = String.format(COUNTED, ", c.supplier_id")
            + " where c.supplier_id = any(?)" + RECENT + " group by c.supplier_id";

    private final Sql sql;

    Records(Sql sql) {
        this.sql = sql;
    }

    /** Of each of these suppliers of whom anything was asked; who is not there was never asked. */
    Map<OrganisationId, SupplierRecord> of(Collection<OrganisationId> suppliers, boolean whole, Instant now) {
        Instant since = now.minus(LOOKED_BACK);
        Map<OrganisationId, SupplierRecord> records = new HashMap<>();
        sql.with(
                OF_SUPPLIERS,
                statement -> statement
                        .each("uuid", suppliers, OrganisationId::value)
                        .add(since)
                        .add(whole)
                        .list(row ->
                                records.put(new OrganisationId(row.getObject(7, UUID.class)), record(row, since))));
        return records;
    }

    /** What is taken of these listings now, the first to end first; a supplier's own blocks are no orders. */
    List<UnderOrder> underOrder(Collection<ListingId> listings, Instant now) {
        return sql.with(
                """
                select c.listing_id, c.state, c.kind, lower(c.during) as starts, upper(c.during) as ends, c.amount, c.unit, h.until
                from claim c join hold h on h.id = c.hold_id
                where c.listing_id = any(?) and not h.own and (c.state = 'COMMITTED' or c.state = 'HELD' and h.until > ?)
                order by c.listing_id, h.until, c.id
                limit 1000
                """,
                statement -> statement.listings(listings).add(now).list(row -> {
                    ListingId listing = new ListingId(row.getObject(1, UUID.class));
                    ClaimState state = ClaimState.valueOf(row.getString(2));
                    BigDecimal amount = row.getBigDecimal(6);
                    ClaimText what = new ClaimText(
                            row.getString(3),
                            Sql.window(row, "starts", "ends"),
                            amount == null ? null : new Quantity(amount, Unit.of(row.getString(7))));
                    return new UnderOrder(
                            listing,
                            state,
                            what.claim(listing),
                            state == ClaimState.HELD
                                    ? Optional.ofNullable(Sql.instant(row, "until"))
                                    : Optional.empty());
                }));
    }

    private static SupplierRecord record(ResultSet row, Instant since) throws SQLException {
        long minutes = row.getLong(6);
        boolean never = row.wasNull();
        return new SupplierRecord(
                since,
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                never ? Optional.empty() : Optional.of(minutes));
    }

    Stakes stakes(OrganisationId organisation) {
        return sql.with(
                        """
                        select count(*) filter (where h.organisation_id = ?), count(*) filter (where c.supplier_id = ? and not h.own)
                        from claim c join hold h on h.id = c.hold_id
                        where c.state in ('HELD', 'COMMITTED') and (h.organisation_id = ? or c.supplier_id = ?)
                        """,
                        statement -> statement
                                .add(organisation.value())
                                .add(organisation.value())
                                .add(organisation.value())
                                .add(organisation.value())
                                .list(row -> new Stakes(row.getLong(1), row.getLong(2))))
                .get(0);
    }

    SupplierRecord of(OrganisationId supplier, boolean whole, Instant now) {
        Instant since = now.minus(LOOKED_BACK);
        return sql.with(
                        OF_SUPPLIER,
                        statement -> statement
                                .add(supplier.value())
                                .add(since)
                                .add(whole)
                                .list(row -> record(row, since)))
                .get(0);
    }
}
