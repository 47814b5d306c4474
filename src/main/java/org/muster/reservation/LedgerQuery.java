package org.muster.reservation;

import java.time.Instant;
import java.util.Optional;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;

/**
 * Which entries to show, the latest first.
 *
 * @param from from this moment on
 * @param to before this moment
 * @param page the first one is 1
 */
public record LedgerQuery(
        Optional<HoldId> hold,
        Optional<ListingId> listing,
        Optional<OrganisationId> holder,
        Optional<String> kind,
        Optional<Instant> from,
        Optional<Instant> to,
        int page,
        int size) {

    public LedgerQuery {
        if (page < 1 || size < 1 || size > 500) {
            throw new IllegalArgumentException("No page " + page + " of " + size);
        }
    }
}
