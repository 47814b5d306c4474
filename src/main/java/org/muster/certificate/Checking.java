package org.muster.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.muster.attachment.AttachmentCard;
import org.muster.attachment.Attachments;
import org.muster.identity.Actor;
import org.muster.identity.People;
import org.muster.identity.Role;
import org.muster.organisation.Delegations;
import org.muster.organisation.OrganisationCard;
import org.muster.organisation.OrganisationProfile;
import org.muster.organisation.OrganisationRegistry;
import org.muster.outbox.Outbox;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.PersonId;
import org.muster.shared.Refusal;

/** Somebody else looks: operators everywhere, a liaison in the areas that were delegated, nobody at what is their own. */
@ApplicationScoped
class Checking {

    private static final int QUEUE_SHOWN = 200;
    private static final int PROOF_AT_LEAST = 4;
    private static final int PROOF_AT_MOST = 1000;

    private final Papers papers;
    private final Checks checks;
    private final OrganisationRegistry registry;
    private final Delegations delegations;
    private final Attachments attachments;
    private final People people;
    private final Outbox outbox;

    Checking(
            Papers papers,
            Checks checks,
            OrganisationRegistry registry,
            Delegations delegations,
            Attachments attachments,
            People people,
            Outbox outbox) {
        this.papers = papers;
        this.checks = checks;
        this.registry = registry;
        this.delegations = delegations;
        this.attachments = attachments;
        this.people = people;
        this.outbox = outbox;
    }

    /** Whether somebody may see what checkers see of an organisation at that place. */
    boolean mayLook(Actor actor, String placeCode) {
        return actor.is(Role.OPERATOR) || delegations.areaFor(actor, placeCode).isPresent();
    }

    List<WaitingCertificate> waiting(Actor actor) {
        if (!actor.is(Role.OPERATOR) && !actor.is(Role.LIAISON)) {
            return List.of();
        }
        List<Certificate> waiting = papers.waiting(QUEUE_SHOWN);
        Map<OrganisationId, OrganisationCard> organisations = registry.cards(
                waiting.stream().map(Certificate::organisation).distinct().toList());
        return waiting.stream()
                .filter(certificate ->
                        mayLook(actor, of(certificate, organisations).placeCode()))
                .map(certificate -> {
                    OrganisationCard organisation = of(certificate, organisations);
                    return new WaitingCertificate(
                            certificate.id(),
                            certificate.facts().kind(),
                            certificate.facts().number(),
                            organisation.name(),
                            organisation.placeCode(),
                            certificate.statedAt());
                })
                .toList();
    }

    Optional<CertificateCase> caseOf(Actor actor, CertificateId id) {
        return papers.byId(id).flatMap(certificate -> {
            OrganisationCard organisation =
                    registry.card(certificate.organisation()).orElseThrow();
            if (!mayLook(actor, organisation.placeCode())) {
                return Optional.empty();
            }
            Map<OrganisationId, OrganisationCard> others = registry.cards(papers.elsewhere(certificate).stream()
                    .map(Certificate::organisation)
                    .distinct()
                    .toList());
            CertificateCard card = certificate.card(organisation.name());
            return Optional.of(new CertificateCase(
                    card,
                    CertificateNumber.stored(card.kind(), card.number()),
                    organisation,
                    registry.profile(Actor.system(), organisation.id())
                            .flatMap(OrganisationProfile::contacts)
                            .map(OrganisationProfile.Contacts::creditCode),
                    certificate.revision(),
                    certificate.createdBy().map(people::name).orElse(""),
                    certificate.statedAt(),
                    document(certificate),
                    views(certificate),
                    List.copyOf(others.values()),
                    delegations.areaFor(actor, organisation.placeCode()).filter(area -> !actor.is(Role.OPERATOR))));
        });
    }

    Outcome<CertificateId> check(Actor actor, CertificateId id, CheckDecision decision, Instant now) {
        Optional<Certificate> locked = papers.locked(id);
        Optional<OrganisationCard> organisation =
                locked.flatMap(certificate -> registry.card(certificate.organisation()));
        if (locked.isEmpty()
                || organisation.isEmpty()
                || !mayLook(actor, organisation.get().placeCode())) {
            return Outcome.refused(Refusal.of(Certificates.NOT_FOUND));
        }
        Certificate certificate = locked.get();
        List<Refusal> refusals = new ArrayList<>();
        PersonId by = actor.person().orElse(null);
        if (by == null) {
            refusals.add(Refusal.of("certificate.check_by_person"));
        }
        if (belongs(actor, certificate)) {
            refusals.add(Refusal.of("certificate.check_not_own"));
        }
        if (by != null && certificate.createdBy().filter(by::equals).isPresent() && !belongs(actor, certificate)) {
            refusals.add(Refusal.of("certificate.check_not_entered"));
        }
        if (decision.revision() != certificate.revision()) {
            refusals.add(Refusal.of("certificate.changed_meanwhile"));
        }
        CheckVerdict verdict = decision.verdict();
        if (verdict == null) {
            refusals.add(Refusal.at("verdict", "certificate.verdict_missing"));
        }
        String proof = CertificateRules.said(decision.proof());
        if (proof.length() < PROOF_AT_LEAST || proof.length() > PROOF_AT_MOST) {
            refusals.add(Refusal.at("proof", "certificate.proof_missing", PROOF_AT_MOST));
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(by);
        checks.persist(new CertificateCheck(
                certificate,
                verdict,
                proof,
                document(certificate).map(AttachmentCard::sha256).orElse(null),
                by,
                actor.is(Role.OPERATOR)
                        ? null
                        : delegations
                                .areaFor(actor, organisation.get().placeCode())
                                .orElse(null),
                now));
        switch (verdict) {
            case CONFIRM -> certificate.confirm(now);
            case REJECT -> certificate.reject(now);
        }
        outbox.publish(new CertificateChecked(
                id,
                certificate.organisation(),
                certificate.facts().kind(),
                certificate.facts().number(),
                certificate.revision(),
                verdict,
                proof,
                by));
        return Outcome.accepted(id);
    }

    Optional<AttachmentCard> document(Certificate certificate) {
        return certificate.document().flatMap(id -> attachments.card(certificate.organisation(), id));
    }

    List<CheckView> views(Certificate certificate) {
        return checks.of(certificate.id()).stream()
                .map(check -> new CheckView(
                        check.verdict(),
                        check.proof(),
                        people.name(check.checkedBy()),
                        check.checkedAt(),
                        check.revision() == certificate.revision(),
                        check.delegatedArea(),
                        check.documentSha256()))
                .toList();
    }

    private boolean belongs(Actor actor, Certificate certificate) {
        return registry.profile(actor, certificate.organisation())
                .filter(OrganisationProfile::viewerBelongs)
                .isPresent();
    }

    private static OrganisationCard of(Certificate certificate, Map<OrganisationId, OrganisationCard> organisations) {
        return Objects.requireNonNull(organisations.get(certificate.organisation()));
    }
}
