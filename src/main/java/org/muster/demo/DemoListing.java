package org.muster.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.muster.catalogue.Availability;
import org.muster.catalogue.Confidentiality;
import org.muster.catalogue.ListingDraft;
import org.muster.catalogue.ListingKind;
import org.muster.catalogue.ListingState;
import org.muster.catalogue.Operation;
import org.muster.catalogue.Rate;
import org.muster.catalogue.RatePer;
import org.muster.catalogue.SpecificationValue;
import org.muster.catalogue.SupplyMode;
import org.muster.shared.Money;
import org.muster.shared.Price;
import org.muster.shared.PriceBasis;
import org.muster.shared.Quantity;

/** One listing of the demo: its row, read as a draft, and what became of it up to the day of the first start. */
record DemoListing(DemoTable.Row row) {

    /** {@code 110 zhi MINUTE} behind the name of an operation. */
    private static final Pattern OPERATION = Pattern.compile("(.+) @ (\\S+ \\S+) (\\S+)");

    /** {@code 25 g/m²}, {@code 4}; anything else is words. */
    private static final Pattern FIGURE = Pattern.compile("(\\d+(?:\\.\\d+)?)(?: (\\S+))?");

    String organisation() {
        return row.text("organisation");
    }

    String key() {
        return row.text("key");
    }

    ListingState state() {
        return ListingState.valueOf(row.text("state"));
    }

    int listedDaysAgo() {
        return row.number("listed_days_ago");
    }

    int confirmedDaysAgo() {
        return row.number("confirmed_days_ago");
    }

    List<DemoWindow> windows() {
        return row.list("windows").stream().map(DemoWindow::of).toList();
    }

    ListingDraft draft(LocalDate today) {
        ListingKind kind = ListingKind.valueOf(row.text("kind"));
        return ListingDraft.of(kind, row.text("title"))
                .titleEn(row.text("title_en"))
                .description(row.text("description"))
                .descriptionEn(row.text("description_en"))
                .products(row.list("makes"))
                .convertibleProducts(row.list("convertible"))
                .operations(row.list("operations").stream()
                        .map(DemoListing::operation)
                        .toList())
                .hoursPerDay(row.said("hours").map(BigDecimal::new).orElse(null))
                .changeoverMinutes(row.numberSaid("changeover_minutes").orElse(null))
                .supplyMode(SupplyMode.valueOf(row.text("mode")))
                .crewIncluded(row.said("crew").map("yes"::equals).orElse(null))
                .materialIncluded(row.said("material").map("yes"::equals).orElse(null))
                .materialDays(row.numberSaid("material_days").orElse(null))
                .missing(row.text("missing"))
                .quantity(row.quantity("quantity").orElse(null))
                .minimumOrder(row.quantity("minimum").orElse(null))
                .orderMultiple(row.quantity("multiple").orElse(null))
                .readyDate(row.numberSaid("ready_in_days").map(today::plusDays).orElse(null))
                .fixedCharge(row.said("fixed_charge").map(Money::yuan).orElse(null))
                .price(row.said("price").map(yuan -> price(yuan, today)).orElse(null))
                .specification(row.list("specification").stream()
                        .map(DemoListing::specification)
                        .toList())
                .declared(Availability.valueOf(row.text("declared")))
                .confidentiality(Confidentiality.valueOf(row.text("confidentiality")))
                .particulars(DemoParticulars.of(kind, row.list("particulars"), today))
                .build();
    }

    private Price price(String yuan, LocalDate today) {
        String[] tax = row.text("tax").split(" ");
        Quantity per = row.quantity("price_per").orElseThrow();
        return new Price(
                Money.yuan(yuan),
                per,
                new PriceBasis(
                        tax[0].equals("incl"),
                        Optional.of(new BigDecimal(tax[1]).movePointLeft(2)),
                        PriceBasis.Invoice.valueOf(row.text("invoice")),
                        PriceBasis.Delivery.valueOf(row.text("delivery")),
                        row.numberSaid("price_valid_days").map(today::plusDays)));
    }

    private static Operation operation(String written) {
        Matcher rated = OPERATION.matcher(written);
        return rated.matches()
                ? new Operation(
                        rated.group(1), new Rate(DemoTable.quantity(rated.group(2)), RatePer.valueOf(rated.group(3))))
                : new Operation(written, null);
    }

    private static SpecificationValue specification(String written) {
        int equals = written.indexOf('=');
        String key = written.substring(0, equals);
        String value = written.substring(equals + 1);
        Matcher figure = FIGURE.matcher(value);
        return figure.matches()
                ? SpecificationValue.of(key, figure.group(1), figure.group(2) == null ? "" : figure.group(2))
                : SpecificationValue.of(key, value);
    }
}
