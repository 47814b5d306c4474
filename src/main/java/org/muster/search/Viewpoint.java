package org.muster.search;

import java.util.Optional;
import java.util.Set;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.shared.OrganisationId;

/**
 * From where somebody looks at the supply: what is hidden from them, and how finely they see time.
 *
 * @param everything coordinators and operators see every published listing
 * @param verifiedBuyer sees what is for organisations with checked documents
 * @param own always sees its own listings
 * @param hiding suppliers that show this viewer nothing, whatever their listings say
 * @param exactTimes visitors get whole weeks only
 */
public record Viewpoint(
        boolean everything,
        boolean verifiedBuyer,
        Optional<OrganisationId> own,
        Set<OrganisationId> hiding,
        boolean exactTimes) {

    public Viewpoint {
        hiding = Set.copyOf(hiding);
    }

    public static Viewpoint of(Actor actor, Set<OrganisationId> hiding) {
        boolean everything = actor.is(Role.OPERATOR) || actor.is(Role.COORDINATOR);
        return new Viewpoint(
                everything,
                actor.organisation().isPresent() && actor.organisationVerified(),
                actor.organisation(),
                hiding,
                exactTimes(actor));
    }

    /** Whether somebody may know more than whole weeks. */
    public static boolean exactTimes(Actor actor) {
        return actor.is(Role.OPERATOR) || actor.is(Role.COORDINATOR) || actor.isSignedIn();
    }
}
