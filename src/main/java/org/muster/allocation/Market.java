package org.muster.allocation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.muster.catalogue.CleanRoom;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.ListingView;
import org.muster.catalogue.Particulars;
import org.muster.catalogue.SupplyMode;
import org.muster.certificate.CertificateCard;
import org.muster.matching.Candidate;
import org.muster.matching.Matches;
import org.muster.matching.Miss;
import org.muster.organisation.OrganisationCard;
import org.muster.organisation.VerificationLevel;
import org.muster.planning.model.Arc;
import org.muster.planning.model.Draw;
import org.muster.planning.model.Included;
import org.muster.planning.model.Making;
import org.muster.planning.model.Offer;
import org.muster.planning.model.Reliability;
import org.muster.planning.model.Spread;
import org.muster.planning.model.Supplier;
import org.muster.recipe.Measure;
import org.muster.recipe.RecipeLine;
import org.muster.reference.ReferencePrices;
import org.muster.reservation.SupplierRecord;
import org.muster.shared.ListingId;
import org.muster.shared.Money;
import org.muster.shared.OrganisationId;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shared.TimeWindow;

/**
 * Turns who fits into suppliers, offers and arcs, in the order's units and ticks, and writes down what each of them means. A listing is one offer, whatever it
 * is used for, so that nothing of it is given away twice. Pure.
 */
final class Market {

    /** A partner more has to be visited, vetted and paid; common practice, nothing measured. */
    private static final BigDecimal PARTNER_YUAN = BigDecimal.valueOf(500);

    private static final int MOST_MISSES = 12;
    private static final long MINUTES_OF_A_DAY = 1440;

    private final Wanted wanted;
    private final PlanWish wish;
    private final long ticks;
    private final Freight freight;
    private final Map<OrganisationId, OrganisationCard> cards;
    private final Map<OrganisationId, SupplierRecord> known;

    final List<Supplier> suppliers = new ArrayList<>();
    final List<Offer> offers = new ArrayList<>();
    final List<Arc> arcs = new ArrayList<>();
    final List<Included> included = new ArrayList<>();
    final List<Making> makings = new ArrayList<>();
    final List<Draw> draws = new ArrayList<>();
    final List<Reliability> records = new ArrayList<>();
    final List<Sense.SupplierSense> supplierSenses = new ArrayList<>();
    final List<Sense.OfferSense> offerSenses = new ArrayList<>();
    final List<Sense.ArcSense> arcSenses = new ArrayList<>();
    final List<Sense.Miss> misses = new ArrayList<>();
    final List<Refusal> assumptions = new ArrayList<>();
    /** For each requirement the most that somebody sells at least. */
    final Map<Integer, Long> lots = new HashMap<>();

    /** For each requirement the least that can be bought of it. */
    final Map<Integer, Long> leastLots = new HashMap<>();

    final Map<Integer, Integer> looked = new HashMap<>();

    /** Listings that were found as the whole output, not as the part that their requirement names. */
    private final Set<ListingId> wholes = new HashSet<>();

    private final Map<OrganisationId, Integer> supplierAt = new HashMap<>();
    private final Map<ListingId, Integer> offerAt = new HashMap<>();
    private final Map<Integer, Use> uses = new HashMap<>();

    /** How an offer is used already: in which ratio, in which stage, and whether it works there. */
    private record Use(BigDecimal base, int stage, boolean made) {}

    /** Who fits a requirement. */
    private record Fitting(int requirement, Fit fit) {}

    Market(
            Wanted wanted,
            PlanWish wish,
            long ticks,
            Map<OrganisationId, OrganisationCard> cards,
            Map<OrganisationId, SupplierRecord> known) {
        this.wanted = wanted;
        this.wish = wish;
        this.ticks = ticks;
        this.cards = cards;
        this.known = known;
        freight = new Freight(wish.changes(Change.OtherFreight.class).stream()
                .map(Change.OtherFreight::yuan)
                .reduce((first, last) -> last)
                .orElse(Freight.USUAL));
    }

    /** @param found for each requirement what matching found for its needs */
    void open(List<List<Matches>> found, int mostArcs) {
        List<Fitting> fitting = new ArrayList<>();
        int most = Math.max(20, mostArcs / Math.max(1, wanted.resources().size()));
        for (int r = 0; r < found.size(); r++) {
            fitting.addAll(fitting(r, found.get(r), most));
        }
        Map<String, BigDecimal> usual = usual(fitting);
        for (Fitting one : fitting) {
            add(one.requirement(), one.fit(), usual);
        }
    }

    // ── Who fits ────────────────────────────────────────────────────────────────

    private List<Fitting> fitting(int r, List<Matches> found, int most) {
        Wanted.Resource resource = wanted.resources().get(r);
        for (Matches matches : found) {
            if (!matches.need().product().equals(resource.term())) {
                matches.candidates().forEach(one -> wholes.add(one.listing().id()));
            }
        }
        Found together = Found.of(found);
        looked.put(r, together.looked());
        List<Fitting> fitting = new ArrayList<>();
        List<Sense.Miss> not = new ArrayList<>();
        for (Candidate candidate : together.candidates().values()) {
            Fit.of(wanted, resource, candidate)
                    .fold(
                            fit -> fitting.add(new Fitting(r, fit)),
                            refusals -> not.add(miss(
                                    r, candidate.listing(), candidate.journey().kilometres(), refusals)));
        }
        together.nearMisses()
                .forEach(one -> not.add(miss(
                        r,
                        one.listing(),
                        one.journey().kilometres(),
                        one.misses().stream().map(Miss::why).toList())));
        not.stream()
                .sorted(Comparator.comparing((Sense.Miss miss) -> miss.reasons().size())
                        .thenComparing(Sense.Miss::kilometres))
                .limit(MOST_MISSES)
                .forEach(misses::add);
        return fitting.size() <= most ? fitting : fitting.subList(0, most);
    }

    private static Sense.Miss miss(int r, ListingView listing, long kilometres, List<Refusal> reasons) {
        String name = listing.organisationName();
        return new Sense.Miss(r, listing.id(), listing.title(), name == null ? "" : name, kilometres, reasons);
    }

    // ── Prices ──────────────────────────────────────────────────────────────────

    /** One price for what is the same: the whole and its parts are not. */
    private String sort(int r, Fit fit) {
        Wanted.Resource resource = wanted.resources().get(r);
        return resource.term() + "/" + resource.lineKey() + "/" + (resource.main() && fit.whole());
    }

    /** The middle one of what is asked for the same thing; an even number's is the dearer of the two. */
    private Map<String, BigDecimal> usual(List<Fitting> fitting) {
        Map<String, List<BigDecimal>> said = new HashMap<>();
        for (Fitting one : fitting) {
            one.fit()
                    .yuan()
                    .filter(yuan -> yuan.signum() > 0)
                    .ifPresent(
                            yuan -> said.computeIfAbsent(sort(one.requirement(), one.fit()), any -> new ArrayList<>())
                                    .add(yuan));
        }
        Map<String, BigDecimal> usual = new HashMap<>();
        said.forEach((sort, all) -> {
            all.sort(Comparator.naturalOrder());
            usual.put(sort, all.get(all.size() / 2));
        });
        return usual;
    }

    private record Priced(BigDecimal yuan, Sense.PriceSource source) {}

    private Optional<Priced> priced(int r, Fit fit, Map<String, BigDecimal> usual) {
        Wanted.Resource resource = wanted.resources().get(r);
        if (fit.yuan().isPresent()) {
            return fit.yuan().map(yuan -> new Priced(yuan, Sense.PriceSource.STATED));
        }
        Optional<Priced> set = wish.changes(Change.OtherPrice.class).stream()
                .filter(change -> change.requirement().equals(resource.key()))
                .reduce((first, last) -> last)
                .map(change -> new Priced(
                        change.yuan().divide(resource.smallest().perUnit(), 12, RoundingMode.HALF_UP),
                        Sense.PriceSource.SET));
        if (set.isPresent()) {
            return set;
        }
        BigDecimal median = usual.get(sort(r, fit));
        if (median != null) {
            return Optional.of(new Priced(median, Sense.PriceSource.MEDIAN));
        }
        String term = resource.main() && fit.whole()
                ? wanted.outputs().get(resource.output()).term()
                : resource.term();
        return ReferencePrices.of(term)
                .flatMap(entry -> Measures.ratio(resource, entry.unit())
                        .map(ratio -> new Priced(
                                entry.yuan()
                                        .multiply(ratio.base())
                                        .divide(entry.unit().factor(), 12, RoundingMode.HALF_UP)
                                        .multiply(byDay(resource)),
                                Sense.PriceSource.REFERENCE)));
    }

    private static BigDecimal byDay(Wanted.Resource resource) {
        return resource.kind() == RecipeLine.Kind.CREW || resource.kind() == RecipeLine.Kind.ROOM
                ? resource.days()
                : BigDecimal.ONE;
    }

    private long ticks(BigDecimal yuan) {
        return yuan.multiply(BigDecimal.valueOf(ticks))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }

    // ── Positions ───────────────────────────────────────────────────────────────

    private void add(int r, Fit fit, Map<String, BigDecimal> usual) {
        Wanted.Resource resource = wanted.resources().get(r);
        ListingView listing = fit.listing();
        Optional<Priced> price = priced(r, fit, usual);
        if (price.isEmpty()) {
            misses.add(miss(
                    r,
                    listing,
                    fit.candidate().journey().kilometres(),
                    List.of(Refusal.of("allocation.price_unknown"))));
            return;
        }
        boolean made = fit.aDay() > 0 && wanted.course().follow();
        Integer offer = offerAt.get(listing.id());
        if (offer == null) {
            offer = offer(fit, resource);
            uses.put(offer, new Use(fit.base(), resource.stage(), made));
        } else {
            Use use = uses.get(offer);
            boolean same = use != null
                    && use.base().compareTo(fit.base()) == 0
                    && use.made() == made
                    && (!made || use.stage() == resource.stage());
            if (!same) {
                misses.add(miss(
                        r,
                        listing,
                        fit.candidate().journey().kilometres(),
                        List.of(Refusal.of("allocation.other_use"))));
                return;
            }
        }
        BigDecimal carriage = fit.delivered()
                ? BigDecimal.ZERO
                : freight.of(resource, fit.candidate().journey().kilometres());
        long goods = ticks(price.get().yuan());
        long way = ticks(carriage);
        int arc = arcs.size();
        arcs.add(new Arc(
                offer, r, Math.addExact(goods, way), fit.capacity(), made ? least(resource, fit) : fit.arrival()));
        List<String> brings = bring(arc, r, fit);
        arcSenses.add(new Sense.ArcSense(
                wanted.start().plus(Duration.ofMinutes(arcs.get(arc).arrival())),
                fit.candidate().journey().kilometres(),
                price.get().source(),
                goods,
                way,
                fit.candidate().converted(),
                fit.candidate().certificates().stream()
                        .flatMap(answer -> answer.by().stream())
                        .map(CertificateCard::number)
                        .toList(),
                brings));
        long lot = Math.max(fit.minimum(), fit.multiple());
        lots.merge(r, lot, Math::max);
        leastLots.merge(r, lot, Math::min);
        assume(fit, resource, price.get());
    }

    /** What works in its stage is there no earlier than it can begin. */
    private long least(Wanted.Resource resource, Fit fit) {
        return wanted.course().earliest(resource.stage()) + fit.setup() + fit.way();
    }

    private int offer(Fit fit, Wanted.Resource resource) {
        ListingView listing = fit.listing();
        int supplier = supplier(fit.candidate().supplier(), listing);
        int offer = offers.size();
        offerAt.put(listing.id(), offer);
        Money charge = listing.fixedCharge();
        long fixed = charge == null || !charge.currency().equals(Money.YUAN) ? 0 : ticks(charge.major());
        offers.add(new Offer(
                listing.id().toString(), supplier, fit.capacity(), fit.minimum(), fit.multiple(), false, fixed));
        draws.add(new Draw(listing.id(), fit.during(), fit.base()));
        records.add(reliability(fit, cards.get(fit.candidate().supplier())));
        TimeWindow during = fit.during();
        offerSenses.add(new Sense.OfferSense(
                listing.id(),
                supplier,
                listing.title(),
                listing.titleEn() == null ? listing.title() : listing.titleEn(),
                listing.kind(),
                listing.supplyMode(),
                listing.placeCode(),
                fit.unit(),
                fit.base().divide(fit.unit().factor(), 12, RoundingMode.HALF_UP).stripTrailingZeros(),
                Optional.ofNullable(during),
                new Quantity(
                        fit.base()
                                .multiply(BigDecimal.valueOf(fit.capacity()))
                                .divide(fit.unit().factor(), 6, RoundingMode.DOWN),
                        fit.unit()),
                fit.candidate().sale(),
                fit.aDay(),
                Optional.ofNullable(listing.price()),
                Optional.ofNullable(listing.orderMultiple())
                        .filter(multiple ->
                                multiple.unit().dimension().equals(fit.unit().dimension()))));
        if (fit.aDay() > 0 && wanted.course().follow()) {
            makings.add(new Making(offer, fit.aDay(), MINUTES_OF_A_DAY, fit.setup(), fit.way()));
        }
        return offer;
    }

    private int supplier(OrganisationId organisation, ListingView listing) {
        return supplierAt.computeIfAbsent(organisation, id -> {
            OrganisationCard card = cards.get(id);
            String name = card == null ? listing.organisationName() : card.name();
            String said = name == null ? "" : name;
            String english = card == null ? listing.organisationNameEn() : card.nameEn();
            suppliers.add(new Supplier(id.toString(), ticks(PARTNER_YUAN)));
            supplierSenses.add(new Sense.SupplierSense(
                    id, said, english == null ? said : english, card == null ? listing.level() : card.level()));
            return suppliers.size() - 1;
        });
    }

    // ── What comes along ────────────────────────────────────────────────────────

    private List<String> bring(int arc, int r, Fit fit) {
        Wanted.Resource carrying = wanted.resources().get(r);
        List<String> brings = new ArrayList<>();
        for (int other = 0; other < wanted.resources().size(); other++) {
            Wanted.Resource resource = wanted.resources().get(other);
            if (other == r
                    || resource.output() != carrying.output()
                    || resource.line() == null
                    || resource.units() == 0
                    || carrying.units() == 0) {
                continue;
            }
            long most = brought(carrying, fit, resource);
            if (most > 0) {
                included.add(new Included(arc, other, resource.units(), carrying.units(), most));
                brings.add(resource.key());
            }
        }
        return brings;
    }

    /** How much of another requirement comes along at most. */
    private long brought(Wanted.Resource carrying, Fit fit, Wanted.Resource other) {
        boolean below = isMadeOf(carrying, other);
        SupplyMode mode = fit.listing().supplyMode();
        boolean onlyWork = mode == SupplyMode.PROCESSING
                || mode == SupplyMode.LINE_FOR_HIRE
                || mode == SupplyMode.UNSAID && fit.listing().kind() == ListingKind.PRODUCTION_LINE;
        if (!carrying.main()) {
            return below && !onlyWork ? other.units() : 0;
        }
        if (carrying.kind() == RecipeLine.Kind.EQUIPMENT) {
            return below || wholeMachine(carrying, fit, other) ? other.units() : 0;
        }
        if (fit.whole()) {
            return other.units();
        }
        return said(carrying, fit.listing(), other, fit.aDay());
    }

    /** Of what a line says that it has. */
    private static long said(Wanted.Resource carrying, ListingView line, Wanted.Resource other, long aDay) {
        RecipeLine.Kind kind = other.kind();
        RecipeLine of = other.line();
        boolean perLine = of != null && of.measure() == Measure.PER_LINE;
        if (kind == RecipeLine.Kind.CREW && perLine) {
            return Boolean.TRUE.equals(line.crewIncluded()) ? other.units() : 0;
        }
        if (kind == RecipeLine.Kind.ROOM && perLine) {
            return line.particulars() instanceof Particulars.Line said
                            && said.cleanRoom() != null
                            && said.cleanRoom().isAtLeast(CleanRoom.CLASS_300000)
                    ? other.units()
                    : 0;
        }
        if (kind == RecipeLine.Kind.EQUIPMENT && perLine) {
            return line.kind() == ListingKind.PRODUCTION_LINE ? other.units() : 0;
        }
        if (kind != RecipeLine.Kind.MATERIAL) {
            return 0;
        }
        Integer days = line.materialDays();
        if (days != null) {
            long madeOfIt = Math.min(carrying.units(), Math.multiplyExact(aDay, (long) days));
            return BigDecimal.valueOf(other.units())
                    .multiply(BigDecimal.valueOf(madeOfIt))
                    .divide(BigDecimal.valueOf(carrying.units()), 0, RoundingMode.FLOOR)
                    .longValueExact();
        }
        return Boolean.TRUE.equals(line.materialIncluded()) ? other.units() : 0;
    }

    /** A whole machine instead of its parts: the parts that the recipe counts by the machine. */
    private boolean wholeMachine(Wanted.Resource carrying, Fit fit, Wanted.Resource other) {
        String term = wanted.outputs().get(carrying.output()).term();
        RecipeLine line = other.line();
        return !term.equals(carrying.term())
                && other.kind() == RecipeLine.Kind.EQUIPMENT
                && line != null
                && line.measure() == Measure.EACH
                && wholes.contains(fit.listing().id());
    }

    /** Whether one is made of the other: what is weighed out for each kilogram or square metre of it is in it, what it is packed or moved in is not. */
    private boolean isMadeOf(Wanted.Resource whole, Wanted.Resource part) {
        RecipeLine line = part.line();
        if (part.kind() != RecipeLine.Kind.MATERIAL
                || line == null
                || line.measure() != Measure.EACH
                || line.per() == null
                || part.under().isEmpty()) {
            return false;
        }
        return part.under().equals(whole.lineKey())
                || wanted.resources().stream()
                        .filter(one ->
                                one.output() == whole.output() && one.lineKey().equals(part.under()))
                        .anyMatch(above -> isMadeOf(whole, above));
    }

    // ── What experience says ────────────────────────────────────────────────────

    /** What is known of a supplier, and where little is known what is usual for one that is proven so far. */
    private Reliability reliability(Fit fit, @Nullable OrganisationCard card) {
        VerificationLevel level = card == null ? fit.listing().level() : card.level();
        int usual = switch (level) {
            case VISITED -> 9500;
            case DOCUMENTS_CHECKED -> 9000;
            case REGISTERED -> 8000;
            case UNCLAIMED -> 6000;
        };
        SupplierRecord record = known.get(fit.candidate().supplier());
        long asked = record == null ? 0 : record.asked();
        long kept = record == null ? 0 : record.fulfilled() + record.promised();
        int acceptance = (int) ((kept * Reliability.CERTAIN + 3L * usual) / (asked + 3));
        long late = level.isAtLeast(VerificationLevel.DOCUMENTS_CHECKED) ? 6 * 60 : 12 * 60;
        return new Reliability(
                Math.min(Reliability.CERTAIN, acceptance),
                new Spread(0, 0, late),
                new Spread(0, fit.way() / 20, fit.way() / 2),
                Spread.always(Reliability.CERTAIN));
    }

    // ── Assumptions ─────────────────────────────────────────────────────────────

    private void assume(Fit fit, Wanted.Resource resource, Priced price) {
        String zh = resource.name().zh();
        String en = resource.name().en();
        if (price.source() != Sense.PriceSource.STATED) {
            BigDecimal each =
                    price.yuan().multiply(resource.smallest().perUnit()).setScale(4, RoundingMode.HALF_UP);
            once(Refusal.of(
                    switch (price.source()) {
                        case STATED, MEDIAN -> "allocation.assumed_price_median";
                        case REFERENCE -> "allocation.assumed_price_reference";
                        case SET -> "allocation.assumed_price_set";
                    },
                    zh,
                    en,
                    each.stripTrailingZeros().toPlainString(),
                    resource.smallest().unit()));
        }
        if (fit.taken()) {
            once(Refusal.of(
                    "allocation.assumed_measure",
                    zh,
                    en,
                    fit.unit(),
                    resource.smallest().unit()));
        }
        if (fit.candidate().converted() && fit.listing().changeoverMinutes() == null) {
            once(Refusal.of("allocation.assumed_conversion", Fit.USUAL_CONVERSION / MINUTES_OF_A_DAY));
        }
        if (fit.listing().kind() == ListingKind.PRODUCTION_LINE && fit.listing().supplyMode() == SupplyMode.UNSAID) {
            once(Refusal.of("allocation.assumed_mode"));
        }
    }

    private void once(Refusal assumption) {
        if (!assumptions.contains(assumption)) {
            assumptions.add(assumption);
        }
    }

    /** For finding an arc by what it means. */
    Optional<Integer> arc(ListingId listing, String requirement) {
        Integer offer = offerAt.get(listing);
        for (int a = 0; offer != null && a < arcs.size(); a++) {
            if (arcs.get(a).offer() == offer
                    && wanted.resources().get(arcs.get(a).requirement()).key().equals(requirement)) {
                return Optional.of(a);
            }
        }
        return Optional.empty();
    }

    Optional<Integer> offer(ListingId listing) {
        return Optional.ofNullable(offerAt.get(listing));
    }

    Optional<Integer> supplier(OrganisationId organisation) {
        return Optional.ofNullable(supplierAt.get(organisation));
    }
}
