package org.muster.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.identity.Actor;
import org.muster.identity.People;
import org.muster.outbox.Outbox;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.PersonId;
import org.muster.shared.Refusal;

/** How a colleague joins: an owner makes a signed link, whoever holds it confirms it once. */
@ApplicationScoped
class Inviting {

    private static final int NAME_AT_MOST = 60;

    private final Organisations organisations;
    private final Members members;
    private final Invitations invitations;
    private final JoinLinks links;
    private final People people;
    private final Outbox outbox;

    Inviting(
            Organisations organisations,
            Members members,
            Invitations invitations,
            JoinLinks links,
            People people,
            Outbox outbox) {
        this.organisations = organisations;
        this.members = members;
        this.invitations = invitations;
        this.links = links;
        this.people = people;
        this.outbox = outbox;
    }

    Outcome<InvitationId> invite(Actor actor, Invite typed, Instant now) {
        Optional<OrganisationId> organisation = owned(actor);
        if (organisation.isEmpty()) {
            return Outcome.refused(Refusal.of("organisation.owners_only"));
        }
        List<Refusal> refusals = new ArrayList<>();
        String name = Intake.tidy(typed.name());
        if (name.isEmpty()) {
            refusals.add(Refusal.at("invitedName", "organisation.invited_name_missing"));
        } else if (name.length() > NAME_AT_MOST) {
            refusals.add(Refusal.at("invitedName", "organisation.name_long", NAME_AT_MOST));
        }
        Optional<PhoneNumber> mobile = PhoneNumber.read(typed.mobile());
        if (!typed.mobile().isBlank() && mobile.isEmpty()) {
            refusals.add(Refusal.at(
                    "invitedMobile",
                    "organisation.mobile_unreadable",
                    typed.mobile().strip()));
        }
        Optional<EmailAddress> email = EmailAddress.read(typed.email());
        if (!typed.email().isBlank() && email.isEmpty()) {
            refusals.add(Refusal.at(
                    "invitedEmail",
                    "organisation.email_unreadable",
                    typed.email().strip()));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        PersonId inviter = actor.person().orElseThrow();
        var invitation = new Invitation(
                organisation.get(),
                name,
                mobile.map(PhoneNumber::value).orElse(null),
                email.map(EmailAddress::value).orElse(null),
                typed.owner() ? Member.Part.OWNER : Member.Part.COLLEAGUE,
                inviter,
                now);
        invitations.persist(invitation);
        outbox.publish(new ColleagueInvited(organisation.get(), invitation.id(), inviter));
        return Outcome.accepted(invitation.id());
    }

    Outcome<InvitationId> revoke(Actor actor, InvitationId id, Instant now) {
        Optional<Invitation> own = owned(actor).flatMap(organisation -> invitations.of(organisation, id));
        if (own.isEmpty()) {
            return Outcome.refused(Refusal.of("organisation.owners_only"));
        }
        Invitation invitation = own.get();
        boolean wasRevoked = invitation.revokedAt().isPresent();
        Outcome<Invitation> revoked = invitation.revoke(now);
        if (revoked.isAccepted() && !wasRevoked) {
            outbox.publish(new InvitationRevoked(
                    invitation.organisation(), id, actor.person().orElseThrow()));
        }
        return revoked.fold(done -> Outcome.accepted(id), Outcome::refused);
    }

    Optional<InvitationView> view(Actor actor, InvitationId id, Instant now) {
        return owned(actor)
                .flatMap(organisation -> invitations.of(organisation, id))
                .map(invitation -> view(invitation, now));
    }

    List<InvitationView> of(OrganisationId organisation, Instant now) {
        return invitations.of(organisation).stream()
                .map(invitation -> view(invitation, now))
                .toList();
    }

    JoinOffer offer(Actor viewer, String token, Instant now) {
        Optional<Invitation> invitation =
                links.read(token).flatMap(carried -> invitations.byLink(carried.invitation()));
        if (invitation.isEmpty()) {
            return new JoinOffer.Closed(Refusal.of("organisation.join_broken"));
        }
        Invitation offered = invitation.get();
        String name = nameOf(offered.organisation());
        if (isIn(viewer, offered.organisation())) {
            return new JoinOffer.AlreadyIn(offered.organisation(), name);
        }
        Optional<Refusal> closed = offered.closedAt(now);
        if (closed.isPresent()) {
            return new JoinOffer.Closed(closed.get());
        }
        return new JoinOffer.Open(
                offered.organisation(),
                name,
                people.name(offered.createdBy()),
                offered.invitedName(),
                offered.part() == Member.Part.OWNER,
                offered.expiresAt());
    }

    Outcome<OrganisationId> join(Actor actor, String token, Instant now) {
        Optional<PersonId> person = actor.person();
        if (person.isEmpty()) {
            return Outcome.refused(Refusal.of("organisation.sign_in_first"));
        }
        Optional<Invitation> offered =
                links.read(token).flatMap(carried -> invitations.lockedByLink(carried.invitation()));
        if (offered.isEmpty()) {
            return Outcome.refused(Refusal.of("organisation.join_broken"));
        }
        Invitation invitation = offered.get();
        OrganisationId organisation = invitation.organisation();
        if (isIn(actor, organisation)) {
            // A second tap on "join", or a link for somebody else: nothing is used up, and they are where they wanted
            // to be.
            people.actFor(person.get(), organisation);
            return Outcome.accepted(organisation);
        }
        Outcome<Invitation> used = invitation.useBy(person.get(), now);
        if (used instanceof Outcome.Refused<Invitation> refused) {
            return Outcome.refused(refused.reasons());
        }
        // A liaison who comes to work for it keeps its listings as one of its people.
        members.liaison(person.get(), organisation).ifPresent(keeper -> {
            people.actForNoMore(person.get(), organisation);
            members.delete(keeper);
            members.flush();
        });
        members.persistAndFlush(new Member(person.get(), organisation, invitation.part(), now));
        people.actFor(person.get(), organisation);
        outbox.publish(new ColleagueJoined(organisation, person.get(), invitation.id()));
        return Outcome.accepted(organisation);
    }

    /** What a message to the invited colleague says; for whoever sends it. */
    Optional<InvitationLetter> letter(InvitationId id) {
        return invitations
                .byLink(id)
                .map(invitation -> new InvitationLetter(
                        invitation.invitedName(),
                        invitation.mobile(),
                        invitation.email(),
                        nameOf(invitation.organisation()),
                        people.name(invitation.createdBy()),
                        invitation.expiresAt(),
                        links.token(invitation.id(), invitation.expiresAt())));
    }

    private InvitationView view(Invitation invitation, Instant now) {
        InvitationView.State state = state(invitation, now);
        return new InvitationView(
                invitation.id(),
                invitation.invitedName(),
                invitation.mobile(),
                invitation.email(),
                invitation.part() == Member.Part.OWNER,
                people.name(invitation.createdBy()),
                state,
                invitation.createdAt(),
                invitation.expiresAt(),
                invitation.usedAt().orElse(null),
                state == InvitationView.State.OPEN ? token(invitation) : null);
    }

    private @Nullable String token(Invitation invitation) {
        return links.token(invitation.id(), invitation.expiresAt());
    }

    private static InvitationView.State state(Invitation invitation, Instant now) {
        if (invitation.usedAt().isPresent()) {
            return InvitationView.State.USED;
        }
        if (invitation.revokedAt().isPresent()) {
            return InvitationView.State.REVOKED;
        }
        return invitation.closedAt(now).isPresent() ? InvitationView.State.EXPIRED : InvitationView.State.OPEN;
    }

    private Optional<OrganisationId> owned(Actor actor) {
        return actor.organisation().filter(organisation -> members.owns(actor, organisation));
    }

    private boolean isIn(Actor actor, OrganisationId organisation) {
        return actor.person()
                .flatMap(person -> members.of(person, organisation))
                .isPresent();
    }

    private String nameOf(OrganisationId organisation) {
        return organisations.byId(organisation).orElseThrow().name();
    }
}
