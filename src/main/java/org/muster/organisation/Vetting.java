package org.muster.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.identity.Actor;
import org.muster.identity.People;
import org.muster.identity.Role;
import org.muster.outbox.Outbox;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.PersonId;
import org.muster.shared.Refusal;

/** How an organisation comes to be verified: it asks, an operator decides, and what was decided runs out on its day. */
@ApplicationScoped
class Vetting {

    private static final int NOTE_AT_MOST = 1000;
    private static final int QUEUE_SHOWN = 200;
    private static final int LAPSED_AT_ONCE = 200;

    private final Organisations organisations;
    private final Sites sites;
    private final Members members;
    private final VerificationRequests requests;
    private final VerificationDecisions decisions;
    private final Delegations delegations;
    private final People people;
    private final Outbox outbox;

    Vetting(
            Organisations organisations,
            Sites sites,
            Members members,
            VerificationRequests requests,
            VerificationDecisions decisions,
            Delegations delegations,
            People people,
            Outbox outbox) {
        this.organisations = organisations;
        this.sites = sites;
        this.members = members;
        this.requests = requests;
        this.decisions = decisions;
        this.delegations = delegations;
        this.people = people;
        this.outbox = outbox;
    }

    Outcome<OrganisationId> request(Actor actor, VerificationWish wish, Instant now) {
        Optional<Organisation> own =
                actor.organisation().filter(id -> members.owns(actor, id)).flatMap(organisations::lockedById);
        if (own.isEmpty()) {
            return Outcome.refused(Refusal.of("organisation.owners_only"));
        }
        Organisation organisation = own.get();
        List<Refusal> refusals = new ArrayList<>();
        if (organisation.creditCode() == null) {
            refusals.add(Refusal.at("creditCode", "organisation.verification_needs_credit_code"));
        }
        if (requests.openOf(organisation.id()).isPresent()) {
            refusals.add(Refusal.of("organisation.verification_already_asked"));
        }
        if (!wish.wanted().isAtLeast(VerificationLevel.DOCUMENTS_CHECKED)) {
            refusals.add(Refusal.at("wanted", "organisation.verification_level_missing"));
        }
        if (wish.note().length() > NOTE_AT_MOST) {
            refusals.add(Refusal.at("note", "organisation.note_long", NOTE_AT_MOST));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        PersonId person = actor.person().orElseThrow();
        requests.persist(new VerificationRequest(
                organisation.id(), wish.wanted(), wish.note().strip(), person, now));
        outbox.publish(new VerificationRequested(organisation.id(), wish.wanted(), person));
        return Outcome.accepted(organisation.id());
    }

    Outcome<OrganisationId> decide(Actor actor, OrganisationId id, Judgement judgement, Instant now) {
        Organisation organisation = organisations
                .lockedById(id)
                .orElseThrow(() -> new IllegalArgumentException("No organisation has the id " + id));
        LocalDate today = BusinessDay.of(now);
        Optional<VerificationRequest> open = requests.openOf(id);
        OrganisationCard before = organisation.card(today);
        boolean byOperator = actor.is(Role.OPERATOR) && actor.isSignedIn();
        Optional<String> area = byOperator ? Optional.empty() : delegations.areaFor(actor, organisation.placeCode());
        Optional<PersonId> proposer = decisions.openProposalOf(id).map(VerificationDecision::decidedBy);
        var given = new DecisionRules.Case(
                byOperator,
                area.isPresent(),
                proposal(proposer, actor),
                actor.person().flatMap(person -> members.of(person, id)).isPresent(),
                organisation.isRegistered(),
                organisation.creditCode() != null,
                before.level(),
                open.isPresent(),
                open.map(VerificationRequest::id).equals(judgement.request()),
                judgement,
                today);
        List<Refusal> broken = DecisionRules.broken(given);
        if (!broken.isEmpty()) {
            return Outcome.refused(broken);
        }
        Verdict verdict = Objects.requireNonNull(judgement.verdict());
        @Nullable LocalDate validUntil = verdict.isDated() ? judgement.validUntil().orElseThrow() : null;
        switch (verdict) {
            case GRANT_DOCUMENTS ->
                organisation.grant(VerificationLevel.DOCUMENTS_CHECKED, Objects.requireNonNull(validUntil));
            case GRANT_VISITED -> organisation.grant(VerificationLevel.VISITED, Objects.requireNonNull(validUntil));
            case WITHDRAW -> organisation.fallBack();
            case REFUSE, PROPOSE_VISITED -> {}
        }
        PersonId operator = actor.person().orElseThrow();
        if (verdict != Verdict.PROPOSE_VISITED) {
            open.ifPresent(request -> request.close(now));
        } else if (open.isEmpty()) {
            // So that the second person finds it in the queue.
            requests.persist(new VerificationRequest(
                    id, VerificationLevel.VISITED, judgement.reason().strip(), operator, now));
        }
        VerificationLevel after = organisation.levelOn(today);
        var decision = new VerificationDecision(
                id,
                open.map(VerificationRequest::id).orElse(null),
                verdict,
                after,
                judgement.reason().strip(),
                validUntil,
                operator,
                verdict == Verdict.GRANT_VISITED ? proposer.orElseThrow() : null,
                area.orElse(null),
                now);
        decisions.persist(decision);
        outbox.publish(
                new VerificationDecided(id, decision.id(), verdict, after, decision.reason(), validUntil, operator));
        if (!organisation.card(today).equals(before)) {
            outbox.publish(new OrganisationChanged(id));
        }
        return Outcome.accepted(id);
    }

    private static DecisionRules.Proposal proposal(Optional<PersonId> proposer, Actor actor) {
        return proposer.map(person -> actor.person().filter(person::equals).isPresent()
                        ? DecisionRules.Proposal.BY_SELF
                        : DecisionRules.Proposal.BY_ANOTHER)
                .orElse(DecisionRules.Proposal.NONE);
    }

    /** Whether somebody may see what checkers see of an organisation. */
    private boolean mayLook(Actor actor, Organisation organisation) {
        return actor.is(Role.OPERATOR)
                || delegations.areaFor(actor, organisation.placeCode()).isPresent();
    }

    /** Writes down that checks have run out, so that those who copied the level learn of it; tells how many. */
    int lapse(Instant now) {
        List<Organisation> lapsed = organisations.lapsedBefore(BusinessDay.of(now), LAPSED_AT_ONCE);
        for (Organisation organisation : lapsed) {
            LocalDate until = Objects.requireNonNull(organisation.verifiedUntil());
            organisation.fallBack();
            outbox.publish(new VerificationLapsed(organisation.id(), until));
            outbox.publish(new OrganisationChanged(organisation.id()));
        }
        return lapsed.size();
    }

    List<VerificationCase.Waiting> waiting(Actor actor, Instant now) {
        if (!actor.is(Role.OPERATOR) && !actor.is(Role.LIAISON)) {
            return List.of();
        }
        LocalDate today = BusinessDay.of(now);
        List<VerificationRequest> open = requests.openOldestFirst(QUEUE_SHOWN);
        Map<OrganisationId, Organisation> known =
                organisations
                        .byIds(open.stream()
                                .map(VerificationRequest::organisation)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Organisation::id, Function.identity()));
        return open.stream()
                .filter(request -> mayLook(actor, Objects.requireNonNull(known.get(request.organisation()))))
                .map(request -> {
                    Organisation organisation = Objects.requireNonNull(known.get(request.organisation()));
                    return new VerificationCase.Waiting(
                            organisation.id(),
                            organisation.name(),
                            organisation.levelOn(today),
                            request.wanted(),
                            organisation.placeCode(),
                            request.requestedAt(),
                            decisions.openProposalOf(organisation.id()).isPresent());
                })
                .toList();
    }

    long countWaiting(Actor actor) {
        return actor.is(Role.OPERATOR) ? requests.countOpen() : 0;
    }

    Optional<VerificationCase> caseOf(Actor actor, OrganisationId id, Instant now) {
        LocalDate today = BusinessDay.of(now);
        return organisations
                .byId(id)
                .filter(Organisation::isRegistered)
                .filter(organisation -> mayLook(actor, organisation))
                .map(organisation -> {
                    Optional<CreditCode> code =
                            Optional.ofNullable(organisation.creditCode()).map(CreditCode::new);
                    Optional<VerificationRequest> open = requests.openOf(id);
                    List<Verdict> verdicts = new ArrayList<>();
                    boolean operator = actor.is(Role.OPERATOR);
                    DecisionRules.Proposal proposal =
                            proposal(decisions.openProposalOf(id).map(VerificationDecision::decidedBy), actor);
                    if (code.isPresent()) {
                        verdicts.add(Verdict.GRANT_DOCUMENTS);
                        if (proposal == DecisionRules.Proposal.NONE) {
                            verdicts.add(Verdict.PROPOSE_VISITED);
                        } else if (operator && proposal == DecisionRules.Proposal.BY_ANOTHER) {
                            verdicts.add(Verdict.GRANT_VISITED);
                        }
                    }
                    if (open.isPresent()) {
                        verdicts.add(Verdict.REFUSE);
                    }
                    if (operator && organisation.levelOn(today).isAtLeast(VerificationLevel.DOCUMENTS_CHECKED)) {
                        verdicts.add(Verdict.WITHDRAW);
                    }
                    return new VerificationCase(
                            organisation.card(today),
                            organisation.contacts(),
                            code.map(CreditCode::registeringDivision).orElse(null),
                            code.map(CreditCode::organisationCode).orElse(null),
                            organisation.makes(),
                            sites.of(id).stream().map(Site::card).toList(),
                            memberCards(id),
                            organisation.createdAt(),
                            open.map(request -> new VerificationCase.Request(
                                    request.id(),
                                    request.wanted(),
                                    request.note(),
                                    people.name(request.requestedBy()),
                                    request.requestedAt())),
                            decisionsOf(id),
                            verdicts,
                            proposal != DecisionRules.Proposal.NONE,
                            operator ? Optional.empty() : delegations.areaFor(actor, organisation.placeCode()),
                            today.plus(DecisionRules.USUALLY_GOOD_FOR),
                            today.plus(DecisionRules.GOOD_FOR_AT_MOST));
                });
    }

    List<OwnOrganisation.DecisionView> decisionsOf(OrganisationId id) {
        return decisions.of(id).stream()
                .map(decision -> new OwnOrganisation.DecisionView(
                        decision.verdict(),
                        decision.level(),
                        decision.reason(),
                        decision.validUntil().orElse(null),
                        people.name(decision.decidedBy()),
                        decision.decidedAt(),
                        decision.proposedBy().map(people::name).orElse(null),
                        decision.delegatedArea().orElse(null)))
                .toList();
    }

    List<MemberCard> memberCards(OrganisationId id) {
        return members.of(id).stream()
                .map(member ->
                        new MemberCard(member.person(), people.name(member.person()), member.isOwner(), member.since()))
                .toList();
    }
}
