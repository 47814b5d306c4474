package org.muster.organisation;

import java.time.Instant;
import org.muster.shared.OrganisationId;
import org.muster.shared.Refusal;

/** What a join link offers to whoever opens it. Opening it uses nothing up. */
public sealed interface JoinOffer {

    /**
     * It can be confirmed.
     *
     * @param owner whether the newcomer will speak for the organisation too
     */
    record Open(
            OrganisationId organisation,
            String organisationName,
            String inviterName,
            String invitedName,
            boolean owner,
            Instant expiresAt)
            implements JoinOffer {}

    /** The viewer belongs to the organisation already; the link stays good for somebody else. */
    record AlreadyIn(OrganisationId organisation, String organisationName) implements JoinOffer {}

    /** It opens no door, and why. */
    record Closed(Refusal why) implements JoinOffer {}
}
