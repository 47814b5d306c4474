package org.muster.reservation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.muster.organisation.OrganisationsMerged;

/**
 * Lets holds follow when two organisations turn out to be one, within the transaction that merges them: what the duplicate held, what was held of
 * its listings, and the answers that its keys get. Entries are history and stay as they were written.
 */
@ApplicationScoped
class MergedParties {

    private final Sql sql;

    MergedParties(Sql sql) {
        this.sql = sql;
    }

    void follow(@Observes OrganisationsMerged event) {
        for (String statement : new String[] {
            "update hold set organisation_id = ? where organisation_id = ?",
            "update claim set supplier_id = ? where supplier_id = ?",
            // A key that both used keeps the answer of the one that stays.
            """
            update ledger_answer a set organisation_id = ? where organisation_id = ? and not exists (
                select from ledger_answer o where o.organisation_id = '%s' and o.key = a.key)
            """.formatted(event.organisation())
        }) {
            sql.with(
                    statement,
                    parameters -> parameters
                            .add(event.organisation().value())
                            .add(event.merged().value())
                            .update());
        }
    }
}
