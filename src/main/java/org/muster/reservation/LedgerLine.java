package org.muster.reservation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.TimeWindow;

/**
 * One entry of the history.
 *
 * @param kind HELD, COMMITTED, RELEASED, REDUCED, EXTENDED, CONSUMED or EXPIRED
 * @param sells the listing's sale with its dimension, such as {@code LOT mass}
 * @param during the time occupied after it
 * @param amount what it adds to what is promised, in the dimension's base unit; below zero when it gives back
 * @param until how long it is held after it
 * @param actorName empty when the viewer may not know who it was
 */
public record LedgerLine(
        long id,
        Instant at,
        String kind,
        HoldId hold,
        ClaimId claim,
        ListingId listing,
        OrganisationId holder,
        String sells,
        @Nullable TimeWindow during,
        @Nullable LocalDate day,
        @Nullable BigDecimal amount,
        @Nullable Instant until,
        String actorName,
        Optional<OrganisationId> actorOrganisation,
        String reason) {}
