package org.muster.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.muster.attachment.AttachmentCard;
import org.muster.attachment.AttachmentContent;
import org.muster.attachment.AttachmentId;
import org.muster.attachment.Attachments;
import org.muster.identity.Actor;
import org.muster.identity.People;
import org.muster.identity.Role;
import org.muster.outbox.Outbox;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.PersonId;
import org.muster.shared.Refusal;

/**
 * How an organisation known from a list comes to its own people. Somebody claims it with evidence; an operator, or a liaison within the own
 * area, decides. Granted, it is registered where it stands, with all its listings and their history; or, when it is what the claimant has
 * registered already, it is merged into that.
 */
@ApplicationScoped
@Transactional
public class Ownership {

    private static final int EVIDENCE_AT_LEAST = 10;
    private static final int EVIDENCE_AT_MOST = 2000;
    private static final int JOB_AT_MOST = 60;

    private final Organisations organisations;
    private final Members members;
    private final OwnershipClaims claims;
    private final Merging merging;
    private final Delegations delegations;
    private final Attachments attachments;
    private final People people;
    private final Outbox outbox;
    private final Clock clock;

    Ownership(
            Organisations organisations,
            Members members,
            OwnershipClaims claims,
            Merging merging,
            Delegations delegations,
            Attachments attachments,
            People people,
            Outbox outbox,
            Clock clock) {
        this.organisations = organisations;
        this.members = members;
        this.claims = claims;
        this.merging = merging;
        this.delegations = delegations;
        this.attachments = attachments;
        this.people = people;
        this.outbox = outbox;
        this.clock = clock;
    }

    // ── Claiming ────────────────────────────────────────────────────────────────

    /** An organisation that nobody of its own has claimed yet; empty for any other. */
    public Optional<OrganisationCard> claimable(OrganisationId id) {
        return organisations
                .byId(id)
                .filter(organisation -> !organisation.isRegistered() && !organisation.isMerged())
                .map(organisation -> organisation.card(BusinessDay.of(clock.instant())));
    }

    /** Keeps what shows it; before the claim itself, so that a refused form does not lose its file. */
    public Outcome<AttachmentCard> keepDocument(
            Actor claimant, OrganisationId organisation, String fileName, byte[] file, Instant now) {
        return claimable(organisation).isEmpty()
                ? Outcome.refused(Refusal.of("belonging.claimed_already"))
                : attachments.keep(claimant, organisation, "document", fileName, file, now);
    }

    public Optional<AttachmentCard> document(OrganisationId organisation, AttachmentId id) {
        return attachments.card(organisation, id);
    }

    /** Whom to tell of a claim, and where: as the claimant said; for the application itself only. */
    public Optional<ClaimLetter> letter(Actor sender, UUID claim) {
        return Actor.system().equals(sender)
                ? claims.byId(claim)
                        .map(said -> new ClaimLetter(
                                people.name(said.claimant()),
                                said.mobile(),
                                organisations
                                        .byId(said.organisation())
                                        .map(Organisation::name)
                                        .orElse("")))
                : Optional.empty();
    }

    public Outcome<UUID> claim(Actor claimant, OrganisationId id, OwnershipWish wish, Instant now) {
        Optional<PersonId> person = claimant.person();
        if (person.isEmpty()) {
            return Outcome.refused(Refusal.of("organisation.sign_in_first"));
        }
        Optional<Organisation> found = organisations.lockedById(id);
        if (found.isEmpty() || found.get().isRegistered() || found.get().isMerged()) {
            return Outcome.refused(Refusal.of("belonging.claimed_already"));
        }
        Organisation organisation = found.get();
        List<Refusal> refusals = new ArrayList<>();
        if (claims.waitingFor(id).stream().anyMatch(claim -> claim.claimant().equals(person.get()))) {
            refusals.add(Refusal.of("belonging.claim_waits"));
        }
        Optional<Organisation> own = wish.same()
                ? claimant.organisation()
                        .filter(mine -> members.owns(claimant, mine))
                        .flatMap(organisations::byId)
                : Optional.empty();
        if (wish.same() && own.isEmpty()) {
            refusals.add(Refusal.at("same", "belonging.claim_needs_owner"));
        }
        String job = Intake.tidy(wish.job());
        if (job.isEmpty() || job.length() > JOB_AT_MOST) {
            refusals.add(Refusal.at("job", "belonging.claim_job_missing", JOB_AT_MOST));
        }
        Optional<PhoneNumber> mobile = PhoneNumber.read(wish.mobile());
        if (mobile.isEmpty()) {
            refusals.add(
                    wish.mobile().isBlank()
                            ? Refusal.at("mobile", "organisation.mobile_missing")
                            : Refusal.at(
                                    "mobile",
                                    "organisation.mobile_unreadable",
                                    wish.mobile().strip()));
        }
        Outcome<Optional<CreditCode>> code = code(wish, own);
        refusals.addAll(code.reasons());
        if (!wish.same()) {
            refusals.addAll(nameTaken(organisation));
        }
        String evidence = wish.evidence().strip();
        if (evidence.length() < EVIDENCE_AT_LEAST || evidence.length() > EVIDENCE_AT_MOST) {
            refusals.add(
                    Refusal.at("evidence", "belonging.claim_evidence_missing", EVIDENCE_AT_LEAST, EVIDENCE_AT_MOST));
        }
        AttachmentId document = wish.document();
        if (document != null && attachments.card(id, document).isEmpty()) {
            refusals.add(Refusal.at("document", "belonging.claim_document_gone"));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        var claim = new OwnershipClaim(
                id,
                person.get(),
                new OwnershipClaim.Said(
                        own.map(Organisation::id).orElse(null),
                        job,
                        mobile.orElseThrow().value(),
                        code.orElseThrow().map(CreditCode::value).orElse(null),
                        evidence,
                        document),
                now);
        claims.persist(claim);
        if (document != null) {
            attachments.use(id, document, now);
        }
        outbox.publish(new OwnershipClaimed(id, claim.id(), person.get()));
        return Outcome.accepted(claim.id());
    }

    /** The code of the licence; of an organisation that is registered already, the one it has. */
    private Outcome<Optional<CreditCode>> code(OwnershipWish wish, Optional<Organisation> own) {
        if (wish.creditCode().isBlank()) {
            return own.isPresent()
                    ? Outcome.accepted(Optional.empty())
                    : Outcome.refused(Refusal.at("creditCode", "belonging.claim_code_missing"));
        }
        Outcome<CreditCode> read = CreditCode.read("creditCode", wish.creditCode());
        if (read instanceof Outcome.Accepted<CreditCode> whole
                && organisations.isCodeRegisteredElsewhere(whole.value(), own.map(Organisation::id))) {
            return Outcome.refused(Refusal.at("creditCode", "organisation.credit_code_taken", whole.value()));
        }
        return read.map(Optional::of);
    }

    private List<Refusal> nameTaken(Organisation organisation) {
        return organisations.isNameRegistered(new NameKey(organisation.nameKey()))
                ? List.of(Refusal.at("same", "belonging.claim_name_registered", organisation.name()))
                : List.of();
    }

    /** The claimant takes it back. */
    public Outcome<UUID> withdraw(Actor claimant, UUID id, Instant now) {
        Optional<OwnershipClaim> claim = claims.lockedById(id)
                .filter(one -> claimant.person().equals(Optional.of(one.claimant())) && one.isWaiting());
        if (claim.isEmpty()) {
            return Outcome.refused(Refusal.of("belonging.decided_meanwhile"));
        }
        claim.get().withdraw(now);
        return Outcome.accepted(id);
    }

    /** What the viewer has claimed, the last first. */
    public List<ClaimedOrganisation> own(Actor viewer) {
        return viewer.person().map(claims::of).orElse(List.of()).stream()
                .map(claim -> view(viewer, claim))
                .toList();
    }

    // ── Deciding ────────────────────────────────────────────────────────────────

    /** What waits for the viewer: all for operators, those of their areas for liaisons; oldest first. */
    public List<ClaimedOrganisation> waiting(Actor viewer) {
        if (!viewer.is(Role.OPERATOR) && !viewer.is(Role.LIAISON)) {
            return List.of();
        }
        return claims.waiting().stream()
                .map(claim -> view(viewer, claim))
                .filter(ClaimedOrganisation::mayDecide)
                .toList();
    }

    /** One claim, for those who may decide on it and for whoever made it. */
    public Optional<ClaimedOrganisation> byId(Actor viewer, UUID id) {
        return claims.byId(id)
                .filter(claim -> isFor(viewer, claim) || viewer.person().equals(Optional.of(claim.claimant())))
                .map(claim -> view(viewer, claim));
    }

    /** What shows it, for the same people. */
    public Optional<AttachmentContent> documentOf(Actor viewer, UUID id) {
        return byId(viewer, id)
                .flatMap(
                        claim -> claim.document().flatMap(card -> attachments.content(card.organisation(), card.id())));
    }

    public Outcome<OrganisationId> decide(Actor decider, UUID id, boolean grant, String reason, Instant now) {
        Optional<OwnershipClaim> found = claims.lockedById(id).filter(claim -> isFor(decider, claim));
        if (found.isEmpty() || !found.get().isWaiting()) {
            return Outcome.refused(Refusal.of("belonging.decided_meanwhile"));
        }
        OwnershipClaim claim = found.get();
        PersonId by = decider.person().orElseThrow();
        if (claim.claimant().equals(by)) {
            return Outcome.refused(Refusal.of("belonging.claim_not_own"));
        }
        String why = reason.strip();
        if (why.length() < MergeRules.REASON_AT_LEAST) {
            return Outcome.refused(Refusal.at("reason", "belonging.reason_missing"));
        }
        if (why.length() > MergeRules.REASON_AT_MOST) {
            return Outcome.refused(Refusal.at("reason", "belonging.reason_long"));
        }
        Organisation organisation =
                organisations.lockedById(claim.organisation()).orElseThrow();
        if (grant) {
            List<Refusal> broken = grantable(claim, organisation);
            if (!broken.isEmpty()) {
                return Outcome.refused(broken);
            }
        }
        @Nullable String area = decider.is(Role.OPERATOR) ? null : area(decider, claim).orElse(null);
        claim.decide(grant, why, by, area, now);
        outbox.publish(new OwnershipDecided(claim.organisation(), claim.id(), grant, claim.claimant(), why, by));
        if (!grant) {
            return Outcome.accepted(claim.organisation());
        }
        for (OwnershipClaim rival : claims.waitingFor(claim.organisation())) {
            rival.overtake(now);
            outbox.publish(new OwnershipOvertaken(rival.organisation(), rival.id(), rival.claimant()));
        }
        claims.flush();
        return Outcome.accepted(give(claim, organisation, why, by, now));
    }

    /** What has come in the way since it was claimed. */
    private List<Refusal> grantable(OwnershipClaim claim, Organisation organisation) {
        List<Refusal> broken = new ArrayList<>();
        if (organisation.isRegistered() || organisation.isMerged()) {
            broken.add(Refusal.of("belonging.claimed_already"));
            return broken;
        }
        Optional<Organisation> into = claim.into().flatMap(organisations::byId);
        if (into.filter(Organisation::isMerged).isPresent()) {
            broken.add(Refusal.of("belonging.merge_done_before"));
        }
        if (into.isEmpty()) {
            broken.addAll(nameTaken(organisation));
        }
        String code = claim.creditCode();
        if (code != null && organisations.isCodeRegisteredElsewhere(new CreditCode(code), claim.into())) {
            broken.add(Refusal.of("organisation.credit_code_taken", code));
        }
        return broken;
    }

    private OrganisationId give(OwnershipClaim claim, Organisation organisation, String why, PersonId by, Instant now) {
        if (claim.into().isPresent()) {
            Organisation into = organisations.lockedById(claim.into().get()).orElseThrow();
            into.learnCode(claim.creditCode());
            merging.join(organisation, into, why, by, now);
            return into.id();
        }
        organisation.claimed(claim.mobile(), claim.creditCode());
        organisations.flush();
        members.liaison(claim.claimant(), organisation.id()).ifPresent(keeper -> {
            members.delete(keeper);
            members.flush();
        });
        members.persistAndFlush(new Member(claim.claimant(), organisation.id(), Member.Part.OWNER, now));
        people.actFor(claim.claimant(), organisation.id());
        outbox.publish(new OrganisationRegistered(organisation.id(), organisation.name(), claim.claimant()));
        outbox.publish(new OrganisationChanged(organisation.id()));
        return organisation.id();
    }

    private boolean isFor(Actor viewer, OwnershipClaim claim) {
        return viewer.isSignedIn()
                && (viewer.is(Role.OPERATOR) || area(viewer, claim).isPresent());
    }

    private Optional<String> area(Actor liaison, OwnershipClaim claim) {
        return organisations
                .byId(claim.organisation())
                .flatMap(organisation -> delegations.areaFor(liaison, organisation.placeCode()));
    }

    private ClaimedOrganisation view(Actor viewer, OwnershipClaim claim) {
        LocalDate today = BusinessDay.of(clock.instant());
        Organisation organisation = organisations.byId(claim.organisation()).orElseThrow();
        return new ClaimedOrganisation(
                claim.id(),
                organisation.card(today),
                organisation.makes(),
                people.name(claim.claimant()),
                claim.job(),
                claim.mobile(),
                claim.creditCode(),
                claim.evidence(),
                claim.document()
                        .flatMap(document -> attachments.cards(List.of(document)).values().stream()
                                .findFirst()),
                claim.into().flatMap(organisations::byId).map(into -> into.card(today)),
                claim.askedAt(),
                claim.state(),
                claim.reason().orElse(""),
                claim.decidedBy().map(people::name).orElse(""),
                claim.decidedAt(),
                claim.isWaiting() && isFor(viewer, claim) && !viewer.person().equals(Optional.of(claim.claimant())),
                claims.waitingFor(claim.organisation()).stream()
                        .filter(rival -> !rival.id().equals(claim.id()))
                        .map(rival -> people.name(rival.claimant()))
                        .toList());
    }
}
