package org.muster.ask;

import java.util.Optional;
import org.muster.planning.PlanRunId;
import org.muster.shared.OrganisationId;

/**
 * What a supplier said yes to, for the feature that carries it out.
 *
 * @param office the organisation that asked, and to which it was promised
 * @param run the plan it was asked for; empty where there was none
 */
public record Promise(AskView ask, OrganisationId office, Optional<PlanRunId> run) {

    /** Whether it stands: neither taken back nor replaced by a repair. */
    public boolean stands() {
        return ask.state() == AskState.COMMITTED;
    }
}
