package org.muster.importexport;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.muster.catalogue.ListingDraft;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.Operation;
import org.muster.catalogue.Rate;
import org.muster.catalogue.RatePer;
import org.muster.reference.ReferencePrices;
import org.muster.reference.ShippedTerms;
import org.muster.shared.Money;
import org.muster.shared.Price;
import org.muster.shared.PriceBasis;
import org.muster.shared.Quantity;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PlausibilityTest {

    private static final Plausibility PLAUSIBILITY = new Plausibility(ShippedTerms.terms());

    @Test
    void five_times_what_it_usually_costs_is_dear_and_more_is_hard_to_believe() {
        assertThat(ReferencePrices.of("surgical-mask").orElseThrow().yuan()).isEqualByComparingTo("0.60");
        ListingDraft masks = stock("医用外科口罩", "1000", "zhi");

        assertThat(PLAUSIBILITY.farAboveTheUsualPrice(at(masks, "3.00", "1", "zhi")))
                .isEmpty();
        assertThat(PLAUSIBILITY.farAboveTheUsualPrice(at(masks, "300.00", "100", "zhi")))
                .isEmpty();

        Finding doubt = PLAUSIBILITY
                .farAboveTheUsualPrice(at(masks, "301.00", "100", "zhi"))
                .orElseThrow();
        assertThat(doubt.weight()).isEqualTo(Finding.Weight.FLAG);
        assertThat(doubt.column()).isEqualTo(Column.PRICE);
        assertThat(doubt.sentence()).isEqualTo(Finding.Sentence.of("price_far_above", "3.01", "unit:zhi", "0.6"));
    }

    @Test
    void a_price_for_a_tonne_is_compared_with_one_for_a_tonne_whatever_it_is_written_for() {
        BigDecimal usual = ReferencePrices.of("meltblown-fabric").orElseThrow().yuan();
        ListingDraft fabric = stock("熔喷布", "5", "tonne");

        assertThat(PLAUSIBILITY.farAboveTheUsualPrice(
                        at(fabric, plain(usual.multiply(BigDecimal.valueOf(5))), "1", "tonne")))
                .isEmpty();
        // The price of a tonne, said of a kilogram.
        assertThat(PLAUSIBILITY.farAboveTheUsualPrice(at(fabric, plain(usual), "1", "kg")))
                .isPresent();
    }

    @Test
    void a_price_of_what_nobody_knows_the_price_of_is_believed() {
        ListingDraft fabric = stock("窗帘布", "5", "tonne");

        assertThat(PLAUSIBILITY.of(at(fabric, "9999999.00", "1", "kg"))).isEmpty();
        // What is sold by the roll cannot be compared with a price for a tonne.
        assertThat(PLAUSIBILITY.farAboveTheUsualPrice(at(stock("熔喷布", "5", "tonne"), "99999999.00", "1", "roll")))
                .isEmpty();
    }

    @Test
    void nobody_has_a_thousand_million_of_anything() {
        assertThat(PLAUSIBILITY.moreThanAnybody(stock("医用外科口罩", "999999999", "zhi")))
                .isEmpty();
        assertThat(PLAUSIBILITY
                        .moreThanAnybody(stock("医用外科口罩", "1000000000", "zhi"))
                        .map(Finding::column))
                .contains(Column.CAPACITY);
    }

    @Test
    void a_line_makes_no_more_in_a_day_than_its_slowest_operation_lets_through_in_its_hours() {
        ListingDraft line = ListingDraft.line("口罩线")
                .products(List.of("医用外科口罩"))
                .operations(List.of(
                        new Operation("打片", new Rate(Quantity.of("120", "zhi"), RatePer.MINUTE)),
                        new Operation("焊接", new Rate(Quantity.of("100", "zhi"), RatePer.MINUTE))))
                .hoursPerDay(BigDecimal.TEN)
                .quantity(Quantity.of("60000", "zhi"))
                .build();

        assertThat(PLAUSIBILITY.of(line)).isEmpty();
        assertThat(PLAUSIBILITY.of(
                        line.but().quantity(Quantity.of("60001", "zhi")).build()))
                .extracting(Finding::sentence)
                .containsExactly(Finding.Sentence.of("quantity_above_rate", "60000", "unit:zhi"));
        // Without hours a day has twenty-four.
        ListingDraft always = line.but().hoursPerDay(null).build();
        assertThat(PLAUSIBILITY.of(
                        always.but().quantity(Quantity.of("144000", "zhi")).build()))
                .isEmpty();
        assertThat(PLAUSIBILITY.of(
                        always.but().quantity(Quantity.of("144001", "zhi")).build()))
                .hasSize(1);
    }

    @Test
    void masks_are_counted_and_fabric_is_weighed_or_measured() {
        assertThat(PLAUSIBILITY.inAnotherUnit(stock("医用外科口罩", "3", "tonne")).map(Finding::sentence))
                .contains(Finding.Sentence.of("unit_does_not_fit", "unit:tonne", "unit:piece"));
        assertThat(PLAUSIBILITY.inAnotherUnit(stock("医用外科口罩", "3", "piece"))).isEmpty();
        assertThat(PLAUSIBILITY.inAnotherUnit(stock("熔喷布", "3", "tonne"))).isEmpty();
        assertThat(PLAUSIBILITY.inAnotherUnit(stock("熔喷布", "3", "zhi"))).isPresent();
        // Of several products one fits.
        assertThat(PLAUSIBILITY.inAnotherUnit(stock("熔喷布", "3", "zhi")
                        .but()
                        .products(List.of("熔喷布", "医用外科口罩"))
                        .build()))
                .isEmpty();
        assertThat(PLAUSIBILITY.inAnotherUnit(stock("谁也不认识的东西", "3", "tonne"))).isEmpty();
    }

    @Test
    void a_plain_listing_is_believed() {
        assertThat(PLAUSIBILITY.of(at(stock("医用外科口罩", "200000", "zhi"), "0.60", "1", "zhi")))
                .isEmpty();
        assertThat(PLAUSIBILITY.of(
                        ListingDraft.line("口罩线").products(List.of("口罩")).build()))
                .isEmpty();
    }

    private static ListingDraft stock(String product, String amount, String unit) {
        return ListingDraft.of(ListingKind.FINISHED_STOCK, product)
                .products(List.of(product))
                .quantity(Quantity.of(amount, unit))
                .build();
    }

    private static ListingDraft at(ListingDraft draft, String yuan, String per, String unit) {
        return draft.but()
                .price(new Price(
                        Money.yuan(yuan),
                        Quantity.of(per, unit),
                        new PriceBasis(
                                true,
                                Optional.empty(),
                                PriceBasis.Invoice.UNSAID,
                                PriceBasis.Delivery.UNSAID,
                                Optional.empty())))
                .build();
    }

    private static String plain(BigDecimal amount) {
        return amount.setScale(2).toPlainString();
    }
}
