package org.muster.testing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.muster.identity.Actor;
import org.muster.identity.People;
import org.muster.identity.Role;
import org.muster.organisation.CreditCodes;
import org.muster.organisation.OrganisationRegistry;
import org.muster.organisation.Registration;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;

/** People with organisations, and the staff, for tests of what is done in their name. */
@ApplicationScoped
public class Owners {

    private final People people;
    private final OrganisationRegistry registry;
    private final Clock clock;

    Owners(People people, OrganisationRegistry registry, Clock clock) {
        this.people = people;
        this.registry = registry;
        this.clock = clock;
    }

    /** Somebody who owns an organisation of a name nobody else has, in Jiangyin, with a credit code. */
    public Actor anOwner() {
        return anOwnerIn("江阴");
    }

    public Actor anOwnerIn(String place) {
        Actor newcomer = somebody("王厂长", Set.of());
        String name = "测试" + UUID.randomUUID().toString().substring(0, 8) + "有限公司";
        OrganisationId organisation = registry.register(
                        newcomer,
                        new Registration(name, "138 1234 5678", "", place, "", "口罩", "", CreditCodes.fresh()),
                        clock.instant())
                .orElseThrow();
        return new Actor(newcomer.person(), newcomer.name(), Set.of(Role.MEMBER), Optional.of(organisation), false);
    }

    public Actor anOperator(String name) {
        return somebody(name, Set.of(Role.OPERATOR));
    }

    public Actor aLiaison(String name) {
        return somebody(name, Set.of(Role.LIAISON));
    }

    public Actor aCoordinator(String name) {
        return somebody(name, Set.of(Role.COORDINATOR));
    }

    private Actor somebody(String name, Set<Role> roles) {
        PersonId person = people.signedIn(UUID.randomUUID().toString(), name, null, null, clock.instant());
        return new Actor(Optional.of(person), name, roles, Optional.empty(), false);
    }
}
