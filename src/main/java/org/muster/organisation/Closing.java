package org.muster.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.ArrayList;
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
 * An organisation leaves Muster altogether. What it promised to others it keeps first; then its listings go out of sight and its people are free. A
 * record without contacts, code or checks stays, so that what the ledger and the audit tell of it still has a name, and its people may claim it again.
 */
@ApplicationScoped
class Closing {

    /** Where the record that stays is known from. */
    private static final String SOURCE = "本企业自行退出平台";

    private static final int SHORTEST_REASON = 4;
    private static final int LONGEST_REASON = 500;

    private final Organisations organisations;
    private final Members members;
    private final Invitations invitations;
    private final VerificationRequests requests;
    private final Instance<Ties> ties;
    private final People people;
    private final Outbox outbox;

    Closing(
            Organisations organisations,
            Members members,
            Invitations invitations,
            VerificationRequests requests,
            Instance<Ties> ties,
            People people,
            Outbox outbox) {
        this.organisations = organisations;
        this.members = members;
        this.invitations = invitations;
        this.requests = requests;
        this.ties = ties;
        this.people = people;
        this.outbox = outbox;
    }

    /** @param name as typed, so that nobody closes an organisation by a slip of the finger */
    Outcome<OrganisationId> close(Actor owner, String name, String reason, Instant now) {
        Optional<Organisation> found = owner.organisation()
                .filter(id -> members.owns(owner, id))
                .flatMap(organisations::lockedById)
                .filter(Organisation::isRegistered);
        if (found.isEmpty()) {
            return Outcome.refused(Refusal.of("organisation.owners_only"));
        }
        Organisation organisation = found.get();
        OrganisationId id = organisation.id();
        String why = reason.strip();
        List<Refusal> refusals = new ArrayList<>();
        if (!NameKey.of(name).equals(NameKey.of(organisation.name()))) {
            refusals.add(Refusal.at("name", "belonging.close_name_differs", organisation.name()));
        }
        if (why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON) {
            refusals.add(Refusal.at("reason", "belonging.close_reason", SHORTEST_REASON, LONGEST_REASON));
        }
        if (refusals.isEmpty()) {
            organisations.serialise(NameKey.of(organisation.name()).value());
            if (organisations.provisionalNamed(NameKey.of(organisation.name())).stream()
                    .anyMatch(other -> other.placeCode()
                            .substring(0, 2)
                            .equals(organisation.placeCode().substring(0, 2)))) {
                refusals.add(Refusal.of("belonging.close_known_twice"));
            }
            ties.forEach(tie -> refusals.addAll(tie.binding(id, now)));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        PersonId by = owner.person().orElseThrow();
        OrganisationClosed closed = new OrganisationClosed(id, organisation.name(), organisation.creditCode(), why, by);
        releaseAll(id, now);
        requests.openOf(id).ifPresent(request -> request.close(now));
        organisation.closed(SOURCE, BusinessDay.of(now));
        organisations.flush();
        outbox.publish(closed);
        outbox.publish(new OrganisationChanged(id));
        return Outcome.accepted(id);
    }

    private void releaseAll(OrganisationId id, Instant now) {
        for (Member member : members.of(id)) {
            invitations.openFrom(id, member.person(), now).forEach(invitation -> invitation.revoke(now));
            people.actForNoMore(member.person(), id);
            members.delete(member);
            outbox.publish(new MemberLeft(id, member.person()));
        }
        for (Member liaison : members.liaisonsOf(id)) {
            people.actForNoMore(liaison.person(), id);
            members.delete(liaison);
            outbox.publish(new LiaisonLetGo(id, liaison.person(), liaison.person()));
        }
    }
}
