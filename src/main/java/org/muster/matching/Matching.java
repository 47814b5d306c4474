package org.muster.matching;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.OpenSupply;
import org.muster.catalogue.Sale;
import org.muster.catalogue.Silence;
import org.muster.certificate.CertificateCard;
import org.muster.certificate.CertificateKind;
import org.muster.certificate.Certificates;
import org.muster.certificate.Gate;
import org.muster.certificate.Requirement;
import org.muster.identity.Actor;
import org.muster.organisation.VerificationLevel;
import org.muster.reference.Glossary;
import org.muster.reference.Term;
import org.muster.reference.Terms;
import org.muster.reservation.Reservations;
import org.muster.search.Fitness;
import org.muster.search.Near;
import org.muster.search.Search;
import org.muster.search.SearchQuery;
import org.muster.search.Sort;
import org.muster.search.Sought;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.TimeWindow;

/**
 * Turns needs into those who can meet them, and those who nearly can. Search brings who speaks of what is wanted, the nearest first; what
 * is free the ledger says, and what is proven the certificates.
 */
@ApplicationScoped
public class Matching {

    /** Of those who fit as far as search can tell, for each kind; more nobody plans with. */
    static final int MOST_LOOKED_AT = 300;
    /** Who has all but the papers, as far as search can tell. */
    static final int MOST_LACKING_PAPERS = 100;
    /** Of unknown availability: nobody plans with them, but somebody may ring them up. */
    static final int MOST_UNKNOWN = 60;

    static final int MOST_NEAR_MISSES = 60;

    private final Search search;
    private final Catalogue catalogue;
    private final Reservations reservations;
    private final Certificates certificates;
    private final Glossary glossary;
    private final Silence silence;

    Matching(
            Search search,
            Catalogue catalogue,
            Reservations reservations,
            Certificates certificates,
            Glossary glossary,
            Silence silence) {
        this.search = search;
        this.catalogue = catalogue;
        this.reservations = reservations;
        this.certificates = certificates;
        this.glossary = glossary;
        this.silence = silence;
    }

    public Matches match(Actor viewer, Need need, Instant now) {
        return match(viewer, List.of(need), now).get(0);
    }

    /** One answer for each need, in their order; what several of them look at is read once. */
    public List<Matches> match(Actor viewer, List<Need> needs, Instant now) {
        Terms terms = glossary.terms();
        Map<Need, List<ListingId>> found = speakingOf(viewer, new LinkedHashSet<>(needs), terms, now);
        Map<Need, Matches> matches = judged(viewer, found, terms, now);
        return needs.stream()
                .map(need -> Objects.requireNonNull(matches.get(need)))
                .toList();
    }

    /** @param found for each need the listings to be held against it */
    Map<Need, Matches> judged(Actor viewer, Map<Need, List<ListingId>> found, Terms terms, Instant now) {
        Set<ListingId> all =
                found.values().stream().flatMap(List::stream).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<ListingId, Supply> supplies = supplies(viewer, all, lastDeadline(found.keySet()), now);
        Judge judge = new Judge(terms, certificates.gate(), silence.allocatedSince(now), now);
        Map<Need, Matches> matches = new LinkedHashMap<>();
        found.forEach((need, listings) -> matches.put(need, matches(need, listings, supplies, judge)));
        return matches;
    }

    /**
     * Whether a supplier's papers prove all that is required, each for one of the products it is taken for.
     *
     * @param products keys of terms
     */
    public boolean isProven(
            OrganisationId supplier, Collection<Requirement> required, Collection<String> products, LocalDate day) {
        if (required.isEmpty()) {
            return true;
        }
        List<CertificateCard> shown = certificates.of(List.of(supplier)).getOrDefault(supplier, List.of());
        Gate gate = certificates.gate();
        return required.stream()
                .allMatch(one -> products.stream()
                        .anyMatch(product ->
                                gate.judge(one.covering(product), shown, day).passes()));
    }

    private static Instant lastDeadline(Collection<Need> needs) {
        return needs.stream().map(Need::neededBy).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }

    // ── Finding ─────────────────────────────────────────────────────────────────

    /** Needs of one product at one place ask the same of the index, and are answered once. */
    private Map<Need, List<ListingId>> speakingOf(Actor viewer, Set<Need> needs, Terms terms, Instant now) {
        Map<Need, List<Sought>> sought = new LinkedHashMap<>();
        needs.forEach(need -> sought.put(
                need,
                terms.byKey(need.product())
                        .map(term -> sought(need, term, silence.allocatedSince(now)))
                        .orElse(List.of())));
        List<Sought> asked =
                sought.values().stream().flatMap(List::stream).distinct().toList();
        List<List<ListingId>> answers = search.ids(viewer, asked, now);
        Map<Sought, List<ListingId>> answered = new HashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            answered.put(asked.get(i), answers.get(i));
        }
        Map<Need, List<ListingId>> found = new LinkedHashMap<>();
        sought.forEach((need, searches) -> found.put(
                need,
                searches.stream()
                        .flatMap(each -> answered.getOrDefault(each, List.of()).stream())
                        .distinct()
                        .toList()));
        return found;
    }

    /** Who fits as far as the index can tell; who lacks only papers, for lines are proven by what they make, not by what they could; and who is near. */
    static List<Sought> sought(Need need, Term term, Instant allocatedSince) {
        SearchQuery nearest = SearchQuery.everything()
                .withWords(term.zh())
                .withNear(Optional.of(new Near(need.place().nameZh(), need.place(), Optional.empty())))
                .sorted(Sort.DISTANCE);
        SearchQuery likely = nearest.withSupplyModes(need.supplyModes())
                .withLevel(Optional.of(need.level()).filter(level -> level != VerificationLevel.UNCLAIMED))
                .withFreshness(Optional.of(need.freshness()));
        List<Set<CertificateKind>> papers = need.certificates().stream()
                .map(Requirement::kinds)
                .filter(kinds -> !kinds.isEmpty())
                .toList();
        List<Optional<ListingKind>> kinds = need.kinds().isEmpty()
                ? List.of(Optional.empty())
                : need.kinds().stream().sorted().map(Optional::of).toList();
        List<Sought> sought = new ArrayList<>();
        for (Optional<ListingKind> kind : kinds) {
            SearchQuery ofKind = likely.withKind(kind);
            sought.add(new Sought(
                    ofKind,
                    new Fitness(papers, Judge.day(need.neededBy()), Optional.of(allocatedSince), true),
                    MOST_LOOKED_AT,
                    0));
            if (!papers.isEmpty()) {
                sought.add(new Sought(
                        ofKind,
                        new Fitness(List.of(), LocalDate.EPOCH, Optional.of(allocatedSince), true),
                        MOST_LACKING_PAPERS,
                        0));
            }
        }
        // Who fails what search can tell is worth knowing too: the nearest of them.
        sought.add(new Sought(nearest, MOST_NEAR_MISSES, MOST_UNKNOWN));
        return sought;
    }

    // ── Reading ─────────────────────────────────────────────────────────────────

    private Map<ListingId, Supply> supplies(
            Actor viewer, Collection<ListingId> listings, Instant lastDeadline, Instant now) {
        List<OpenSupply> open = catalogue.open(viewer, listings, now);
        Map<ListingId, SortedMap<LocalDate, BigDecimal>> output = output(open, lastDeadline, now);
        Map<OrganisationId, List<CertificateCard>> papers = certificates.of(
                open.stream().map(OpenSupply::supplier).distinct().toList());
        Map<ListingId, Supply> supplies = new LinkedHashMap<>();
        for (OpenSupply one : open) {
            ListingId id = one.listing().id();
            supplies.put(
                    id,
                    new Supply(
                            one,
                            output.getOrDefault(id, new TreeMap<>()),
                            papers.getOrDefault(one.supplier(), List.of())));
        }
        return supplies;
    }

    private Map<ListingId, SortedMap<LocalDate, BigDecimal>> output(
            List<OpenSupply> open, Instant lastDeadline, Instant now) {
        List<ListingId> sellingOutput = open.stream()
                .filter(one -> one.sale() == Sale.RATE)
                .map(one -> one.listing().id())
                .toList();
        // Whoever is too late is told by how much, so days after the deadline are read too.
        Instant until = lastDeadline.plus(Duration.ofDays(14));
        return sellingOutput.isEmpty() || !until.isAfter(now)
                ? Map.of()
                : reservations.outputOfDays(sellingOutput, new TimeWindow(now, until), now);
    }

    // ── Judging ─────────────────────────────────────────────────────────────────

    private static Matches matches(Need need, List<ListingId> found, Map<ListingId, Supply> supplies, Judge judge) {
        List<Candidate> candidates = new ArrayList<>();
        List<NearMiss> misses = new ArrayList<>();
        int considered = 0;
        for (ListingId listing : found) {
            Supply supply = supplies.get(listing);
            if (supply != null) {
                considered++;
                Judge.Verdict verdict = judge.of(need, supply);
                verdict.candidate().ifPresent(candidates::add);
                verdict.miss().ifPresent(misses::add);
            }
        }
        candidates.sort(Comparator.comparing(Candidate::arrives)
                .thenComparing(candidate -> candidate.listing().id().value()));
        misses.sort(Comparator.comparing((NearMiss miss) -> miss.misses().size())
                .thenComparing(miss -> miss.journey().kilometres())
                .thenComparing(miss -> miss.listing().id().value()));
        return new Matches(
                need, candidates, misses.stream().limit(MOST_NEAR_MISSES).toList(), considered);
    }
}
