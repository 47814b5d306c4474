package org.muster.challenge;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.muster.attachment.AttachmentCard;
import org.muster.attachment.AttachmentContent;
import org.muster.attachment.AttachmentId;
import org.muster.attachment.Attachments;
import org.muster.catalogue.Availability;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.Confidentiality;
import org.muster.catalogue.ListingCard;
import org.muster.catalogue.ListingDraft;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.ListingState;
import org.muster.catalogue.MyListing;
import org.muster.catalogue.SpecificationValue;
import org.muster.catalogue.SupplyMode;
import org.muster.certificate.CertificateCard;
import org.muster.certificate.CertificateKind;
import org.muster.certificate.Certificates;
import org.muster.certificate.CheckState;
import org.muster.certificate.Gate;
import org.muster.certificate.Requirement;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.organisation.OrganisationCard;
import org.muster.organisation.OrganisationProfile;
import org.muster.organisation.OrganisationRegistry;
import org.muster.outbox.Outbox;
import org.muster.reference.Glossary;
import org.muster.reference.Term;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;

/** Takes claims and decides on them. A claimant sees its own; coordinators see all of a challenge side by side. */
@ApplicationScoped
@Transactional
public class Claims {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int MOST_LISTINGS = 200;

    private final ChallengeRows challenges;
    private final ClaimRows claims;
    private final Attachments attachments;
    private final Catalogue catalogue;
    private final Certificates certificates;
    private final OrganisationRegistry registry;
    private final Glossary glossary;
    private final Outbox outbox;

    Claims(
            ChallengeRows challenges,
            ClaimRows claims,
            Attachments attachments,
            Catalogue catalogue,
            Certificates certificates,
            OrganisationRegistry registry,
            Glossary glossary,
            Outbox outbox) {
        this.challenges = challenges;
        this.claims = claims;
        this.attachments = attachments;
        this.catalogue = catalogue;
        this.certificates = certificates;
        this.registry = registry;
        this.glossary = glossary;
        this.outbox = outbox;
    }

    // ── The claimant ────────────────────────────────────────────────────────────

    private static Optional<OrganisationId> claimant(Actor actor) {
        return actor.is(Role.MEMBER) ? actor.organisation() : Optional.empty();
    }

    /** Keeps a file before the claim is taken, so that a refusal of something else does not lose it. */
    public Outcome<AttachmentCard> keepEvidence(Actor actor, String fileName, byte[] file, Instant now) {
        return claimant(actor)
                .map(organisation -> attachments.keep(actor, organisation, "evidence", fileName, file, now))
                .orElseGet(Challenges::notFound);
    }

    /** The files of these ids that are kept for the claimant, in their order. */
    public List<AttachmentCard> keptEvidence(Actor actor, List<String> ids) {
        Optional<OrganisationId> organisation = claimant(actor);
        if (organisation.isEmpty()) {
            return List.of();
        }
        List<AttachmentCard> kept = new ArrayList<>();
        for (String id : new LinkedHashSet<>(ids)) {
            try {
                attachments.card(organisation.get(), AttachmentId.of(id)).ifPresent(kept::add);
            } catch (IllegalArgumentException noId) {
                // Not one of ours: nothing is kept under it.
            }
        }
        return kept;
    }

    /** The claimant's own listings that a claim may name. */
    public List<MyListing> listings(Actor actor, Instant now) {
        return claimant(actor).isEmpty()
                ? List.of()
                : catalogue.mine(actor, 0, MOST_LISTINGS, now).stream()
                        .filter(one -> one.state() == ListingState.PUBLISHED)
                        .toList();
    }

    /** Claims, or says something else of the claim that stands. */
    public Outcome<ClaimId> claim(Actor actor, ChallengeId id, ClaimDraft typed, Instant now) {
        Optional<OrganisationId> organisation = claimant(actor);
        Optional<Challenge> challenge = challenges.locked(id).filter(Challenge::wasPublished);
        if (organisation.isEmpty() || challenge.isEmpty()) {
            return Challenges.notFound();
        }
        if (!challenge.get().isOpen(now)) {
            return Outcome.refused(Refusal.of("challenge.closed"));
        }
        Optional<Claim> standing = claims.standing(id, organisation.get());
        if (standing.filter(one -> one.state() == ClaimState.ACCEPTED).isPresent()) {
            return Outcome.refused(Refusal.of("challenge.accepted_already"));
        }
        List<AttachmentId> kept = keptEvidence(actor, typed.evidence()).stream()
                .map(AttachmentCard::id)
                .toList();
        Set<ListingId> own = listings(actor, now).stream().map(MyListing::id).collect(Collectors.toSet());
        return ClaimRules.check(
                        typed,
                        challenge.get().quantity(),
                        challenge.get().limits(),
                        own,
                        kept,
                        LocalDate.ofInstant(now, ZONE))
                .map(checked -> taken(actor, challenge.get(), organisation.get(), standing, checked, now));
    }

    private ClaimId taken(
            Actor actor,
            Challenge challenge,
            OrganisationId organisation,
            Optional<Claim> standing,
            ClaimRules.Checked checked,
            Instant now) {
        checked.evidence().forEach(file -> attachments.use(organisation, file, now));
        String said = name(organisation) + " · " + checked.quantity();
        if (standing.isPresent()) {
            standing.get().change(checked, now);
            challenges.note(challenge.id(), actor.name(), ChallengeEntry.Deed.CLAIM_CHANGED, said, now);
            outbox.publish(new ClaimChanged(
                    challenge.id(),
                    standing.get().id(),
                    organisation,
                    checked.quantity().toString()));
            return standing.get().id();
        }
        Claim claim = new Claim(challenge.id(), organisation, checked, actor, now);
        claims.persistAndFlush(claim);
        challenges.note(challenge.id(), actor.name(), ChallengeEntry.Deed.CLAIMED, said, now);
        outbox.publish(new ChallengeClaimed(
                challenge.id(), claim.id(), organisation, checked.quantity().toString()));
        return claim.id();
    }

    /** Also one that was accepted: a promise nobody can keep is better taken back than broken. */
    public Outcome<ClaimId> withdraw(Actor actor, ChallengeId id, Instant now) {
        Optional<Claim> claim = claimant(actor).flatMap(organisation -> claims.standing(id, organisation));
        if (claim.isEmpty()) {
            return Challenges.notFound();
        }
        OrganisationId organisation = claim.get().organisation();
        // While somebody counts on it, it is given back first.
        Optional<Outcome<ListingState>> offer =
                claim.get().offer().map(listing -> catalogue.withdraw(offering(claim.get()), listing, now));
        if (offer.filter(withdrawn -> !withdrawn.isAccepted()).isPresent()) {
            return Outcome.refused(offer.get().reasons());
        }
        if (!claim.get().withdraw(now)) {
            return Challenges.notFound();
        }
        challenges.note(id, actor.name(), ChallengeEntry.Deed.CLAIM_WITHDRAWN, name(organisation), now);
        outbox.publish(new ClaimTakenBack(id, claim.get().id(), organisation));
        return Outcome.accepted(claim.get().id());
    }

    /** Answers what a coordinator asked. */
    public Outcome<ClaimId> answer(Actor actor, ChallengeId id, String said, Instant now) {
        Optional<Claim> claim = claimant(actor).flatMap(organisation -> claims.standing(id, organisation));
        if (claim.isEmpty()) {
            return Challenges.notFound();
        }
        String tidy = said.strip();
        if (tidy.length() < 2 || tidy.length() > 1000) {
            return Outcome.refused(Refusal.at("said", "challenge.text_length", 2, 1000));
        }
        claims.say(claim.get().id(), actor.name(), true, tidy, now);
        challenges.note(
                id, actor.name(), ChallengeEntry.Deed.ANSWERED, name(claim.get().organisation()) + " · " + tidy, now);
        outbox.publish(new ClaimantAnswered(id, claim.get().id(), claim.get().organisation()));
        return Outcome.accepted(claim.get().id());
    }

    /** The last claim of the organisation acted for. */
    public Optional<ClaimView> mine(Actor actor, ChallengeId id) {
        return claimant(actor)
                .flatMap(organisation -> claims.last(id, organisation))
                .map(this::view);
    }

    /** Every claim of the organisation acted for, the last first. */
    public List<ClaimView> mine(Actor actor) {
        return claimant(actor).map(claims::of).orElseGet(List::of).stream()
                .map(this::view)
                .toList();
    }

    private ClaimView view(Claim claim) {
        return claim.view(attachments.cards(claim.evidence()), claims.words(claim.id()));
    }

    private String name(OrganisationId organisation) {
        return registry.card(organisation).map(OrganisationCard::name).orElse("");
    }

    /** A file that a claim brings, for its claimant and for coordinators. */
    public Optional<AttachmentContent> evidence(Actor viewer, ChallengeId id, ClaimId claimId, AttachmentId file) {
        return claims.byId(id, claimId)
                .filter(claim -> Challenges.mayRun(viewer)
                        || claimant(viewer).filter(claim.organisation()::equals).isPresent())
                .filter(claim -> claim.evidence().contains(file))
                .flatMap(claim -> attachments.content(claim.organisation(), file));
    }

    // ── The coordinator ─────────────────────────────────────────────────────────

    /** All claims beside what is proven of each: those that wait for a decision first, then by when they are ready. */
    public List<ClaimFile> of(Actor viewer, ChallengeId id, Instant now) {
        Optional<Challenge> challenge = Challenges.mayRun(viewer) ? challenges.byId(id) : Optional.empty();
        if (challenge.isEmpty()) {
            return List.of();
        }
        List<Claim> rows = claims.of(id);
        List<OrganisationId> organisations =
                rows.stream().map(Claim::organisation).distinct().toList();
        Map<OrganisationId, OrganisationCard> cards = registry.cards(organisations);
        Map<OrganisationId, List<CertificateCard>> papers = certificates.of(organisations);
        Map<ListingId, ListingCard> listings = catalogue
                .cards(
                        viewer,
                        rows.stream()
                                .flatMap(claim -> claim.listing().stream())
                                .distinct()
                                .toList(),
                        now)
                .stream()
                .collect(Collectors.toMap(ListingCard::id, one -> one));
        List<ClaimFile> files = new ArrayList<>();
        for (Claim row : rows) {
            files.add(file(
                    viewer,
                    challenge.get(),
                    view(row),
                    Objects.requireNonNull(cards.get(row.organisation())),
                    papers.getOrDefault(row.organisation(), List.of()),
                    row.listing().map(listings::get),
                    now));
        }
        files.sort(Comparator.comparing((ClaimFile one) -> one.claim().state())
                .thenComparing(one -> one.claim().readyBy())
                .thenComparing(one -> one.claim().id().value()));
        return files;
    }

    private ClaimFile file(
            Actor viewer,
            Challenge challenge,
            ClaimView claim,
            OrganisationCard organisation,
            List<CertificateCard> shown,
            Optional<ListingCard> listing,
            Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZONE);
        Optional<ClaimFile.Pace> pace = listing.flatMap(card -> pace(card, claim.quantity()));
        boolean late = claim.readyBy().isAfter(challenge.neededBy())
                || pace.filter(one -> today.plusDays(one.days()).isAfter(challenge.neededBy()))
                        .isPresent();
        return new ClaimFile(
                claim,
                organisation,
                registry.profile(viewer, claim.organisation())
                        .flatMap(OrganisationProfile::contacts)
                        .flatMap(contacts -> Optional.ofNullable(contacts.mobile())),
                listing,
                challenge.limits().stream()
                        .map(limit -> new ClaimFile.KeptLimit(
                                limit, Optional.ofNullable(claim.figures().get(limit.name()))))
                        .toList(),
                challenge.papers().stream()
                        .sorted()
                        .map(kind -> new ClaimFile.ShownPaper(kind, gate(challenge, kind, shown)))
                        .toList(),
                numbers(claim.certificates(), shown, today),
                pace,
                late);
    }

    private Gate.Answer gate(Challenge challenge, CertificateKind kind, List<CertificateCard> shown) {
        return certificates
                .gate()
                .judge(Requirement.of(kind).covering(challenge.itemKey()), shown, challenge.neededBy());
    }

    private static Optional<ClaimFile.Pace> pace(ListingCard card, Quantity claimed) {
        Quantity perDay = card.quantity();
        if (!card.daily()
                || perDay == null
                || perDay.amount().signum() <= 0
                || !perDay.unit().dimension().equals(claimed.unit().dimension())) {
            return Optional.empty();
        }
        BigDecimal days = claimed.inBase().divide(perDay.inBase(), 0, RoundingMode.CEILING);
        return Optional.of(
                new ClaimFile.Pace(perDay, days.min(BigDecimal.valueOf(100_000)).longValueExact()));
    }

    private static List<ClaimFile.NamedCertificate> numbers(
            String written, List<CertificateCard> shown, LocalDate today) {
        List<ClaimFile.NamedCertificate> numbers = new ArrayList<>();
        for (String number : new LinkedHashSet<>(List.of(written.split("[\\s,，、;；]+")))) {
            if (!number.isBlank()) {
                Optional<CertificateCard> known = shown.stream()
                        .filter(card -> folded(card.number()).equals(folded(number)))
                        .findFirst();
                numbers.add(new ClaimFile.NamedCertificate(
                        number,
                        known,
                        known.filter(card -> card.isValidOn(today) && card.check() != CheckState.REJECTED)
                                .isPresent()));
            }
        }
        return numbers;
    }

    private static String folded(String number) {
        return number.replaceAll("[\\s()（）\\[\\]〔〕-]", "").toUpperCase(Locale.ROOT);
    }

    /** @param typed how much of it; blank for all of it */
    public Outcome<ClaimId> accept(Actor actor, ChallengeId id, ClaimId claimId, String typed, Instant now) {
        Optional<Challenge> challenge = Challenges.mayRun(actor) ? challenges.locked(id) : Optional.empty();
        Optional<Claim> claim = challenge.flatMap(found -> claims.locked(id, claimId));
        if (claim.isEmpty()) {
            return Challenges.notFound();
        }
        if (challenge.get().view(challenge.get().quantity(), now).state() == ChallengeState.WITHDRAWN) {
            return Outcome.refused(Refusal.of("challenge.ended"));
        }
        List<Refusal> refusals = new ArrayList<>();
        Quantity claimed = claim.get().quantity();
        Quantity so = typed.isBlank()
                ? claimed
                : ChallengeRules.quantity("amount-" + claimId, typed, claimed.unit(), refusals);
        if (so == null) {
            return Outcome.refused(refusals);
        }
        if (!so.unit().dimension().equals(claimed.unit().dimension())
                || !claimed.isAtLeast(so)
                || so.exactlyIn(claimed.unit()).isEmpty()) {
            return Outcome.refused(Refusal.at(
                    "amount-" + claimId,
                    "challenge.more_than_claimed",
                    claimed.amount().toPlainString(),
                    claimed.unit().nameZh(),
                    claimed.unit().nameEn()));
        }
        Quantity before = claims.accepted(List.of(challenge.get()))
                .getOrDefault(id, Quantity.of(0, challenge.get().quantity().unit()));
        Quantity left = challenge.get().quantity().minus(before);
        if (!left.isAtLeast(so)) {
            return Outcome.refused(Refusal.at(
                    "amount-" + claimId,
                    "challenge.more_than_left",
                    left.amount().toPlainString(),
                    left.unit().nameZh(),
                    left.unit().nameEn()));
        }
        Optional<ListingDraft> offer = claim.get().listing().isPresent()
                ? Optional.empty()
                : Optional.of(offered(challenge.get(), claim.get(), so));
        List<Refusal> unfit =
                offer.map(draft -> catalogue.checkForPublication(draft, now)).orElse(List.of());
        if (!unfit.isEmpty()) {
            return Outcome.refused(unfit);
        }
        if (!claim.get().accept(so, actor, now)) {
            return Outcome.refused(Refusal.of("challenge.decided_already"));
        }
        List<Refusal> notOpened =
                offer.map(draft -> open(claim.get(), draft, now)).orElse(List.of());
        if (!notOpened.isEmpty()) {
            QuarkusTransaction.setRollbackOnly();
            return Outcome.refused(notOpened);
        }
        String said = name(claim.get().organisation()) + " · " + so;
        challenges.note(id, actor.name(), ChallengeEntry.Deed.ACCEPTED, said, now);
        outbox.publish(new ClaimDecided(
                id, claimId, claim.get().organisation(), challenge.get().title(), true, ""));
        return Outcome.accepted(claimId);
    }

    /** In the name of whoever claimed: it said all that the listing says. */
    private static Actor offering(Claim claim) {
        return new Actor(
                Optional.empty(), claim.claimedBy(), Set.of(Role.MEMBER), Optional.of(claim.organisation()), false);
    }

    /**
     * What was accepted, as a lot that plans can count on and the ledger gives away once. Only coordinators see it: it was promised to them. A claim that
     * names a listing needs none; that listing is what plans count on.
     */
    private ListingDraft offered(Challenge challenge, Claim claim, Quantity so) {
        Term item = glossary.terms().byKey(challenge.itemKey()).orElseThrow();
        Map<String, BigDecimal> figures = claim.figures();
        return ListingDraft.of(ListingKind.FINISHED_STOCK, item.zh())
                .titleEn(item.en())
                .description(claim.notes())
                .confidentiality(Confidentiality.COORDINATORS_ONLY)
                .supplyMode(SupplyMode.FINISHED_STOCK)
                .products(List.of(item.zh()))
                .specification(challenge.limits().stream()
                        .filter(limit -> figures.containsKey(limit.name()))
                        .map(limit -> new SpecificationValue(limit.name(), figures.get(limit.name()), limit.unit(), ""))
                        .toList())
                .quantity(so)
                .readyDate(claim.readyBy())
                .price(claim.price())
                .declared(Availability.FREE)
                .build();
    }

    /** Why it cannot be; a claimant may have as many listings as it may. */
    private List<Refusal> open(Claim claim, ListingDraft draft, Instant now) {
        Actor supplier = offering(claim);
        return catalogue
                .create(supplier, claim.organisation(), draft, now)
                .fold(
                        listing -> {
                            claim.isOfferedAs(listing);
                            return catalogue
                                    .publish(supplier, listing, now)
                                    .fold(done -> List.of(), reasons -> reasons);
                        },
                        reasons -> reasons);
    }

    public Outcome<ClaimId> decline(Actor actor, ChallengeId id, ClaimId claimId, String reason, Instant now) {
        Optional<Claim> claim = found(actor, id, claimId);
        if (claim.isEmpty()) {
            return Challenges.notFound();
        }
        String why = reason.strip();
        if (why.length() < 2 || why.length() > 500) {
            return Outcome.refused(Refusal.at("reason-" + claimId, "challenge.text_length", 2, 500));
        }
        if (!claim.get().decline(why, actor, now)) {
            return Outcome.refused(Refusal.of("challenge.decided_already"));
        }
        String said = name(claim.get().organisation()) + " · " + why;
        challenges.note(id, actor.name(), ChallengeEntry.Deed.DECLINED, said, now);
        outbox.publish(new ClaimDecided(id, claimId, claim.get().organisation(), title(id), false, why));
        return Outcome.accepted(claimId);
    }

    /** Asks the claimant something; the claim stays undecided. */
    public Outcome<ClaimId> ask(Actor actor, ChallengeId id, ClaimId claimId, String question, Instant now) {
        Optional<Claim> claim = found(actor, id, claimId);
        if (claim.isEmpty()) {
            return Challenges.notFound();
        }
        String said = question.strip();
        if (said.length() < 2 || said.length() > 1000) {
            return Outcome.refused(Refusal.at("question-" + claimId, "challenge.text_length", 2, 1000));
        }
        if (!claim.get().state().stands()) {
            return Outcome.refused(Refusal.of("challenge.decided_already"));
        }
        claims.say(claimId, actor.name(), false, said, now);
        challenges.note(
                id, actor.name(), ChallengeEntry.Deed.ASKED, name(claim.get().organisation()) + " · " + said, now);
        outbox.publish(new ClaimantAsked(id, claimId, claim.get().organisation(), title(id), said));
        return Outcome.accepted(claimId);
    }

    private Optional<Claim> found(Actor actor, ChallengeId id, ClaimId claim) {
        return Challenges.mayRun(actor) ? claims.locked(id, claim) : Optional.empty();
    }

    private String title(ChallengeId id) {
        return challenges.byId(id).map(Challenge::title).orElse("");
    }
}
