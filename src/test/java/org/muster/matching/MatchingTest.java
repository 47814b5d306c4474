package org.muster.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.reservation.Market.amount;
import static org.muster.reservation.Market.rate;
import static org.muster.reservation.Market.time;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.catalogue.Availability;
import org.muster.catalogue.Catalogue;
import org.muster.catalogue.Freshness;
import org.muster.catalogue.ListingDraft;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.SpecificationValue;
import org.muster.catalogue.SupplyMode;
import org.muster.certificate.CertificateDraft;
import org.muster.certificate.CertificateKind;
import org.muster.certificate.Certificates;
import org.muster.certificate.Requirement;
import org.muster.identity.Actor;
import org.muster.organisation.VerificationLevel;
import org.muster.reference.Glossary;
import org.muster.reference.Place;
import org.muster.reference.Places;
import org.muster.reservation.Market;
import org.muster.search.Sought;
import org.muster.shared.ListingId;
import org.muster.shared.Quantity;

/** What is held against a need: each condition fails what does not meet it and nothing else, and says why. */
@QuarkusTest
class MatchingTest {

    /** Suppliers of the market sit in Jiangyin; Wuhan is some nine hours away by lorry. */
    private static final String WUHAN = "420100";

    @Inject
    Matching matching;

    @Inject
    Catalogue catalogue;

    @Inject
    Certificates certificates;

    @Inject
    Glossary glossary;

    @Inject
    Places places;

    @Inject
    Market market;

    private Actor coordinator = Market.coordinator();
    private Actor supplier = Actor.visitor();
    private Instant now = Instant.EPOCH;
    private Place wuhan =
            new Place("", org.muster.reference.Level.CITY, "", "", "", "", new org.muster.shared.Point(0, 0));

    @BeforeEach
    void a_supplier() {
        supplier = market.somebody();
        now = market.now();
        wuhan = places.byCode(WUHAN).orElseThrow();
    }

    private String meltblown() {
        return glossary.terms().called("熔喷布").orElseThrow().key();
    }

    private String mask() {
        return glossary.terms().called("医用口罩").orElseThrow().key();
    }

    private Need need(String product) {
        return Need.of(product, wuhan, market.days(10, 11).from());
    }

    private Matches judged(Need need, ListingId... listings) {
        return Objects.requireNonNull(
                matching.judged(coordinator, Map.of(need, List.of(listings)), glossary.terms(), now)
                        .get(need));
    }

    private List<Condition> missed(Need need, ListingId listing) {
        Matches matches = judged(need, listing);
        assertThat(matches.candidates()).isEmpty();
        return matches.nearMisses().get(0).misses().stream()
                .map(Miss::condition)
                .toList();
    }

    private String why(Need need, ListingId listing) {
        return judged(need, listing).nearMisses().get(0).first().why().key();
    }

    private Candidate met(Need need, ListingId listing) {
        Matches matches = judged(need, listing);
        assertThat(matches.nearMisses()).isEmpty();
        return matches.candidates().get(0);
    }

    // ── What there is ───────────────────────────────────────────────────────────

    @Test
    void stock_counts_with_what_nobody_has_of_it() {
        ListingId stock = market.aStock(supplier, "5000", "kilogram");
        market.held(market.somebody(), amount(stock, "2000", "kilogram"));
        Candidate candidate = met(need(meltblown()).of(Quantity.of("4", "tonne")), stock);
        assertThat(candidate.amount()).contains(Quantity.of("3000", "kilogram"));
        assertThat(candidate.journey().takes()).isBetween(Duration.ofHours(10), Duration.ofHours(24));
        assertThat(candidate.arrives()).isEqualTo(now.plus(candidate.journey().takes()));
    }

    @Test
    void a_lines_output_counts_day_by_day_until_it_is_too_late_to_leave() {
        ListingId line = market.aLineMaking(supplier, "1000", "piece");
        Need need = need(mask()).of(Quantity.of("50000", "piece"));
        // Today has begun; of tomorrow to the ninth day the last is over too late for the road.
        Candidate whole = met(need, line);
        assertThat(whole.amount()).contains(Quantity.of("8000", "piece"));
        market.held(market.somebody(), rate(line, "2500", "piece", market.days(1, 9)));
        assertThat(met(need, line).amount()).contains(Quantity.of("5500", "piece"));
    }

    @Test
    void a_line_for_hire_counts_with_the_time_that_is_left() {
        ListingId line = market.aLine(supplier);
        market.held(market.somebody(), time(line, market.days(1, 3)));
        Candidate candidate = met(need(mask()), line);
        assertThat(candidate.amount()).as("nobody said what it makes").isEmpty();
        assertThat(candidate.free())
                .hasSize(2)
                .allSatisfy(free -> assertThat(free.overlaps(market.days(1, 3))).isFalse());
        assertThat(candidate.free().get(1).to())
                .isEqualTo(need(mask()).neededBy().minus(candidate.journey().takes()));
    }

    // ── What misses ─────────────────────────────────────────────────────────────

    @Test
    void what_is_something_else_is_not_even_near() {
        Matches matches = judged(need(mask()), market.aStock(supplier, "5000", "kilogram"));
        assertThat(matches.candidates()).isEmpty();
        assertThat(matches.nearMisses()).isEmpty();
        assertThat(matches.considered()).isOne();
    }

    @Test
    void a_line_to_be_converted_counts_only_where_that_is_said() {
        ListingId line = market.listed(
                supplier,
                ListingDraft.line("纸尿裤线")
                        .products(List.of("纸尿裤"))
                        .convertibleProducts(List.of("医用口罩"))
                        .supplyMode(SupplyMode.LINE_FOR_HIRE));
        market.open(supplier, line, market.days(0, 60));
        assertThat(missed(need(mask()), line)).containsExactly(Condition.CLASS);
        assertThat(why(need(mask()), line)).isEqualTo("matching.only_convertible");
        assertThat(met(need(mask()).orConverted(), line).converted()).isTrue();
    }

    @Test
    void a_specification_has_to_say_so_in_whatever_unit() {
        ListingId stock = market.listed(
                supplier,
                ListingDraft.of(ListingKind.MATERIAL, "熔喷布")
                        .products(List.of("熔喷布"))
                        .specification(List.of(
                                SpecificationValue.of("gsm", "25", "g/m²"),
                                SpecificationValue.of("width", "17.5", "cm")))
                        .supplyMode(SupplyMode.FINISHED_STOCK)
                        .quantity(Quantity.of("5", "tonne"))
                        .declared(Availability.FREE));
        Need plain = need(meltblown());
        met(plain.specified(SpecificationLimit.between("gsm", "20", "30", "g/m²")), stock);
        met(plain.specified(SpecificationLimit.atLeast("width", "175", "mm")), stock);
        assertThat(missed(plain.specified(SpecificationLimit.atLeast("width", "176", "mm")), stock))
                .containsExactly(Condition.SPECIFICATION);
        assertThat(why(plain.specified(SpecificationLimit.saying("bfe", "95")), stock))
                .isEqualTo("matching.specification_unsaid");
    }

    @Test
    void a_certificate_that_nobody_shows_is_missed() {
        ListingId stock = market.aStock(supplier, "5000", "kilogram");
        Need need = need(meltblown()).certified(Requirement.of(CertificateKind.TEST_REPORT));
        assertThat(missed(need, stock)).containsExactly(Condition.CERTIFICATE);
        assertThat(why(need, stock)).isEqualTo("matching.certificate_missing");
    }

    @Test
    void a_certificate_counts_on_the_day_of_need_in_its_edition_and_not_by_its_looks() {
        ListingId stock = market.aStock(supplier, "5000", "kilogram");
        LocalDate today = now.atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
        var report = Requirement.of(CertificateKind.TEST_REPORT);
        shows("R-1", "YY 0469-2011", today.plusDays(5));
        Need plain = need(meltblown());
        assertThat(why(plain.certified(report), stock)).isEqualTo("matching.certificate_expired");
        Need sooner = Need.of(meltblown(), wuhan, market.days(4, 5).from()).certified(report);
        assertThat(met(sooner, stock).certificates())
                .singleElement()
                .satisfies(answer -> assertThat(answer.passes()).isTrue());
        shows("R-2", "YY 0469-2011", today.plusDays(30));
        met(plain.certified(report), stock);
        met(plain.certified(report.withStandard("YY 0469", "2011", false)), stock);
        assertThat(missed(plain.certified(report.withStandard("YY 0469", "2004", false)), stock))
                .containsExactly(Condition.CERTIFICATE);
        assertThat(missed(plain.certified(report.withStandard("GB 19083", null, true)), stock))
                .containsExactly(Condition.CERTIFICATE);
        assertThat(why(plain.certified(report.thatIsConfirmed()), stock)).isEqualTo("matching.certificate_not_checked");
        // Two papers are two conditions, each told.
        assertThat(missed(
                        plain.certified(Requirement.of(CertificateKind.REGISTRATION), report.thatIsConfirmed()), stock))
                .containsExactly(Condition.CERTIFICATE, Condition.CERTIFICATE);
        met(plain.certified(), stock);
    }

    private void shows(String number, String standard, LocalDate validTo) {
        Market.done(certificates.add(
                supplier,
                new CertificateDraft(
                        "TEST_REPORT", number, "检测中心", "OWN", "", "", "", standard, "", validTo.toString(), ""),
                now));
    }

    // ── Nothing ─────────────────────────────────────────────────────────────────

    @Test
    void no_need_and_nobody_to_meet_it_give_nothing() {
        assertThat(matching.match(coordinator, List.of(), now)).isEmpty();
        Matches unknown = matching.match(coordinator, need("no such thing"), now);
        assertThat(unknown.candidates()).isEmpty();
        assertThat(unknown.nearMisses()).isEmpty();
        assertThat(unknown.considered()).isZero();
        assertThat(judged(need(mask())).considered()).isZero();
    }

    @Test
    void what_others_hold_whole_is_no_candidate() {
        ListingId stock = market.aStock(supplier, "5000", "kilogram");
        market.held(market.somebody(), amount(stock, "5000", "kilogram"));
        assertThat(missed(need(meltblown()), stock))
                .isNotEmpty()
                .allSatisfy(condition ->
                        assertThat(condition).isIn(Condition.AVAILABILITY, Condition.WINDOW, Condition.QUANTITY));
        ListingId hired = market.listed(
                supplier, ListingDraft.line("口罩线").products(List.of("医用口罩")).supplyMode(SupplyMode.LINE_FOR_HIRE));
        market.open(supplier, hired, market.days(1, 5));
        met(need(mask()), hired);
        market.held(market.somebody(), time(hired, market.days(1, 5)));
        assertThat(missed(need(mask()), hired)).isNotEmpty();
    }

    @Test
    void nothing_wanted_is_met_by_whoever_has_no_minimum() {
        ListingId stock = market.aStock(supplier, "5000", "kilogram");
        met(need(meltblown()).of(Quantity.of("0", "kilogram")), stock);
    }

    @Test
    void what_is_needed_at_this_moment_or_before_it_is_out_of_reach() {
        ListingId stock = market.aStock(supplier, "5000", "kilogram");
        assertThat(missed(Need.of(meltblown(), wuhan, now), stock)).contains(Condition.REACH);
        assertThat(missed(Need.of(meltblown(), wuhan, now.minus(Duration.ofDays(1))), stock))
                .contains(Condition.REACH);
    }

    @Test
    void who_may_not_see_a_listing_is_not_matched_with_it() {
        ListingId stock = market.listed(
                supplier,
                ListingDraft.of(ListingKind.MATERIAL, "熔喷布")
                        .products(List.of("熔喷布"))
                        .supplyMode(SupplyMode.FINISHED_STOCK)
                        .quantity(Quantity.of("5", "tonne"))
                        .confidentiality(org.muster.catalogue.Confidentiality.COORDINATORS_ONLY)
                        .declared(Availability.FREE));
        met(need(meltblown()), stock);
        Matches others = Objects.requireNonNull(
                matching.judged(market.somebody(), Map.of(need(meltblown()), List.of(stock)), glossary.terms(), now)
                        .get(need(meltblown())));
        assertThat(others.considered()).isZero();
        assertThat(others.candidates()).isEmpty();
    }

    @Test
    void level_freshness_and_mode_are_conditions() {
        ListingId stock = market.aStock(supplier, "5000", "kilogram");
        Need plain = need(meltblown());
        met(plain.proven(VerificationLevel.VISITED, Freshness.FRESH), stock);
        market.run("update listing set organisation_level = 'REGISTERED' where id = ?", stock.value());
        assertThat(missed(plain.proven(VerificationLevel.VISITED, Freshness.FRESH), stock))
                .containsExactly(Condition.VERIFICATION);
        assertThat(missed(plain.from(Set.of(), Set.of(SupplyMode.PROCESSING)), stock))
                .containsExactly(Condition.SUPPLY_MODE);
        assertThat(missed(plain.from(Set.of(ListingKind.EQUIPMENT), Set.of()), stock))
                .containsExactly(Condition.CLASS);
        market.run(
                "update listing set last_confirmed_at = last_confirmed_at - interval '20 days' where id = ?",
                stock.value());
        assertThat(missed(plain.proven(VerificationLevel.UNCLAIMED, Freshness.FRESH), stock))
                .containsExactly(Condition.FRESHNESS);
    }

    @Test
    void what_nobody_knows_to_be_free_is_not() {
        ListingId line = market.listed(
                supplier, ListingDraft.line("口罩线").products(List.of("医用口罩")).supplyMode(SupplyMode.LINE_FOR_HIRE));
        assertThat(missed(need(mask()), line)).containsExactly(Condition.AVAILABILITY);
        market.open(supplier, line, market.days(0, 60), Availability.UNKNOWN);
        assertThat(why(need(mask()), line)).isEqualTo("matching.availability_unknown");
    }

    @Test
    void what_is_free_too_late_says_by_how_much() {
        ListingId line = market.listed(
                supplier, ListingDraft.line("口罩线").products(List.of("医用口罩")).supplyMode(SupplyMode.LINE_FOR_HIRE));
        market.open(supplier, line, market.days(12, 20));
        assertThat(missed(need(mask()), line)).containsExactly(Condition.WINDOW);
        List<Object> said =
                judged(need(mask()), line).nearMisses().get(0).first().why().args();
        long road =
                judged(need(mask()), line).nearMisses().get(0).journey().takes().toMinutes();
        assertThat(said.get(0)).isEqualTo((48 * 60 + road + 59) / 60);
    }

    @Test
    void what_cannot_be_there_in_time_is_out_of_reach() {
        ListingId stock = market.aStock(supplier, "5000", "kilogram");
        Need soon = Need.of(meltblown(), wuhan, now.plus(Duration.ofHours(5)));
        assertThat(missed(soon, stock)).containsExactly(Condition.REACH);
    }

    @Test
    void amounts_have_to_compare_and_minimum_orders_to_fit() {
        ListingId stock = market.listed(
                supplier,
                ListingDraft.of(ListingKind.MATERIAL, "熔喷布")
                        .products(List.of("熔喷布"))
                        .supplyMode(SupplyMode.FINISHED_STOCK)
                        .quantity(Quantity.of("5", "tonne"))
                        .minimumOrder(Quantity.of("1", "tonne"))
                        .declared(Availability.FREE));
        Need plain = need(meltblown());
        met(plain.of(Quantity.of("1000", "kilogram")), stock);
        assertThat(why(plain.of(Quantity.of("999", "kilogram")), stock)).isEqualTo("matching.minimum_above_need");
        assertThat(why(plain.of(Quantity.of("10", "piece")), stock)).isEqualTo("matching.other_measure");
    }

    @Test
    void the_index_is_asked_for_the_kind_and_the_papers_so_that_nearer_ones_without_them_do_not_crowd_out() {
        Need need = need(meltblown())
                .from(Set.of(ListingKind.MATERIAL, ListingKind.FINISHED_STOCK), Set.of())
                .certified(Requirement.of(CertificateKind.TEST_REPORT));
        Instant since = now.minus(Duration.ofDays(20));
        List<Sought> sought =
                Matching.sought(need, glossary.terms().called("熔喷布").orElseThrow(), since);
        for (ListingKind kind : need.kinds()) {
            assertThat(sought)
                    .filteredOn(one -> one.query().kind().equals(Optional.of(kind)))
                    .extracting(one -> one.fitness().papers())
                    .as("those who show it, and those who lack but this")
                    .containsExactly(List.of(Set.of(CertificateKind.TEST_REPORT)), List.of());
        }
        assertThat(sought).filteredOn(one -> !one.fitness().papers().isEmpty()).allSatisfy(one -> {
            assertThat(one.fitness().free()).isTrue();
            assertThat(one.fitness().confirmedSince()).contains(since);
            assertThat(one.fitness().day())
                    .isEqualTo(
                            need.neededBy().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate());
        });
    }

    // ── The whole way ───────────────────────────────────────────────────────────

    @Test
    void search_brings_what_is_held_against_the_need() {
        ListingId free = market.aStock(supplier, "5000", "kilogram");
        ListingId unknown = market.listed(
                supplier,
                ListingDraft.of(ListingKind.MATERIAL, "meltblown nonwoven")
                        .products(List.of("meltblown"))
                        .supplyMode(SupplyMode.FINISHED_STOCK)
                        .quantity(Quantity.of("5", "tonne")));
        Need need = need(meltblown()).of(Quantity.of("1", "tonne"));
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            Matches matches = matching.match(coordinator, need, now);
            assertThat(matches.candidates())
                    .extracting(candidate -> candidate.listing().id())
                    .contains(free)
                    .doesNotContain(unknown);
            assertThat(matches.nearMisses())
                    .extracting(miss -> miss.listing().id())
                    .contains(unknown);
        });
    }
}
