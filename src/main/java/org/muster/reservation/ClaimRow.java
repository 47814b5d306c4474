package org.muster.reservation;

import java.time.Instant;
import org.muster.shared.OrganisationId;

/** A claim as it is written down. */
record ClaimRow(ClaimId id, Claim what, OrganisationId supplier, ClaimState state, Instant changedAt) {

    ClaimRow becoming(ClaimState next, Instant now) {
        return new ClaimRow(id, what, supplier, next, now);
    }

    ClaimRow saying(Claim other, Instant now) {
        return new ClaimRow(id, other, supplier, state, now);
    }

    /** Where it stands at this moment, whether or not somebody has written down yet that it expired. */
    ClaimState stateAt(Instant until, Instant now) {
        return state == ClaimState.HELD && !until.isAfter(now) ? ClaimState.EXPIRED : state;
    }
}
