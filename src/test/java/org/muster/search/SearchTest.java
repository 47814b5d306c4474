package org.muster.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muster.catalogue.Availability;
import org.muster.catalogue.CleanRoom;
import org.muster.catalogue.Confidentiality;
import org.muster.catalogue.Freshness;
import org.muster.catalogue.ListingDraft;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.Particulars;
import org.muster.catalogue.PriceLimit;
import org.muster.catalogue.ServiceType;
import org.muster.catalogue.SupplyMode;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.organisation.VerificationLevel;
import org.muster.reference.Glossary;
import org.muster.reference.Places;
import org.muster.reference.TermDraft;
import org.muster.reference.TermKind;
import org.muster.search.Supply.Supplier;
import org.muster.shared.ListingId;
import org.muster.shared.Money;
import org.muster.shared.Price;
import org.muster.shared.PriceBasis;
import org.muster.shared.Quantity;
import org.muster.shared.Unit;

/** Each test has suppliers of its own and looks only among theirs, so that they can run in one database. */
@QuarkusTest
class SearchTest {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @Inject
    Supply supply;

    @Inject
    Search search;

    @Inject
    Places places;

    @Inject
    Glossary glossary;

    private Supplier maker;

    @BeforeEach
    void a_maker() {
        maker = supply.supplier("甲" + UUID.randomUUID().toString().substring(0, 8) + "防护用品有限公司", Supply.QINGDAO);
    }

    // ── Words ───────────────────────────────────────────────────────────

    @Test
    void a_chinese_word_finds_an_english_listing_by_the_glossary_and_says_so() {
        ListingId english = supply.publishes(maker, free(ListingDraft.material("Meltblown nonwoven BFE99, 25 gsm")));
        supply.arrives();
        var hit = only(ask(hers().withWords("熔喷布")));
        assertThat(hit.card().id()).isEqualTo(english);
        assertThat(hit.why())
                .anyMatch(reason ->
                        reason instanceof Reason.SameTerm term && term.written().equals("熔喷布"));
    }

    @Test
    void an_english_word_finds_a_chinese_listing() {
        ListingId chinese = supply.publishes(maker, free(ListingDraft.material("熔喷布 25克 BFE99")));
        supply.arrives();
        assertThat(ids(ask(hers().withWords("meltblown")))).containsExactly(chinese);
    }

    @Test
    void the_better_match_comes_first() {
        ListingId mentions =
                supply.publishes(maker, free(ListingDraft.line("包装线").description("可为外科口罩、食品等产品做枕式包装")));
        ListingId makes =
                supply.publishes(maker, free(ListingDraft.line("外科口罩生产线").products(List.of("外科口罩"))));
        supply.publishes(maker, free(ListingDraft.line("塑料注塑线").products(List.of("塑料瓶盖"))));
        supply.arrives();
        assertThat(ids(ask(hers().withWords("外科口罩")))).containsExactly(makes, mentions);
    }

    @Test
    void a_model_number_is_never_taken_for_another() {
        ListingId n95 = supply.publishes(maker, free(ListingDraft.line("N95 respirator line")));
        supply.publishes(maker, free(ListingDraft.line("KN95 production")));
        supply.arrives();
        assertThat(ids(ask(hers().withWords("N95")))).containsExactly(n95);
    }

    @Test
    void a_slip_of_the_pen_is_forgiven() {
        ListingId steriliser =
                supply.publishes(maker, free(ListingDraft.of(ListingKind.EQUIPMENT, "Zzqx sterilizer cabinet")));
        supply.arrives();
        assertThat(ids(ask(hers().withWords("sterilizre")))).containsExactly(steriliser);
    }

    @Test
    void a_slip_finds_what_the_glossary_calls_otherwise_and_says_what_it_was_taken_for() {
        ListingId wire = supply.publishes(
                maker, free(ListingDraft.material("nose wire 3 mm").products(List.of("nose wire"))));
        supply.publishes(maker, free(ListingDraft.material("纸箱").products(List.of("纸箱"))));
        supply.arrives();
        SearchResult result = ask(hers().withWords("鼻粱条"));
        assertThat(ids(result)).containsExactly(wire);
        assertThat(result.groups()).singleElement().satisfies(group -> {
            assertThat(group.guessed()).isTrue();
            assertThat(group.written()).isEqualTo("鼻粱条");
        });
    }

    @Test
    void lines_that_could_make_it_are_found_by_what_they_can_be_changed_over_to() {
        ListingId convertible = supply.publishes(
                maker,
                free(ListingDraft.line("纸尿裤高速线").products(List.of("纸尿裤")).convertibleProducts(List.of("一次性医用口罩"))));
        supply.publishes(maker, free(ListingDraft.line("平面口罩线").products(List.of("医用口罩"))));
        supply.arrives();
        for (String words : List.of("可转产口罩的生产线", "lines that can be converted to masks")) {
            assertThat(ids(ask(hers().withWords(words)))).as(words).containsExactly(convertible);
        }
        assertThat(ids(ask(hers().withConvertible("口罩")))).containsExactly(convertible);
        assertThat(ids(ask(hers().withConvertible("护目镜")))).isEmpty();
        assertThat(search.understood(hers().withWords("可转产口罩的生产线"))
                        .without(Filter.CONVERTIBLE)
                        .words())
                .isEqualTo("口罩");
    }

    @Test
    void services_by_sort_and_lines_by_room_are_filtered_and_counted() {
        ListingId clean = supply.publishes(
                maker,
                free(ListingDraft.line("万级线").particulars(new Particulars.Line(List.of(), CleanRoom.CLASS_10000))));
        ListingId lessClean = supply.publishes(
                maker,
                free(ListingDraft.line("十万级线").particulars(new Particulars.Line(List.of(), CleanRoom.CLASS_100000))));
        supply.publishes(maker, free(ListingDraft.line("普通线")));
        ListingId crew = supply.publishes(
                maker, free(ListingDraft.of(ListingKind.SERVICE, "班组").particulars(new Particulars.Crew(8))));
        ListingId testing = supply.publishes(
                maker, free(ListingDraft.of(ListingKind.SERVICE, "检测").particulars(new Particulars.Testing(24))));
        supply.arrives();

        assertThat(ids(ask(hers().withCleanRoom(Optional.of(CleanRoom.CLASS_100000)))))
                .containsExactlyInAnyOrder(clean, lessClean);
        assertThat(ids(ask(hers().withCleanRoom(Optional.of(CleanRoom.CLASS_1000)))))
                .isEmpty();
        assertThat(ids(ask(hers().withServices(Set.of(ServiceType.CREW))))).containsExactly(crew);
        assertThat(ids(ask(hers().withServices(Set.of(ServiceType.CREW, ServiceType.TESTING)))))
                .containsExactlyInAnyOrder(crew, testing);

        Facets facets =
                ask(hers().withServices(Set.of(ServiceType.CREW))).facets().orElseThrow();
        assertThat(facets.services()).isEqualTo(Map.of(ServiceType.CREW, 1L, ServiceType.TESTING, 1L));
        assertThat(ask(hers()).facets().orElseThrow().cleanRooms())
                .containsEntry(CleanRoom.CLASS_10000, 1L)
                .containsEntry(CleanRoom.CLASS_100000, 2L)
                .containsEntry(CleanRoom.CLASS_1000, 0L);
    }

    @Test
    void full_width_letters_find_plain_ones() {
        ListingId kn95 = supply.publishes(maker, free(ListingDraft.line("KN95 折叠口罩产线")));
        supply.arrives();
        assertThat(ids(ask(hers().withWords("ＫＮ９５")))).containsExactly(kn95);
    }

    @Test
    void an_edited_term_counts_from_the_next_search_on() {
        String coined = "qx" + UUID.randomUUID().toString().substring(0, 6);
        ListingId line = supply.publishes(maker, free(ListingDraft.material("锆英砂粉料")));
        supply.arrives();
        assertThat(ask(hers().withWords(coined)).isEmpty()).isTrue();
        Supply.done(glossary.add(
                supply.person("运营", Set.of(Role.OPERATOR), Optional.empty()),
                new TermDraft(
                        Optional.of(TermKind.MATERIAL),
                        "锆英砂粉料",
                        coined,
                        List.of(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())));
        assertThat(ids(ask(hers().withWords(coined)))).containsExactly(line);
    }

    // ── Filters and counts ──────────────────────────────────────────────

    @Test
    void kinds_are_counted_whatever_kind_is_chosen() {
        supply.publishes(maker, free(ListingDraft.line("平面口罩线")));
        supply.publishes(maker, free(ListingDraft.material("口罩鼻梁条")));
        supply.publishes(maker, free(ListingDraft.material("口罩耳带")));
        supply.arrives();
        var result = ask(hers().withWords("口罩").withKind(Optional.of(ListingKind.MATERIAL)));
        assertThat(result.known().total()).isEqualTo(2);
        assertThat(result.facets().orElseThrow().kinds())
                .containsEntry(ListingKind.MATERIAL, 2L)
                .containsEntry(ListingKind.PRODUCTION_LINE, 1L);
        assertThat(result.facets().orElseThrow().anyKind()).isEqualTo(3);
    }

    @Test
    void a_second_supply_mode_shows_what_it_would_add() {
        supply.publishes(maker, free(ListingDraft.line("一号线").supplyMode(SupplyMode.PROCESSING)));
        supply.publishes(maker, free(ListingDraft.line("二号线").supplyMode(SupplyMode.LINE_FOR_HIRE)));
        supply.arrives();
        var result = ask(hers().withSupplyModes(Set.of(SupplyMode.PROCESSING)));
        assertThat(result.known().total()).isEqualTo(1);
        assertThat(result.facets().orElseThrow().supplyModes())
                .containsEntry(SupplyMode.PROCESSING, 1L)
                .containsEntry(SupplyMode.LINE_FOR_HIRE, 1L);
        assertThat(ask(hers().withSupplyModes(Set.of(SupplyMode.PROCESSING, SupplyMode.LINE_FOR_HIRE)))
                        .known()
                        .total())
                .isEqualTo(2);
    }

    @Test
    void industries_are_a_filter_with_counts() {
        supply.publishes(maker, free(ListingDraft.line("缝纫线").division("18")));
        supply.publishes(maker, free(ListingDraft.line("编织线").division("17")));
        supply.arrives();
        var result = ask(hers().withDivisions(Set.of("18")));
        assertThat(result.known().total()).isEqualTo(1);
        assertThat(result.facets().orElseThrow().divisions())
                .containsEntry("18", 1L)
                .containsEntry("17", 1L);
    }

    @Test
    void a_province_opens_its_cities_and_a_city_narrows_it() {
        String word = "qwz" + UUID.randomUUID().toString().substring(0, 6);
        Supplier inRizhao = supply.supplier("日照" + word + "厂", Supply.RIZHAO);
        supply.publishes(maker, free(ListingDraft.line(word + " one")));
        supply.publishes(inRizhao, free(ListingDraft.line(word + " two")));
        supply.arrives();
        var province = ask(SearchQuery.everything().withWords(word).withRegions(Set.of("370000")));
        assertThat(province.known().total()).isEqualTo(2);
        assertThat(province.facets().orElseThrow().cities())
                .containsEntry(Supply.QINGDAO, 1L)
                .containsEntry(Supply.RIZHAO, 1L);
        var city = ask(SearchQuery.everything().withWords(word).withRegions(Set.of("370000", Supply.RIZHAO)));
        assertThat(city.known().total()).isEqualTo(1);
        assertThat(city.facets().orElseThrow().provinces()).containsEntry("370000", 2L);
    }

    @Test
    void a_circle_around_a_place_leaves_out_what_lies_beyond_and_measures_the_rest() {
        String word = "wvx" + UUID.randomUUID().toString().substring(0, 6);
        supply.publishes(supply.supplier("日照" + word + "厂", Supply.RIZHAO), free(ListingDraft.line(word)));
        supply.publishes(supply.supplier("成都" + word + "厂", Supply.CHENGDU), free(ListingDraft.line(word)));
        supply.arrives();
        var place = places.byCode(Supply.WUHAN).orElseThrow();
        var near = ask(SearchQuery.everything()
                .withWords(word)
                .withNear(Optional.of(new Near("武汉", place, Optional.of(800))))
                .sorted(Sort.DISTANCE));
        assertThat(near.known().total()).isEqualTo(1);
        assertThat(only(near).kilometres().orElseThrow()).isBetween(500L, 800L);
        var both = ask(SearchQuery.everything()
                .withWords(word)
                .withNear(Optional.of(new Near("武汉", place, Optional.empty())))
                .sorted(Sort.DISTANCE));
        assertThat(both.known().hits())
                .extracting(hit -> hit.kilometres().orElseThrow())
                .hasSize(2)
                .isSorted();
    }

    @Test
    void a_quantity_is_compared_across_units_of_its_dimension() {
        ListingId two = supply.publishes(maker, free(ListingDraft.material("粒料").quantity(Quantity.of("2000", "kg"))));
        supply.publishes(maker, free(ListingDraft.material("粒料").quantity(Quantity.of("1999.999", "kg"))));
        supply.publishes(maker, free(ListingDraft.material("粒料").quantity(Quantity.of("5000", "piece"))));
        supply.publishes(maker, free(ListingDraft.material("粒料")));
        supply.arrives();
        assertThat(ids(ask(hers().withQuantity(Optional.of(Quantity.of("2", "t"))))))
                .containsExactly(two);
    }

    @Test
    void freshness_and_level_are_counted_as_at_least() {
        supply.publishes(maker, free(ListingDraft.line("新线")));
        supply.arrives();
        var facets = ask(hers()).facets().orElseThrow();
        assertThat(facets.freshness()).containsEntry(Freshness.FRESH, 1L).containsEntry(Freshness.STALE, 1L);
        assertThat(facets.levels())
                .containsEntry(VerificationLevel.UNCLAIMED, 1L)
                .containsEntry(VerificationLevel.REGISTERED, 0L);
        assertThat(ask(hers().withLevel(Optional.of(VerificationLevel.REGISTERED)))
                        .isEmpty())
                .isTrue();
        assertThat(ask(hers().withFreshness(Optional.of(Freshness.FRESH)))
                        .known()
                        .total())
                .isEqualTo(1);
    }

    // ── Time ────────────────────────────────────────────────────────────

    @Test
    void unknown_availability_is_listed_apart() {
        ListingId free = supply.publishes(maker, free(ListingDraft.line("甲线")));
        ListingId unknown = supply.publishes(maker, ListingDraft.line("乙线").declared(Availability.UNKNOWN));
        ListingId taken = supply.publishes(maker, ListingDraft.line("丙线").declared(Availability.NOT_FREE));
        supply.arrives();
        var result = ask(hers());
        assertThat(ids(result)).containsExactlyInAnyOrder(free, taken);
        assertThat(result.unknown().hits()).extracting(hit -> hit.card().id()).containsExactly(unknown);
        assertThat(result.unknown().total()).isEqualTo(1);
        var alone = ask(hers().amongUnknown(true));
        assertThat(alone.unknown().hits()).extracting(hit -> hit.card().id()).containsExactly(unknown);
    }

    @Test
    void a_window_of_unknown_availability_is_unknown_too() {
        ListingId line = supply.publishes(maker, free(ListingDraft.line("甲线")));
        supply.opens(maker, line, in(1), in(9), Availability.UNKNOWN);
        supply.arrives();
        assertThat(ask(hers()).unknown().total()).isEqualTo(1);
        assertThat(ask(hers()).known().total()).isZero();
    }

    @Test
    void one_window_has_to_cover_all_the_dates() {
        ListingId whole = supply.publishes(maker, ListingDraft.line("甲线"));
        supply.opens(maker, whole, in(10), in(20), Availability.FREE);
        ListingId gap = supply.publishes(maker, ListingDraft.line("乙线"));
        supply.opens(maker, gap, in(10), in(13), Availability.FREE);
        supply.opens(maker, gap, in(13), in(16), Availability.NOT_FREE);
        supply.opens(maker, gap, in(16), in(20), Availability.FREE);
        ListingId declared = supply.publishes(maker, free(ListingDraft.line("丙线")));
        ListingId silent = supply.publishes(maker, ListingDraft.line("丁线"));
        supply.arrives();
        var result = search.search(maker.actor(), hers().withDates(Optional.of(days(11, 18))), supply.now());
        assertThat(ids(result)).containsExactlyInAnyOrder(whole, declared);
        assertThat(result.unknown().hits()).extracting(hit -> hit.card().id()).containsExactly(silent);
    }

    @Test
    void the_earliest_free_comes_first() {
        ListingId later = supply.publishes(maker, ListingDraft.line("甲线"));
        supply.opens(maker, later, in(30), in(40), Availability.FREE);
        ListingId sooner = supply.publishes(maker, ListingDraft.line("乙线"));
        supply.opens(maker, sooner, in(8), in(9), Availability.FREE);
        ListingId now = supply.publishes(maker, free(ListingDraft.line("丙线")));
        supply.arrives();
        var result = search.search(maker.actor(), hers().sorted(Sort.EARLIEST), supply.now());
        assertThat(ids(result)).containsExactly(now, sooner, later);
    }

    @Test
    void a_visitor_learns_whole_weeks_and_nothing_finer_by_asking_for_days() {
        ListingId line = supply.publishes(maker, ListingDraft.line("甲线"));
        Instant monday = Weeks.endOf(in(7));
        // Free from Wednesday noon to Thursday noon of one week.
        supply.opens(
                maker, line, monday.plus(Duration.ofHours(60)), monday.plus(Duration.ofHours(84)), Availability.FREE);
        supply.arrives();
        LocalDate first = monday.atZone(CHINA).toLocalDate();
        for (int day = 0; day < 7; day++) {
            var asked = Optional.of(new FreeDates(first.plusDays(day), first.plusDays(day), CHINA));
            assertThat(ids(ask(hers().withDates(asked))))
                    .as("day %d of the week", day)
                    .containsExactly(line);
        }
        var dayBefore = Optional.of(new FreeDates(first.minusDays(1), first.minusDays(1), CHINA));
        assertThat(ids(ask(hers().withDates(dayBefore)))).isEmpty();
        var tuesday = Optional.of(new FreeDates(first.plusDays(1), first.plusDays(1), CHINA));
        assertThat(ids(search.search(maker.actor(), hers().withDates(tuesday), supply.now())))
                .isEmpty();
    }

    @Test
    void a_visitor_learns_no_finer_order_by_sorting() {
        ListingId thursday = supply.publishes(maker, ListingDraft.line("甲线"));
        ListingId tuesday = supply.publishes(maker, ListingDraft.line("乙线"));
        Instant monday = Weeks.endOf(in(7));
        supply.opens(
                maker, thursday, monday.plus(Duration.ofDays(3)), monday.plus(Duration.ofDays(4)), Availability.FREE);
        supply.opens(
                maker, tuesday, monday.plus(Duration.ofDays(1)), monday.plus(Duration.ofDays(2)), Availability.FREE);
        supply.arrives();
        var exact = search.search(maker.actor(), hers().sorted(Sort.EARLIEST), supply.now());
        assertThat(ids(exact)).containsExactly(tuesday, thursday);
        // Both are of one week: what comes first is what was said last, not what is free first.
        var coarse = ask(hers().sorted(Sort.EARLIEST));
        assertThat(coarse.known().hits()).hasSize(2);
        assertThat(coarse.known().hits().get(0).card().freeFrom())
                .isEqualTo(coarse.known().hits().get(1).card().freeFrom());
    }

    // ── Who sees what ───────────────────────────────────────────────────

    @Test
    void an_anonymous_listing_is_not_found_by_its_makers_name_nor_counted_as_theirs() {
        supply.publishes(
                maker,
                free(ListingDraft.line("无菌包装线 " + maker.name())
                        .confidentiality(Confidentiality.ANONYMOUS)
                        .description("位于" + maker.name() + "厂区")));
        supply.arrives();
        assertThat(ask(SearchQuery.everything().withWords(maker.name().substring(0, 9)))
                        .isEmpty())
                .isTrue();
        assertThat(ask(hers()).isEmpty()).isTrue();
        assertThat(search.search(maker.actor(), hers(), supply.now()).known().total())
                .isEqualTo(1);
        assertThat(search.search(Actor.system(), hers(), supply.now()).known().total())
                .isEqualTo(1);
    }

    @Test
    void what_is_for_verified_buyers_or_coordinators_only_is_hidden_from_others() {
        supply.publishes(maker, free(ListingDraft.line("甲线").confidentiality(Confidentiality.VERIFIED_BUYERS)));
        supply.publishes(maker, free(ListingDraft.line("乙线").confidentiality(Confidentiality.COORDINATORS_ONLY)));
        supply.arrives();
        assertThat(ask(hers()).isEmpty()).isTrue();
        assertThat(ask(hers()).facets().orElseThrow().anyKind()).isZero();
        Supplier other = supply.supplier("乙" + UUID.randomUUID().toString().substring(0, 8) + "公司", Supply.WUHAN);
        assertThat(search.search(other.actor(), hers(), supply.now()).isEmpty()).isTrue();
        Actor verified =
                new Actor(other.actor().person(), other.name(), Set.of(Role.MEMBER), Optional.of(other.id()), true);
        assertThat(search.search(verified, hers(), supply.now()).known().total())
                .isEqualTo(1);
        Actor coordinator = supply.person("协调员", Set.of(Role.COORDINATOR), Optional.empty());
        assertThat(search.search(coordinator, hers(), supply.now()).known().total())
                .isEqualTo(2);
        assertThat(search.search(maker.actor(), hers(), supply.now()).known().total())
                .isEqualTo(2);
    }

    @Test
    void probing_by_every_filter_count_and_box_of_the_map_tells_a_stranger_nothing_of_what_is_hidden() {
        ListingDraft.Builder secret = free(ListingDraft.line("丙线")
                .products(List.of("医用口罩"))
                .convertibleProducts(List.of("护目镜"))
                .quantity(Quantity.of("77", "tonne"))
                .price(new Price(
                        Money.yuan("3.50"),
                        Quantity.of("1", "piece"),
                        new PriceBasis(
                                true,
                                Optional.empty(),
                                PriceBasis.Invoice.UNSAID,
                                PriceBasis.Delivery.UNSAID,
                                Optional.empty())))
                .particulars(new Particulars.Line(List.of("熔喷布"), CleanRoom.CLASS_100)));
        supply.publishes(maker, secret.confidentiality(Confidentiality.COORDINATORS_ONLY));
        supply.publishes(maker, secret.confidentiality(Confidentiality.VERIFIED_BUYERS));
        supply.arrives();
        List<SearchQuery> probes = List.of(
                hers(),
                hers().withWords("口罩"),
                hers().withConvertible("护目镜"),
                hers().withCleanRoom(Optional.of(CleanRoom.CLASS_100)),
                hers().withKind(Optional.of(ListingKind.PRODUCTION_LINE)),
                hers().withQuantity(Optional.of(Quantity.of("1", "tonne"))),
                hers().withPrice(Optional.of(new PriceLimit(new BigDecimal("9"), Unit.of("piece")))),
                hers().withRegions(Set.of(Supply.QINGDAO)),
                hers().withFreshness(Optional.of(Freshness.SILENT)),
                hers().amongUnknown(true));
        Actor coordinator = supply.person("协调员", Set.of(Role.COORDINATOR), Optional.empty());
        for (SearchQuery probe : probes) {
            SearchResult seen = ask(probe);
            Facets facets = seen.facets().orElseThrow();
            assertThat(seen.isEmpty()).as("%s", probe).isTrue();
            assertThat(facets.anyKind()).isZero();
            assertThat(List.of(
                            facets.kinds(),
                            facets.supplyModes(),
                            facets.services(),
                            facets.cleanRooms(),
                            facets.divisions(),
                            facets.provinces(),
                            facets.cities(),
                            facets.levels(),
                            facets.freshness(),
                            facets.certificates(),
                            facets.standards()))
                    .as("%s", probe)
                    .allSatisfy(counts -> assertThat(counts.values())
                            .allSatisfy(count -> assertThat(count).isEqualTo(0L)));
            assertThat(facets.prices()).isEmpty();
            assertThat(search.map(Actor.visitor(), probe, MapBox.whole(), supply.now())
                            .total())
                    .isZero();
            // The probe itself would find them.
            if (!probe.unknownOnly()) {
                assertThat(search.search(coordinator, probe, supply.now())
                                .known()
                                .total())
                        .as("%s", probe)
                        .isEqualTo(2);
            }
        }
    }

    // ── Changes, nothing found ──────────────────────────────────────────

    @Test
    void what_is_withdrawn_is_found_no_more_and_what_is_changed_is_found_as_it_is() {
        ListingId line = supply.publishes(maker, free(ListingDraft.line("纺粘线")));
        supply.arrives();
        assertThat(ids(ask(hers().withWords("纺粘")))).containsExactly(line);
        supply.withdraws(maker, line);
        supply.arrives();
        assertThat(ask(hers()).isEmpty()).isTrue();
    }

    @Test
    void nothing_found_says_which_filter_to_relax() {
        supply.publishes(maker, free(ListingDraft.line("切片机线")));
        supply.arrives();
        var result = ask(hers().withWords("切片机")
                .withKind(Optional.of(ListingKind.SERVICE))
                .withDivisions(Set.of("17")));
        assertThat(result.isEmpty()).isTrue();
        assertThat(result.relaxations()).isEmpty();
        var one = ask(hers().withWords("切片机").withKind(Optional.of(ListingKind.SERVICE)));
        assertThat(one.relaxations()).containsExactly(new SearchResult.Relaxation(Filter.KIND, 1));
    }

    private SearchResult ask(SearchQuery query) {
        return search.search(Actor.visitor(), query, supply.now());
    }

    /** Everything of the maker of this test. */
    private SearchQuery hers() {
        return SearchQuery.everything().withOrganisation(Optional.of(maker.id()));
    }

    private static ListingDraft.Builder free(ListingDraft.Builder draft) {
        return draft.declared(Availability.FREE);
    }

    private static List<ListingId> ids(SearchResult result) {
        return result.known().hits().stream().map(hit -> hit.card().id()).toList();
    }

    private static SearchResult.Hit only(SearchResult result) {
        assertThat(result.known().hits()).hasSize(1);
        return result.known().hits().get(0);
    }

    /** The start of a day, so many days from now. */
    private Instant in(int days) {
        return supply.now()
                .atZone(CHINA)
                .toLocalDate()
                .plusDays(days)
                .atStartOfDay(CHINA)
                .toInstant();
    }

    private FreeDates days(int first, int last) {
        LocalDate today = supply.now().atZone(CHINA).toLocalDate();
        return new FreeDates(today.plusDays(first), today.plusDays(last), CHINA);
    }
}
