package org.muster.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.muster.catalogue.Suppliers.aMaskLine;
import static org.muster.catalogue.Suppliers.accepted;
import static org.muster.catalogue.Suppliers.refused;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.muster.identity.Actor;
import org.muster.shared.ListingId;
import org.muster.shared.Money;
import org.muster.shared.Price;
import org.muster.shared.PriceBasis;
import org.muster.shared.Quantity;
import org.muster.shared.SiteId;

@QuarkusTest
class KeepingListingsTest {

    @Inject
    Catalogue catalogue;

    @Inject
    Suppliers suppliers;

    @Inject
    Clock clock;

    @Test
    void what_was_said_is_kept_to_the_last_digit() {
        Actor supplier = suppliers.aSupplier();
        ListingDraft said = ListingDraft.material("熔喷布 25 克")
                .titleEn("Meltblown 25 gsm")
                .description("驻极均匀")
                .products(List.of("熔喷布"))
                .specification(
                        List.of(SpecificationValue.of("gsm", "25.50", "g/m²"), SpecificationValue.of("grade", "BFE95")))
                .quantity(Quantity.of("3.000001", "tonne"))
                .minimumOrder(Quantity.of("100", "kilogram"))
                .orderMultiple(Quantity.of("0.5", "kilogram"))
                .readyDate(today().plusDays(3))
                .fixedCharge(Money.yuan("800.50"))
                .price(new Price(
                        Money.yuan("85.00"),
                        Quantity.of("10000", "piece"),
                        new PriceBasis(
                                true,
                                Optional.of(new BigDecimal("0.130")),
                                PriceBasis.Invoice.SPECIAL_VAT,
                                PriceBasis.Delivery.EX_WORKS,
                                Optional.of(today().plusDays(9)))))
                .supplyMode(SupplyMode.FINISHED_STOCK)
                .declared(Availability.FREE)
                .build();
        ListingId id = suppliers.aDraft(supplier, said);
        ListingDraft kept = own(supplier, id).draft();
        assertThat(kept.but().at(null).division(null).build()).isEqualTo(said);
        assertThat(kept.site()).isNotNull();
        assertThat(kept.divisionCode()).isNotNull();
    }

    @Test
    void a_line_without_an_output_shows_what_its_slowest_operation_lets_through() {
        Actor supplier = suppliers.aSupplier();
        ListingId id = suppliers.aDraft(
                supplier,
                ListingDraft.line("口罩线")
                        .hoursPerDay(new BigDecimal("20"))
                        .operations(List.of(
                                new Operation("切片", new Rate(Quantity.of("100", "zhi"), RatePer.MINUTE)),
                                new Operation("耳带", new Rate(Quantity.of("80", "zhi"), RatePer.MINUTE)),
                                new Operation("包装", null)))
                        .build());
        ListingView seen = catalogue.view(supplier, id, now()).orElseThrow();
        assertThat(seen.quantity()).isEqualTo(Quantity.of("96000", "zhi"));
        assertThat(seen.quantityDerived()).isTrue();
        assertThat(own(supplier, id).draft().quantity()).isNull();
    }

    @Test
    void a_listing_goes_its_way_and_refuses_every_other() {
        Actor supplier = suppliers.aSupplier();
        ListingId id = suppliers.aDraft(supplier, aMaskLine("口罩线").build());
        assertThat(refused(catalogue.pause(supplier, id, now()))).containsExactly("catalogue.pause_draft");
        assertThat(refused(catalogue.confirmStillFree(supplier, id, now()))).containsExactly("catalogue.confirm_draft");
        assertThat(accepted(catalogue.publish(supplier, id, now()))).isEqualTo(ListingState.PUBLISHED);
        assertThat(refused(catalogue.publish(supplier, id, now()))).containsExactly("catalogue.publish_published");
        assertThat(refused(catalogue.resume(supplier, id, now()))).containsExactly("catalogue.resume_published");
        assertThat(accepted(catalogue.pause(supplier, id, now()))).isEqualTo(ListingState.PAUSED);
        assertThat(accepted(catalogue.resume(supplier, id, now()))).isEqualTo(ListingState.PUBLISHED);
        assertThat(accepted(catalogue.withdraw(supplier, id, now()))).isEqualTo(ListingState.WITHDRAWN);
        assertThat(refused(catalogue.withdraw(supplier, id, now()))).containsExactly("catalogue.withdraw_withdrawn");
        assertThat(refused(catalogue.change(
                        supplier,
                        id,
                        own(supplier, id).version(),
                        aMaskLine("口罩线").build(),
                        now())))
                .containsExactly("catalogue.change_withdrawn");
    }

    @Test
    void still_free_makes_what_was_unknown_free_and_counts_as_confirmed_now() {
        Actor supplier = suppliers.aSupplier();
        ListingId id = suppliers.published(supplier, aMaskLine("口罩线").build());
        assertThat(catalogue.view(supplier, id, now()).orElseThrow().availability())
                .isEqualTo(Availability.UNKNOWN);
        Instant later = now().plusSeconds(60);
        accepted(catalogue.confirmStillFree(supplier, id, later));
        ListingView seen = catalogue.view(supplier, id, later).orElseThrow();
        assertThat(seen.availability()).isEqualTo(Availability.FREE);
        assertThat(seen.lastConfirmedAt()).isCloseTo(later, within());
    }

    @Test
    void what_is_taken_is_not_freed_by_a_tap() {
        Actor supplier = suppliers.aSupplier();
        ListingId id = suppliers.published(
                supplier, aMaskLine("口罩线").declared(Availability.NOT_FREE).build());
        assertThat(refused(catalogue.confirmStillFree(supplier, id, now())))
                .containsExactly("catalogue.confirm_not_free");
    }

    @Test
    void another_organisation_finds_nothing_to_change() {
        ListingId id =
                suppliers.published(suppliers.aSupplier(), aMaskLine("口罩线").build());
        Actor other = suppliers.aSupplier();
        List<String> notFound = List.of(Catalogue.NOT_FOUND);
        assertThat(catalogue.own(other, id, now())).isEmpty();
        assertThat(refused(catalogue.change(other, id, 0, aMaskLine("我的").build(), now())))
                .isEqualTo(notFound);
        assertThat(refused(catalogue.publish(other, id, now()))).isEqualTo(notFound);
        assertThat(refused(catalogue.pause(other, id, now()))).isEqualTo(notFound);
        assertThat(refused(catalogue.resume(other, id, now()))).isEqualTo(notFound);
        assertThat(refused(catalogue.withdraw(other, id, now()))).isEqualTo(notFound);
        assertThat(refused(catalogue.confirmStillFree(other, id, now()))).isEqualTo(notFound);
        assertThat(refused(catalogue.openWindow(other, id, suppliers.daysFromNow(1, 2), Availability.FREE, "", now())))
                .isEqualTo(notFound);
        assertThat(refused(catalogue.publish(Actor.visitor(), id, now()))).isEqualTo(notFound);
        assertThat(catalogue.mine(other, 0, 50, now())).isEmpty();
    }

    @Test
    void nobody_lists_for_an_organisation_they_do_not_act_for() {
        Actor supplier = suppliers.aSupplier();
        assertThat(refused(catalogue.create(
                        suppliers.aSupplier(),
                        supplier.organisation().orElseThrow(),
                        aMaskLine("冒名").build(),
                        now())))
                .containsExactly(Catalogue.NOT_FOUND);
    }

    @Test
    void a_site_of_somebody_else_is_refused() {
        Actor supplier = suppliers.aSupplier();
        assertThat(refused(catalogue.create(
                        supplier,
                        supplier.organisation().orElseThrow(),
                        aMaskLine("口罩线").at(SiteId.create()).build(),
                        now())))
                .containsExactly("catalogue.site_unknown");
    }

    @Test
    void a_change_based_on_an_older_version_is_refused() {
        Actor supplier = suppliers.aSupplier();
        ListingId id = suppliers.aDraft(supplier, aMaskLine("口罩线").build());
        int seen = own(supplier, id).version();
        accepted(catalogue.change(supplier, id, seen, aMaskLine("口罩线 2").build(), now()));
        assertThat(refused(
                        catalogue.change(supplier, id, seen, aMaskLine("口罩线 3").build(), now())))
                .containsExactly("catalogue.changed_meanwhile");
        assertThat(own(supplier, id).draft().title()).isEqualTo("口罩线 2");
    }

    @Test
    void a_listing_that_says_nothing_of_what_it_makes_stays_a_draft() {
        Actor supplier = suppliers.aSupplier();
        ListingId id = suppliers.aDraft(supplier, ListingDraft.line("一条线").build());
        assertThat(refused(catalogue.publish(supplier, id, now()))).containsExactly("catalogue.products_missing");
    }

    @Test
    void every_rule_that_is_broken_is_told_at_once() {
        Actor supplier = suppliers.aSupplier();
        assertThat(refused(catalogue.create(
                        supplier,
                        supplier.organisation().orElseThrow(),
                        ListingDraft.line("")
                                .hoursPerDay(new BigDecimal("25"))
                                .materialDays(-1)
                                .quantity(Quantity.of("5", "hour"))
                                .build(),
                        now())))
                .containsExactlyInAnyOrder(
                        "catalogue.title_missing",
                        "catalogue.hours_per_day",
                        "catalogue.material_days",
                        "catalogue.quantity_is_time");
    }

    private static org.assertj.core.data.TemporalUnitOffset within() {
        return new org.assertj.core.data.TemporalUnitWithinOffset(1, java.time.temporal.ChronoUnit.MILLIS);
    }

    private OwnListing own(Actor supplier, ListingId id) {
        return catalogue.own(supplier, id, now()).orElseThrow();
    }

    private Instant now() {
        return clock.instant();
    }

    private LocalDate today() {
        return now().atZone(Weeks.ZONE).toLocalDate();
    }
}
