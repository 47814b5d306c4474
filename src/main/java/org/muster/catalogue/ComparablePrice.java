package org.muster.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muster.shared.Dimension;
import org.muster.shared.Money;
import org.muster.shared.Price;
import org.muster.shared.Quantity;
import org.muster.shared.Unit;

/**
 * A price on the one basis on which prices are compared: yuan, tax included, for one base unit of what is sold. Freight is not part of it:
 * whether a price is ex works or delivered stays said beside it. What cannot be put on this basis honestly is not compared at all: another
 * currency, a price without tax whose rate nobody said, a price that has run out.
 *
 * @param yuan for one base unit (piece, kilogram, metre …)
 */
public record ComparablePrice(BigDecimal yuan, Dimension dimension) {

    private static final int DECIMALS = 12;

    public static Optional<ComparablePrice> of(@Nullable Price price, LocalDate today) {
        return price == null
                        || price.basis()
                                .validUntil()
                                .filter(last -> last.isBefore(today))
                                .isPresent()
                ? Optional.empty()
                : of(price);
    }

    /** Whether or not it has run out. */
    public static Optional<ComparablePrice> of(Price price) {
        if (!price.money().currency().equals(Money.YUAN)) {
            return Optional.empty();
        }
        Optional<BigDecimal> tax = price.basis().taxIncluded()
                ? Optional.of(BigDecimal.ZERO)
                : price.basis().taxRate();
        return tax.map(rate -> new ComparablePrice(
                price.money()
                        .major()
                        .multiply(BigDecimal.ONE.add(rate))
                        .divide(price.per().inBase(), DECIMALS, RoundingMode.HALF_UP),
                price.per().unit().dimension()));
    }

    /** For so much; in yuan. */
    public BigDecimal forThe(Quantity quantity) {
        return yuan.multiply(quantity.inBase());
    }

    /** In a unit of its dimension people use for it. */
    public BigDecimal perUnit(Unit unit) {
        return yuan.multiply(unit.factor());
    }
}
