package org.muster.organisation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.muster.identity.IdentityMirror;
import org.muster.identity.People;
import org.muster.outbox.OutboxChannel;
import org.muster.shared.DomainEvent;
import org.muster.shared.PersonId;

/** Repeats at the identity provider which organisations there are and who belongs to them; every step may come twice. */
@ApplicationScoped
class IdentityProviderMirror implements OutboxChannel {

    private final IdentityMirror mirror;
    private final Members members;
    private final People people;

    IdentityProviderMirror(IdentityMirror mirror, Members members, People people) {
        this.members = members;
        this.mirror = mirror;
        this.people = people;
    }

    @Override
    public String name() {
        return "identity-mirror";
    }

    @Override
    public Set<Class<? extends DomainEvent>> listensTo() {
        return Set.of(
                OrganisationRegistered.class,
                ColleagueJoined.class,
                MemberRemoved.class,
                MemberLeft.class,
                OrganisationsMerged.class);
    }

    @Override
    public void deliver(List<DomainEvent> batch) {
        for (DomainEvent event : batch) {
            if (event instanceof OrganisationRegistered registered) {
                mirror.organisationRegistered(registered.organisation(), registered.name());
                mirror.memberJoined(registered.organisation(), subject(registered.by()));
            } else if (event instanceof ColleagueJoined joined) {
                mirror.memberJoined(joined.organisation(), subject(joined.person()));
            } else if (event instanceof MemberRemoved removed) {
                mirror.memberLeft(removed.organisation(), subject(removed.person()));
            } else if (event instanceof MemberLeft left) {
                mirror.memberLeft(left.organisation(), subject(left.person()));
            } else if (event instanceof OrganisationsMerged merged) {
                followed(merged);
            }
        }
    }

    /** Whoever belongs to it now belongs to it there as well, and to the duplicate no more. */
    private void followed(OrganisationsMerged merged) {
        for (PersonId person : QuarkusTransaction.joiningExisting()
                .call(() -> members.of(merged.organisation()).stream()
                        .map(Member::person)
                        .toList())) {
            mirror.memberJoined(merged.organisation(), subject(person));
            mirror.memberLeft(merged.merged(), subject(person));
        }
    }

    private String subject(PersonId person) {
        return people.subject(person)
                .orElseThrow(() -> new IllegalStateException("A member has signed in once, but not " + person));
    }
}
