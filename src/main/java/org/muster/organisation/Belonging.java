package org.muster.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.muster.identity.Actor;
import org.muster.identity.People;
import org.muster.outbox.Outbox;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.PersonId;
import org.muster.shared.Refusal;

/**
 * Who stays, as what, and who goes. There is always an owner: of two who leave at the same moment, the second waits for the first and is then the
 * last. With whoever goes, or speaks for the organisation no more, go the links that they handed out.
 */
@ApplicationScoped
class Belonging {

    private final Organisations organisations;
    private final Members members;
    private final Invitations invitations;
    private final People people;
    private final Outbox outbox;

    Belonging(Organisations organisations, Members members, Invitations invitations, People people, Outbox outbox) {
        this.organisations = organisations;
        this.members = members;
        this.invitations = invitations;
        this.people = people;
        this.outbox = outbox;
    }

    Optional<Colleagues> colleagues(Actor viewer) {
        return viewer.organisation()
                .filter(id -> viewer.person()
                        .flatMap(person -> members.of(person, id))
                        .isPresent())
                .flatMap(organisations::byId)
                .map(organisation -> {
                    PersonId self = viewer.person().orElseThrow();
                    List<Member> all = members.of(organisation.id());
                    boolean manages = members.owns(viewer, organisation.id());
                    boolean oneOwner = all.stream().filter(Member::isOwner).count() == 1;
                    return new Colleagues(
                            organisation.id(),
                            organisation.name(),
                            manages,
                            !(manages && oneOwner),
                            all.stream()
                                    .map(member -> line(member, self, manages, oneOwner))
                                    .toList());
                });
    }

    private Colleagues.Line line(Member member, PersonId self, boolean manages, boolean oneOwner) {
        boolean isSelf = member.person().equals(self);
        return new Colleagues.Line(
                member.person(),
                people.name(member.person()),
                member.isOwner(),
                member.since(),
                isSelf,
                manages && !member.isOwner(),
                manages && member.isOwner() && !oneOwner,
                manages && !isSelf);
    }

    Outcome<PersonId> make(Actor actor, PersonId person, boolean owner, Instant now) {
        Optional<Member> found = managed(actor).flatMap(organisation -> members.of(person, organisation));
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of("belonging.not_found"));
        }
        Member member = found.get();
        if (member.isOwner() == owner) {
            return Outcome.accepted(person);
        }
        if (!owner && isLastOwner(member)) {
            return Outcome.refused(Refusal.of("belonging.last_owner_stays_owner"));
        }
        member.become(owner ? Member.Part.OWNER : Member.Part.COLLEAGUE);
        if (!owner) {
            takeBackLinksOf(member, actor, now);
        }
        outbox.publish(new MemberPartChanged(
                member.organisation(), person, owner, actor.person().orElseThrow()));
        return Outcome.accepted(person);
    }

    Outcome<PersonId> remove(Actor actor, PersonId person, Instant now) {
        if (actor.person().equals(Optional.of(person))) {
            return Outcome.refused(Refusal.of("belonging.leave_instead"));
        }
        Optional<Member> found = managed(actor).flatMap(organisation -> members.of(person, organisation));
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of("belonging.not_found"));
        }
        Member member = found.get();
        takeBackLinksOf(member, actor, now);
        takeOut(member);
        outbox.publish(
                new MemberRemoved(member.organisation(), person, actor.person().orElseThrow()));
        return Outcome.accepted(person);
    }

    Outcome<OrganisationId> leave(Actor actor, Instant now) {
        Optional<Member> found = actor.organisation()
                .flatMap(organisations::lockedById)
                .flatMap(organisation -> actor.person().flatMap(person -> members.of(person, organisation.id())));
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of("belonging.not_found"));
        }
        Member member = found.get();
        if (isLastOwner(member)) {
            return Outcome.refused(Refusal.of("belonging.last_owner_cannot_leave"));
        }
        takeBackLinksOf(member, actor, now);
        takeOut(member);
        outbox.publish(new MemberLeft(member.organisation(), member.person()));
        return Outcome.accepted(member.organisation());
    }

    /** The organisation the actor owns; nobody else changes who belongs to it before this transaction ends. */
    private Optional<OrganisationId> managed(Actor actor) {
        return actor.organisation()
                .flatMap(organisations::lockedById)
                .map(Organisation::id)
                .filter(id -> members.owns(actor, id));
    }

    private boolean isLastOwner(Member member) {
        return member.isOwner()
                && members.of(member.organisation()).stream()
                                .filter(Member::isOwner)
                                .count()
                        == 1;
    }

    private void takeBackLinksOf(Member member, Actor actor, Instant now) {
        invitations.openFrom(member.organisation(), member.person(), now).forEach(invitation -> {
            invitation.revoke(now);
            outbox.publish(new InvitationRevoked(
                    member.organisation(), invitation.id(), actor.person().orElseThrow()));
        });
    }

    private void takeOut(Member member) {
        people.actForNoMore(member.person(), member.organisation());
        members.delete(member);
    }
}
