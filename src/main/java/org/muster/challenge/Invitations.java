package org.muster.challenge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.muster.catalogue.Able;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.Confidentiality;
import org.muster.catalogue.Freshness;
import org.muster.catalogue.ListingDocument;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.Proven;
import org.muster.catalogue.ScanQuery;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.organisation.OrganisationCard;
import org.muster.organisation.OrganisationRegistry;
import org.muster.outbox.Outbox;
import org.muster.reference.Glossary;
import org.muster.reference.Term;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.Refusal;

/** Asks those to claim whose lines could be changed over to what is wanted. Who does not want to be asked is not. */
@ApplicationScoped
@Transactional
public class Invitations {

    private static final int MOST_LISTINGS = 200;

    private final ChallengeRows challenges;
    private final InvitationRows invitations;
    private final Catalogue catalogue;
    private final OrganisationRegistry registry;
    private final Glossary glossary;
    private final Outbox outbox;

    Invitations(
            ChallengeRows challenges,
            InvitationRows invitations,
            Catalogue catalogue,
            OrganisationRegistry registry,
            Glossary glossary,
            Outbox outbox) {
        this.challenges = challenges;
        this.invitations = invitations;
        this.catalogue = catalogue;
        this.registry = registry;
        this.glossary = glossary;
        this.outbox = outbox;
    }

    /**
     * Makers with lines that could be changed over, those that were not asked yet first. Only what everybody may see counts: a list of names made
     * from what was told in confidence would tell it on.
     */
    public List<Convertible> convertible(Actor viewer, ChallengeId id, Instant now) {
        Optional<Challenge> challenge = Challenges.mayRun(viewer) ? challenges.byId(id) : Optional.empty();
        Optional<Term> item = challenge.flatMap(found -> glossary.terms().byKey(found.itemKey()));
        if (item.isEmpty()) {
            return List.of();
        }
        Map<OrganisationId, ListingDocument> lines = new LinkedHashMap<>();
        lines(viewer, item.get(), now).forEach(line -> lines.putIfAbsent(line.organisation(), line));
        Map<OrganisationId, OrganisationCard> cards = registry.cards(lines.keySet());
        Map<OrganisationId, InvitationRows.Invited> invited =
                invitations.of(id).stream().collect(Collectors.toMap(InvitationRows.Invited::organisation, one -> one));
        Set<OrganisationId> unwilling = invitations.optedOut(lines.keySet());
        List<Convertible> found = new ArrayList<>();
        lines.forEach((organisation, line) -> {
            OrganisationCard card = cards.get(organisation);
            Optional<InvitationRows.Invited> before = Optional.ofNullable(invited.get(organisation));
            // Whoever was asked before it opted out stays on record.
            if (card != null && (before.isPresent() || !unwilling.contains(organisation))) {
                found.add(new Convertible(
                        card,
                        line.id(),
                        line.title(),
                        Optional.ofNullable(line.titleEn()),
                        line.products(),
                        Optional.ofNullable(line.quantity()),
                        before.map(InvitationRows.Invited::at),
                        before.map(InvitationRows.Invited::by)));
            }
        });
        found.sort(Comparator.comparing((Convertible one) -> one.invitedAt().isPresent())
                .thenComparing(one -> one.organisation().level(), Comparator.reverseOrder())
                .thenComparing(one -> one.organisation().name()));
        return found;
    }

    private List<ListingDocument> lines(Actor viewer, Term item, Instant now) {
        Set<ListingId> ids = new LinkedHashSet<>();
        List<List<String>> convertibleTo = List.of(glossary.terms().allLabels(item));
        for (boolean unknown : new boolean[] {false, true}) {
            ids.addAll(catalogue
                    .scan(
                            viewer,
                            new ScanQuery(
                                    List.of(),
                                    new Able(Set.of(), null, convertibleTo),
                                    EnumSet.of(ListingKind.PRODUCTION_LINE),
                                    Set.of(),
                                    Set.of(),
                                    Set.of(),
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    Freshness.STALE,
                                    null,
                                    null,
                                    Proven.nothing(),
                                    unknown,
                                    ScanQuery.Sort.RELEVANCE,
                                    0,
                                    MOST_LISTINGS),
                            now)
                    .ids());
        }
        Map<ListingId, ListingDocument> documents =
                catalogue.documents(ids).stream().collect(Collectors.toMap(ListingDocument::id, one -> one));
        return ids.stream()
                .flatMap(one -> Optional.ofNullable(documents.get(one)).stream())
                .filter(one -> one.confidentiality() == Confidentiality.PUBLIC)
                .toList();
    }

    /** Asks these, of those who could change over; each once. Tells how many were asked now. */
    public Outcome<Integer> invite(Actor actor, ChallengeId id, Set<OrganisationId> chosen, Instant now) {
        Optional<Challenge> challenge = Challenges.mayRun(actor) ? challenges.locked(id) : Optional.empty();
        if (challenge.isEmpty()) {
            return Challenges.notFound();
        }
        if (!challenge.get().isOpen(now)) {
            return Outcome.refused(Refusal.of("challenge.not_open"));
        }
        List<Convertible> asked = convertible(actor, id, now).stream()
                .filter(one -> one.invitedAt().isEmpty()
                        && chosen.contains(one.organisation().id()))
                .toList();
        if (asked.isEmpty()) {
            return Outcome.refused(Refusal.at("organisation", "challenge.nobody_chosen"));
        }
        String wanted = challenge.get().quantity().toString();
        for (Convertible one : asked) {
            invitations.add(id, one.organisation().id(), one.listing(), actor.name(), now);
            outbox.publish(new MakerInvited(
                    id, one.organisation().id(), challenge.get().title(), wanted));
        }
        challenges.note(
                id,
                actor.name(),
                ChallengeEntry.Deed.INVITED,
                asked.stream().map(one -> one.organisation().name()).collect(Collectors.joining("、")),
                now);
        return Outcome.accepted(asked.size());
    }

    // ── The makers ──────────────────────────────────────────────────────────────

    private static Optional<OrganisationId> maker(Actor actor) {
        return actor.is(Role.MEMBER) ? actor.organisation() : Optional.empty();
    }

    /** What the organisation acted for was invited to, the last first. */
    public List<Invitation> of(Actor actor, Instant now) {
        List<InvitationRows.Invited> rows = maker(actor).map(invitations::of).orElseGet(List::of);
        Map<ChallengeId, Challenge> known =
                challenges
                        .byIds(rows.stream()
                                .map(InvitationRows.Invited::challenge)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Challenge::id, one -> one));
        return rows.stream()
                .map(row -> {
                    Challenge challenge = Objects.requireNonNull(known.get(row.challenge()));
                    return new Invitation(
                            row.challenge(), challenge.title(), challenge.isOpen(now), row.listing(), row.at());
                })
                .toList();
    }

    public boolean wantsInvitations(Actor actor) {
        return maker(actor)
                .map(own -> invitations.optedOut(Set.of(own)).isEmpty())
                .orElse(false);
    }

    public Outcome<OrganisationId> wantInvitations(Actor actor, boolean wanted, Instant now) {
        Optional<OrganisationId> own = maker(actor);
        if (own.isEmpty()) {
            return Challenges.notFound();
        }
        if (wanted) {
            invitations.optIn(own.get());
        } else {
            invitations.optOut(own.get(), actor.name(), now);
        }
        outbox.publish(new InvitationsWanted(own.get(), wanted));
        return Outcome.accepted(own.get());
    }
}
