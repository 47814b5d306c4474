package org.muster.reservation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.identity.Actor;
import org.muster.identity.CurrentActor;
import org.muster.outbox.Outbox;
import org.muster.shared.ListingId;

/** Ends what has expired, in whichever transaction finds it first: the one that it stands in the way of, or the job's. */
@ApplicationScoped
class Reaper {

    private final Holds holds;
    private final Lots lots;
    private final Pools pools;
    private final Outbox outbox;
    private final CurrentActor currentActor;

    Reaper(Holds holds, Lots lots, Pools pools, Outbox outbox, CurrentActor currentActor) {
        this.holds = holds;
        this.lots = lots;
        this.pools = pools;
        this.outbox = outbox;
        this.currentActor = currentActor;
    }

    /**
     * Frees what these holds still take though they have expired.
     *
     * @param only of these listings, so that nobody locks lots out of order; null for all
     * @return how many claims ended
     */
    int reap(Collection<HoldId> expired, @Nullable Set<ListingId> only, Instant now) {
        List<HoldRow> ended = new ArrayList<>();
        List<Cell> cells = new ArrayList<>();
        // Locked first, then looked at again: one that was committed or extended meanwhile stays.
        for (HoldRow hold : holds.locked(expired)) {
            List<ClaimRow> over = hold.until().isAfter(now)
                    ? List.of()
                    : hold.claims().stream()
                            .filter(claim -> claim.state() == ClaimState.HELD)
                            .filter(claim ->
                                    only == null || only.contains(claim.what().listing()))
                            .map(claim -> claim.becoming(ClaimState.EXPIRED, now))
                            .toList();
            if (!over.isEmpty()) {
                ended.add(new HoldRow(
                        hold.id(),
                        hold.holder(),
                        hold.placedBy(),
                        hold.placedByName(),
                        hold.placedAt(),
                        hold.until(),
                        hold.reason(),
                        hold.own(),
                        over));
                holds.settle(hold.with(over));
            }
        }
        List<ClaimRow> claims =
                ended.stream().flatMap(hold -> hold.claims().stream()).toList();
        if (claims.isEmpty()) {
            return 0;
        }
        Set<ClaimId> ids = claims.stream().map(ClaimRow::id).collect(Collectors.toSet());
        cells.addAll(holds.cells(ids));
        if (only != null) {
            // Whoever reaps goes on to take from the same rows: all of them are locked at once, in the order of
            // everybody.
            lots.lock(only);
            pools.lock(only);
        }
        lots.giveBack(cells);
        holds.free(ids);
        pools.giveBack(cells);
        holds.say(claims);
        var deed = new Holds.Deed(Actor.system(), "", null, now);
        for (HoldRow hold : ended) {
            holds.write(
                    Holds.Entry.EXPIRED,
                    hold.holder(),
                    cells.stream()
                            .filter(cell -> cell.hold().equals(hold.id()))
                            .map(Cell::given)
                            .toList(),
                    deed);
        }
        // Nobody did this, least of all whoever happened to come by.
        currentActor.runAs(
                Actor.system(),
                () -> outbox.publishAll(ended.stream()
                        .map(hold -> new HoldExpired(hold.id(), HoldRow.listings(hold.claims())))
                        .toList()));
        return claims.size();
    }
}
