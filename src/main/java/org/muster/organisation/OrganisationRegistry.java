package org.muster.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.PersonId;

/**
 * The register of organisations: how one comes to be here, who speaks for it, how far it is proven.
 *
 * <p>Everything that is done for an organisation is done by the actor acting for it; what belongs to another is not found.
 */
@ApplicationScoped
@Transactional
public class OrganisationRegistry {

    private final Organisations organisations;
    private final Sites sites;
    private final Members members;
    private final VerificationRequests requests;
    private final VerificationDecisions decisions;
    private final Registering registering;
    private final Inviting inviting;
    private final Belonging belonging;
    private final Closing closing;
    private final Vetting vetting;
    private final Intake intake;
    private final Clock clock;

    OrganisationRegistry(
            Organisations organisations,
            Sites sites,
            Members members,
            VerificationRequests requests,
            VerificationDecisions decisions,
            Registering registering,
            Inviting inviting,
            Belonging belonging,
            Closing closing,
            Vetting vetting,
            Intake intake,
            Clock clock) {
        this.organisations = organisations;
        this.sites = sites;
        this.members = members;
        this.requests = requests;
        this.decisions = decisions;
        this.registering = registering;
        this.inviting = inviting;
        this.belonging = belonging;
        this.closing = closing;
        this.vetting = vetting;
        this.intake = intake;
        this.clock = clock;
    }

    /** Somebody registers their organisation, owns it from then on and acts for it. */
    public Outcome<OrganisationId> register(Actor actor, Registration registration, Instant now) {
        return registering.register(actor, registration, now);
    }

    /** An owner changes what the organisation says of itself. */
    public Outcome<OrganisationId> changeProfile(Actor actor, ProfileChange change, Instant now) {
        return registering.change(actor, change, now);
    }

    /**
     * A liaison or operator enters what a public list says of an organisation; found again by its name within its province. The name and the place
     * are checked before; a place code that does not exist, or a name of no letters, is an error of the caller.
     */
    public OnBehalf enterOnBehalf(Actor liaison, ProvisionalOrganisation known, Instant now) {
        return registering.enterOnBehalf(liaison, known, now);
    }

    /** As {@link #enterOnBehalf}, for many and in their order, in as many statements as for one. */
    public List<OnBehalf> enterAllOnBehalf(Actor liaison, List<ProvisionalOrganisation> known, Instant now) {
        return registering.enterAllOnBehalf(liaison, known, now);
    }

    /** Begins to foretell what {@link #enterAllOnBehalf} would come to. */
    public OnBehalfRehearsal rehearseOnBehalf(Actor liaison, Instant now) {
        return new OnBehalfRehearsal(registering, registering.book(liaison, now));
    }

    /** An owner invites a colleague by a signed link. */
    public Outcome<InvitationId> invite(Actor actor, Invite invite, Instant now) {
        return inviting.invite(actor, invite, now);
    }

    /** An owner takes an unused link back. */
    public Outcome<InvitationId> revoke(Actor actor, InvitationId invitation, Instant now) {
        return inviting.revoke(actor, invitation, now);
    }

    /** An invitation of the organisation the actor owns; anybody else's is not found. */
    public Optional<InvitationView> invitation(Actor actor, InvitationId invitation, Instant now) {
        return inviting.view(actor, invitation, now);
    }

    /** What a link offers; looking at it uses nothing up. */
    public JoinOffer offer(Actor viewer, String token, Instant now) {
        return inviting.offer(viewer, token, now);
    }

    /** The one use of a link. */
    public Outcome<OrganisationId> join(Actor actor, String token, Instant now) {
        return inviting.join(actor, token, now);
    }

    /** What a message to the invited colleague needs; only Muster itself, which sends it, gets it. */
    public Optional<InvitationLetter> letter(Actor sender, InvitationId invitation) {
        return sender.equals(Actor.system()) ? inviting.letter(invitation) : Optional.empty();
    }

    /** Who belongs to the organisation the actor acts for. */
    public Optional<Colleagues> colleagues(Actor viewer) {
        return belonging.colleagues(viewer);
    }

    /** An owner makes somebody an owner, or a colleague only; there is always an owner. */
    public Outcome<PersonId> makeOwner(Actor owner, PersonId person, boolean isOwner, Instant now) {
        return belonging.make(owner, person, isOwner, now);
    }

    /** An owner takes somebody out. */
    public Outcome<PersonId> removeMember(Actor owner, PersonId person, Instant now) {
        return belonging.remove(owner, person, now);
    }

    /** The actor leaves the organisation they act for; the last owner hands over first. */
    public Outcome<OrganisationId> leave(Actor actor, Instant now) {
        return belonging.leave(actor, now);
    }

    /**
     * An owner closes the organisation: it leaves Muster with all its people and listings, unless something still binds it.
     *
     * @param name what the owner typed to be sure
     */
    public Outcome<OrganisationId> close(Actor owner, String name, String reason, Instant now) {
        return closing.close(owner, name, reason, now);
    }

    /** An owner asks the operators to verify the organisation. */
    public Outcome<OrganisationId> requestVerification(Actor actor, VerificationWish wish, Instant now) {
        return vetting.request(actor, wish, now);
    }

    /** An operator, who is a person with a name, decides. */
    public Outcome<OrganisationId> decide(
            Actor operator, OrganisationId organisation, Judgement judgement, Instant now) {
        return vetting.decide(operator, organisation, judgement, now);
    }

    /** What waits for the operators, oldest first. */
    public List<VerificationCase.Waiting> waitingForVerification(Actor operator, Instant now) {
        return vetting.waiting(operator, now);
    }

    public long countWaitingForVerification(Actor operator) {
        return vetting.countWaiting(operator);
    }

    public Optional<VerificationCase> verificationCase(Actor operator, OrganisationId organisation, Instant now) {
        return vetting.caseOf(operator, organisation, now);
    }

    /** How many organisations there are, and how many of them nobody has claimed yet. */
    public Census census() {
        return new Census(organisations.countStanding(), organisations.countUnclaimed());
    }

    public Optional<OrganisationCard> card(OrganisationId id) {
        LocalDate today = BusinessDay.of(clock.instant());
        return organisations.byId(id).map(organisation -> organisation.card(today));
    }

    public Map<OrganisationId, OrganisationCard> cards(Collection<OrganisationId> ids) {
        LocalDate today = BusinessDay.of(clock.instant());
        return organisations.readByIds(ids).stream()
                .map(organisation -> organisation.card(today))
                .collect(Collectors.toMap(OrganisationCard::id, Function.identity()));
    }

    /** Organisations with this in their name, however it is spelled, the closest first. */
    public List<OrganisationCard> named(String text, int atMost) {
        NameKey key = NameKey.of(text);
        LocalDate today = BusinessDay.of(clock.instant());
        return key.value().isEmpty()
                ? List.of()
                : organisations.withInName(key, atMost).stream()
                        .map(organisation -> organisation.card(today))
                        .toList();
    }

    public List<SiteCard> sites(OrganisationId id) {
        return sites.of(id).stream().map(Site::card).toList();
    }

    /** The sites of many organisations, those of each in their order. */
    public List<SiteCard> sitesOf(Collection<OrganisationId> ids) {
        return sites.readOfAll(ids).stream().map(Site::card).toList();
    }

    /**
     * An organisation as a viewer may see it. Contacts and the credit code are for its own people, for members of verified organisations, and for
     * coordinators and operators; nobody harvests telephone numbers by signing up.
     */
    public Optional<OrganisationProfile> profile(Actor viewer, OrganisationId id) {
        LocalDate today = BusinessDay.of(clock.instant());
        return organisations.byId(id).map(organisation -> {
            boolean belongs =
                    viewer.person().flatMap(person -> members.of(person, id)).isPresent();
            boolean mayReach =
                    belongs || viewer.organisationVerified() || viewer.is(Role.COORDINATOR) || viewer.is(Role.OPERATOR);
            OrganisationCard card = organisation.card(today);
            return new OrganisationProfile(
                    card,
                    organisation.makes(),
                    sites.of(id).stream().map(Site::card).toList(),
                    mayReach && organisation.isRegistered() ? Optional.of(organisation.contacts()) : Optional.empty(),
                    card.verifiedUntil()
                            .flatMap(until -> decisions.lastGrantOf(id))
                            .map(decision -> BusinessDay.of(decision.decidedAt())),
                    organisation.createdAt(),
                    belongs);
        });
    }

    /** The organisation the actor acts for, as its own people see it. */
    public Optional<OwnOrganisation> own(Actor actor, Instant now) {
        LocalDate today = BusinessDay.of(now);
        return actor.organisation()
                .filter(id ->
                        actor.person().flatMap(person -> members.of(person, id)).isPresent())
                .flatMap(organisations::byId)
                .map(organisation -> {
                    OrganisationId id = organisation.id();
                    boolean owner = members.owns(actor, id);
                    Optional<VerificationRequest> open = requests.openOf(id);
                    return new OwnOrganisation(
                            organisation.card(today),
                            organisation.version(),
                            organisation.mobile(),
                            organisation.email(),
                            organisation.creditCode(),
                            organisation.isCodeFixedOn(today),
                            organisation.makes(),
                            organisation.divisionCorrected(),
                            sites.first(id).card(),
                            owner,
                            vetting.memberCards(id),
                            owner ? inviting.of(id, now) : List.of(),
                            open.map(request -> new OwnOrganisation.OpenRequest(
                                    request.wanted(), request.note(), request.requestedAt())),
                            owner && open.isEmpty() && organisation.creditCode() != null,
                            vetting.decisionsOf(id),
                            organisations.provisionalNamed(NameKey.of(organisation.name())).stream()
                                    .map(known -> known.card(today))
                                    .toList());
                });
    }

    /** The industry division that words on what somebody makes belong to. */
    public Optional<String> divisionOf(String makes) {
        return intake.divisionOf(makes);
    }

    /** Writes down which checks have run out by now, so that whoever copied a level learns of it; tells how many. */
    public int lapseVerifications(Instant now) {
        return vetting.lapse(now);
    }
}
