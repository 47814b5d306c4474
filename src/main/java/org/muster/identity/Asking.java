package org.muster.identity;

import jakarta.enterprise.context.RequestScoped;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muster.identity.Credentials.Claims;
import org.muster.shared.OrganisationId;

/** Whoever sent the request at hand, found out once. */
@RequestScoped
class Asking {

    private final Credentials credentials;
    private final People people;
    private final Memberships memberships;
    private final Clock clock;
    private @Nullable Actor actor;
    private List<Membership> belongsTo = List.of();

    Asking(Credentials credentials, People people, Memberships memberships, Clock clock) {
        this.credentials = credentials;
        this.people = people;
        this.memberships = memberships;
        this.clock = clock;
    }

    Actor actor() {
        if (actor == null) {
            actor = credentials.claims().map(this::actor).orElseGet(Actor::visitor);
        }
        return actor;
    }

    /** Every organisation that whoever asks belongs to. */
    List<Membership> memberships() {
        actor();
        return belongsTo;
    }

    private Actor actor(Claims claims) {
        Person person = people.present(claims, clock.instant());
        belongsTo = memberships.of(person.id()).stream()
                .filter(membership -> !membership.onBehalf() || claims.roles().contains(Role.LIAISON))
                .toList();
        // Nobody acts on another's behalf without having chosen to.
        Optional<Membership> current = person.actingFor()
                .flatMap(this::membership)
                .or(() -> belongsTo.stream()
                        .filter(membership -> !membership.onBehalf())
                        .findFirst());
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(claims.roles());
        current.ifPresent(membership -> roles.add(membership.onBehalf() ? Role.KEEPER : Role.MEMBER));
        return new Actor(
                Optional.of(person.id()),
                person.name(),
                roles,
                current.map(Membership::organisation),
                current.map(membership -> membership.verified() && !membership.onBehalf())
                        .orElse(false));
    }

    private Optional<Membership> membership(OrganisationId organisation) {
        return belongsTo.stream()
                .filter(membership -> membership.organisation().equals(organisation))
                .findFirst();
    }
}
