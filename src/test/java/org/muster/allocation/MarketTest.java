package org.muster.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.muster.catalogue.Availability;
import org.muster.catalogue.CleanRoom;
import org.muster.catalogue.Confidentiality;
import org.muster.catalogue.Freshness;
import org.muster.catalogue.Hearing;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.ListingState;
import org.muster.catalogue.ListingView;
import org.muster.catalogue.Operation;
import org.muster.catalogue.Particulars;
import org.muster.catalogue.Sale;
import org.muster.catalogue.SupplyMode;
import org.muster.emergency.EmergencyView;
import org.muster.matching.Candidate;
import org.muster.matching.Journey;
import org.muster.matching.Matches;
import org.muster.matching.Need;
import org.muster.organisation.VerificationLevel;
import org.muster.planning.model.Leg;
import org.muster.planning.model.PlanAnswer;
import org.muster.planning.model.PlanOrder;
import org.muster.planning.model.PlanWatcher;
import org.muster.planning.model.Profile;
import org.muster.planning.model.ProvenPlan;
import org.muster.planning.solver.PlanMaker;
import org.muster.recipe.RecipeCopy;
import org.muster.reference.Level;
import org.muster.reference.Place;
import org.muster.reference.ShippedTerms;
import org.muster.reference.Terms;
import org.muster.shared.ListingId;
import org.muster.shared.Money;
import org.muster.shared.OrganisationId;
import org.muster.shared.Outcome;
import org.muster.shared.Point;
import org.muster.shared.Price;
import org.muster.shared.PriceBasis;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.shared.TimeWindow;
import org.muster.testing.BesideOthers;

/** Candidates become offers and arcs in exact units and prices, bring along what they say, and are planned by the planner itself. */
@BesideOthers
class MarketTest {

    private static final Instant NOW = WantedTest.NOW;
    private static final Terms TERMS = ShippedTerms.terms();
    private static final Point HERE = new Point(37.87, 112.55);
    private static final Journey WAY = new Journey(200, Duration.ofHours(8));
    private static final PlanWish PLAIN = PlanWish.of(Profile.CHEAPEST);

    private final RecipeCopy masks = WantedTest.copy("masks-existing", "1000000");
    private final EmergencyView emergency = WantedTest.emergency(Duration.ofDays(30));
    private final Map<String, List<Candidate>> fitting = new HashMap<>();

    // ── A market in words ───────────────────────────────────────────────────────

    /** What one listing says. */
    private static final class Listed {
        private final ListingKind kind;
        private final SupplyMode mode;
        private final @Nullable Quantity quantity;
        private @Nullable Quantity minimum;
        private @Nullable Quantity multiple;
        private @Nullable Integer materialDays;
        private @Nullable Boolean crew;
        private @Nullable Price price;
        private Particulars particulars;
        private List<Operation> operations = List.of();
        private @Nullable Integer changeover;

        Listed(ListingKind kind, SupplyMode mode, @Nullable Quantity quantity) {
            this.kind = kind;
            this.mode = mode;
            this.quantity = quantity;
            particulars =
                    kind == ListingKind.PRODUCTION_LINE ? new Particulars.Line(List.of(), null) : Particulars.NONE;
        }

        Listed at(String yuan, String amount, String unit, PriceBasis.Delivery delivery) {
            price = new Price(
                    Money.yuan(yuan),
                    Quantity.of(amount, unit),
                    new PriceBasis(
                            true,
                            Optional.of(new BigDecimal("0.13")),
                            PriceBasis.Invoice.UNSAID,
                            delivery,
                            Optional.empty()));
            return this;
        }

        ListingView view() {
            return new ListingView(
                    ListingId.create(),
                    kind,
                    ListingState.PUBLISHED,
                    Confidentiality.PUBLIC,
                    false,
                    false,
                    true,
                    "供给",
                    null,
                    "",
                    null,
                    null,
                    mode,
                    crew,
                    null,
                    materialDays,
                    "",
                    operations,
                    List.of(),
                    List.of(),
                    List.of(),
                    particulars,
                    quantity,
                    false,
                    null,
                    changeover,
                    minimum,
                    multiple,
                    null,
                    null,
                    price,
                    new OrganisationId(UUID.randomUUID()),
                    "供方",
                    null,
                    VerificationLevel.VISITED,
                    false,
                    "140100",
                    HERE,
                    Availability.FREE,
                    null,
                    List.of(),
                    List.of(),
                    NOW,
                    Freshness.FRESH,
                    Hearing.HEARD,
                    null);
        }
    }

    private static Listed line(SupplyMode mode, String aDay) {
        return new Listed(ListingKind.PRODUCTION_LINE, mode, Quantity.of(aDay, "zhi"));
    }

    private static Listed stock(ListingKind kind, String amount, String unit) {
        return new Listed(kind, SupplyMode.FINISHED_STOCK, Quantity.of(amount, unit));
    }

    private ListingId add(String resource, Listed listed, Sale sale, @Nullable Quantity available, boolean converted) {
        ListingView view = listed.view();
        fitting.computeIfAbsent(resource, any -> new ArrayList<>())
                .add(new Candidate(
                        view,
                        Objects.requireNonNull(view.organisation()),
                        sale,
                        WAY,
                        NOW.plus(WAY.takes()),
                        available,
                        List.of(new TimeWindow(NOW, NOW.plus(Duration.ofDays(28)))),
                        converted,
                        List.of()));
        return view.id();
    }

    private Wanted wanted() {
        return Wanted.of(emergency, List.of(masks), List.of(), PLAIN, TERMS, NOW);
    }

    private Market market(Wanted wanted, PlanWish wish) {
        Place place = new Place("140100", Level.CITY, "140000", "太原市", "Taiyuan", "太原", HERE);
        List<List<Matches>> found = wanted.resources().stream()
                .map(one -> List.of(new Matches(
                        Need.of(one.term(), place, one.neededBy()),
                        fitting.getOrDefault(one.lineKey(), List.of()),
                        List.of(),
                        0)))
                .toList();
        var market = new Market(wanted, wish, 1_000_000, Map.of(), Map.of());
        market.open(found, 10_000);
        return market;
    }

    private Outcome<Assembler.Assembled> order(PlanWish wish) {
        Wanted wanted = wanted();
        Market market = market(wanted, wish);
        Assembler.Money money = Assembler.Money.of(wanted, market).orElseThrow();
        return Assembler.order(emergency, wanted, wish, 1_000_000, market, money);
    }

    private static PlanAnswer planned(PlanOrder order) {
        return new PlanMaker(null).make(order, Optional.empty(), new PlanWatcher() {
            @Override
            public void improved(ProvenPlan best) {}

            @Override
            public boolean cancelled() {
                return false;
            }
        });
    }

    private static long taken(PlanOrder order, PlanAnswer answer, ListingId listing) {
        return answer.proven().plan().legs().stream()
                .filter(leg -> order.problem()
                        .offers()
                        .get(order.problem().arcs().get(leg.arc()).offer())
                        .id()
                        .equals(listing.toString()))
                .mapToLong(Leg::quantity)
                .sum();
    }

    private static Quantity zhi(String amount) {
        return Quantity.of(amount, "zhi");
    }

    // ── What becomes of it ──────────────────────────────────────────────────────

    @Test
    void prices_come_onto_one_basis_and_freight_is_added_only_to_what_is_not_delivered() {
        add(
                "meltblown",
                stock(ListingKind.MATERIAL, "5", "tonne").at("34000", "1", "tonne", PriceBasis.Delivery.EX_WORKS),
                Sale.LOT,
                Quantity.of("5", "tonne"),
                false);
        add(
                "meltblown",
                stock(ListingKind.MATERIAL, "900", "kilogram").at("36", "1", "kilogram", PriceBasis.Delivery.DELIVERED),
                Sale.LOT,
                Quantity.of("900", "kilogram"),
                false);
        add(
                "meltblown",
                stock(ListingKind.MATERIAL, "40000", "square_metre")
                        .at("1", "1", "square_metre", PriceBasis.Delivery.DELIVERED),
                Sale.LOT,
                Quantity.of("40000", "square_metre"),
                false);
        Market market = market(wanted(), PLAIN);
        // 34,000 yuan a tonne are 34,000 ticks a gram; 5 litres a kilogram over 200 km at 0.15 are 0.15 yuan a
        // kilogram.
        assertThat(market.arcSenses).extracting(Sense.ArcSense::goods).containsExactly(34_000L, 36_000L, 40_000L);
        assertThat(market.arcSenses).extracting(Sense.ArcSense::freight).containsExactly(150L, 0L, 0L);
        assertThat(market.offers.get(0).capacity()).isEqualTo(5_000_000);
        assertThat(market.offers.get(2).capacity()).as("40,000 m² of 25 g").isEqualTo(1_000_000);
        assertThat(market.draws.get(2).basePerUnit()).as("m² a gram").isEqualByComparingTo("0.04");
        Market dearer = market(wanted(), PLAIN.with(new Change.OtherFreight(new BigDecimal("0.30"))));
        assertThat(dearer.arcSenses.get(0).freight()).isEqualTo(300);
    }

    @Test
    void what_nobody_priced_is_planned_at_what_others_ask_or_what_is_usual_and_never_for_nothing() {
        for (String yuan : List.of("30000", "34000", "90000")) {
            add(
                    "meltblown",
                    stock(ListingKind.MATERIAL, "1", "tonne").at(yuan, "1", "tonne", PriceBasis.Delivery.DELIVERED),
                    Sale.LOT,
                    Quantity.of("1", "tonne"),
                    false);
        }
        add("meltblown", stock(ListingKind.MATERIAL, "1", "tonne"), Sale.LOT, Quantity.of("1", "tonne"), false);
        add("nose-wire", stock(ListingKind.MATERIAL, "1", "tonne"), Sale.LOT, Quantity.of("1", "tonne"), false);
        Wanted wanted = wanted();
        Market market = market(wanted, PLAIN);
        assertThat(market.arcSenses)
                .extracting(Sense.ArcSense::price)
                .containsExactly(
                        Sense.PriceSource.STATED,
                        Sense.PriceSource.STATED,
                        Sense.PriceSource.STATED,
                        Sense.PriceSource.MEDIAN,
                        Sense.PriceSource.REFERENCE);
        assertThat(market.arcSenses.get(3).goods()).isEqualTo(34_000);
        assertThat(market.arcSenses.get(4).goods()).isPositive();
        assertThat(market.assumptions)
                .extracting(Refusal::key)
                .contains("allocation.assumed_price_median", "allocation.assumed_price_reference");
        String key = wanted.resources().stream()
                .filter(one -> one.lineKey().equals("nose-wire"))
                .findFirst()
                .orElseThrow()
                .key();
        Market set = market(wanted, PLAIN.with(new Change.OtherPrice(key, new BigDecimal("100"))));
        assertThat(set.arcSenses.get(4).price()).isEqualTo(Sense.PriceSource.SET);
        assertThat(set.arcSenses.get(4).goods())
                .as("100 yuan a kilometre are 10,000 ticks a decimetre")
                .isEqualTo(10_000);
    }

    @Test
    void whoever_makes_with_everything_brings_it_and_whoever_only_works_brings_what_it_says() {
        ListingId whole = add("line-time", line(SupplyMode.ALL_IN, "200000"), Sale.RATE, zhi("4000000"), false);
        Listed processing = line(SupplyMode.PROCESSING, "100000");
        processing.crew = true;
        processing.materialDays = 3;
        processing.particulars = new Particulars.Line(List.of(), CleanRoom.CLASS_100000);
        ListingId some = add("line-time", processing, Sale.RATE, zhi("2000000"), false);
        ListingId bare = add("line-time", line(SupplyMode.LINE_FOR_HIRE, "100000"), Sale.TIME, null, false);
        ListingId unsaid = add("line-time", line(SupplyMode.UNSAID, "100000"), Sale.RATE, zhi("2000000"), false);
        add("meltblown", stock(ListingKind.MATERIAL, "5", "tonne"), Sale.LOT, Quantity.of("5", "tonne"), false);
        add("carton", stock(ListingKind.MATERIAL, "900", "carton"), Sale.LOT, Quantity.of("900", "carton"), false);
        Wanted wanted = wanted();
        Market market = market(wanted, PLAIN);
        assertThat(brought(market, whole)).hasSize(wanted.resources().size() - 1);
        assertThat(brought(market, some))
                .contains("operators", "room", "meltblown", "outer")
                .doesNotContain("lab", "trucks");
        assertThat(brought(market, bare)).isEmpty();
        assertThat(brought(market, unsaid)).isEmpty();
        assertThat(market.assumptions).extracting(Refusal::key).contains("allocation.assumed_mode");
        // Material on hand for three days of 100,000 is three tenths of what a million takes.
        int meltblown = position(wanted, "meltblown");
        int arc = market.arc(some, wanted.resources().get(0).key()).orElseThrow();
        assertThat(market.included.stream()
                        .filter(one -> one.arc() == arc && one.requirement() == meltblown)
                        .findFirst()
                        .orElseThrow()
                        .most())
                .isEqualTo(wanted.resources().get(meltblown).units() * 3 / 10);
        // Meltblown contains its resin; a carton does not contain the lorry.
        assertThat(market.arcSenses.get(4).brings())
                .map(MarketTest::lineOf)
                .containsExactlyInAnyOrder("pp", "masterbatch");
        assertThat(market.arcSenses.get(5).brings()).isEmpty();
    }

    private static String lineOf(String key) {
        return key.substring(key.lastIndexOf('/') + 1);
    }

    private static int position(Wanted wanted, String line) {
        return wanted.resources().stream()
                .map(Wanted.Resource::lineKey)
                .toList()
                .indexOf(line);
    }

    private List<String> brought(Market market, ListingId listing) {
        int offer = market.offer(listing).orElseThrow();
        for (int a = 0; a < market.arcs.size(); a++) {
            if (market.arcs.get(a).offer() == offer) {
                return market.arcSenses.get(a).brings().stream()
                        .map(MarketTest::lineOf)
                        .toList();
            }
        }
        throw new AssertionError("No arc");
    }

    @Test
    void what_cannot_be_measured_or_is_of_unknown_strength_is_a_near_miss_that_says_why() {
        add("meltblown", stock(ListingKind.MATERIAL, "5", "box"), Sale.LOT, Quantity.of("5", "box"), false);
        add("operators", new Listed(ListingKind.SERVICE, SupplyMode.UNSAID, null), Sale.TIME, null, false);
        Market market = market(wanted(), PLAIN);
        assertThat(market.arcs).isEmpty();
        assertThat(market.misses)
                .flatExtracting(Sense.Miss::reasons)
                .extracting(Refusal::key)
                .containsExactly("allocation.other_measure", "matching.no_figure");
    }

    @Test
    void one_listing_is_one_offer_whatever_it_is_used_for() {
        ListingView view = stock(ListingKind.MATERIAL, "2", "tonne").view();
        for (String resource : List.of("outer", "inner")) {
            fitting.computeIfAbsent(resource, any -> new ArrayList<>())
                    .add(new Candidate(
                            view,
                            Objects.requireNonNull(view.organisation()),
                            Sale.LOT,
                            WAY,
                            NOW,
                            Quantity.of("2", "tonne"),
                            List.of(),
                            false,
                            List.of()));
        }
        Market market = market(wanted(), PLAIN);
        assertThat(market.offers).hasSize(1);
        assertThat(market.arcs).hasSize(2);
    }

    /** A mask takes a fraction of a gram, so no number of masks weighs 15 kg: 15 kg are ordered, and never 15.0001 or 30. */
    @Test
    void what_is_sold_in_multiples_is_ordered_in_whole_ones_however_the_plan_counts() {
        Listed rolls = stock(ListingKind.MATERIAL, "1.007", "tonne");
        rolls.multiple = Quantity.of("15", "kilogram");
        add("outer", rolls, Sale.LOT, Quantity.of("1.007", "tonne"), false);
        Market market = market(wanted(), PLAIN);
        Sense sense = senseOf(order(PLAIN));
        long one = market.offers.get(0).multiple();
        long most = market.offers.get(0).capacity() / one;
        assertThat(most).as("67 × 15 kg are 1,005 kg").isEqualTo(67);
        for (long times : new long[] {1, 2, 33, most}) {
            assertThat(sense.asOrdered(0, List.of(times * one)))
                    .extracting(Quantity::inBase)
                    .satisfiesExactly(mass -> assertThat(mass).isEqualByComparingTo(BigDecimal.valueOf(15 * times)));
        }
        List<Quantity> parts = sense.asOrdered(0, List.of(one / 3, one - one / 3));
        assertThat(parts.get(0)).isEqualTo(sense.asOffered(0, one / 3));
        assertThat(parts.get(0).plus(parts.get(1)).inBase()).isEqualByComparingTo("15");
    }

    private static Sense senseOf(Outcome<Assembler.Assembled> order) {
        return order.orElseThrow().sense();
    }

    @Test
    void a_line_that_is_converted_begins_later() {
        Listed nappies = line(SupplyMode.ALL_IN, "100000");
        nappies.changeover = 2880;
        add("line-time", nappies, Sale.RATE, zhi("1000000"), true);
        add("line-time", line(SupplyMode.ALL_IN, "100000"), Sale.RATE, zhi("1000000"), true);
        Market market = market(wanted(), PLAIN);
        assertThat(market.makings.get(0).setup()).isEqualTo(2880);
        assertThat(market.makings.get(1).setup()).isEqualTo(Fit.USUAL_CONVERSION);
        assertThat(market.assumptions).extracting(Refusal::key).contains("allocation.assumed_conversion");
    }

    @Test
    void the_planner_plans_it_pins_hold_and_noes_are_noes() {
        ListingId line = add(
                "line-time",
                line(SupplyMode.ALL_IN, "200000").at("430", "1000", "zhi", PriceBasis.Delivery.EX_WORKS),
                Sale.RATE,
                zhi("4000000"),
                false);
        ListingId dear = add(
                "line-time",
                line(SupplyMode.ALL_IN, "200000").at("830", "1000", "zhi", PriceBasis.Delivery.EX_WORKS),
                Sale.RATE,
                zhi("4000000"),
                false);
        ListingId goods = add(
                "line-time",
                stock(ListingKind.FINISHED_STOCK, "300000", "zhi")
                        .at("460", "1000", "zhi", PriceBasis.Delivery.EX_WORKS),
                Sale.LOT,
                zhi("300000"),
                false);
        PlanOrder order = order(PLAIN).orElseThrow().order();
        PlanAnswer answer = planned(order);
        assertThat(answer.proven().plan().outputs()).containsExactly(1_000_000L);
        assertThat(taken(order, answer, dear)).isZero();
        assertThat(answer.schedule().allocated()).isEqualTo(48 * 60);

        String key = wanted().resources().get(0).key();
        PlanOrder pinned = order(PLAIN.with(new Change.Pin(dear, key, zhi("100000"))))
                .orElseThrow()
                .order();
        assertThat(taken(pinned, planned(pinned), dear)).isEqualTo(100_000);
        PlanOrder without =
                order(PLAIN.with(new Change.NoListing(line))).orElseThrow().order();
        assertThat(taken(without, planned(without), line)).isZero();
        assertThat(order(PLAIN.with(new Change.Pin(goods, key, zhi("300001")))).reasons())
                .extracting(Refusal::key)
                .containsExactly("allocation.pin_too_large");
        assertThat(order(PLAIN.with(new Change.Pin(goods, key, Quantity.of("3", "tonne"))))
                        .reasons())
                .extracting(Refusal::key)
                .containsExactly("allocation.quantity_not_positive");
    }

    @Test
    void a_line_that_only_works_needs_its_material_and_what_lacks_keeps_the_rest_free() {
        Listed processing =
                line(SupplyMode.PROCESSING, "200000").at("110", "1000", "zhi", PriceBasis.Delivery.EX_WORKS);
        ListingId worker = add("line-time", processing, Sale.RATE, zhi("4000000"), false);
        PlanOrder alone = order(PLAIN).orElseThrow().order();
        PlanAnswer nothing = planned(alone);
        assertThat(nothing.proven().plan().outputs()).containsExactly(0L);
        assertThat(taken(alone, nothing, worker))
                .as("nothing is held that cannot be used")
                .isZero();
        assertThat(nothing.explanation().remainders()).isNotEmpty();
        for (Wanted.Resource resource : wanted().resources()) {
            if (!resource.main()) {
                Quantity twice = new Quantity(
                        resource.amounts()
                                .get(0)
                                .amount()
                                .multiply(BigDecimal.valueOf(2))
                                .setScale(0, RoundingMode.CEILING),
                        resource.amounts().get(0).unit());
                add(
                        resource.lineKey(),
                        stock(
                                ListingKind.MATERIAL,
                                twice.amount().toPlainString(),
                                twice.unit().code()),
                        Sale.LOT,
                        twice,
                        false);
            }
        }
        PlanOrder whole = order(PLAIN).orElseThrow().order();
        PlanAnswer answer = planned(whole);
        assertThat(answer.proven().plan().outputs()).containsExactly(1_000_000L);
        assertThat(taken(whole, answer, worker)).isGreaterThanOrEqualTo(1_000_000);
        assertThat(answer.schedule().criticalPath()).isNotEmpty();
    }

    @Test
    void a_sense_and_a_wish_are_read_as_they_were_written() {
        ListingId dear = add(
                "line-time",
                line(SupplyMode.ALL_IN, "200000").at("830", "1000", "zhi", PriceBasis.Delivery.EX_WORKS),
                Sale.RATE,
                zhi("4000000"),
                false);
        add("meltblown", stock(ListingKind.MATERIAL, "5", "box"), Sale.LOT, Quantity.of("5", "box"), false);
        Sense sense = order(PLAIN).orElseThrow().sense();
        assertThat(sense.misses()).isNotEmpty();
        assertThat(sense.assumptions()).isNotEmpty();
        Sense read = SenseText.read(SenseText.write(sense), Sense.class);
        assertThat(read)
                .usingRecursiveComparison()
                .withEqualsForType((a, b) -> a.compareTo(b) == 0, BigDecimal.class)
                .isEqualTo(sense);
        assertThat(read.asNeeded(0, 1_000)).isEqualTo(zhi("1000"));
        PlanWish wish = PLAIN.with(new Change.Pin(dear, "a/b", zhi("3")))
                .with(new Change.NoSupplier(new OrganisationId(UUID.randomUUID())))
                .with(new Change.OtherDate(NOW))
                .with(new Change.OtherQuantity("a", Quantity.of("2.5", "tonne")))
                .with(new Change.OtherPriority("a", 2, "重灾区"))
                .with(new Change.OtherFreight(new BigDecimal("0.2")))
                .with(new Change.OtherPrice("a/b", new BigDecimal("12.5")));
        assertThat(SenseText.read(SenseText.write(wish), PlanWish.class)).isEqualTo(wish);
        assertThat(wish.with(new Change.NoListing(dear)).changes())
                .as("a no takes a pin back")
                .noneMatch(Change.Pin.class::isInstance);
    }

    @Test
    void ability_is_measured_by_what_makers_do_and_silence_is_half_a_miss() {
        ListingView maker = doing("口罩打片", "耳带焊接", "包装");
        ListingView other = doing("口罩打片", "耳带焊接");
        var asked = CapabilityDistance.Asked.of(
                List.of(maker, other), List.of("熔喷布", "纺粘布"), CleanRoom.CLASS_100000, TERMS);
        assertThat(asked.operations()).containsExactlyInAnyOrder("口罩打片", "耳带焊接", "包装");
        Listed near = line(SupplyMode.ALL_IN, "1");
        near.operations = List.of(new Operation("口罩打片", null), new Operation("耳带焊接", null), new Operation("包装", null));
        near.particulars = new Particulars.Line(List.of("熔喷布", "纺粘布"), CleanRoom.CLASS_10000);
        near.changeover = 60;
        CapabilityDistance least = CapabilityDistance.of(near.view(), asked, TERMS);
        assertThat(least.points()).isEqualTo(1);
        assertThat(least.room()).isEqualTo(CapabilityDistance.Room.ENOUGH);
        assertThat(least.lacking()).isEmpty();
        CapabilityDistance silent =
                CapabilityDistance.of(line(SupplyMode.ALL_IN, "1").view(), asked, TERMS);
        assertThat(silent.points()).isEqualTo(20 + 12 + 10 + 7);
        assertThat(silent.room()).isEqualTo(CapabilityDistance.Room.UNSAID);
        Listed far = line(SupplyMode.ALL_IN, "1");
        far.operations = List.of(new Operation("注塑", null));
        far.particulars = new Particulars.Line(List.of("聚丙烯"), CleanRoom.NONE);
        far.changeover = 60 * 24 * 60;
        assertThat(CapabilityDistance.of(far.view(), asked, TERMS).points()).isEqualTo(100);
    }

    private static ListingView doing(String... operations) {
        Listed listed = line(SupplyMode.ALL_IN, "1");
        listed.operations =
                Arrays.stream(operations).map(one -> new Operation(one, null)).toList();
        return listed.view();
    }
}
