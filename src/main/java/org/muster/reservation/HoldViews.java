package org.muster.reservation;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.shared.OrganisationId;

/** Who sees how much of a hold, and what they can do with it. */
final class HoldViews {

    private HoldViews() {}

    /** Whether it is the organisation's own, or takes something of its listings. */
    static boolean concerns(HoldRow hold, OrganisationId organisation) {
        return hold.holder().equals(organisation)
                || hold.claims().stream().anyMatch(claim -> claim.supplier().equals(organisation));
    }

    /** States are declared from the liveliest on. */
    static ClaimState liveliest(Collection<ClaimRow> claims, Instant until, Instant now) {
        return claims.stream()
                .map(claim -> claim.stateAt(until, now))
                .min(Comparator.naturalOrder())
                .orElse(ClaimState.EXPIRED);
    }

    static Optional<HoldView> of(HoldRow hold, Actor viewer, Map<ClaimId, List<DayShare>> days, Instant now) {
        boolean mine = viewer.actsFor(hold.holder());
        boolean all = mine || viewer.is(Role.COORDINATOR) || viewer.is(Role.OPERATOR);
        List<ClaimRow> seen = hold.claims().stream()
                .filter(claim -> all || viewer.actsFor(claim.supplier()))
                .toList();
        if (seen.isEmpty()) {
            return Optional.empty();
        }
        List<ClaimView> claims = seen.stream()
                .map(claim -> new ClaimView(
                        claim.id(),
                        claim.what(),
                        claim.stateAt(hold.until(), now),
                        claim.changedAt(),
                        viewer.actsFor(claim.supplier()),
                        days.getOrDefault(claim.id(), List.of())))
                .toList();
        boolean live = claims.stream()
                .anyMatch(claim -> (mine || claim.onMine()) && claim.state().isLive());
        return Optional.of(new HoldView(
                hold.id(),
                hold.holder(),
                Optional.ofNullable(hold.placedBy()),
                hold.placedByName(),
                hold.placedAt(),
                hold.until(),
                hold.reason(),
                liveliest(seen, hold.until(), now),
                claims,
                mine,
                live,
                mine && live,
                mine && claims.stream().anyMatch(claim -> claim.state() == ClaimState.HELD),
                claims.stream().anyMatch(claim -> claim.onMine() && claim.state() == ClaimState.HELD),
                claims.stream().anyMatch(claim -> claim.onMine() && claim.state() == ClaimState.COMMITTED)));
    }
}
