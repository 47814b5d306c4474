package org.muster.matching;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.Availability;
import org.muster.catalogue.ListingView;
import org.muster.catalogue.Sale;
import org.muster.catalogue.SpecificationValue;
import org.muster.catalogue.SupplyMode;
import org.muster.catalogue.Weeks;
import org.muster.certificate.Gate;
import org.muster.certificate.Requirement;
import org.muster.reference.Mention;
import org.muster.reference.Term;
import org.muster.reference.Terms;
import org.muster.shared.FoldedText;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shared.Unit;

/**
 * Holds supplies against needs, condition by condition. Pure: the same supply, need and moment give the same answer.
 *
 * <p>Every condition is looked at, also after one has failed, so that who misses by little is told from who misses by much.
 */
final class Judge {

    private final Terms terms;
    private final Gate gate;
    private final Instant allocatedSince;
    private final Instant now;

    /** @param allocatedSince what was last confirmed before has been silent for too long to be given away */
    Judge(Terms terms, Gate gate, Instant allocatedSince, Instant now) {
        this.terms = terms;
        this.gate = gate;
        this.allocatedSince = allocatedSince;
        this.now = now;
    }

    /** One of the two is there, or none when the supply is something else altogether. */
    record Verdict(Optional<Candidate> candidate, Optional<NearMiss> miss) {}

    Verdict of(Need need, Supply supply) {
        ListingView listing = supply.open().listing();
        Journey journey = Journey.between(listing.point(), need.place().point());
        Deliverable deliverable = Deliverable.of(supply, now, journey.latestStart(need.neededBy()));
        Kinship kinship = kinship(need, listing);
        if (kinship == Kinship.OTHER) {
            return new Verdict(Optional.empty(), Optional.empty());
        }
        List<Gate.Answer> papers = need.certificates().stream()
                .map(required ->
                        gate.judge(covering(required, need.product()), supply.certificates(), day(need.neededBy())))
                .toList();
        List<Miss> misses = new ArrayList<>();
        add(misses, Condition.CLASS, classMiss(need, listing, kinship));
        need.specification().forEach(limit -> add(misses, Condition.SPECIFICATION, missed(limit, listing)));
        papers.forEach(answer -> add(misses, Condition.CERTIFICATE, missed(answer)));
        if (!listing.level().isAtLeast(need.level())) {
            misses.add(new Miss(Condition.VERIFICATION, said("level_too_low", listing.level())));
        }
        add(misses, Condition.FRESHNESS, stale(need, listing));
        add(misses, Condition.SUPPLY_MODE, otherMode(need, listing));
        add(misses, Condition.AVAILABILITY, unavailable(listing, supply.open().sale()));
        Instant latest = journey.latestStart(need.neededBy());
        if (!now.isBefore(latest)) {
            misses.add(new Miss(
                    Condition.REACH,
                    said("too_far", journey.kilometres(), hours(journey.takes()), hoursBetween(latest, now))));
        } else {
            add(misses, Condition.WINDOW, tooLate(supply, deliverable, latest));
            add(misses, Condition.QUANTITY, unorderable(need, supply, deliverable));
        }
        if (!misses.isEmpty()) {
            return new Verdict(Optional.empty(), Optional.of(new NearMiss(listing, journey, misses)));
        }
        return new Verdict(
                Optional.of(new Candidate(
                        listing,
                        supply.open().supplier(),
                        supply.open().sale(),
                        journey,
                        deliverable.first().orElse(now).plus(journey.takes()),
                        deliverable.amount(),
                        deliverable.free(),
                        kinship == Kinship.CONVERTIBLE,
                        papers)),
                Optional.empty());
    }

    private static void add(List<Miss> misses, Condition condition, Optional<Refusal> why) {
        why.ifPresent(refusal -> misses.add(new Miss(condition, refusal)));
    }

    // ── What it is ──────────────────────────────────────────────────────────────

    private enum Kinship {
        SAME,
        CONVERTIBLE,
        /** Says only something wider: a mask, where a surgical mask is needed. */
        WIDER,
        OTHER
    }

    private Kinship kinship(Need need, ListingView listing) {
        Set<String> wanted = terms.byKey(need.product()).stream()
                .flatMap(term -> terms.withNarrower(term).stream())
                .map(Term::key)
                .collect(Collectors.toSet());
        Set<String> makes = keys(Stream.concat(listing.products().stream(), Stream.of(listing.title())));
        if (makes.stream().anyMatch(wanted::contains)) {
            return Kinship.SAME;
        }
        if (keys(listing.convertibleProducts().stream()).stream().anyMatch(wanted::contains)) {
            return Kinship.CONVERTIBLE;
        }
        boolean wider = terms.byKey(need.product()).stream()
                .flatMap(term -> terms.withBroader(term).stream())
                .anyMatch(term -> makes.contains(term.key()));
        return wider ? Kinship.WIDER : Kinship.OTHER;
    }

    private Set<String> keys(Stream<String> written) {
        return written.flatMap(text -> terms.mentions(text).stream())
                .map(Mention::term)
                .map(Term::key)
                .collect(Collectors.toSet());
    }

    private static Optional<Refusal> classMiss(Need need, ListingView listing, Kinship kinship) {
        if (!need.kinds().isEmpty() && !need.kinds().contains(listing.kind())) {
            return Optional.of(said("other_kind", listing.kind()));
        }
        return switch (kinship) {
            case SAME -> Optional.empty();
            case CONVERTIBLE -> need.convertible() ? Optional.empty() : Optional.of(said("only_convertible"));
            case WIDER, OTHER -> Optional.of(said("says_only_wider"));
        };
    }

    private static Optional<Refusal> missed(SpecificationLimit limit, ListingView listing) {
        List<SpecificationValue> stated = listing.specification().stream()
                .filter(value -> same(value.key(), limit.key()))
                .toList();
        if (stated.isEmpty()) {
            return Optional.of(said("specification_unsaid", limit.key()));
        }
        return stated.stream().anyMatch(value -> meets(limit, value))
                ? Optional.empty()
                : Optional.of(
                        said("specification_other", limit.key(), stated.get(0).written()));
    }

    private static boolean meets(SpecificationLimit limit, SpecificationValue value) {
        BigDecimal amount = value.amount();
        if (amount == null) {
            return !limit.text().isBlank() && same(limit.text(), value.text());
        }
        return inUnitOf(limit, value, amount)
                .filter(stated -> limit.least() == null || stated.compareTo(limit.least()) >= 0)
                .filter(stated -> limit.most() == null || stated.compareTo(limit.most()) <= 0)
                .isPresent();
    }

    /** The amount in the unit of the limit; empty when the two do not measure the same. */
    private static Optional<BigDecimal> inUnitOf(
            SpecificationLimit limit, SpecificationValue value, BigDecimal amount) {
        if (!limit.text().isBlank()) {
            return Optional.empty();
        }
        if (same(limit.unit(), value.unit())) {
            return Optional.of(amount);
        }
        Optional<Unit> stated = Unit.written(value.unit());
        return Unit.written(limit.unit())
                .filter(unit -> stated.map(Unit::dimension)
                        .filter(unit.dimension()::equals)
                        .isPresent())
                .flatMap(unit -> new Quantity(amount, stated.orElseThrow()).exactlyIn(unit))
                .map(Quantity::amount);
    }

    private static boolean same(String one, String other) {
        return FoldedText.fold(one).strip().equals(FoldedText.fold(other).strip());
    }

    // ── Who offers it ───────────────────────────────────────────────────────────

    private static Requirement covering(Requirement required, String product) {
        return required.products().isEmpty() ? required.covering(product) : required;
    }

    /** The first clause that the nearest certificate fails. */
    private static Optional<Refusal> missed(Gate.Answer answer) {
        if (answer.passes()) {
            return Optional.empty();
        }
        return Optional.of(answer.failures().stream()
                .findFirst()
                .map(failed -> said(
                        "certificate_" + failed.reason().name().toLowerCase(Locale.ROOT),
                        answer.by().map(card -> card.number()).orElse(""),
                        failed.shown()))
                .orElseGet(() -> said("certificate_missing")));
    }

    private Optional<Refusal> stale(Need need, ListingView listing) {
        return listing.freshness().compareTo(need.freshness()) > 0
                        || listing.lastConfirmedAt().isBefore(allocatedSince)
                ? Optional.of(said("not_confirmed_lately", listing.lastConfirmedAt()))
                : Optional.empty();
    }

    private static Optional<Refusal> otherMode(Need need, ListingView listing) {
        if (need.supplyModes().isEmpty() || need.supplyModes().contains(listing.supplyMode())) {
            return Optional.empty();
        }
        return Optional.of(
                listing.supplyMode() == SupplyMode.UNSAID
                        ? said("supply_mode_unsaid")
                        : said("supply_mode_other", listing.supplyMode()));
    }

    // ── Whether it can be had ───────────────────────────────────────────────────

    private static Optional<Refusal> unavailable(ListingView listing, Sale sale) {
        if (sale == Sale.NOTHING) {
            return Optional.of(said("no_figure"));
        }
        return switch (listing.availability()) {
            case FREE -> Optional.empty();
            case NOT_FREE -> Optional.of(said("not_free"));
            case UNKNOWN -> Optional.of(said("availability_unknown"));
        };
    }

    private static Optional<Refusal> tooLate(Supply supply, Deliverable deliverable, Instant latest) {
        if (!deliverable.nothing() || supply.open().listing().availability() != Availability.FREE) {
            return Optional.empty();
        }
        return Optional.of(deliverable
                .first()
                .map(first -> said("free_too_late", hoursBetween(latest, first), first))
                .orElseGet(() -> said("nothing_left")));
    }

    private static Optional<Refusal> unorderable(Need need, Supply supply, Deliverable deliverable) {
        if (need.quantity().isEmpty() || deliverable.nothing()) {
            return Optional.empty();
        }
        Quantity wanted = need.quantity().get();
        ListingView listing = supply.open().listing();
        @Nullable Quantity measure = listing.quantity();
        if (measure == null) {
            return Optional.of(said("no_figure"));
        }
        if (!measure.unit().dimension().equals(wanted.unit().dimension())) {
            return Optional.of(said("other_measure", measure.unit()));
        }
        Quantity minimum = listing.minimumOrder();
        if (minimum != null && comparable(minimum, wanted)) {
            if (!wanted.isAtLeast(minimum)) {
                return Optional.of(said("minimum_above_need", minimum));
            }
            Quantity there = deliverable.amount();
            if (there != null && !there.isAtLeast(minimum)) {
                return Optional.of(said("less_than_minimum", there, minimum));
            }
        }
        return Optional.empty();
    }

    private static boolean comparable(Quantity one, Quantity other) {
        return one.unit().dimension().equals(other.unit().dimension());
    }

    static LocalDate day(Instant moment) {
        return moment.atZone(Weeks.ZONE).toLocalDate();
    }

    /** Whole hours, begun ones counted. */
    private static long hoursBetween(Instant from, Instant to) {
        return hours(Duration.between(from, to));
    }

    private static long hours(Duration duration) {
        return Math.max(1, (duration.toMinutes() + 59) / 60);
    }

    private static Refusal said(String key, Object... mentioned) {
        return Refusal.of("matching." + key, mentioned);
    }
}
