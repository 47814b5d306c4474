package org.muster.ask;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.muster.shared.Money;
import org.muster.shared.Price;
import org.muster.shared.PriceBasis;
import org.muster.shared.Quantity;

/** A price as one column: it is read as it was said when the ask went out, whatever its listing says later. */
final class PriceText {

    private PriceText() {}

    static String write(Price price) {
        PriceBasis basis = price.basis();
        return String.join(
                "|",
                Long.toString(price.money().minor()),
                price.money().currency().getCurrencyCode(),
                price.per().amount().toPlainString(),
                price.per().unit().code(),
                Boolean.toString(basis.taxIncluded()),
                basis.taxRate().map(BigDecimal::toPlainString).orElse(""),
                basis.invoice().name(),
                basis.delivery().name(),
                basis.validUntil().map(LocalDate::toString).orElse(""));
    }

    static Price read(String text) {
        String[] part = text.split("\\|", -1);
        return new Price(
                new Money(Long.parseLong(part[0]), Currency.getInstance(part[1])),
                Quantity.of(part[2], part[3]),
                new PriceBasis(
                        Boolean.parseBoolean(part[4]),
                        Optional.of(part[5]).filter(one -> !one.isEmpty()).map(BigDecimal::new),
                        PriceBasis.Invoice.valueOf(part[6]),
                        PriceBasis.Delivery.valueOf(part[7]),
                        Optional.of(part[8]).filter(one -> !one.isEmpty()).map(LocalDate::parse)));
    }
}
