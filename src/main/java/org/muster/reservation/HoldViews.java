package org.muster.reservation;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.shared.OrganisationId;
import org.muster.shared.Unit;

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

    /** What of each day these rates take, in the units they were asked for. */
    static Map<ClaimId, List<DayShare>> days(Collection<ClaimRow> rates, Collection<Cell> cells) {
        Map<ClaimId, Unit> units = new HashMap<>();
        rates.forEach(claim ->
                units.put(claim.id(), ((Claim.Rate) claim.what()).quantity().unit()));
        Map<ClaimId, List<DayShare>> days = new HashMap<>();
        for (Cell cell : cells) {
            Unit unit = units.get(cell.claim());
            LocalDate day = cell.day();
            BigDecimal amount = cell.amount();
            if (unit != null && day != null && amount != null) {
                days.computeIfAbsent(cell.claim(), claim -> new ArrayList<>())
                        .add(new DayShare(day, Amounts.said(amount, unit)));
            }
        }
        return days;
    }

    /** Who acted for the other side stays unsaid: a supplier may be one that wants to stay unnamed. */
    static LedgerLine asSeenBy(Actor viewer, LedgerLine line) {
        boolean known = viewer.is(Role.COORDINATOR)
                || viewer.is(Role.OPERATOR)
                || line.actorOrganisation().filter(viewer::actsFor).isPresent();
        return known
                ? line
                : new LedgerLine(
                        line.id(),
                        line.at(),
                        line.kind(),
                        line.hold(),
                        line.claim(),
                        line.listing(),
                        line.holder(),
                        line.sells(),
                        line.during(),
                        line.day(),
                        line.amount(),
                        line.until(),
                        "",
                        Optional.empty(),
                        line.reason());
    }
}
