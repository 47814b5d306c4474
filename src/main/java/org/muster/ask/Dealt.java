package org.muster.ask;

import java.util.Optional;
import org.muster.planning.PlanRunId;
import org.muster.reservation.ClaimState;
import org.muster.shared.ListingId;

/**
 * An ask with where it comes from and what became of it.
 *
 * @param run the plan it was sent for; empty where there was none
 * @param ledger where what is held for it stands; empty as long as nothing is held
 */
public record Dealt(AskView ask, ListingId listing, Optional<PlanRunId> run, Optional<ClaimState> ledger) {

    /** Whether nobody has promised it, and something is held for it all the same. */
    public boolean waits() {
        return ask.state().holds();
    }

    public boolean delivered() {
        return ledger.filter(state -> state == ClaimState.CONSUMED).isPresent();
    }

    /** Whether it is promised, and neither delivered nor given back. */
    public boolean promised() {
        return ask.state() == AskState.COMMITTED
                && ledger.filter(state -> state == ClaimState.COMMITTED).isPresent();
    }
}
