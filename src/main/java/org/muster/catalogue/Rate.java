package org.muster.catalogue;

import java.math.BigDecimal;
import org.muster.shared.Quantity;

/** How much an operation gets through in a stretch of time. */
public record Rate(Quantity quantity, RatePer per) {

    private static final BigDecimal MINUTES_PER_HOUR = BigDecimal.valueOf(60);
    private static final BigDecimal HOURS_PER_SHIFT = BigDecimal.valueOf(8);

    public Rate {
        if (quantity.amount().signum() <= 0) {
            throw new IllegalArgumentException("A rate is above zero: " + quantity);
        }
    }

    /** What that makes in a day of so many working hours; exact. A rate per day is what it says, whatever the hours; a shift is cut off by a shorter day. */
    public Quantity inADayOf(BigDecimal hours) {
        BigDecimal amount = quantity.amount();
        return switch (per) {
            case MINUTE -> new Quantity(amount.multiply(MINUTES_PER_HOUR).multiply(hours), quantity.unit());
            case HOUR -> new Quantity(amount.multiply(hours), quantity.unit());
            case SHIFT -> new Quantity(amount.multiply(hours).divide(HOURS_PER_SHIFT), quantity.unit());
            case DAY -> quantity;
        };
    }
}
