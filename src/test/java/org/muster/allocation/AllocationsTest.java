package org.muster.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.catalogue.Availability;
import org.muster.catalogue.ListingDraft;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.SupplyMode;
import org.muster.certificate.CertificateDraft;
import org.muster.certificate.Certificates;
import org.muster.emergency.Declaration;
import org.muster.emergency.Declarations;
import org.muster.emergency.EmergencyDesk;
import org.muster.emergency.EmergencyId;
import org.muster.emergency.NeedDesk;
import org.muster.emergency.RecipeDesk;
import org.muster.emergency.WrittenNeed;
import org.muster.identity.Actor;
import org.muster.planning.PlanRunId;
import org.muster.planning.PlanRunState;
import org.muster.planning.PlanRunView;
import org.muster.planning.model.PlanAnswer;
import org.muster.planning.model.Profile;
import org.muster.reservation.Claim;
import org.muster.reservation.Market;
import org.muster.search.Supply;
import org.muster.shared.ListingId;
import org.muster.shared.Money;
import org.muster.shared.Outcome;
import org.muster.shared.Price;
import org.muster.shared.PriceBasis;
import org.muster.shared.Quantity;
import org.muster.shared.Refusal;
import org.muster.testing.Owners;

/** An emergency is planned on what is free, by the real matching, planner and ledger; what comes of it can be asked for, changed, and held to the law. */
@QuarkusTest
class AllocationsTest {

    private static final PriceBasis BASIS = new PriceBasis(
            true,
            Optional.of(new BigDecimal("0.13")),
            PriceBasis.Invoice.SPECIAL_VAT,
            PriceBasis.Delivery.EX_WORKS,
            Optional.empty());

    @Inject
    Allocations allocations;

    @Inject
    EmergencyDesk emergencies;

    @Inject
    NeedDesk needs;

    @Inject
    RecipeDesk recipes;

    @Inject
    Certificates certificates;

    @Inject
    Market market;

    @Inject
    Supply supply;

    @Inject
    Owners owners;

    private Actor coordinator = Actor.visitor();
    private Actor maker = Actor.visitor();
    private EmergencyId emergency = EmergencyId.create();
    private ListingId line = ListingId.create();
    private ListingId stock = ListingId.create();
    private Instant now = Instant.EPOCH;

    /** Two cities of Jiangsu want a million masks; a maker in Jiangyin has a line with everything, and some on hand. */
    @BeforeEach
    void an_emergency_and_a_market() {
        now = market.now();
        coordinator = owners.aCoordinator("陈统筹");
        emergency = Market.done(
                emergencies.declare(coordinator, declared("无锡;苏州"), Declarations.RULE, Declarations.BEIJING, now));
        need("无锡市人民医院", "无锡", "60万");
        need("苏州市第一医院", "苏州", "40万");
        Market.done(recipes.take(coordinator, emergency, "masks-existing", "100万", "5", now));
        maker = market.somebody();
        certified("REGISTRATION", "苏械注准20242140001");
        certified("PRODUCTION_LICENCE", "苏药监械生产许20240001号");
        line = market.listed(
                maker,
                ListingDraft.line("一次性医用口罩全自动线")
                        .products(List.of("一次性医用口罩"))
                        .supplyMode(SupplyMode.ALL_IN)
                        .crewIncluded(true)
                        .materialIncluded(true)
                        .quantity(Quantity.of("200000", "zhi"))
                        .price(price("430", "1000")));
        market.open(maker, line, market.days(0, 40));
        stock = market.listed(
                maker,
                ListingDraft.of(ListingKind.FINISHED_STOCK, "一次性医用口罩 现货")
                        .products(List.of("一次性医用口罩"))
                        .supplyMode(SupplyMode.FINISHED_STOCK)
                        .quantity(Quantity.of("300000", "zhi"))
                        .declared(Availability.FREE));
        supply.arrives();
    }

    private static Declaration declared(String areas) {
        Declaration usual = Declarations.of(areas);
        return new Declaration(
                usual.name(),
                usual.kind(),
                usual.areas(),
                usual.authority(),
                usual.document(),
                usual.lead(),
                usual.deputies(),
                usual.priorityRule(),
                usual.answerHours(),
                usual.remindMinutes(),
                usual.start(),
                "12",
                "144",
                "480");
    }

    private static Price price(String yuan, String zhi) {
        return new Price(Money.yuan(yuan), Quantity.of(zhi, "zhi"), BASIS);
    }

    private void need(String institution, String place, String amount) {
        Market.done(needs.add(
                coordinator,
                emergency,
                WrittenNeed.typed(institution, place, "一次性医用口罩", "", amount, "只", "", "", "", "", ""),
                now));
    }

    private void certified(String kind, String number) {
        Market.done(certificates.add(
                maker,
                new CertificateDraft(kind, number, "江苏省药品监督管理局", "OWN", "", "", "", "", "2024-01-15", "2028-12-31", ""),
                now));
    }

    private PlanRunId planned(PlanWish wish) {
        return ended(Market.done(allocations.begin(coordinator, emergency, wish, now)));
    }

    private PlanRunId ended(PlanRunId run) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> !view(run).state().isOpen());
        assertThat(view(run).state()).isEqualTo(PlanRunState.DONE);
        return run;
    }

    private PlanRunView view(PlanRunId run) {
        return run(run).detail().run();
    }

    private PlannedRun run(PlanRunId run) {
        return allocations.run(coordinator, emergency, run).orElseThrow();
    }

    private PlanAnswer answer(PlanRunId run) {
        return run(run).detail().answer().orElseThrow();
    }

    private long taken(PlanRunId run, ListingId listing) {
        return allocations.legs(coordinator, emergency, run).stream()
                .filter(leg -> leg.listing().equals(listing))
                .mapToLong(leg -> leg.quantity().amount().longValueExact())
                .sum();
    }

    private PlanRunId otherwise(PlanRunId before, Change change) {
        return ended(Market.done(allocations.whatIf(coordinator, emergency, before, change, now)));
    }

    private static List<String> refused(Outcome<?> outcome) {
        return outcome.reasons().stream().map(Refusal::key).toList();
    }

    @Test
    void what_is_needed_is_planned_on_what_is_free_and_can_be_asked_for() {
        PlanRunId first = planned(PlanWish.of(Profile.CHEAPEST));
        PlannedRun run = run(first);
        Sense sense = run.sense();
        assertThat(sense.demands())
                .extracting(Sense.DemandSense::area, Sense.DemandSense::output)
                .containsExactly(
                        tuple("320200", Quantity.of("600000", "zhi")), tuple("320500", Quantity.of("400000", "zhi")));
        assertThat(sense.arcs()).hasSameSizeAs(run.detail().order().problem().arcs());
        assertThat(sense.offers()).hasSameSizeAs(run.detail().order().problem().offers());
        assertThat(answer(first).proven().plan().outputs())
                .as("%s", sense.misses())
                .containsExactly(600_000L, 400_000L);
        // Finished goods nobody priced are planned at what others ask for, never for nothing.
        assertThat(sense.assumptions())
                .extracting(Refusal::key)
                .contains("allocation.assumed_freight")
                .anyMatch(key -> key.startsWith("allocation.assumed_price_"));
        assertThat(sense.arcs()).allSatisfy(arc -> assertThat(arc.goods()).isPositive());
        // Whoever makes with everything brings material, crew and room along.
        List<PlannedLeg> legs = allocations.legs(coordinator, emergency, first);
        assertThat(legs).isNotEmpty().allSatisfy(leg -> {
            assertThat(leg.basis().basis()).isEqualTo(LegalBasis.MARKET_PURCHASE);
            assertThat(leg.claim().listing()).isEqualTo(leg.listing());
            assertThat(leg.neededBy()).isAfter(now);
        });
        assertThat(legs)
                .filteredOn(leg -> leg.listing().equals(line))
                .allSatisfy(leg -> assertThat(leg.claim()).isInstanceOf(Claim.Rate.class));
        assertThat(answer(first).schedule().allocated()).isBetween(700L, 721L);
        assertThat(answer(first).schedule().released()).isGreaterThan(48 * 60L);

        // The ledger gives it: the claims of all legs together are held at once.
        assertThat(allocations.stillStands(coordinator, emergency, first, now)).contains(List.of());
        Actor buyer = market.somebody();
        market.held(buyer, legs.stream().map(PlannedLeg::claim).toArray(Claim[]::new));
        // The sense of a plan stays what it was.
        assertThat(run(first).sense()).isEqualTo(sense);
    }

    @Test
    void what_if_is_planned_at_once_and_shows_what_it_changes() {
        PlanRunId first = planned(PlanWish.of(Profile.CHEAPEST));
        Sense sense = run(first).sense();
        String wuxi = sense.demands().get(0).key();
        String suzhou = sense.demands().get(1).key();
        String made = sense.requirements().stream()
                .filter(one -> one.demand() == 0 && one.line().equals("line-time"))
                .findFirst()
                .orElseThrow()
                .key();

        PlanRunId without = otherwise(first, new Change.NoListing(stock));
        assertThat(taken(without, stock)).isZero();
        PlanRunId pinned = otherwise(without, new Change.Pin(stock, made, Quantity.of("50000", "zhi")));
        assertThat(taken(pinned, stock)).isGreaterThanOrEqualTo(50_000);
        assertThat(run(pinned).wish().changes()).as("a pin takes a no back").hasSize(1);
        Comparison comparison =
                allocations.compare(coordinator, emergency, without, pinned).orElseThrow();
        assertThat(comparison.legs())
                .anySatisfy(leg -> assertThat(leg.listing()).isEqualTo(stock));

        PlanRunId more = otherwise(first, new Change.OtherQuantity(suzhou, Quantity.of("500000", "zhi")));
        assertThat(run(more).sense().demands().get(1).output()).isEqualTo(Quantity.of("500000", "zhi"));

        Instant later = now.plus(Duration.ofDays(30));
        PlanRunId slow = otherwise(first, new Change.OtherDate(later));
        assertThat(run(slow).sense().deadline()).isEqualTo(later);

        PlanRunId favoured = otherwise(first, new Change.OtherPriority(wuxi, 1, "定点医院在无锡"));
        Comparison moved =
                allocations.compare(coordinator, emergency, first, favoured).orElseThrow();
        assertThat(moved.override().orElseThrow().override().reason()).isEqualTo("定点医院在无锡");

        assertThat(refused(allocations.whatIf(
                        coordinator, emergency, first, new Change.OtherPriority(wuxi, 100, "x"), now)))
                .containsExactlyInAnyOrder("allocation.priority_out_of_range", "allocation.reason_missing");
        assertThat(refused(allocations.whatIf(
                        coordinator, emergency, first, new Change.OtherDate(now.minusSeconds(1)), now)))
                .containsExactly("allocation.date_in_the_past");
        assertThat(refused(allocations.whatIf(
                        coordinator, emergency, first, new Change.NoListing(ListingId.create()), now)))
                .containsExactly("allocation.not_a_change");
        assertThat(refused(allocations.whatIf(
                        coordinator,
                        emergency,
                        first,
                        new Change.Pin(stock, made, Quantity.of("90000000", "zhi")),
                        now)))
                .containsExactly("allocation.pin_too_large");
    }

    @Test
    void nothing_is_requisitioned_without_a_document_and_nobody_else_learns_of_a_plan() {
        PlanRunId first = planned(PlanWish.of(Profile.FEWEST_SUPPLIERS));
        int arc = allocations.legs(coordinator, emergency, first).get(0).arc();
        assertThat(refused(
                        allocations.decide(coordinator, emergency, first, arc, LegalBasis.REQUISITION, " ", " ", now)))
                .containsExactlyInAnyOrder("allocation.authority_missing", "allocation.document_missing");
        assertThat(refused(
                        allocations.decide(coordinator, emergency, first, 999_999, LegalBasis.DONATION, "", "", now)))
                .containsExactly("allocation.no_such_leg");
        LegBasis decided = Market.done(allocations.decide(
                coordinator, emergency, first, arc, LegalBasis.REQUISITION, "省指挥部", "征用令〔2026〕1 号", now));
        assertThat(allocations.legs(coordinator, emergency, first))
                .filteredOn(leg -> leg.arc() == arc)
                .allSatisfy(leg -> assertThat(leg.basis().document()).isEqualTo("征用令〔2026〕1 号"));
        assertThat(run(first).bases()).extracting(LegBasis::basis).containsExactly(decided.basis());
        assertThat(databaseTakes("REQUISITION", "省指挥部", "")).isFalse();
        assertThat(databaseTakes("ALLOCATION", "", "")).isFalse();

        assertThat(allocations.run(maker, emergency, first)).isEmpty();
        assertThat(allocations.runs(maker, emergency)).isEmpty();
        assertThat(allocations.legs(maker, emergency, first)).isEmpty();
        assertThat(allocations.stillStands(maker, emergency, first, now)).isEmpty();
        assertThat(refused(allocations.begin(maker, emergency, PlanWish.of(Profile.CHEAPEST), now)))
                .containsExactly(EmergencyDesk.NOT_FOUND);
        assertThat(refused(allocations.cancel(maker, emergency, first, now))).containsExactly(Allocations.NO_RUN);
        assertThat(allocations.run(coordinator, EmergencyId.create(), first)).isEmpty();
    }

    private boolean databaseTakes(String basis, String authority, String document) {
        try {
            market.run(
                    "insert into allocation_basis (run_id, arc, basis, authority, document, decided_by, decided_at)"
                            + " select run_id, 0, ?, ?, ?, 'x', now() from allocation_run limit 1",
                    basis,
                    authority,
                    document);
            return true;
        } catch (AssertionError refused) {
            return false;
        }
    }

    @Test
    void nothing_wanted_is_no_plan() {
        EmergencyId bare = Market.done(
                emergencies.declare(coordinator, declared("南京"), Declarations.RULE, Declarations.BEIJING, now));
        assertThat(refused(allocations.begin(coordinator, bare, PlanWish.of(Profile.CHEAPEST), now)))
                .containsExactly("allocation.nothing_wanted");
        assertThat(allocations.runs(coordinator, bare)).isEmpty();
    }
}
