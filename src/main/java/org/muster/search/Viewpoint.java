package org.muster.search;

import java.util.Optional;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.shared.OrganisationId;

/**
 * From where somebody looks at the supply: what is hidden from them, and how finely they see time.
 *
 * @param everything coordinators and operators see every published listing
 * @param verifiedBuyer sees what is for organisations with checked documents
 * @param own always sees its own listings
 * @param exactTimes visitors get whole weeks only
 */
public record Viewpoint(boolean everything, boolean verifiedBuyer, Optional<OrganisationId> own, boolean exactTimes) {

    public static Viewpoint of(Actor actor) {
        boolean everything = actor.is(Role.OPERATOR) || actor.is(Role.COORDINATOR);
        return new Viewpoint(
                everything,
                actor.organisation().isPresent() && actor.organisationVerified(),
                actor.organisation(),
                everything || actor.isSignedIn());
    }
}
