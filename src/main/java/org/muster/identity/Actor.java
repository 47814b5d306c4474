package org.muster.identity;

import java.util.Optional;
import java.util.Set;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;

/**
 * Who asks. Every facade takes one, and scopes what it reads and writes by it.
 *
 * @param person empty for a visitor and for the system itself
 * @param organisation the organisation acted for now, of those the person is a member of
 * @param organisationVerified whether that organisation's documents were checked and the check still stands
 */
public record Actor(
        Optional<PersonId> person,
        String name,
        Set<Role> roles,
        Optional<OrganisationId> organisation,
        boolean organisationVerified) {

    private static final Actor VISITOR = new Actor(Optional.empty(), "", Set.of(), Optional.empty(), false);
    private static final Actor SYSTEM =
            new Actor(Optional.empty(), "muster", Set.of(Role.OPERATOR), Optional.empty(), false);

    public Actor {
        roles = Set.copyOf(roles);
    }

    /** Somebody who has not signed in. */
    public static Actor visitor() {
        return VISITOR;
    }

    /** Muster itself: scheduled work and the seeder. */
    public static Actor system() {
        return SYSTEM;
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean isSignedIn() {
        return person.isPresent();
    }

    public boolean actsFor(OrganisationId id) {
        return organisation.filter(id::equals).isPresent();
    }
}
