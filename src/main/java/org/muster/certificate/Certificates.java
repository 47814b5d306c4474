package org.muster.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.muster.attachment.AttachmentCard;
import org.muster.attachment.AttachmentContent;
import org.muster.attachment.AttachmentId;
import org.muster.attachment.Attachments;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.organisation.BusinessDay;
import org.muster.organisation.OrganisationCard;
import org.muster.organisation.OrganisationRegistry;
import org.muster.outbox.Outbox;
import org.muster.reference.Glossary;
import org.muster.reference.Standards;
import org.muster.reference.Term;
import org.muster.reference.Terms;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;

/**
 * The certificates that organisations show: what their own people state, what others see, what checkers say of it.
 *
 * <p>Whether one is valid is asked of {@link CertificateCard#on} with a day, and whether it proves what somebody requires of {@link #gate()}.
 */
@ApplicationScoped
@Transactional
public class Certificates {

    /** The refusal of what is not there, or not yours. */
    public static final String NOT_FOUND = "certificate.not_found";

    /** Days before the end at which its people are told; the last is the day after it. */
    static final List<Integer> WARNED_AT = List.of(-1, 7, 30, 60);

    private static final int WARNED_AT_ONCE = 200;
    private static final int MOST_SHOWN = 300;

    private final Papers papers;
    private final Checking checking;
    private final Attachments attachments;
    private final OrganisationRegistry registry;
    private final Standards standards;
    private final Glossary glossary;
    private final Outbox outbox;

    Certificates(
            Papers papers,
            Checking checking,
            Attachments attachments,
            OrganisationRegistry registry,
            Standards standards,
            Glossary glossary,
            Outbox outbox) {
        this.papers = papers;
        this.checking = checking;
        this.attachments = attachments;
        this.registry = registry;
        this.standards = standards;
        this.glossary = glossary;
        this.outbox = outbox;
    }

    /** What can be asked of certificates, with the glossary as it stands now. */
    public Gate gate() {
        return new Gate(standards, glossary.terms());
    }

    /** What these organisations show, whoever looks; what a checker rejected is not among it. */
    public Map<OrganisationId, List<CertificateCard>> of(Collection<OrganisationId> organisations) {
        List<Certificate> shown = papers.of(organisations);
        Map<OrganisationId, OrganisationCard> cards = registry.cards(
                shown.stream().map(Certificate::organisation).distinct().toList());
        Map<OrganisationId, List<CertificateCard>> byOrganisation = new HashMap<>();
        for (Certificate certificate : shown) {
            if (certificate.check() != CheckState.REJECTED) {
                OrganisationId id = certificate.organisation();
                byOrganisation
                        .computeIfAbsent(id, key -> new ArrayList<>())
                        .add(certificate.card(
                                Objects.requireNonNull(cards.get(id)).name()));
            }
        }
        return byOrganisation;
    }

    /** Those of an organisation's certificates that speak for what one of its listings offers. */
    public List<CertificateCard> covering(Collection<CertificateCard> shown, Collection<String> products) {
        Terms terms = glossary.terms();
        Gate gate = new Gate(standards, terms);
        List<String> keys = products.stream()
                .flatMap(product -> terms.called(product).stream())
                .map(Term::key)
                .toList();
        return shown.stream().filter(card -> gate.covers(card, keys)).toList();
    }

    /** Keeps the file of a form for the organisation acted for, whatever becomes of the form. */
    public Outcome<AttachmentCard> keepDocument(Actor actor, String fileName, byte[] file, Instant now) {
        return actor.organisation()
                .map(organisation -> attachments.keep(actor, organisation, "document", fileName, file, now))
                .orElseGet(() -> Outcome.refused(Refusal.of(NOT_FOUND)));
    }

    /** A file that an earlier try of the form has brought. */
    public Optional<AttachmentCard> keptDocument(Actor actor, String id) {
        return attachmentId(id)
                .flatMap(document ->
                        actor.organisation().flatMap(organisation -> attachments.card(organisation, document)));
    }

    public Outcome<CertificateId> add(Actor actor, CertificateDraft draft, Instant now) {
        return actor.organisation()
                .map(own -> enter(actor, own, draft, now))
                .orElseGet(() -> Outcome.refused(Refusal.of(NOT_FOUND)));
    }

    /**
     * An organisation that nobody has claimed, of which the actor may say which certificates it has: an operator of any, a liaison of those in the
     * areas that were delegated. Once it has people of its own they alone do.
     */
    public Optional<OrganisationCard> unclaimed(Actor actor, OrganisationId organisation) {
        return registry.card(organisation)
                .filter(card -> card.provisional() && checking.mayLook(actor, card.placeCode()));
    }

    /** As {@link #add}, on behalf of an organisation that nobody has claimed. Somebody else has to check it. */
    public Outcome<CertificateId> addOnBehalf(
            Actor actor, OrganisationId organisation, CertificateDraft draft, Instant now) {
        return unclaimed(actor, organisation)
                .map(card -> enter(actor, card.id(), draft, now))
                .orElseGet(() -> Outcome.refused(Refusal.of(NOT_FOUND)));
    }

    /** As {@link #keepDocument}, for such an organisation. */
    public Outcome<AttachmentCard> keepDocumentOnBehalf(
            Actor actor, OrganisationId organisation, String fileName, byte[] file, Instant now) {
        return unclaimed(actor, organisation)
                .map(card -> attachments.keep(actor, card.id(), "document", fileName, file, now))
                .orElseGet(() -> Outcome.refused(Refusal.of(NOT_FOUND)));
    }

    /** As {@link #keptDocument}, for such an organisation. */
    public Optional<AttachmentCard> keptDocumentOnBehalf(Actor actor, OrganisationId organisation, String id) {
        return unclaimed(actor, organisation)
                .flatMap(card -> attachmentId(id).flatMap(document -> attachments.card(card.id(), document)));
    }

    private Outcome<CertificateId> enter(
            Actor actor, OrganisationId organisation, CertificateDraft draft, Instant now) {
        papers.lockFor(organisation);
        if (papers.of(List.of(organisation)).size() >= MOST_SHOWN) {
            return Outcome.refused(Refusal.of("certificate.too_many", MOST_SHOWN));
        }
        Outcome<Certificate.Facts> read = read(organisation, draft, Optional.empty(), now);
        return read.map(facts -> {
            var certificate =
                    new Certificate(organisation, facts, actor.person().orElse(null), now);
            papers.persistAndFlush(certificate);
            if (facts.document() != null) {
                attachments.use(organisation, facts.document(), now);
            }
            outbox.publish(stated(certificate));
            return certificate.id();
        });
    }

    /** Says something else of a certificate; what was confirmed before is stated anew. */
    public Outcome<CertificateId> change(
            Actor actor, CertificateId id, int version, CertificateDraft draft, Instant now) {
        Optional<Certificate> own = actor.organisation().flatMap(organisation -> papers.lockedOf(organisation, id));
        if (own.isEmpty()) {
            return Outcome.refused(Refusal.of(NOT_FOUND));
        }
        Certificate certificate = own.get();
        papers.lockFor(certificate.organisation());
        if (certificate.version() != version) {
            return Outcome.refused(Refusal.of("certificate.changed_meanwhile"));
        }
        return read(certificate.organisation(), draft, Optional.of(certificate), now)
                .map(facts -> {
                    if (certificate.change(facts, now)) {
                        if (facts.document() != null) {
                            attachments.use(certificate.organisation(), facts.document(), now);
                        }
                        papers.flush();
                        outbox.publish(stated(certificate));
                    }
                    return id;
                });
    }

    /** No longer shows it; that it was shown, and what checkers said of it, stays. */
    public Outcome<CertificateId> withdraw(Actor actor, CertificateId id, Instant now) {
        Optional<Certificate> own = actor.organisation().flatMap(organisation -> papers.lockedOf(organisation, id));
        if (own.isEmpty()) {
            return Outcome.refused(Refusal.of(NOT_FOUND));
        }
        Certificate certificate = own.get();
        certificate.withdraw(now);
        outbox.publish(new CertificateWithdrawn(
                id,
                certificate.organisation(),
                certificate.facts().kind(),
                certificate.facts().number()));
        return Outcome.accepted(id);
    }

    /** What the organisation acted for shows, with what was said of it. */
    public List<OwnCertificate> mine(Actor actor) {
        return actor.organisation()
                .map(organisation ->
                        papers.of(List.of(organisation)).stream().map(this::own).toList())
                .orElse(List.of());
    }

    public Optional<OwnCertificate> mine(Actor actor, CertificateId id) {
        return actor.organisation()
                .flatMap(organisation -> papers.byId(id)
                        .filter(certificate -> certificate.organisation().equals(organisation)))
                .map(this::own);
    }

    /**
     * The document of a certificate: for its own people, checkers, coordinators, and members of organisations whose documents were checked.
     * Whoever may not have it does not learn whether there is one.
     */
    public Optional<AttachmentContent> document(Actor viewer, CertificateId id) {
        return papers.byId(id)
                .filter(certificate -> mayRead(viewer, certificate))
                .flatMap(certificate -> certificate
                        .document()
                        .flatMap(document -> attachments.content(certificate.organisation(), document)));
    }

    private boolean mayRead(Actor viewer, Certificate certificate) {
        if (viewer.actsFor(certificate.organisation()) || viewer.is(Role.OPERATOR) || viewer.is(Role.COORDINATOR)) {
            return true;
        }
        if (viewer.organisationVerified() && certificate.check() != CheckState.REJECTED) {
            return true;
        }
        return registry.card(certificate.organisation())
                .filter(organisation -> checking.mayLook(viewer, organisation.placeCode()))
                .isPresent();
    }

    /** What waits to be checked, oldest first, as far as the actor may check. */
    public List<WaitingCertificate> waiting(Actor actor) {
        return checking.waiting(actor);
    }

    public Optional<CertificateCase> caseOf(Actor actor, CertificateId id) {
        return checking.caseOf(actor, id);
    }

    /** A checker confirms or rejects what an organisation states. */
    public Outcome<CertificateId> check(Actor actor, CertificateId id, CheckDecision decision, Instant now) {
        return checking.check(actor, id, decision, now);
    }

    /** Tells of those that end soon or have ended, each once for every threshold; how many were told of. */
    public int warn(Instant now) {
        LocalDate today = BusinessDay.of(now);
        int told = 0;
        for (int threshold : WARNED_AT) {
            List<Certificate> ending = papers.endingBy(today.plusDays(threshold), threshold, WARNED_AT_ONCE);
            for (Certificate certificate : ending) {
                certificate.warned(threshold);
                LocalDate last = Objects.requireNonNull(certificate.validTo());
                outbox.publish(
                        threshold < 0
                                ? new CertificateExpired(
                                        certificate.id(),
                                        certificate.organisation(),
                                        certificate.facts().kind(),
                                        certificate.facts().number(),
                                        last)
                                : new CertificateEnding(
                                        certificate.id(),
                                        certificate.organisation(),
                                        certificate.facts().kind(),
                                        certificate.facts().number(),
                                        last,
                                        Math.toIntExact(ChronoUnit.DAYS.between(today, last))));
                told++;
            }
            papers.flush();
            if (ending.size() == WARNED_AT_ONCE) {
                // There may be more that have ended; nobody is told of those that they end soon.
                return told;
            }
        }
        return told;
    }

    private Outcome<Certificate.Facts> read(
            OrganisationId organisation, CertificateDraft draft, Optional<Certificate> before, Instant now) {
        Optional<AttachmentId> document = attachmentId(draft.document())
                .filter(id -> attachments.card(organisation, id).isPresent());
        var rules = new CertificateRules(standards, glossary.terms(), BusinessDay.of(now));
        Outcome<Certificate.Facts> read = rules.read(draft, document);
        if (read instanceof Outcome.Accepted<Certificate.Facts> accepted) {
            Certificate.Facts facts = accepted.value();
            boolean shownAlready = !facts.number().isEmpty()
                    && papers.sameNumber(organisation, facts.kind(), facts.number())
                            .filter(same -> before.filter(one -> one.id().equals(same.id()))
                                    .isEmpty())
                            .isPresent();
            if (shownAlready) {
                return Outcome.refused(Refusal.at("number", "certificate.number_shown_already"));
            }
        }
        return read;
    }

    /** What an organisation shows, in the words and colours of a page. */
    public List<ShownCertificate> shown(OrganisationId organisation, Instant now) {
        return shown(of(List.of(organisation)).getOrDefault(organisation, List.of()), now);
    }

    public List<ShownCertificate> shown(Collection<CertificateCard> cards, Instant now) {
        LocalDate today = BusinessDay.of(now);
        Terms terms = glossary.terms();
        return cards.stream()
                .map(card -> new ShownCertificate(
                        card,
                        card.on(today),
                        card.scope().stream()
                                .flatMap(key -> terms.byKey(key).stream())
                                .toList(),
                        card.standards().stream()
                                .map(cited -> ShownStandard.of(cited, standards, today))
                                .toList()))
                .sorted(Comparator.comparing((ShownCertificate one) -> one.state() == ValidityState.EXPIRED)
                        .thenComparing(one -> one.card().kind()))
                .toList();
    }

    private OwnCertificate own(Certificate certificate) {
        String name = registry.card(certificate.organisation()).orElseThrow().name();
        return new OwnCertificate(
                certificate.card(name),
                certificate.version(),
                certificate.statedAt(),
                checking.document(certificate),
                checking.views(certificate));
    }

    private static CertificateStated stated(Certificate certificate) {
        Certificate.Facts facts = certificate.facts();
        return new CertificateStated(certificate.id(), certificate.organisation(), facts.kind(), facts.number());
    }

    private static Optional<AttachmentId> attachmentId(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(AttachmentId.of(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
