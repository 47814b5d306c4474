package org.muster.allocation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Set;
import org.muster.shared.Dimension;
import org.muster.shared.Quantity;
import org.muster.shared.Unit;

/**
 * The unit in which an order counts what is measured so: small enough that rounding up to it costs nobody anything, large enough that a province's need of
 * it fits into a long a million times over.
 *
 * @param unit what people count in
 * @param base how many of the dimension's base units one of the order's units is
 */
record Smallest(Unit unit, BigDecimal base) {

    /** Grams, decimetres, square decimetres, litres; kilojoules and minutes; what is counted is counted whole. */
    private static final Map<String, BigDecimal> BASE = Map.of(
            Dimension.MASS.name(),
            new BigDecimal("0.001"),
            Dimension.LENGTH.name(),
            new BigDecimal("0.1"),
            Dimension.AREA.name(),
            new BigDecimal("0.01"),
            Dimension.VOLUME.name(),
            BigDecimal.ONE,
            Dimension.TIME.name(),
            BigDecimal.valueOf(60),
            "energy",
            BigDecimal.valueOf(1000));

    private static final Set<String> DIVISIBLE = BASE.keySet();

    static Smallest of(Unit unit) {
        return new Smallest(unit, BASE.getOrDefault(unit.dimension().name(), BigDecimal.ONE));
    }

    /** Whether it comes in whole things only. */
    boolean whole() {
        return !DIVISIBLE.contains(unit.dimension().name());
    }

    /** So many of the order's units are no less than this. */
    long ceiling(Quantity quantity) {
        return quantity.inBase().divide(base, 0, RoundingMode.CEILING).longValueExact();
    }

    /** How many of the order's units make one that people count in; a fraction where people count in less than a gram. */
    BigDecimal perUnit() {
        return unit.factor().divide(base, 12, RoundingMode.HALF_UP).stripTrailingZeros();
    }

    Quantity quantity(long units) {
        return new Quantity(
                base.multiply(BigDecimal.valueOf(units)).divide(unit.factor(), 9, RoundingMode.HALF_UP), unit);
    }
}
