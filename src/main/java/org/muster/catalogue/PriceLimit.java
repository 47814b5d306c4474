package org.muster.catalogue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.muster.shared.Unit;

/** So many yuan, tax included, at most for one of a unit. */
public record PriceLimit(BigDecimal yuan, Unit unit) {

    private static final int DECIMALS = 12;

    public PriceLimit {
        if (yuan.signum() <= 0) {
            throw new IllegalArgumentException("Nobody gives anything for " + yuan);
        }
    }

    /** For one base unit of the dimension. */
    public BigDecimal perBase() {
        return yuan.divide(unit.factor(), DECIMALS, RoundingMode.HALF_UP);
    }
}
