package org.muster.organisation;

import java.time.Instant;
import java.util.List;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;

/**
 * Who belongs to an organisation, and what the viewer may do about it.
 *
 * @param mayManage whether the viewer owns it
 * @param mayLeave the last owner may not, before another one is made
 */
public record Colleagues(
        OrganisationId organisation, String name, boolean mayManage, boolean mayLeave, List<Line> lines) {

    /** One of them. The last owner stays an owner; oneself one leaves, and is not removed. */
    public record Line(
            PersonId person,
            String name,
            boolean owner,
            Instant since,
            boolean self,
            boolean mayBecomeOwner,
            boolean mayBecomeColleague,
            boolean mayBeRemoved) {}
}
