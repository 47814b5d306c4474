package org.muster.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.catalogue.Suppliers.aMaskLine;
import static org.muster.catalogue.Suppliers.accepted;
import static org.muster.catalogue.Suppliers.refused;
import static org.muster.catalogue.Suppliers.verified;
import static org.muster.catalogue.Suppliers.with;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.muster.catalogue.ScanQuery.Sort;
import org.muster.identity.Actor;
import org.muster.identity.Role;
import org.muster.organisation.OrganisationRegistry;
import org.muster.organisation.ProfileChange;
import org.muster.shared.ListingId;
import org.muster.shared.OrganisationId;
import org.muster.shared.Point;
import org.muster.shared.Quantity;
import org.muster.shared.TimeWindow;

@QuarkusTest
class ShowingListingsTest {

    @Inject
    Catalogue catalogue;

    @Inject
    OrganisationRegistry registry;

    @Inject
    Suppliers suppliers;

    @Inject
    EntityManagerFactory factory;

    @Inject
    Clock clock;

    @Test
    void each_confidentiality_is_seen_by_whom_it_is_meant_for() {
        Actor supplier = suppliers.aSupplier();
        Actor member = suppliers.aSupplier();
        Actor coordinator = with(member, Role.COORDINATOR);
        Actor operator = with(member, Role.OPERATOR);
        ListingId open = suppliers.published(supplier, aMaskLine("公开线").build());
        ListingId checked = suppliers.published(
                supplier,
                aMaskLine("验证线")
                        .confidentiality(Confidentiality.VERIFIED_BUYERS)
                        .build());
        ListingId anonymous = suppliers.published(
                supplier,
                aMaskLine("匿名线").confidentiality(Confidentiality.ANONYMOUS).build());
        ListingId official = suppliers.published(
                supplier,
                aMaskLine("应急线")
                        .confidentiality(Confidentiality.COORDINATORS_ONLY)
                        .build());
        List<ListingId> all = List.of(open, checked, anonymous, official);
        assertThat(seen(Actor.visitor(), all)).containsExactly(open, anonymous);
        assertThat(seen(member, all)).containsExactly(open, anonymous);
        assertThat(seen(verified(member), all)).containsExactly(open, checked, anonymous);
        assertThat(seen(coordinator, all)).isEqualTo(all);
        assertThat(seen(operator, all)).isEqualTo(all);
        assertThat(seen(supplier, all)).isEqualTo(all);
        for (Actor viewer : List.of(Actor.visitor(), member, verified(member), coordinator, operator, supplier)) {
            assertThat(all.stream()
                            .filter(id -> catalogue.view(viewer, id, now()).isPresent())
                            .toList())
                    .isEqualTo(seen(viewer, all));
        }
    }

    @Test
    void drafts_paused_and_withdrawn_listings_are_their_suppliers_own() {
        Actor supplier = suppliers.aSupplier();
        ListingId draft = suppliers.aDraft(supplier, aMaskLine("草稿").build());
        ListingId paused = suppliers.published(supplier, aMaskLine("暂停").build());
        accepted(catalogue.pause(supplier, paused, now()));
        List<ListingId> all = List.of(draft, paused);
        assertThat(seen(Actor.visitor(), all)).isEmpty();
        assertThat(seen(with(supplier, Role.COORDINATOR), all)).isEmpty();
        assertThat(seen(supplier, all)).isEqualTo(all);
        assertThat(catalogue.documents(all)).isEmpty();
    }

    @Test
    void an_anonymous_listing_tells_class_and_city_and_nothing_finer() {
        String brand = "鲸跃" + Suppliers.aWord();
        Actor supplier = suppliers.aSupplierCalled("江阴" + brand + "医疗用品有限公司");
        ListingId id = suppliers.published(
                supplier,
                aMaskLine(brand + "平面口罩线 联系13812345678")
                        .description("找" + brand + "王厂长")
                        .missing(brand + "专用熔喷布")
                        .confidentiality(Confidentiality.ANONYMOUS)
                        .build());
        ListingView seen = catalogue.view(Actor.visitor(), id, now()).orElseThrow();
        assertThat(seen.masked()).isTrue();
        assertThat(seen.organisation()).isNull();
        assertThat(seen.organisationName()).isNull();
        assertThat(seen.title()).isEqualTo("平面口罩线 联系");
        assertThat(seen.placeCode()).isEqualTo("320200");
        assertThat(seen.toString()).doesNotContain(brand).doesNotContain("13812345678");
        ListingCard card = catalogue.cards(Actor.visitor(), List.of(id), now()).get(0);
        assertThat(card.toString()).doesNotContain(brand);
        assertThat(card.point()).isEqualTo(seen.point());
        ListingDocument document = catalogue.documents(List.of(id)).get(0);
        assertThat(document.organisationName()).isEmpty();
        assertThat(document.countyCode()).isNull();
        assertThat(document.point()).isEqualTo(document.cityPoint());
        assertThat(document.toString()).doesNotContain(brand);
        for (Actor viewer : List.of(Actor.visitor(), supplier)) {
            assertThat(scan(viewer, brand).total() + scan(viewer, brand).unknownTotal())
                    .isZero();
        }
        assertThat(catalogue.view(supplier, id, now()).orElseThrow().title()).contains(brand);
    }

    @Test
    void visitors_learn_whole_weeks_and_members_the_hour() {
        Actor supplier = suppliers.aSupplier();
        ListingId id = suppliers.published(supplier, aMaskLine("口罩线").build());
        LocalDate monday = Weeks.mondayOf(now()).plusWeeks(2);
        TimeWindow tuesdayToFriday = new TimeWindow(
                monday.plusDays(1).atTime(9, 30).atZone(Weeks.ZONE).toInstant(),
                monday.plusDays(4).atStartOfDay(Weeks.ZONE).toInstant());
        accepted(catalogue.openWindow(supplier, id, tuesdayToFriday, Availability.FREE, "夜班除外", now()));
        ListingView visitor = catalogue.view(Actor.visitor(), id, now()).orElseThrow();
        assertThat(visitor.windows()).isEmpty();
        assertThat(visitor.contactAllowed()).isFalse();
        assertThat(visitor.freeFrom()).isEqualTo(Weeks.beginning(monday).from());
        assertThat(visitor.weeks().get(2)).isEqualTo(WeekState.PARTLY);
        ListingView member = catalogue.view(suppliers.aSupplier(), id, now()).orElseThrow();
        assertThat(member.freeFrom()).isEqualTo(tuesdayToFriday.from());
        assertThat(member.windows()).hasSize(1);
        assertThat(member.contactAllowed()).isTrue();
    }

    @Test
    void a_visitor_cannot_find_the_hour_by_asking_for_shorter_and_shorter_times() {
        String word = "探" + Suppliers.aWord();
        Actor supplier = suppliers.aSupplier();
        ListingId part = suppliers.published(supplier, aMaskLine(word + "部分").build());
        ListingId whole = suppliers.published(supplier, aMaskLine(word + "整周").build());
        LocalDate monday = Weeks.mondayOf(now()).plusWeeks(2);
        TimeWindow midweek = new TimeWindow(
                monday.with(DayOfWeek.TUESDAY).atStartOfDay(Weeks.ZONE).toInstant(),
                monday.with(DayOfWeek.FRIDAY).atStartOfDay(Weeks.ZONE).toInstant());
        accepted(catalogue.openWindow(supplier, part, midweek, Availability.FREE, "", now()));
        accepted(catalogue.openWindow(supplier, whole, Weeks.beginning(monday), Availability.FREE, "", now()));
        for (int day = 0; day < 7; day++) {
            assertThat(scan(Actor.visitor(), word, dayOf(monday.plusDays(day))).ids())
                    .as("day %d of the week", day)
                    .containsExactlyInAnyOrder(part, whole);
        }
        TimeWindow wednesday = dayOf(monday.plusDays(2));
        TimeWindow saturday = dayOf(monday.plusDays(5));
        assertThat(scan(suppliers.aSupplier(), word, saturday).ids()).containsExactly(whole);
        assertThat(scan(suppliers.aSupplier(), word, wednesday).ids()).containsExactlyInAnyOrder(part, whole);
    }

    @Test
    void twenty_cards_cost_three_statements_at_most() {
        Actor supplier = suppliers.aSupplier();
        List<ListingId> ids = new ArrayList<>();
        IntStream.range(0, 20)
                .forEach(i -> ids.add(suppliers.published(
                        supplier,
                        aMaskLine("口罩线 " + i)
                                .confidentiality(i % 5 == 0 ? Confidentiality.ANONYMOUS : Confidentiality.PUBLIC)
                                .build())));
        Statistics statistics = factory.unwrap(SessionFactory.class).getStatistics();
        statistics.setStatisticsEnabled(true);
        assertThat(quietest(statistics, () -> catalogue.cards(Actor.visitor(), ids, now())))
                .isLessThanOrEqualTo(3);
        assertThat(quietest(statistics, () -> catalogue.view(Actor.visitor(), ids.get(1), now())))
                .isLessThanOrEqualTo(4);
    }

    /** The statements of one look; workers in the background count as well, so the least of ten looks is told. */
    private static long quietest(Statistics statistics, Runnable look) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            statistics.clear();
            look.run();
            least = Math.min(least, statistics.getPrepareStatementCount());
        }
        return least;
    }

    @Test
    void the_scan_meets_every_word_group_and_counts_the_unknown_apart() {
        String word = "词" + Suppliers.aWord();
        Actor supplier = suppliers.aSupplier();
        ListingId free = suppliers.published(
                supplier, aMaskLine(word + "线").declared(Availability.FREE).build());
        ListingId taken = suppliers.published(
                supplier, aMaskLine(word + "线").declared(Availability.NOT_FREE).build());
        ListingId unknown = suppliers.published(supplier, aMaskLine(word + "线").build());
        suppliers.published(
                supplier,
                ListingDraft.material(word + "无纺布")
                        .products(List.of("无纺布"))
                        .declared(Availability.FREE)
                        .build());
        Scan found = catalogue.scan(
                Actor.visitor(),
                query(List.of(List.of(word), List.of("不存在的词", "医用口罩")), null, false, Sort.RELEVANCE),
                now());
        assertThat(found.ids()).containsExactly(free, taken);
        assertThat(found.total()).isEqualTo(2);
        assertThat(found.unknownTotal()).isEqualTo(1);
        Scan apart = catalogue.scan(Actor.visitor(), query(List.of(List.of(word)), null, true, Sort.RELEVANCE), now());
        assertThat(apart.ids()).containsExactly(unknown);
    }

    @Test
    void the_scan_takes_wildcards_for_letters() {
        String word = "百分" + Suppliers.aWord();
        suppliers.published(
                suppliers.aSupplier(),
                aMaskLine(word + " 75% 酒精").declared(Availability.FREE).build());
        assertThat(scan(Actor.visitor(), word + " 75%").ids()).hasSize(1);
        assertThat(scan(Actor.visitor(), word + " 7_%").ids()).isEmpty();
        assertThat(scan(Actor.visitor(), "%" + word).ids()).isEmpty();
    }

    @Test
    void the_scan_filters_by_kind_place_distance_and_quantity_in_any_unit() {
        String word = "滤" + Suppliers.aWord();
        Actor supplier = suppliers.aSupplier();
        ListingId cloth = suppliers.published(
                supplier,
                ListingDraft.material(word)
                        .products(List.of("熔喷布"))
                        .quantity(Quantity.of("2", "tonne"))
                        .declared(Availability.FREE)
                        .build());
        Point shanghai = new Point(31.23, 121.47);
        ScanQuery fits = new ScanQuery(
                List.of(List.of(word)),
                Set.of(ListingKind.MATERIAL),
                Set.of(SupplyMode.UNSAID),
                Set.of(),
                Set.of("320000"),
                shanghai,
                300,
                null,
                Quantity.of("1500", "kilogram"),
                null,
                Freshness.FRESH,
                null,
                false,
                Sort.DISTANCE,
                0,
                20);
        assertThat(catalogue.scan(Actor.visitor(), fits, now()).ids()).containsExactly(cloth);
        ScanQuery tooMuch = new ScanQuery(
                fits.wordGroups(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                null,
                null,
                null,
                Quantity.of("2500", "kilogram"),
                null,
                null,
                null,
                false,
                Sort.EARLIEST,
                0,
                20);
        assertThat(catalogue.scan(Actor.visitor(), tooMuch, now()).ids()).isEmpty();
        ScanQuery tooFar = new ScanQuery(
                fits.wordGroups(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                shanghai,
                30,
                null,
                null,
                null,
                null,
                null,
                false,
                Sort.DISTANCE,
                0,
                20);
        assertThat(catalogue.scan(Actor.visitor(), tooFar, now()).ids()).isEmpty();
    }

    @Test
    void a_change_of_the_organisation_reaches_all_its_listings_at_once() {
        Actor supplier = suppliers.aSupplier();
        OrganisationId organisation = supplier.organisation().orElseThrow();
        ListingId id = suppliers.published(supplier, aMaskLine("口罩线").build());
        long before = catalogue.documents(List.of(id)).get(0).revision();
        var own = registry.own(supplier, now()).orElseThrow();
        accepted(registry.changeProfile(
                supplier,
                new ProfileChange(own.version(), "Test Masks Ltd", "13812345678", "", "武汉", "420100", "口罩", "", ""),
                now()));
        assertThat(registry.card(organisation).orElseThrow().nameEn()).isEqualTo("Test Masks Ltd");
        ListingDocument after = catalogue.documents(List.of(id)).get(0);
        assertThat(after.organisationNameEn()).isEqualTo("Test Masks Ltd");
        assertThat(after.cityCode()).isEqualTo("420100");
        assertThat(after.revision()).isGreaterThan(before);
        assertThat(scan(Actor.visitor(), "test masks ltd").total()
                        + scan(Actor.visitor(), "test masks ltd").unknownTotal())
                .isPositive();
    }

    @Test
    void what_is_entered_on_behalf_is_found_again_and_as_old_as_its_list() {
        LocalDate listDay = LocalDate.of(2020, 1, 31);
        String name = "待认领" + Suppliers.aWord() + "厂";
        OrganisationId organisation = suppliers.aProvisionalOrganisation(name, listDay);
        Actor liaison = suppliers.aLiaison();
        ListingDraft said =
                ListingDraft.line("一次性医用口罩").products(List.of("一次性医用口罩")).build();
        OnBehalfResult first = accepted(catalogue.listOnBehalf(liaison, organisation, "row-1", said, "测试名录", now()));
        assertThat(first.change()).isEqualTo(OnBehalfResult.Change.CREATED);
        OnBehalfResult again = accepted(catalogue.listOnBehalf(liaison, organisation, "row-1", said, "测试名录", now()));
        assertThat(again).isEqualTo(new OnBehalfResult(first.listing(), OnBehalfResult.Change.UNCHANGED));
        OnBehalfResult changed = accepted(catalogue.listOnBehalf(
                liaison,
                organisation,
                "row-1",
                said.but().quantity(Quantity.of("50000", "zhi")).build(),
                "测试名录",
                now()));
        assertThat(changed).isEqualTo(new OnBehalfResult(first.listing(), OnBehalfResult.Change.UPDATED));
        ListingView seen =
                catalogue.view(Actor.visitor(), first.listing(), now()).orElseThrow();
        assertThat(seen.availability()).isEqualTo(Availability.UNKNOWN);
        assertThat(seen.freshness()).isEqualTo(Freshness.SILENT);
        assertThat(seen.provisional()).isTrue();
        assertThat(refused(catalogue.listOnBehalf(suppliers.aSupplier(), organisation, "row-2", said, "测试名录", now())))
                .containsExactly("catalogue.only_liaisons");
        assertThat(refused(catalogue.listOnBehalf(
                        liaison, suppliers.aSupplier().organisation().orElseThrow(), "row-1", said, "测试名录", now())))
                .containsExactly("catalogue.claimed");
    }

    @Test
    void a_rebuild_is_handed_every_published_listing_once() {
        Actor supplier = suppliers.aSupplier();
        List<ListingId> mine = IntStream.range(0, 7)
                .mapToObj(
                        i -> suppliers.published(supplier, aMaskLine("重建 " + i).build()))
                .toList();
        List<ListingId> handed = new ArrayList<>();
        catalogue.eachPublished(3, batch -> batch.forEach(document -> handed.add(document.id())));
        assertThat(handed).containsAll(mine).doesNotHaveDuplicates();
    }

    private List<ListingId> seen(Actor viewer, List<ListingId> ids) {
        return catalogue.cards(viewer, ids, now()).stream().map(ListingCard::id).toList();
    }

    private Scan scan(Actor viewer, String word) {
        return catalogue.scan(viewer, query(List.of(List.of(word)), null, false, Sort.RELEVANCE), now());
    }

    private Scan scan(Actor viewer, String word, TimeWindow during) {
        return catalogue.scan(viewer, query(List.of(List.of(word)), during, false, Sort.EARLIEST), now());
    }

    private static ScanQuery query(List<List<String>> words, @Nullable TimeWindow during, boolean unknown, Sort sort) {
        return new ScanQuery(
                words, Set.of(), Set.of(), Set.of(), Set.of(), null, null, during, null, null, null, null, unknown,
                sort, 0, 20);
    }

    private Instant now() {
        return clock.instant();
    }

    private static TimeWindow dayOf(LocalDate date) {
        return new TimeWindow(
                date.atStartOfDay(Weeks.ZONE).toInstant(),
                date.plusDays(1).atStartOfDay(Weeks.ZONE).toInstant());
    }
}
