package org.muster.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.muster.catalogue.Suppliers.accepted;
import static org.muster.catalogue.Suppliers.refused;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.muster.identity.Actor;
import org.muster.shared.ListingId;
import org.muster.shared.Money;
import org.muster.shared.Quantity;

@QuarkusTest
class KindsOfListingsTest {

    @Inject
    Catalogue catalogue;

    @Inject
    Suppliers suppliers;

    @Inject
    Clock clock;

    static Stream<ListingDraft> oneOfEach() {
        return Stream.of(
                ListingDraft.line("口罩线")
                        .products(List.of("医用口罩"))
                        .particulars(new Particulars.Line(List.of("纺粘布", "熔喷布"), CleanRoom.CLASS_100000))
                        .build(),
                ListingDraft.of(ListingKind.EQUIPMENT, "口罩机")
                        .products(List.of("平面口罩机"))
                        .quantity(Quantity.of("3", "set"))
                        .particulars(new Particulars.Machine(true, true, false, 60, 6))
                        .build(),
                ListingDraft.material("熔喷布").products(List.of("熔喷布")).build(),
                ListingDraft.of(ListingKind.FINISHED_STOCK, "口罩现货")
                        .products(List.of("医用口罩"))
                        .supplyMode(SupplyMode.FINISHED_STOCK)
                        .quantity(Quantity.of("860000", "zhi"))
                        .particulars(new Particulars.Stock("LW2611A", LocalDate.of(2099, 10, 31)))
                        .build(),
                aService(new Particulars.Sterilisation(
                        SterilisationMethod.ETHYLENE_OXIDE, 600, 14 * 24 * 60, Quantity.of("20", "cubic_metre"))),
                aService(new Particulars.Testing(24)),
                aService(new Particulars.Transport(
                        "4.2 米冷藏车",
                        Quantity.of("5", "tonne"),
                        Quantity.of("18.5", "cubic_metre"),
                        new BigDecimal("-18"),
                        new BigDecimal("2.50"))),
                aService(new Particulars.Crew(60)),
                aService(new Particulars.Finance(Money.yuan("5000000"), new BigDecimal("0.0435"), 180)),
                aService(new Particulars.KnowHow("图纸、工艺文件、驻厂指导", 21)),
                aService(new Particulars.OtherService()));
    }

    private static ListingDraft aService(Particulars particulars) {
        return ListingDraft.of(ListingKind.SERVICE, "服务")
                .products(List.of("服务"))
                .particulars(particulars)
                .build();
    }

    @ParameterizedTest
    @MethodSource("oneOfEach")
    void what_a_kind_says_of_itself_is_kept_and_shown(ListingDraft said) {
        Actor supplier = suppliers.aSupplier();
        ListingId id = suppliers.published(supplier, said);
        ListingDraft kept = catalogue.own(supplier, id, now()).orElseThrow().draft();
        assertThat(kept.but().at(null).division(null).build()).isEqualTo(said);
        ListingView seen = catalogue.view(Actor.visitor(), id, now()).orElseThrow();
        assertThat(seen.particulars()).isEqualTo(said.particulars());
        assertThat(catalogue.documents(List.of(id)))
                .singleElement()
                .extracting(ListingDocument::particulars)
                .isEqualTo(said.particulars());
    }

    @Test
    void a_kind_cannot_say_what_only_another_can() {
        assertThrows(
                IllegalArgumentException.class,
                () -> ListingDraft.material("布")
                        .particulars(new Particulars.Crew(3))
                        .build());
    }

    @Test
    void what_cannot_be_is_refused_at_its_field() {
        assertThat(wrong(ListingDraft.of(ListingKind.EQUIPMENT, "机器")
                        .particulars(new Particulars.Machine(true, false, false, -1, 3651))))
                .containsExactly("leadDays catalogue.days_range", "installationDays catalogue.days_range");
        assertThat(wrong(ListingDraft.of(ListingKind.FINISHED_STOCK, "现货")
                        .supplyMode(SupplyMode.ALL_IN)
                        .particulars(new Particulars.Stock(null, LocalDate.of(2020, 2, 2)))))
                .containsExactly("supplyMode catalogue.stock_made", "bestBefore catalogue.best_before_past");
        assertThat(wrong(service(new Particulars.Sterilisation(null, 0, 129601, Quantity.of("5", "kilogram")))))
                .containsExactly(
                        "cycle catalogue.duration_range",
                        "aeration catalogue.duration_range",
                        "chamber catalogue.not_a_volume");
        assertThat(wrong(service(new Particulars.Testing(0)))).containsExactly("turnaround catalogue.turnaround_range");
        assertThat(wrong(service(new Particulars.Transport(
                        null,
                        Quantity.of("5", "cubic_metre"),
                        Quantity.of("5", "tonne"),
                        new BigDecimal("8"),
                        new BigDecimal("2")))))
                .containsExactly(
                        "payload catalogue.not_a_mass",
                        "cargo catalogue.not_a_volume",
                        "warmest catalogue.temperature_order");
        assertThat(wrong(service(new Particulars.Transport(null, null, null, BigDecimal.ONE, null))))
                .containsExactly("warmest catalogue.temperature_half");
        assertThat(wrong(service(new Particulars.Crew(0)))).containsExactly("headcount catalogue.headcount_range");
        assertThat(wrong(service(new Particulars.Finance(Money.yuan("0"), new BigDecimal("1.2"), 0))))
                .containsExactly(
                        "limit catalogue.amount_not_positive",
                        "yearlyRate catalogue.yearly_rate_range",
                        "termDays catalogue.term_range");
        assertThat(wrong(service(new Particulars.OtherService()).supplyMode(SupplyMode.FINISHED_STOCK)))
                .containsExactly("supplyMode catalogue.service_in_stock");
    }

    private static ListingDraft.Builder service(Particulars particulars) {
        return ListingDraft.of(ListingKind.SERVICE, "服务").particulars(particulars);
    }

    private List<String> wrong(ListingDraft.Builder draft) {
        return catalogue.check(draft.build(), now()).stream()
                .map(refusal -> refusal.field() + " " + refusal.key())
                .toList();
    }

    @Test
    void the_heads_of_a_crew_are_what_there_is_of_it() {
        Actor supplier = suppliers.aSupplier();
        ListingId id = suppliers.published(supplier, aService(new Particulars.Crew(60)));
        ListingView seen = catalogue.view(supplier, id, now()).orElseThrow();
        assertThat(seen.quantity()).isEqualTo(Quantity.of("60", "person"));
        assertThat(seen.daily()).isFalse();
    }

    @Test
    void a_service_may_become_another_one_as_long_as_nothing_of_it_is_promised() {
        Actor supplier = suppliers.aSupplier();
        ListingId id = suppliers.published(supplier, aService(new Particulars.Testing(24)));
        OwnListing own = catalogue.own(supplier, id, now()).orElseThrow();
        accepted(catalogue.change(supplier, id, own.version(), aService(new Particulars.Crew(12)), now()));
        assertThat(catalogue.own(supplier, id, now()).orElseThrow().draft().particulars())
                .isEqualTo(new Particulars.Crew(12));
    }

    @Test
    void each_kind_is_found_by_the_words_for_what_is_particular_to_it() {
        Actor supplier = suppliers.aSupplier();
        String word = Suppliers.aWord();
        ListingId cold = suppliers.published(
                supplier,
                service(new Particulars.Transport("冷藏车" + word, null, null, null, null))
                        .products(List.of("运输"))
                        .build());
        ListingId clean = suppliers.published(
                supplier,
                ListingDraft.line("线" + word)
                        .products(List.of("口罩"))
                        .particulars(new Particulars.Line(List.of(), CleanRoom.CLASS_100000))
                        .build());
        assertThat(found("冷藏车" + word)).containsExactly(cold);
        assertThat(found("十万级", word)).containsExactly(clean);
    }

    private List<ListingId> found(String... words) {
        return catalogue
                .scan(
                        Actor.visitor(),
                        new ScanQuery(
                                Stream.of(words).map(List::of).toList(),
                                Set.of(),
                                Set.of(),
                                Set.of(),
                                Set.of(),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                true,
                                ScanQuery.Sort.RELEVANCE,
                                0,
                                10),
                        now())
                .ids();
    }

    @Test
    void an_anonymous_listing_tells_figures_but_no_name_in_its_particulars() {
        String name = "蓝鲸" + Suppliers.aWord();
        Actor supplier = suppliers.aSupplierCalled(name + "有限公司");
        ListingId truck = suppliers.published(
                supplier,
                service(new Particulars.Transport(name + "冷藏车", Quantity.of("5", "tonne"), null, null, null))
                        .products(List.of("运输"))
                        .confidentiality(Confidentiality.ANONYMOUS)
                        .build());
        ListingId stock = suppliers.published(
                supplier,
                ListingDraft.of(ListingKind.FINISHED_STOCK, "口罩现货")
                        .products(List.of("口罩"))
                        .particulars(new Particulars.Stock("LJ-1", LocalDate.of(2099, 1, 1)))
                        .confidentiality(Confidentiality.ANONYMOUS)
                        .build());
        assertThat(catalogue.view(Actor.visitor(), truck, now()).orElseThrow().particulars())
                .isEqualTo(new Particulars.Transport("冷藏车", Quantity.of("5", "tonne"), null, null, null));
        assertThat(catalogue.view(Actor.visitor(), stock, now()).orElseThrow().particulars())
                .isEqualTo(new Particulars.Stock(null, LocalDate.of(2099, 1, 1)));
        assertThat(catalogue.documents(List.of(truck, stock)).toString()).doesNotContain(name, "LJ-1");
        assertThat(found(name)).isEmpty();
        assertThat(catalogue.view(supplier, stock, now()).orElseThrow().particulars())
                .isEqualTo(new Particulars.Stock("LJ-1", LocalDate.of(2099, 1, 1)));
    }

    @Test
    void a_published_machine_says_which_one() {
        Actor supplier = suppliers.aSupplier();
        ListingId id = suppliers.aDraft(
                supplier, ListingDraft.of(ListingKind.EQUIPMENT, "机器").build());
        assertThat(refused(catalogue.publish(supplier, id, now()))).containsExactly("catalogue.machine_missing");
    }

    private Instant now() {
        return clock.instant();
    }
}
