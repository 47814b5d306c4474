package org.muster.reservation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;

/** A hold as it is written down, all of it. */
record HoldRow(
        HoldId id,
        OrganisationId holder,
        @Nullable PersonId placedBy,
        String placedByName,
        Instant placedAt,
        Instant until,
        String reason,
        boolean own,
        List<ClaimRow> claims) {

    HoldRow {
        claims = List.copyOf(claims);
    }

    /** The same with these claims in the place of those of the same id. */
    HoldRow with(Collection<ClaimRow> changed) {
        Map<ClaimId, ClaimRow> byId = changed.stream().collect(Collectors.toMap(ClaimRow::id, Function.identity()));
        return new HoldRow(
                id,
                holder,
                placedBy,
                placedByName,
                placedAt,
                until,
                reason,
                own,
                claims.stream()
                        .map(claim -> byId.getOrDefault(claim.id(), claim))
                        .toList());
    }

    HoldRow until(Instant later) {
        return new HoldRow(id, holder, placedBy, placedByName, placedAt, later, reason, own, claims);
    }

    static List<ListingId> listings(Collection<ClaimRow> claims) {
        return claims.stream().map(claim -> claim.what().listing()).distinct().toList();
    }
}
