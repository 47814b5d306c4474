package org.muster.reservation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.muster.identity.Actor;
import org.muster.shared.Outcome;

/**
 * Where capacity is given away: held for a limited time, confirmed, given back, used up. What is asked for in one request is given as a
 * whole or not at all, and the same key of the same organisation gets the same answer again.
 *
 * <p>Nothing here may be called inside of a transaction: a request that met another one is tried again from its beginning.
 */
@ApplicationScoped
public class Reservations {

    private final Ledger ledger;
    private final Holds holds;

    Reservations(Ledger ledger, Holds holds) {
        this.ledger = ledger;
        this.holds = holds;
    }

    /** All of it is held for the organisation acted for until it ends by itself, or nothing is. */
    public Outcome<HoldView> hold(Actor actor, HoldRequest request, Instant now) {
        return seen(actor, ledger.hold(actor, request, now), now);
    }

    /** Gives back before its time: all by its holder, what is taken of their own listings by suppliers; what is committed needs a reason. */
    public Outcome<HoldView> release(Actor actor, HoldId hold, Change change, Instant now) {
        return seen(actor, ledger.release(actor, hold, change, now), now);
    }

    /** One hold, as far as it concerns the viewer; empty when it does not. */
    public Optional<HoldView> hold(Actor viewer, HoldId hold, Instant now) {
        return holds.byId(hold).flatMap(row -> HoldViews.of(row, viewer, Map.of(), now));
    }

    private static Outcome<HoldView> seen(Actor actor, Outcome<HoldRow> outcome, Instant now) {
        return outcome.map(row -> HoldViews.of(row, actor, Map.of(), now).orElseThrow());
    }
}
