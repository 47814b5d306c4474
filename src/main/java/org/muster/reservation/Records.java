package org.muster.reservation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.muster.shared.OrganisationId;

/** Adds up what suppliers did with what was asked of them. */
@ApplicationScoped
class Records {

    /** Long enough to say something of a supplier, short enough that old sins are forgotten. */
    private static final Duration LOOKED_BACK = Duration.ofDays(365);

    private static final String OF_SUPPLIER = """
            select count(*), count(*) filter (where c.state = 'CONSUMED'), count(*) filter (where c.state = 'COMMITTED'),
                count(*) filter (where c.state = 'EXPIRED'), count(*) filter (where c.state = 'RELEASED'),
                round(percentile_cont(0.5) within group (order by extract(epoch from answered.at - h.placed_at) / 60))::bigint
            from claim c join hold h on h.id = c.hold_id join listing l on l.id = c.listing_id
            left join lateral (
                select min(e.at) as at from ledger_entry e
                where e.hold_id = c.hold_id and e.claim_id = c.id and e.kind = 'COMMITTED') answered on true
            where c.supplier_id = ? and not h.own and h.placed_at >= ? and (? or l.confidentiality = 'PUBLIC')
            """;

    private final Sql sql;

    Records(Sql sql) {
        this.sql = sql;
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
                                .list(row -> {
                                    long minutes = row.getLong(6);
                                    return new SupplierRecord(
                                            since,
                                            row.getLong(1),
                                            row.getLong(2),
                                            row.getLong(3),
                                            row.getLong(4),
                                            row.getLong(5),
                                            row.wasNull() ? Optional.empty() : Optional.of(minutes));
                                }))
                .get(0);
    }
}
