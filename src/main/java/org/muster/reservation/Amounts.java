package org.muster.reservation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import org.muster.shared.Dimension;
import org.muster.shared.Quantity;
import org.muster.shared.Unit;

/** Exact amounts, and what of them can be had: whole pieces, and never more decimals than are kept. */
final class Amounts {

    static final int MOST_DECIMALS = 6;

    /** What can be divided; everything else is counted. {@code follow_listing_quantity} in SQL knows them too. */
    private static final Set<String> DIVISIBLE = Set.of(
            Dimension.MASS.name(),
            Dimension.LENGTH.name(),
            Dimension.AREA.name(),
            Dimension.VOLUME.name(),
            Dimension.TIME.name());

    private Amounts() {}

    static boolean isDivisible(Unit unit) {
        return DIVISIBLE.contains(unit.dimension().name());
    }

    /** Whether it can be had at all: half a machine cannot. */
    static boolean isWhole(Quantity quantity) {
        return isDivisible(quantity.unit()) || quantity.inBase().scale() <= 0;
    }

    /** What of an amount in base units can be had. */
    static BigDecimal down(BigDecimal base, Unit unit) {
        return base.setScale(isDivisible(unit) ? MOST_DECIMALS : 0, RoundingMode.DOWN);
    }

    /** An amount in base units, said in this unit; never more than it is. */
    static Quantity said(BigDecimal base, Unit unit) {
        return new Quantity(base.divide(unit.factor(), MOST_DECIMALS, RoundingMode.DOWN), unit);
    }
}
