package org.muster.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.muster.identity.Actor;
import org.muster.shared.OrganisationId;
import org.muster.shared.PersonId;

@ApplicationScoped
class Members implements PanacheRepositoryBase<Member, Member.Key> {

    Optional<Member> of(PersonId person, OrganisationId organisation) {
        return findByIdOptional(new Member.Key(person.value(), organisation.value()));
    }

    /** Whether somebody speaks for an organisation, not only works for it. */
    boolean owns(Actor actor, OrganisationId organisation) {
        return actor.person()
                .flatMap(person -> of(person, organisation))
                .filter(Member::isOwner)
                .isPresent();
    }

    List<Member> of(PersonId person) {
        return list("key.person = ?1 order by since", person.value());
    }

    List<Member> of(OrganisationId organisation) {
        return list("key.organisation = ?1 order by since", organisation.value());
    }
}
