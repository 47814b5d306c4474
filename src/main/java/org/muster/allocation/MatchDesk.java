package org.muster.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.muster.catalogue.CleanRoom;
import org.muster.catalogue.ListingView;
import org.muster.emergency.EmergencyView;
import org.muster.identity.Actor;
import org.muster.matching.Candidate;
import org.muster.matching.Matching;
import org.muster.matching.NearMiss;
import org.muster.planning.model.Profile;
import org.muster.recipe.RecipeLine;
import org.muster.reference.Glossary;
import org.muster.reference.Terms;
import org.muster.reservation.Reservations;
import org.muster.reservation.UnderOrder;
import org.muster.shared.ListingId;

/** Shows for a requirement who can give it and who nearly can, before anything is planned. */
@ApplicationScoped
class MatchDesk {

    private static final int MOST_FITS = 60;
    private static final int MOST_MISSES = 40;

    private final Assembler assembler;
    private final Matching matching;
    private final Reservations reservations;
    private final Glossary glossary;

    MatchDesk(Assembler assembler, Matching matching, Reservations reservations, Glossary glossary) {
        this.assembler = assembler;
        this.matching = matching;
        this.reservations = reservations;
        this.glossary = glossary;
    }

    /** @param requirement the key of the one to look at; the first one where there is none of this key */
    MatchSheet of(Actor viewer, EmergencyView emergency, String requirement, Instant now) {
        Wanted wanted = assembler.wanted(viewer, emergency, PlanWish.of(Profile.CHEAPEST), now);
        List<MatchSheet.Row> rows =
                wanted.resources().stream().map(one -> row(wanted, one)).toList();
        Optional<Wanted.Resource> chosen = wanted.resources().stream()
                .filter(one -> one.key().equals(requirement))
                .findFirst()
                .or(() -> wanted.resources().stream().findFirst());
        return new MatchSheet(rows, chosen.map(one -> looked(viewer, wanted, one, now)));
    }

    private static MatchSheet.Row row(Wanted wanted, Wanted.Resource resource) {
        Wanted.Output output = wanted.outputs().get(resource.output());
        return new MatchSheet.Row(
                resource.key(),
                resource.name(),
                output.name(),
                output.area(),
                resource.tier(),
                Optional.ofNullable(resource.kind()),
                resource.amounts(),
                resource.neededBy());
    }

    private MatchSheet.Looked looked(Actor viewer, Wanted wanted, Wanted.Resource resource, Instant now) {
        Found found = Found.of(matching.match(viewer, assembler.needsOf(wanted, resource), now));
        Map<ListingId, Candidate> candidates = found.candidates();
        Map<ListingId, List<UnderOrder>> orders = reservations.underOrder(viewer, candidates.keySet(), now).stream()
                .collect(Collectors.groupingBy(UnderOrder::listing));
        Terms terms = glossary.terms();
        CapabilityDistance.Asked asked = asked(wanted, resource, candidates.values(), terms);
        List<MatchSheet.Fits> fits = candidates.values().stream()
                .map(one -> fits(wanted, resource, one, asked, orders, terms))
                .sorted(Comparator.comparing((MatchSheet.Fits one) ->
                                one.distance().map(CapabilityDistance::points).orElse(-1))
                        .thenComparing(one -> one.candidate().arrives()))
                .limit(MOST_FITS)
                .toList();
        List<NearMiss> near = found.nearMisses().stream()
                .sorted(Comparator.comparing((NearMiss one) -> one.misses().size())
                        .thenComparing(one -> one.journey().kilometres()))
                .limit(MOST_MISSES)
                .toList();
        return new MatchSheet.Looked(row(wanted, resource), fits, near, found.looked());
    }

    private static MatchSheet.Fits fits(
            Wanted wanted,
            Wanted.Resource resource,
            Candidate candidate,
            CapabilityDistance.Asked asked,
            Map<ListingId, List<UnderOrder>> orders,
            Terms terms) {
        var fit = Fit.of(wanted, resource, candidate);
        ListingView listing = candidate.listing();
        return new MatchSheet.Fits(
                candidate,
                fit.fold(
                        one -> Optional.of(resource.smallest().quantity(one.capacity())), refusals -> Optional.empty()),
                fit.reasons(),
                fit.fold(Fit::whole, refusals -> false),
                candidate.converted() ? Optional.of(CapabilityDistance.of(listing, asked, terms)) : Optional.empty(),
                orders.getOrDefault(listing.id(), List.of()));
    }

    /** What a line has to be able to do, as those do who make it already. */
    private static CapabilityDistance.Asked asked(
            Wanted wanted, Wanted.Resource resource, Collection<Candidate> candidates, Terms terms) {
        List<ListingView> makers = candidates.stream()
                .filter(one -> !one.converted())
                .map(Candidate::listing)
                .toList();
        List<Wanted.Resource> parts = resource.main()
                ? wanted.resources().stream()
                        .filter(one -> one.output() == resource.output())
                        .toList()
                : List.of();
        List<String> materials = parts.stream()
                .filter(one -> one.kind() == RecipeLine.Kind.MATERIAL && one.tier() == resource.tier())
                .flatMap(one -> terms.byKey(one.term()).stream())
                .map(term -> term.zh())
                .distinct()
                .toList();
        boolean clean = parts.stream()
                .anyMatch(
                        one -> one.kind() == RecipeLine.Kind.ROOM && one.term().equals("clean-room"));
        return CapabilityDistance.Asked.of(makers, materials, clean ? CleanRoom.CLASS_100000 : null, terms);
    }
}
