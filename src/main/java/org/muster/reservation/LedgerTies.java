package org.muster.reservation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.muster.organisation.Ties;
import org.muster.shared.OrganisationId;
import org.muster.shared.Refusal;

/** What of the ledger binds an organisation: what others hold of its listings, and what it holds itself. Nothing is dropped with it in silence. */
@ApplicationScoped
class LedgerTies implements Ties {

    private final Sql sql;

    LedgerTies(Sql sql) {
        this.sql = sql;
    }

    /** Locks its listings, so that nothing new is promised of them. */
    @Override
    public List<Refusal> binding(OrganisationId organisation, Instant now) {
        sql.with(
                "select id from listing where organisation_id = ? order by id for update",
                statement -> statement.add(organisation.value()).list(row -> row.getObject(1, UUID.class)));
        List<Refusal> refusals = new ArrayList<>();
        long promised = count("""
                select count(distinct o.hold_id) from occupancy o
                join claim c on c.id = o.claim_id join hold h on h.id = o.hold_id
                where c.supplier_id = ? and h.organisation_id <> c.supplier_id and (o.until is null or o.until > ?)
                """, organisation, now);
        if (promised > 0) {
            refusals.add(Refusal.of("reservation.others_hold", promised));
        }
        long held = count("""
                select count(distinct o.hold_id) from occupancy o join hold h on h.id = o.hold_id
                where h.organisation_id = ? and (o.until is null or o.until > ?)
                """, organisation, now);
        if (held > 0) {
            refusals.add(Refusal.of("reservation.still_holds", held));
        }
        return refusals;
    }

    private long count(String query, OrganisationId organisation, Instant now) {
        return sql.with(
                        query,
                        statement ->
                                statement.add(organisation.value()).add(now).list(row -> row.getLong(1)))
                .get(0);
    }
}
