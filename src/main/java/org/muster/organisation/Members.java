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

    /** Somebody as one of an organisation's own people. */
    Optional<Member> of(PersonId person, OrganisationId organisation) {
        return findByIdOptional(new Member.Key(person.value(), organisation.value()))
                .filter(member -> !member.isLiaison());
    }

    /** Somebody as a liaison whom an organisation lets keep its listings. */
    Optional<Member> liaison(PersonId person, OrganisationId organisation) {
        return findByIdOptional(new Member.Key(person.value(), organisation.value()))
                .filter(Member::isLiaison);
    }

    /** Whether somebody speaks for an organisation, not only works for it. */
    boolean owns(Actor actor, OrganisationId organisation) {
        return actor.person()
                .flatMap(person -> of(person, organisation))
                .filter(Member::isOwner)
                .isPresent();
    }

    /** All that somebody belongs to, and all whose listings they keep. */
    List<Member> of(PersonId person) {
        return list("key.person = ?1 order by since", person.value());
    }

    /** Its own people. */
    List<Member> of(OrganisationId organisation) {
        return list("key.organisation = ?1 and part <> ?2 order by since", organisation.value(), Member.Part.LIAISON);
    }

    List<Member> liaisonsOf(OrganisationId organisation) {
        return list("key.organisation = ?1 and part = ?2 order by since", organisation.value(), Member.Part.LIAISON);
    }
}
