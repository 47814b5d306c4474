package org.muster.reservation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;

/**
 * A hold as one viewer may see it: its holder and officials see all of it, a supplier the claims on its own listings.
 *
 * @param placedBy empty for Muster itself
 * @param until when what is only held ends by itself
 * @param state of the liveliest of the claims seen
 * @param mine the viewer acts for the holder
 */
public record HoldView(
        HoldId id,
        OrganisationId holder,
        Optional<PersonId> placedBy,
        String placedByName,
        Instant placedAt,
        Instant until,
        String reason,
        ClaimState state,
        List<ClaimView> claims,
        boolean mine,
        boolean canRelease,
        boolean canReduce,
        boolean canExtend,
        boolean canCommit,
        boolean canConsume) {

    public HoldView {
        claims = List.copyOf(claims);
    }

    /** The claim of this id, null when the viewer sees none. */
    public @Nullable ClaimView claim(ClaimId claim) {
        return claims.stream().filter(one -> one.id().equals(claim)).findFirst().orElse(null);
    }
}
