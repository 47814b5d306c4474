package org.muster.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.muster.emergency.EmergencyView;
import org.muster.emergency.NeedDesk;
import org.muster.emergency.NeedSum;
import org.muster.emergency.RecipeDesk;
import org.muster.identity.Actor;
import org.muster.matching.Candidate;
import org.muster.matching.Matches;
import org.muster.matching.Matching;
import org.muster.matching.Need;
import org.muster.organisation.OrganisationCard;
import org.muster.organisation.OrganisationRegistry;
import org.muster.planning.StageTimes;
import org.muster.planning.model.Arc;
import org.muster.planning.model.Demand;
import org.muster.planning.model.Effort;
import org.muster.planning.model.Forbidden;
import org.muster.planning.model.Making;
import org.muster.planning.model.Offer;
import org.muster.planning.model.Pin;
import org.muster.planning.model.PlanOrder;
import org.muster.planning.model.PlanProblem;
import org.muster.planning.model.Requirement;
import org.muster.planning.model.Stage;
import org.muster.planning.model.Staging;
import org.muster.recipe.RecipeCopy;
import org.muster.recipe.RecipeId;
import org.muster.reference.Glossary;
import org.muster.reference.Place;
import org.muster.reference.Places;
import org.muster.reservation.Reservations;
import org.muster.reservation.SupplierRecord;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;

/** Makes of an emergency and of what is free now an order for the planner, and what its positions mean. */
@ApplicationScoped
class Assembler {

    /** A tick is a ten-thousandth of a fen, so that a gram of resin still has a price; coarser where sums would not fit. */
    private static final List<Long> TICKS_A_YUAN = List.of(1_000_000L, 10_000L, 100L);

    /** What stays unmet costs so many times what the whole would cost at the dearest. */
    private static final long SHORTAGE_WEIGHS = 3;

    /** Lots that are so many times what is needed are bought where nobody sells less. */
    private static final long MOST_SURPLUS = 20;

    private static final BigInteger MOST_MONEY = BigInteger.valueOf(Long.MAX_VALUE / 8);
    private static final List<Long> STEPS = List.of(10L, 5L, 3L, 2L, 1L);
    private static final int MOST_ARCS = 60_000;
    private static final int SMALL = 3_000;
    private static final double GAP_GOAL = 0.004;

    /** For each of several recipes, beside what its matching takes. */
    private static final Duration THOUGHT_OUT_WITHIN = Duration.ofMillis(400);

    private final RecipeDesk recipes;
    private final NeedDesk needs;
    private final Matching matching;
    private final Glossary glossary;
    private final Places places;
    private final OrganisationRegistry organisations;
    private final Reservations reservations;

    Assembler(
            RecipeDesk recipes,
            NeedDesk needs,
            Matching matching,
            Glossary glossary,
            Places places,
            OrganisationRegistry organisations,
            Reservations reservations) {
        this.recipes = recipes;
        this.needs = needs;
        this.matching = matching;
        this.glossary = glossary;
        this.places = places;
        this.organisations = organisations;
        this.reservations = reservations;
    }

    record Assembled(PlanOrder order, Sense sense) {}

    Wanted wanted(Actor actor, EmergencyView emergency, PlanWish wish, Instant now) {
        return Wanted.of(
                emergency,
                recipes.of(actor, emergency.id()),
                needs.sums(actor, emergency.id()),
                wish,
                glossary.terms(),
                now);
    }

    /** What is looked for on the market for one requirement. */
    List<Need> needsOf(Wanted wanted, Wanted.Resource resource) {
        Wanted.Output output = wanted.outputs().get(resource.output());
        Place place = places.byCode(output.area()).orElseThrow();
        return Needs.of(resource, output, place);
    }

    Outcome<Assembled> assemble(Actor actor, EmergencyView emergency, PlanWish wish, Instant now) {
        Wanted wanted = wanted(actor, emergency, wish, now);
        if (wanted.outputs().isEmpty()) {
            return Outcome.refused(Refusal.of("allocation.nothing_wanted"));
        }
        List<Refusal> unfit = unfit(wanted, wish, now);
        if (!unfit.isEmpty()) {
            return Outcome.refused(unfit);
        }
        return assemble(
                actor,
                emergency,
                wanted.course().follow()
                        ? wanted
                        : timed(actor, emergency, wanted.deadline(), wish, Map.of(), Set.of(), now),
                wish,
                now);
    }

    /**
     * What is wanted by now on what is free by now, where a plan is in force already: what was pinned in it is asked for by now, and of several recipes
     * those of which no more is wanted keep their times.
     */
    Outcome<Assembled> assembleOn(Actor actor, EmergencyView emergency, PlannedRun before, Instant now) {
        PlanWish wish = withoutPins(before.wish());
        Wanted wanted = wanted(actor, emergency, wish, now);
        if (wanted.course().follow()) {
            return assemble(actor, emergency, wanted, wish, now);
        }
        Map<String, Long> closings = Continuation.closings(
                before, Duration.between(before.sense().start(), now).toMinutes());
        Map<RecipeId, List<Long>> were = new HashMap<>();
        for (RecipeCopy copy : recipes.of(actor, emergency.id())) {
            List<Optional<Long>> of = wanted.course().stages().stream()
                    .filter(stretch -> copy.id().equals(stretch.recipe()))
                    .map(stretch -> Optional.ofNullable(closings.get(stretch.key())))
                    .toList();
            if (!of.isEmpty() && of.stream().allMatch(Optional::isPresent)) {
                were.put(copy.id(), of.stream().map(Optional::orElseThrow).toList());
            }
        }
        Set<String> grown = Growth.between(before.sense().demands(), wanted).stream()
                .map(Growth::demand)
                .collect(Collectors.toSet());
        Set<RecipeId> more = wanted.outputs().stream()
                .filter(output -> grown.contains(output.key()))
                .flatMap(output -> Optional.ofNullable(output.copy()).stream())
                .map(RecipeCopy::id)
                .collect(Collectors.toSet());
        return assemble(actor, emergency, timed(actor, emergency, wanted.deadline(), wish, were, more, now), wish, now);
    }

    /** Of what more is wanted by now than a plan was made for. */
    List<Growth> grown(
            Actor actor, EmergencyView emergency, PlanWish wish, List<Sense.DemandSense> planFor, Instant now) {
        return Growth.between(planFor, wanted(actor, emergency, wish, now));
    }

    private static PlanWish withoutPins(PlanWish wish) {
        return new PlanWish(
                wish.profile(),
                wish.fair(),
                wish.changes().stream()
                        .filter(change -> !(change instanceof Change.Pin))
                        .toList());
    }

    /**
     * Several recipes, each with the times at which its stages could be over if it were alone.
     *
     * @param were times of a plan in force; none is over earlier
     * @param more recipes of which more is wanted than in that plan
     */
    private Wanted timed(
            Actor actor,
            EmergencyView emergency,
            Instant deadline,
            PlanWish wish,
            Map<RecipeId, List<Long>> were,
            Set<RecipeId> more,
            Instant now) {
        List<RecipeCopy> copies = recipes.of(actor, emergency.id());
        List<NeedSum> sums = needs.sums(actor, emergency.id());
        PlanWish alone = new PlanWish(
                        wish.profile(),
                        false,
                        wish.changes().stream()
                                // What is pinned or put first concerns them all.
                                .filter(change ->
                                        !(change instanceof Change.Pin || change instanceof Change.OtherPriority))
                                .toList())
                .with(new Change.OtherDate(deadline));
        Map<RecipeId, List<Long>> times = new HashMap<>();
        for (RecipeCopy copy : copies) {
            List<Long> known = were.get(copy.id());
            if (known != null && !more.contains(copy.id())) {
                times.put(copy.id(), known);
                continue;
            }
            List<NeedSum> own = sums.stream()
                    .filter(sum ->
                            sum.itemKey().filter(copy.recipe().term()::equals).isPresent())
                    .toList();
            Wanted one = Wanted.of(emergency, List.of(copy), own, alone, glossary.terms(), now);
            if (!one.deadline().isAfter(deadline)) {
                assemble(actor, emergency, one, alone, now)
                        .fold(
                                assembled -> StageTimes.of(assembled.order(), THOUGHT_OUT_WITHIN),
                                refusals -> Optional.<List<Long>>empty())
                        .ifPresent(found -> times.put(copy.id(), known == null ? found : later(known, found)));
            }
        }
        return Wanted.of(emergency, copies, sums, wish, glossary.terms(), times, now);
    }

    private static List<Long> later(List<Long> one, List<Long> other) {
        List<Long> later = new ArrayList<>();
        for (int k = 0; k < one.size(); k++) {
            later.add(Math.max(one.get(k), other.get(k)));
        }
        return later;
    }

    private Outcome<Assembled> assemble(
            Actor actor, EmergencyView emergency, Wanted wanted, PlanWish wish, Instant now) {
        List<List<Matches>> found = found(actor, wanted, now);
        Set<OrganisationId> asked = new LinkedHashSet<>();
        found.forEach(of -> of.forEach(matches ->
                matches.candidates().stream().map(Candidate::supplier).forEach(asked::add)));
        Map<OrganisationId, OrganisationCard> cards = organisations.cards(asked);
        Map<OrganisationId, SupplierRecord> known = reservations.records(actor, asked, now);
        for (long ticks : TICKS_A_YUAN) {
            var market = new Market(wanted, wish, ticks, cards, known);
            try {
                market.open(found, MOST_ARCS);
                Optional<Money> money = Money.of(wanted, market);
                if (money.isPresent()) {
                    return order(emergency, wanted, wish, ticks, market, money.get());
                }
            } catch (ArithmeticException tooLarge) {
                // Coarser ticks may do.
                continue;
            }
        }
        return Outcome.refused(Refusal.of("allocation.too_dear_to_plan"));
    }

    /** What of a wish does not fit what is wanted; what does not fit the market is seen later. */
    private static List<Refusal> unfit(Wanted wanted, PlanWish wish, Instant now) {
        List<Refusal> unfit = new ArrayList<>();
        wish.changes(Change.OtherDate.class).stream()
                .filter(change -> !change.releasedBy().isAfter(now))
                .forEach(change -> unfit.add(Refusal.at("releasedBy", "allocation.date_in_the_past")));
        for (Change.OtherQuantity change : wish.changes(Change.OtherQuantity.class)) {
            Optional<Wanted.Output> output = wanted.outputs().stream()
                    .filter(one -> one.key().equals(change.demand()))
                    .findFirst();
            if (output.isEmpty()) {
                unfit.add(Refusal.at("output", "allocation.not_a_change", change.demand()));
            }
        }
        return unfit;
    }

    private List<List<Matches>> found(Actor actor, Wanted wanted, Instant now) {
        List<Need> all = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        for (Wanted.Resource resource : wanted.resources()) {
            List<Need> of = needsOf(wanted, resource);
            all.addAll(of);
            counts.add(of.size());
        }
        List<Matches> matches = matching.match(actor, all, now);
        List<List<Matches>> found = new ArrayList<>();
        int at = 0;
        for (int count : counts) {
            found.add(matches.subList(at, at + count));
            at += count;
        }
        return found;
    }

    // ── Money ───────────────────────────────────────────────────────────────────

    /**
     * What stays unmet costs more than anything that could be bought for it; of a higher priority by the step more.
     *
     * @param penalties ticks for a unit of each output
     */
    record Money(List<Long> penalties, List<Long> surplus, long step) {

        /** Empty where sums would not fit. */
        static Optional<Money> of(Wanted wanted, Market market) {
            int demands = wanted.outputs().size();
            List<Long> surplus = new ArrayList<>();
            long[] dearest = new long[wanted.resources().size()];
            long[] charges = new long[wanted.resources().size()];
            for (Arc arc : market.arcs) {
                int r = arc.requirement();
                dearest[r] = Math.max(dearest[r], arc.unitPrice());
                Offer offer = market.offers.get(arc.offer());
                charges[r] = Math.max(
                        charges[r],
                        offer.fixedCharge()
                                + market.suppliers.get(offer.supplier()).fixedCharge());
            }
            BigInteger[] costs = new BigInteger[demands];
            Arrays.fill(costs, BigInteger.ZERO);
            for (int r = 0; r < dearest.length; r++) {
                Wanted.Resource resource = wanted.resources().get(r);
                // A sack of what a handful is needed of is still bought; a shipload is not.
                long more = Math.max(
                        market.leastLots.getOrDefault(r, 0L),
                        Math.min(MOST_SURPLUS * resource.units(), market.lots.getOrDefault(r, 0L)));
                surplus.add(more);
                costs[resource.output()] = costs[resource.output()]
                        .add(BigInteger.valueOf(dearest[r])
                                .multiply(BigInteger.valueOf(resource.units()).add(BigInteger.valueOf(more))))
                        .add(BigInteger.valueOf(charges[r]).multiply(BigInteger.TEN));
            }
            List<BigInteger> penalties = new ArrayList<>();
            for (int d = 0; d < demands; d++) {
                BigInteger units =
                        BigInteger.valueOf(Math.max(1, wanted.outputs().get(d).units()));
                penalties.add(costs[d].multiply(BigInteger.valueOf(SHORTAGE_WEIGHS))
                        .divide(units)
                        .add(BigInteger.ONE));
            }
            int lowest = wanted.outputs().stream()
                    .mapToInt(Wanted.Output::priority)
                    .max()
                    .orElse(1);
            BigInteger charged = market.offers.stream()
                    .map(offer -> BigInteger.valueOf(offer.fixedCharge()))
                    .reduce(BigInteger.ZERO, BigInteger::add)
                    .add(market.suppliers.stream()
                            .map(supplier -> BigInteger.valueOf(supplier.fixedCharge()))
                            .reduce(BigInteger.ZERO, BigInteger::add));
            for (long step : STEPS) {
                BigInteger sum = charged;
                for (int d = 0; d < demands; d++) {
                    Wanted.Output output = wanted.outputs().get(d);
                    sum = sum.add(costs[d])
                            .add(penalties
                                    .get(d)
                                    .multiply(BigInteger.valueOf(step).pow(lowest - output.priority()))
                                    .multiply(BigInteger.valueOf(output.units())));
                }
                if (sum.compareTo(MOST_MONEY) < 0) {
                    return Optional.of(new Money(
                            penalties.stream().map(BigInteger::longValueExact).toList(), surplus, step));
                }
            }
            return Optional.empty();
        }
    }

    // ── The order ───────────────────────────────────────────────────────────────

    static Outcome<Assembled> order(
            EmergencyView emergency, Wanted wanted, PlanWish wish, long ticks, Market market, Money money) {
        List<Demand> demands = new ArrayList<>();
        for (int d = 0; d < wanted.outputs().size(); d++) {
            Wanted.Output output = wanted.outputs().get(d);
            demands.add(new Demand(
                    output.key(),
                    output.priority(),
                    output.units(),
                    money.penalties().get(d)));
        }
        List<Requirement> requirements = new ArrayList<>();
        List<Long> userUnits = new ArrayList<>();
        for (int r = 0; r < wanted.resources().size(); r++) {
            Wanted.Resource resource = wanted.resources().get(r);
            requirements.add(new Requirement(
                    resource.key(),
                    resource.output(),
                    resource.units(),
                    money.surplus().get(r),
                    resource.stage(),
                    0,
                    false));
            userUnits.add(Math.max(
                    1,
                    resource.smallest()
                            .perUnit()
                            .setScale(0, RoundingMode.HALF_UP)
                            .longValueExact()));
        }
        long deadline = Duration.between(wanted.start(), wanted.deadline()).toMinutes();
        Course course = wanted.course();
        int lastStage = course.stages().size() - 1;
        List<Stage> stages = new ArrayList<>();
        for (int k = 0; k < course.stages().size(); k++) {
            Course.Stretch stretch = course.stages().get(k);
            stages.add(new Stage(
                    stretch.key(),
                    course.follow() ? 0 : k == lastStage ? Math.max(deadline, stretch.closes()) : stretch.closes(),
                    false));
        }
        List<Forbidden> forbidden = forbidden(wish, market);
        List<Making> makings = new ArrayList<>(market.makings);
        List<Offer> offers = new ArrayList<>(market.offers);
        List<Arc> arcs = new ArrayList<>(market.arcs);
        Map<Integer, Long> pins = new LinkedHashMap<>();
        List<Refusal> refusals = pin(wanted, wish, market, requirements, pins);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        pins.forEach((arc, quantity) -> settle(arc, quantity, wanted, arcs, offers, makings));
        PlanProblem problem = new PlanProblem(
                stages,
                demands,
                requirements,
                market.suppliers,
                offers,
                arcs,
                pins.entrySet().stream()
                        .map(pin -> new Pin(pin.getKey(), pin.getValue()))
                        .toList(),
                forbidden,
                List.of(),
                market.included,
                money.step(),
                effort(arcs.size(), course.follow()));
        Staging staging = course.follow()
                ? new Staging(
                        makings,
                        course.stages().stream().map(Course.Stretch::minutes).toList(),
                        wanted.answered(),
                        deadline)
                : null;
        PlanOrder order = new PlanOrder(
                emergency.id().value(),
                problem,
                staging,
                market.draws,
                userUnits,
                market.records,
                wish.profile(),
                wish.fair());
        return Outcome.accepted(new Assembled(order, sense(wanted, market, ticks)));
    }

    /** What a person waits for; more is searched where there is more to be found. */
    private static Effort effort(int arcs, boolean oneRecipe) {
        Duration limit = Duration.ofMillis(arcs <= SMALL && oneRecipe ? 900 : 4_000);
        return new Effort(1, limit, 2, Effort.UNTIL_TIME_IS_UP, GAP_GOAL);
    }

    private static List<Forbidden> forbidden(PlanWish wish, Market market) {
        List<Forbidden> forbidden = new ArrayList<>();
        wish.changes(Change.NoListing.class)
                .forEach(no ->
                        market.offer(no.listing()).ifPresent(offer -> forbidden.add(new Forbidden.ThisOffer(offer))));
        wish.changes(Change.NoSupplier.class)
                .forEach(no -> market.supplier(no.supplier())
                        .ifPresent(supplier -> forbidden.add(new Forbidden.ThisSupplier(supplier))));
        return forbidden;
    }

    private static List<Refusal> pin(
            Wanted wanted, PlanWish wish, Market market, List<Requirement> requirements, Map<Integer, Long> pins) {
        List<Refusal> refusals = new ArrayList<>();
        for (Change.Pin pin : wish.changes(Change.Pin.class)) {
            Optional<Integer> arc = market.arc(pin.listing(), pin.requirement());
            if (arc.isEmpty() || isForbidden(arc.get(), wish, market)) {
                refusals.add(Refusal.at("quantity", "allocation.not_a_change", pin.requirement()));
                continue;
            }
            Arc at = market.arcs.get(arc.get());
            Wanted.Resource resource = wanted.resources().get(at.requirement());
            BigDecimal base =
                    resource.measures().get(pin.quantity().unit().dimension().name());
            if (base == null || pin.quantity().amount().signum() <= 0) {
                refusals.add(Refusal.at("quantity", "allocation.quantity_not_positive"));
                continue;
            }
            Offer offer = market.offers.get(at.offer());
            Requirement requirement = requirements.get(at.requirement());
            long asked = pin.quantity()
                    .inBase()
                    .divide(base, 0, RoundingMode.HALF_UP)
                    .longValueExact();
            long most =
                    Math.min(Math.min(at.maximum(), offer.capacity()), requirement.quantity() + requirement.surplus());
            long order = offer.leastOrderFrom(asked);
            if (asked > most) {
                refusals.add(Refusal.at("quantity", "allocation.pin_too_large", said(resource, most)));
            } else if (order < 0 || order > most) {
                refusals.add(Refusal.at(
                        "quantity",
                        "allocation.pin_not_an_order",
                        said(resource, offer.minimum()),
                        said(resource, offer.multiple())));
            } else {
                pins.put(arc.get(), order);
            }
        }
        return refusals;
    }

    private static Quantity said(Wanted.Resource resource, long units) {
        return resource.smallest().quantity(units);
    }

    private static boolean isForbidden(int arc, PlanWish wish, Market market) {
        int offer = market.arcs.get(arc).offer();
        Sense.OfferSense sense = market.offerSenses.get(offer);
        OrganisationId supplier = market.supplierSenses.get(sense.supplier()).organisation();
        return wish.changes(Change.NoListing.class).stream()
                        .anyMatch(no -> no.listing().equals(sense.listing()))
                || wish.changes(Change.NoSupplier.class).stream()
                        .anyMatch(no -> no.supplier().equals(supplier));
    }

    /** What is pinned is made as soon as its stage can begin: then its time is known, whatever the others do. */
    private static void settle(
            int arc, long quantity, Wanted wanted, List<Arc> arcs, List<Offer> offers, List<Making> makings) {
        Arc pinned = arcs.get(arc);
        @Nullable Making made = makings.stream()
                .filter(making -> making.offer() == pinned.offer())
                .findFirst()
                .orElse(null);
        if (made == null) {
            return;
        }
        makings.remove(made);
        int stage = wanted.resources().get(pinned.requirement()).stage();
        long ready = wanted.course().earliest(stage) + made.timeFor(quantity);
        Offer offer = offers.get(pinned.offer());
        offers.set(
                pinned.offer(),
                new Offer(
                        offer.id(),
                        offer.supplier(),
                        quantity,
                        offer.minimum(),
                        offer.multiple(),
                        false,
                        offer.fixedCharge()));
        for (int a = 0; a < arcs.size(); a++) {
            Arc other = arcs.get(a);
            if (other.offer() == pinned.offer()) {
                arcs.set(a, new Arc(other.offer(), other.requirement(), other.unitPrice(), other.maximum(), ready));
            }
        }
    }

    private static Sense sense(Wanted wanted, Market market, long ticks) {
        List<Refusal> assumptions = new ArrayList<>(wanted.assumptions());
        assumptions.add(Refusal.of("allocation.assumed_freight"));
        assumptions.add(Refusal.of("allocation.assumed_records"));
        assumptions.addAll(market.assumptions);
        List<Sense.DemandSense> demands = wanted.outputs().stream()
                .map(output -> new Sense.DemandSense(
                        output.key(),
                        wanted.recipeOf(output),
                        output.name(),
                        output.term(),
                        output.area(),
                        output.priority(),
                        output.quantity(),
                        output.smallest().unit(),
                        output.smallest().perUnit()))
                .toList();
        List<Sense.RequirementSense> requirements = new ArrayList<>();
        for (int r = 0; r < wanted.resources().size(); r++) {
            Wanted.Resource resource = wanted.resources().get(r);
            requirements.add(new Sense.RequirementSense(
                    resource.key(),
                    resource.output(),
                    resource.lineKey(),
                    resource.under(),
                    resource.tier(),
                    resource.name(),
                    resource.term(),
                    resource.stage(),
                    resource.stageName(),
                    Optional.ofNullable(resource.kind()),
                    resource.amounts(),
                    resource.smallest().unit(),
                    resource.smallest().perUnit(),
                    resource.papers(),
                    resource.neededBy(),
                    market.looked.getOrDefault(r, 0)));
        }
        return new Sense(
                wanted.start(),
                ticks,
                wanted.deadline(),
                demands,
                requirements,
                wanted.course().stages().stream().map(Assembler::stage).toList(),
                wanted.course().beside(),
                market.supplierSenses,
                market.offerSenses,
                market.arcSenses,
                market.misses,
                assumptions);
    }

    private static Sense.StageSense stage(Course.Stretch stretch) {
        return new Sense.StageSense(
                stretch.key(),
                stretch.name(),
                stretch.made(),
                stretch.minutes(),
                stretch.stage() != null && stretch.stage().hold(),
                Optional.ofNullable(stretch.stage()).flatMap(stage -> Optional.ofNullable(stage.clock())));
    }
}
